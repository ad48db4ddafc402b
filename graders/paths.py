"""Where things are. The only module that knows the layout of the repository."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The repository."""

SOLUTIONS = ROOT / "solutions"
ASSIGNMENTS = ROOT / "assignments"
FROZEN = Path(__file__).resolve().parent / "frozen"


def solution_source(lesson: str) -> Path:
    """Return the lesson's source, the one file that people write."""
    return SOLUTIONS / lesson / f"{lesson}.py"


def solution_notebook(lesson: str) -> Path:
    """Return the solved notebook that the build pairs with the source."""
    return SOLUTIONS / lesson / f"{lesson}.ipynb"


def student_notebook(lesson: str) -> Path:
    """Return the notebook that a student opens."""
    return ASSIGNMENTS / lesson / f"{lesson}.ipynb"


def frozen_folder(lesson: str) -> Path:
    """Return the folder of a lesson's frozen tables."""
    return FROZEN / lesson
