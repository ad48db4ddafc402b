"""The two wheels: `graders` without a single answer, and `graders-answers` with all of them.

`python -m graders.authoring.wheel FOLDER` builds both; with `--release` only where the workbook has
an address under which it is published.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from graders.errors import RefusalError
from graders.paths import ASSIGNMENTS, DATASETS, PACKAGE, ROOT, SOLUTIONS, SOLVED_DATA, public_data
from graders.publication import PUBLICATION

LESSONS = PACKAGE / "lessons"
_LITTER = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", ".mypy_cache")


def build_wheels(to: Path) -> tuple[Path, Path]:
    """Build both wheels from the files of the repository, without a network.

    Args:
        to: the folder for the wheels.

    Returns:
        The paths of the thin wheel and of the one with the answers.

    Raises:
        RefusalError: this is no repository, or setuptools fails; the message says why.
    """
    if not (ROOT / "pyproject.toml").is_file():
        raise RefusalError(
            f"Wheels are built from the repository, and {ROOT} is none. Expected pyproject.toml "
            "there. Run this in a clone of the repository."
        )
    with tempfile.TemporaryDirectory(prefix="graders-wheels-") as folder:
        thin, answers = Path(folder, "thin"), Path(folder, "answers")
        _stage_thin(thin)
        _stage_answers(answers)
        return _built(thin, to), _built(answers, to)


def _stage_thin(stage: Path) -> None:
    """Lay out what a learner's machine needs."""
    inside = stage / "graders"
    shutil.copytree(PACKAGE, inside, ignore=_without(LESSONS))
    for notebook in sorted(ASSIGNMENTS.glob("*/*.ipynb")):
        _copy(notebook, inside / "assignments" / notebook.relative_to(ASSIGNMENTS))
    for data in public_data():
        _copy(data, inside / "datasets" / data.relative_to(DATASETS))
    _copy(ROOT / "nbgrader_config.py", inside / "nbgrader_config.py")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        _copy(ROOT / name, stage / name)


def _stage_answers(stage: Path) -> None:
    """Lay out solutions, contracts and the class that is made from solutions."""
    inside = stage / "graders"
    shutil.copytree(LESSONS, inside / "lessons", ignore=_LITTER)
    for source in sorted([*SOLUTIONS.glob("*/*.py"), *SOLUTIONS.glob("*/ways.json")]):
        _copy(source, inside / "solutions" / source.relative_to(SOLUTIONS))
    _copy(SOLVED_DATA, inside / "datasets" / SOLVED_DATA.relative_to(DATASETS))
    _copy(ROOT / "answers" / "pyproject.toml", stage / "pyproject.toml")
    _copy(ROOT / "LICENSE", stage / "LICENSE")


def _without(left_out: Path) -> Callable[[str, list[str]], set[str]]:
    def ignored(folder: str, names: list[str]) -> set[str]:
        return {*_LITTER(folder, names), *(n for n in names if Path(folder, n) == left_out)}

    return ignored


def _copy(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, to, ignore=_LITTER)
    else:
        shutil.copyfile(source, to)


def _built(stage: Path, to: Path) -> Path:
    """Run setuptools on a folder and return the wheel."""
    fresh = stage / "wheels"
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    command += ["--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(fresh), "."]
    done = subprocess.run(command, cwd=stage, capture_output=True, text=True, check=False)
    made = sorted(fresh.glob("*.whl"))
    if done.returncode or len(made) != 1:
        said = (done.stderr or done.stdout).strip()[-500:]
        raise RefusalError(f"No wheel came from {stage.name}: pip said: {said}")
    to.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(made[0], to / made[0].name))


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the wheels, say where they are, and return the exit status."""
    parser = argparse.ArgumentParser(description="Builds the wheels of the workbook.")
    parser.add_argument("folder", type=Path, help="where the wheels go")
    parser.add_argument("--release", action="store_true", help="refuse unless there is an address")
    args = parser.parse_args(arguments)
    try:
        if args.release:
            PUBLICATION.require()
        for path in build_wheels(args.folder):
            sys.stdout.write(f"{path}\n")
    except RefusalError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
