"""Where things are. The only module that knows the layout of the repository, and of the wheels.

A wheel holds the student notebooks and the data that lessons read inside the package; the solutions
come there with the second wheel, `graders-answers`.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The repository, where this is one."""

PACKAGE = Path(__file__).resolve().parent
HOME = ROOT if (ROOT / "pyproject.toml").is_file() else PACKAGE
"""What holds the folders of lessons: the repository, or the installed package."""

SOLUTIONS = HOME / "solutions"
ASSIGNMENTS = HOME / "assignments"
FROZEN = PACKAGE / "frozen"
COURSE = ROOT / "tests" / "course"
"""The exercises as learners write them: in the repository alone."""

DATASETS = HOME / "datasets"
SOLVED_DATA = DATASETS / "synthetic_class"
"""The data set that holds right solutions."""


def solution_source(lesson: str) -> Path:
    """Return the lesson's source, the one file that people write."""
    return SOLUTIONS / lesson / f"{lesson}.py"


def ways_file(lesson: str) -> Path:
    """Return the file of the other right ways of a lesson, which the build writes."""
    return SOLUTIONS / lesson / "ways.json"


def solution_notebook(lesson: str) -> Path:
    """Return the solved notebook that the build pairs with the source."""
    return SOLUTIONS / lesson / f"{lesson}.ipynb"


def student_notebook(lesson: str) -> Path:
    """Return the notebook that a student opens."""
    return ASSIGNMENTS / lesson / f"{lesson}.ipynb"


def frozen_folder(lesson: str) -> Path:
    """Return the folder of a lesson's frozen tables."""
    return FROZEN / lesson


def public_data() -> list[Path]:
    """Return the data sets that a learner may read."""
    return [path for path in sorted(DATASETS.glob("*")) if path != SOLVED_DATA]
