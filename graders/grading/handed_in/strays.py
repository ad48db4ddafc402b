"""Say what lies in the folder of submissions and is none for the lesson."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graders.grading.handed_in.choosing import SHOWN
from graders.grading.handed_in.opening import LISTED, Entry, Folder
from graders.grading.handed_in.submitted import IGNORED, Submission
from graders.wording import shown


def strays(folder: Path, lesson: str, found: Iterable[Submission]) -> tuple[str, ...]:
    """Return a sentence for everything in the folder that no submission was taken from.

    Args:
        folder: the folder of submissions.
        lesson: the lesson's name.
        found: the submissions in the folder.
    """
    students = {submission.folder.parent.name for submission in found}
    with Folder.at(folder) as top:
        others = [entry for entry in top.entries(most=None)[0] if entry.name not in students]
        return tuple(_sentence(top, entry, lesson) for entry in others if not _ignored(entry))


def _sentence(top: Folder, entry: Entry, lesson: str) -> str:
    name = shown(entry.name)
    if entry.kind != "a folder":
        what = "" if entry.kind == "a file" else f" ({entry.kind})"
        return f"{name}: not a student's folder{what}."
    try:
        with top.folder(entry.name) as home:
            entries, unseen = home.entries()
    except OSError as error:
        return f"{name}: the folder cannot be read ({error.strerror or error})."
    if unseen:
        return f"{name}: no folder {lesson}; there are more than {LISTED} other things."
    names = [shown(one.name) for one in entries if not _ignored(one)]
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    there = f"there is {', '.join(names[:SHOWN])}{more}" if names else "the folder is empty"
    return f"{name}: no folder {lesson}; {there}."


def _ignored(entry: Entry) -> bool:
    return entry.name in IGNORED or entry.name.startswith(".")
