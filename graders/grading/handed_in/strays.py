"""Say what lies in the folder of submissions and is none for the lesson."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graders.grading.handed_in.choosing import ENDING, SHOWN, named
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


def flat_files(folder: Path, lesson: str) -> str:
    """Return what to do about notebooks that lie in no student's folder, or "" if there are none.

    Learning management systems give the files of a class in one folder, with the students' names
    in the names of the files. The sentence begins with a space.
    """
    with Folder.at(folder) as top:
        flat = [
            entry
            for entry in top.entries(most=None)[0]
            if entry.kind == "a file" and ENDING in entry.name.lower() and not _ignored(entry)
        ]
    if not flat:
        return ""
    are = "lies a notebook" if len(flat) == 1 else f"lie {len(flat)} notebooks"
    pattern = f".*/(?P<student_id>[^_/]+)_[^/]*(?P<file_id>{lesson})"
    return (
        f" Right in that folder {are}, as learning management systems put them together: "
        f"{named(flat)}. Move them to downloaded/{lesson}/archive in the course; then `nbgrader "
        f"zip_collect {lesson} --FileNameCollectorPlugin.named_regexp='{pattern}'` gives each "
        "student a folder. This pattern takes what stands before the first '_' for the student."
    )


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
