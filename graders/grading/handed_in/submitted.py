"""Find what the students of a class have handed in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

from graders.grading.handed_in.choosing import choose, named, no_link
from graders.grading.handed_in.opening import (
    LISTED,
    Entry,
    Folder,
    NotOpenedError,
    TooLargeError,
)
from graders.grading.handed_in.reading import MAX_BYTES, too_large
from graders.grading.handed_in.timestamp import TIMESTAMP, Timestamp, read_timestamp
from graders.lessons import names
from graders.wording import quoted

SECRET = "submission_secret.txt"
"""By this file of the student's, nbgrader's exchange gives a page to whom it belongs."""

IGNORED = (
    ".ipynb_checkpoints", "__pycache__", ".git", "__MACOSX", ".DS_Store", "Thumbs.db",
    "desktop.ini", TIMESTAMP, SECRET,
)  # fmt: skip
"""What programs leave in folders, and nobody hands in; neither a student nor worth a remark."""

SHADOW = "._"
"""How the names of files begin in which macOS keeps what other systems have no place for."""

LONGEST_NAME = 128
"""How many characters of a student's name the gradebook keeps, in nbgrader's tables and in ours."""

NEARLY = 0.8
"""How alike a folder's name and the lesson's are, at least, if one was meant for the other."""

LONGEST_LINE = 1_000
"""How large a file may be that holds one line."""

NOTHING_RECORDED = "Nothing was recorded for this student."


@dataclass(frozen=True)
class Submission:
    """What one student handed in for one lesson.

    Args:
        student: the name of the student's folder.
        folder: the student's folder for the lesson.
        notebook: the file to grade, or None.
        remarks: what is odd about the files.
        trouble: why there is nothing to grade, or None.
        refused: whether nothing can be recorded: the folder is only nearly called as the lesson,
            or its student's name cannot be kept.
    """

    student: str
    folder: Path
    notebook: Path | None
    remarks: tuple[str, ...] = ()
    trouble: str | None = None
    refused: bool = False

    def read(self) -> bytes:
        """Return the bytes of the notebook's file.

        Raises:
            OSError: it cannot be read, is no longer a file, or is larger than what is read.
        """
        if self.notebook is None:
            return b""
        with self._opened() as folder:
            if self.notebook.parent == self.folder:
                return folder.read(self.notebook.name, MAX_BYTES)
            with folder.folder(self.notebook.parent.name) as inner:  # one too deep
                return inner.read(self.notebook.name, MAX_BYTES)

    def handed_in(self) -> Timestamp:
        """Return what `timestamp.txt` says about when it was handed in."""
        try:
            with self._opened() as folder:
                return read_timestamp(folder)
        except OSError:  # the folder is gone meanwhile
            return Timestamp()

    def timestamp(self) -> datetime | None:
        """Return when it was handed in, in UTC, or None where no `timestamp.txt` says it."""
        return self.handed_in().when

    def line(self, name: str, like: re.Pattern[str]) -> str:
        """Return the one line that a file beside the notebook holds, or "" if it is none such.

        Args:
            name: the file's name.
            like: what the line looks like.
        """
        try:
            with self._opened() as folder:
                text = folder.read(name, LONGEST_LINE).decode("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return ""
        return text if like.fullmatch(text) else ""

    def _opened(self) -> Folder:
        """Open the folder, from the folder of submissions on."""
        home = self.folder.parent
        with Folder.at(home.parent) as top, top.folder(home.name) as student:
            return student.folder(self.folder.name)


def submissions(folder: Path, lesson: str) -> list[Submission]:
    """Return everything that was handed in for a lesson, by student.

    Args:
        folder: holds one folder per student, with one folder per lesson in each. It may be a link;
            nothing in it is followed.
        lesson: the lesson's name.
    """
    with Folder.at(folder) as top:
        entries, _ = top.entries(most=None)
        found = [
            _found(top, folder / entry.name / lesson, entry)
            for entry in entries
            if entry.name not in IGNORED and entry.kind in ("a folder", "a link")
        ]
    return [submission for submission in found if submission is not None]


def unreadable(error: OSError) -> str:
    """Return what to say of a notebook that could not be read."""
    if isinstance(error, NotOpenedError):
        return f"In the place of the notebook there is {error.what} now. {no_link('file')}"
    if isinstance(error, TooLargeError):
        return too_large()
    return (
        f"The file cannot be read ({error.strerror or error}). A file that you may read was "
        "expected. Change its permissions, and grade again."
    )


def unusable(name: str) -> str | None:
    """Return why a name cannot be a student's, or None if it can; what to do comes with it."""
    again = f" Rename the folder, and grade again. {NOTHING_RECORDED}"
    if not name.isascii() and any("\ud800" <= c <= "\udfff" for c in name):
        return (
            "The folder's name is not UTF-8 text, as it happens with archives that were made "
            "under Windows, and the gradebook cannot keep it." + again
        )
    if len(name) > LONGEST_NAME:
        return (
            f"The folder's name has {len(name)} characters, and the gradebook keeps "
            f"{LONGEST_NAME}." + again
        )
    return None


def _found(top: Folder, place: Path, entry: Entry) -> Submission | None:
    """Return what is in a student's folder for the lesson, or None."""
    found = _looked_up(top, place, entry)
    why = unusable(entry.name)
    if found is None or why is None:
        return found
    return Submission(entry.name, found.folder, None, trouble=why, refused=True)


def _looked_up(top: Folder, place: Path, entry: Entry) -> Submission | None:
    """Return the same, whatever the student's name is."""
    student, lesson = entry.name, place.name
    if entry.kind == "a link":
        trouble = f"The student's folder is a link. {no_link('folder')} {NOTHING_RECORDED}"
        return Submission(student, place, None, trouble=trouble, refused=True)
    try:
        with top.folder(student) as home:
            try:
                found = home.folder(lesson)
            except FileNotFoundError:
                return _misnamed(home, place)
            except NotOpenedError as error:
                if error.what == "a file":
                    return None
                trouble = f"'{lesson}' is {error.what}. {no_link('folder')}"
                return Submission(student, place, None, trouble=trouble)
            with found as folder:  # what is gone meanwhile is no folder that was never there
                return _submission(folder, place)
    except OSError as error:
        trouble = (
            f"The folder cannot be read ({error.strerror or error}). One that you may read was "
            "expected. Change its permissions, and grade again."
        )
        return Submission(student, place, None, trouble=trouble)


def _misnamed(home: Folder, place: Path) -> Submission | None:
    """Return what lies in a folder that is nearly called as the lesson, or None."""
    lesson = place.name
    for entry in _others(home)[0]:
        other = entry.name in names() or entry.kind != "a folder"
        if other or SequenceMatcher(None, entry.name, lesson).ratio() < NEARLY:
            continue
        trouble = (
            f"There is no folder '{lesson}', but there is {quoted(entry.name)}. Rename it if it "
            f"holds the submission, and grade again. {NOTHING_RECORDED}"
        )
        path = place.with_name(entry.name)
        return Submission(place.parent.name, path, None, trouble=trouble, refused=True)
    return None


def _submission(folder: Folder, place: Path) -> Submission:
    """Return the submission in a folder: its notebook, or why there is none."""
    student, usual = place.parent.name, f"{place.name}.ipynb"
    others, more = _others(folder)
    remark = read_timestamp(folder).remark
    stamped = (remark,) if remark else ()
    choice = choose(folder, usual, others, more)
    if choice.name is None:
        return Submission(student, place, None, stamped, choice.trouble)
    beside = [entry for entry in others if entry.name not in (choice.name, choice.inside)]
    remarks = (*choice.remarks, *_beside(beside, more), *stamped)
    if choice.size > MAX_BYTES:
        return Submission(student, place, None, remarks, too_large())
    return Submission(student, place, place / choice.inside / choice.name, remarks)


def _beside(others: list[Entry], more: bool) -> tuple[str, ...]:
    """Return what to say about what lies beside a notebook."""
    if more:  # which of them were looked at is chance
        return (f"The folder holds more than {LISTED} things; only the notebook was used.",)
    usual = [entry for entry in others if entry.kind in ("a file", "a folder")]
    odd = [entry for entry in others if entry not in usual]
    said = []
    if usual:
        said.append(f"Other files were handed in and were not used: {named(usual)}.")
    if odd:
        said.append(f"Links and the like were handed in and were not opened: {named(odd)}.")
    return tuple(said)


def _others(folder: Folder) -> tuple[list[Entry], bool]:
    """Return what there is in a folder that somebody put there, and whether there is more."""
    found, more = folder.entries()
    return [entry for entry in found if not _is_usual(entry)], more


def _is_usual(entry: Entry) -> bool:
    """Return whether programs leave it there; a link of such a name is none of theirs."""
    usual = entry.name in IGNORED or entry.name.startswith(SHADOW)
    return usual and (entry.kind in ("a file", "a folder") or entry.name == TIMESTAMP)
