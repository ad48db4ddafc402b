"""Say what lies in the folder of submissions and is none for the lesson."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graders.grading.handed_in.submitted import IGNORED, Submission

SHOWN = 5


def strays(folder: Path, lesson: str, found: Iterable[Submission]) -> tuple[str, ...]:
    """Return a sentence for everything in the folder that no submission was taken from.

    Args:
        folder: the folder of submissions.
        lesson: the lesson's name.
        found: the submissions in the folder.
    """
    students = {submission.student for submission in found}
    others = [path for path in sorted(folder.iterdir()) if path.name not in students]
    return tuple(_sentence(path, lesson) for path in others if not _ignored(path))


def _sentence(path: Path, lesson: str) -> str:
    if not path.is_dir():
        return f"{path.name[:60]}: not a student's folder."
    try:
        names = [p.name[:60] for p in sorted(path.iterdir()) if not _ignored(p)]
    except OSError as error:
        return f"{path.name[:60]}: the folder cannot be read ({error.strerror})."
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    there = f"there is {', '.join(names[:SHOWN])}{more}" if names else "the folder is empty"
    return f"{path.name[:60]}: no folder {lesson}; {there}."


def _ignored(path: Path) -> bool:
    return path.name in IGNORED or path.name.startswith(".")
