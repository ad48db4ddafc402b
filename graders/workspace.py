"""Folders that people work in: a learner's copy of a lesson, and the folder of a demo."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from graders.errors import RefusalError
from graders.paths import student_notebook

FOLDER = Path("work")
"""Where copies go unless another folder is named, below the current folder."""


class WorkspaceError(RefusalError):
    """The copy cannot be made; the message says what to do."""


def start(lesson: str, to: Path = FOLDER) -> Path:
    """Copy a fresh notebook to where the learner works, and return its path.

    Args:
        lesson: the lesson's name.
        to: the folder that holds a folder for each lesson.

    Raises:
        WorkspaceError: there is a copy already.
    """
    copy = to / lesson / f"{lesson}.ipynb"
    if copy.exists():
        raise WorkspaceError(
            f"{copy} exists already, and may hold your work. Expected a free place. Open it, or "
            f"run `graders reset {lesson}{_elsewhere(to)}` for a fresh one; reset keeps a backup."
        )
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(student_notebook(lesson), copy)
    return copy


def _elsewhere(to: Path) -> str:
    return "" if to == FOLDER else f" --to {to}"


def reset(lesson: str, to: Path = FOLDER) -> tuple[Path, Path]:
    """Put a fresh notebook in the place of the learner's, which is kept under a dated name.

    Returns:
        The path of the fresh notebook and that of the backup.

    Raises:
        WorkspaceError: there is nothing to reset.
    """
    copy = to / lesson / f"{lesson}.ipynb"
    if not copy.exists():
        raise WorkspaceError(
            f"There is no {copy} to reset. Expected a notebook that you started. Run "
            f"`graders start {lesson}{_elsewhere(to)}`."
        )
    moment = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    backup = copy.with_name(f"{lesson}.backup-{moment}.ipynb")
    number = 2
    while backup.exists():
        backup = copy.with_name(f"{lesson}.backup-{moment}-{number}.ipynb")
        number += 1
    copy.rename(backup)
    return start(lesson, to), backup


DEMO_MARK = "synthetic-class.txt"


def start_anew(folder: Path) -> None:
    """Make an empty folder for a demo; an earlier demo in it is removed.

    Raises:
        WorkspaceError: the folder holds something that no demo has made.
    """
    if folder.exists() and any(folder.iterdir()):
        if not (folder / DEMO_MARK).exists():
            raise WorkspaceError(
                f"{folder} holds files that no demo made. Expected an empty folder or an earlier "
                "demo, since everything in it is removed. Name another one with --course."
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DEMO_MARK).write_text("A synthetic class. `graders demo` makes it anew each time.\n")
