"""What is not installed here, in one sentence: which extra has it, or where the answers lie."""

from __future__ import annotations

from graders.publication import ANSWERS, PUBLICATION

LESSONS = "graders.lessons"
"""The package that only the repository and the second wheel hold."""

EXTRAS = {
    "keras": ("keras", "tensorflow"),
    "lab": ("jupyter", "jupyterlab"),
    "course": (
        "IPython", "alembic", "dask", "dateutil", "distributed", "ipykernel", "jinja2",
        "jsonschema", "jupyter_client", "jupyter_core", "jupytext", "landlockpy",
        "latex2mathml", "markupsafe", "msgspec", "nbclient", "nbconvert", "nbformat", "nbgrader",
        "nh3", "pygments", "pyseccomp",
        "rich", "sqlalchemy", "traitlets", "zmq",
    ),
    "dev": ("playwright",),
    "postgresql": ("psycopg",),
}  # fmt: skip
"""The modules that come with each extra, by the name under which they are imported."""


def sentence(module: str | None) -> str | None:
    """Return what to do where a module is missing, or None if it is none that could be missing.

    Args:
        module: the name of the module that was not found.
    """
    if module is None:
        return None
    if module == LESSONS or module.startswith(f"{LESSONS}."):
        return without_answers()
    package = module.partition(".")[0]
    for extra, modules in EXTRAS.items():
        if package in modules:
            return (
                f"The Python package {package} is not installed here; it comes with the extra "
                f"`{extra}`: {_install(extra)}."
            )
    return None


def without_answers() -> str:
    """Return what to say where solutions and contracts are needed and not there."""
    where = f" ({PUBLICATION.repository})" if PUBLICATION else ""
    wheel = f" ({PUBLICATION.wheel(ANSWERS)})" if PUBLICATION else ""
    return (
        "This needs the lessons' answers, and they are not installed here: they lie in the "
        f"repository{where}, in solutions/ and graders/lessons/, and in the wheel "
        f"{ANSWERS}{wheel}. Run this in the repository, or install that wheel beside this one."
    )


def _install(extra: str) -> str:
    in_repository = "in the repository, `make setup` installs all of them"
    if not PUBLICATION:
        return f"{in_repository}, and `pip install -e '.[{extra}]'` this one"
    return f"`pip install 'graders[{extra}] @ {PUBLICATION.wheel()}'`; {in_repository}"
