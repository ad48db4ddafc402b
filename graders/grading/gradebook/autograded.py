"""The folder of autograded notebooks, in which no link is followed."""

from __future__ import annotations

import contextlib
from contextlib import AbstractContextManager
from pathlib import Path

from graders.grading.handed_in.opening import (
    Folder,
    NotOpenedError,
    lesson_folder,
    made_lesson_folder,
)

AUTOGRADED = "autograded"
"""What the folder is called, as nbgrader calls it."""


def read_autograded(course: Path, student: str, lesson: str) -> str:
    """Return the autograded notebook of a submission; raise OSError where there is none."""
    with (
        lesson_folder(course / AUTOGRADED / student / lesson) as folder,
        folder.opened(f"{lesson}.ipynb") as descriptor,
        open(descriptor, encoding="utf-8", closefd=False) as file,
    ):
        return file.read()


def autograded_students(folder: Path, lesson: str) -> list[str]:
    """Return who has an autograded notebook of a lesson in a folder; no link is followed."""
    found: list[str] = []
    if not folder.is_dir():
        return found
    with Folder.at(folder) as top:
        for entry in top.entries(None)[0]:
            with (
                contextlib.suppress(FileNotFoundError, NotOpenedError),
                top.folder(entry.name) as home,
                home.folder(lesson) as of_lesson,
                of_lesson.opened(f"{lesson}.ipynb"),
            ):
                found.append(entry.name)
    return found


def autograded_folder(course: Path, student: str, lesson: str) -> AbstractContextManager[Folder]:
    """Open the folder of an autograded notebook, which is made if need be; no link is followed."""
    return made_lesson_folder(course / AUTOGRADED / student / lesson)
