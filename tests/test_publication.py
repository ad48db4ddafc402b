"""One setting says where the workbook is published; unset, nothing names an address."""

from __future__ import annotations

import ast
import re
import sys

import nbformat
import pytest

import graders.paths
from graders import __version__, extras
from graders.authoring import build, wheel
from graders.grading.handed_in.idle import idle_experiments
from graders.grading.materials import materials
from graders.grading.submission import grade_submission
from graders.judging import Outcome
from graders.lessons import load, names
from graders.paths import ASSIGNMENTS, PACKAGE, ROOT
from graders.publication import PUBLICATION, Publication, UnpublishedError

SET = Publication("A Group", "https://git.example.org/group/book", "https://book.example.org")
ADDRESS = (
    f"https://git.example.org/group/book/releases/download/v{__version__}/"
    f"graders-{__version__}-py3-none-any.whl"
)
TEXTS = [
    *ROOT.glob("*.md"),
    *ROOT.glob("docs/**/*.md"),
    *ROOT.glob("environment.yml"),
    *ASSIGNMENTS.glob("*/*.ipynb"),
    *(path for path in PACKAGE.rglob("*.py")),
]
INSTALL = re.compile(r"""(?:pip|uv|conda|mamba|pipx)\s+(?:add|install)\b[^`\n]*""")
BARE = re.compile(r"""(?<![\w/.-])graders(?:-answers)?(?:\[[^\]]*\])?(?![\w/.\[-]|\s*@)""")


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("pip install graders", True),
        ("%pip install -q 'graders[course]'", True),
        ("uv add graders-answers", True),
        ("pip install --no-deps -e .", False),
        (f"pip install {ADDRESS}", False),
        (f"pip install 'graders[course] @ {ADDRESS}'", False),
    ],
)
def test_a_bare_name_is_recognised(line, bare):
    assert any(BARE.search(found[0]) for found in INSTALL.finditer(line)) is bare


def test_no_text_tells_anyone_to_install_a_bare_name():
    for path in TEXTS:
        for found in INSTALL.finditer(path.read_text(encoding="utf-8")):
            assert not BARE.search(found[0]), f"{path.relative_to(ROOT)}: {found[0]}"


def test_while_it_is_unset_nothing_is_shown():
    assert not Publication()
    assert Publication().first_cell() == Publication().readme() == ""
    assert not Publication("A Group", "https://git.example.org/group/book")


def test_the_readme_says_what_the_setting_says():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    between = text.split("<!-- published -->\n")[1]
    assert between == PUBLICATION.readme()


def test_when_it_is_set_the_readme_installs_by_the_full_address():
    assert f"pip install {ADDRESS}\n" in SET.readme()
    assert "(https://book.example.org)" in SET.readme()


def test_a_release_refuses_while_it_is_unset(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(wheel, "PUBLICATION", Publication(repository="https://git.example.org/x"))
    assert wheel.main([str(tmp_path / "wheels"), "--release"]) == 2
    assert capsys.readouterr().err == (
        "PUBLICATION in graders/publication.py has no owner and no site. Expected all of owner, "
        "repository and site, since a release names full addresses. Fill them in, and build the "
        "lessons again.\n"
    )
    assert not (tmp_path / "wheels").exists()


def test_an_address_is_never_made_up():
    with pytest.raises(UnpublishedError, match="has no owner and no repository and no site"):
        Publication().wheel()


@pytest.fixture
def first_code(monkeypatch):
    """The source of a lesson's first code cell, built while the setting is set."""
    monkeypatch.setattr(build, "PUBLICATION", SET)
    text = build.release(build.solved_notebook(load(names()[0])))
    cells = nbformat.reads(text, as_version=4).cells
    return next(cell for cell in cells if cell.cell_type == "code")


def test_the_first_code_cell_gets_the_wheel_by_its_full_address_where_it_is_missing(first_code):
    assert f"%pip install -q {ADDRESS}\n" in f"{first_code.source}\n"
    assert first_code.metadata.nbgrader.locked


def run_with(monkeypatch, source, found):
    """Run the cell in a shell where the package is found or not; return what it installed."""
    from IPython.core.interactiveshell import InteractiveShell

    asked = []
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object() if found else None)
    monkeypatch.setattr(InteractiveShell, "run_line_magic", lambda self, *args: asked.append(args))
    for prompt in ("ps1", "ps2", "ps3"):  # a shell sets them for the whole process
        monkeypatch.setattr(sys, prompt, "", raising=False)
    shell = InteractiveShell()
    shell.history_manager.enabled = False
    code = shell.transform_cell(source)
    exec(compile(ast.parse(code), "<cell>", "exec"), {"get_ipython": lambda: shell})
    return asked


def test_the_cell_installs_only_where_nothing_is_found(monkeypatch, first_code):
    assert run_with(monkeypatch, first_code.source, found=True) == []
    assert run_with(monkeypatch, first_code.source, found=False) == [
        ("pip", f"install -q {ADDRESS}")
    ]


def test_the_cell_keeps_no_experiment_from_being_left_out(monkeypatch):
    def idle():
        text = build.release(build.solved_notebook(load(names()[0])))
        notebook = nbformat.reads(text, as_version=4)
        return idle_experiments(notebook, notebook)

    without = idle()
    monkeypatch.setattr(build, "PUBLICATION", SET)
    assert idle() == without != frozenset()


@pytest.mark.slow
def test_a_notebook_with_the_cell_is_graded(monkeypatch, mini):
    monkeypatch.setattr(build, "PUBLICATION", SET)
    solved = build.solved_notebook(load(mini))
    notebook = graders.paths.student_notebook(mini)
    monkeypatch.setattr(graders.paths, "ASSIGNMENTS", notebook.parents[1] / "published")
    published = graders.paths.student_notebook(mini)
    published.parent.mkdir(parents=True)
    published.write_text(build.release(solved), encoding="utf-8")
    graded = grade_submission(nbformat.writes(solved).encode(), materials(mini, seed=7))
    assert ADDRESS in graded.notebook
    assert {verdict.outcome for verdict in graded.verdicts.values()} == {Outcome.PASSED}


def test_while_it_is_unset_notebooks_have_no_such_cell():
    for path in ASSIGNMENTS.glob("*/*.ipynb"):
        assert PUBLICATION or "pip install" not in path.read_text(encoding="utf-8")


def test_whoever_lacks_an_extra_gets_the_full_address_when_there_is_one(monkeypatch):
    monkeypatch.setattr(extras, "PUBLICATION", SET)
    assert extras.sentence("nbgrader.apps") == (
        "The Python package nbgrader is not installed here; it comes with the extra `course`: "
        f"`pip install 'graders[course] @ {ADDRESS}'`; in the repository, `make setup` installs "
        "all of them."
    )
    assert ADDRESS.replace("/graders-", "/graders_answers-") in extras.without_answers()


def test_every_package_that_is_imported_has_an_extra_that_is_named():
    known = {*sys.stdlib_module_names, "graders", "numpy", "matplotlib"}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                modules = [node.module or ""]
            for module in modules:
                if module.partition(".")[0] not in known:
                    said = extras.sentence(module) or ""
                    assert "it comes with the extra" in said, f"{path}: {module}"


def test_what_is_no_extra_is_no_matter_of_installing():
    assert extras.sentence("graders.nowhere") is None
    assert extras.sentence("sphinks") is None
    assert extras.sentence(None) is None
