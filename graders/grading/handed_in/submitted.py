"""Find what the students of a class have handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

from graders.grading.handed_in.reading import MAX_BYTES
from graders.lessons import names

TIMESTAMP = "timestamp.txt"
IGNORED = (".ipynb_checkpoints", "__pycache__", ".DS_Store", "Thumbs.db", TIMESTAMP)
NEARLY = 0.8
"""How alike a folder's name and the lesson's are, at least, if one was meant for the other."""


@dataclass(frozen=True)
class Submission:
    """What one student handed in for one lesson.

    Args:
        student: the name of the student's folder.
        folder: the student's folder for the lesson.
        notebook: the file to grade, or None.
        remarks: what is odd about the files.
        trouble: why there is nothing to grade, or None.
        misnamed: whether the folder is only nearly called as the lesson: nothing is recorded.
    """

    student: str
    folder: Path
    notebook: Path | None
    remarks: tuple[str, ...] = ()
    trouble: str | None = None
    misnamed: bool = False

    def read(self) -> bytes:
        """Return the bytes of the notebook's file, or as many as tell that it is too large."""
        if self.notebook is None:
            return b""
        with self.notebook.open("rb") as file:
            return file.read(MAX_BYTES + 1)

    def timestamp(self) -> datetime | None:
        """Return when it was handed in, in UTC, or None where no `timestamp.txt` says it.

        The file's own time is none that counts: it changes when files are copied. nbgrader sees
        it so too, and formgrader takes submissions with another time for not yet graded.
        """
        from nbgrader.utils import parse_utc

        path = self.folder / TIMESTAMP
        text = path.read_text(encoding="utf-8", errors="replace").strip() if path.exists() else ""
        try:
            parsed: datetime | None = parse_utc(text) if text else None
        except (ValueError, OverflowError, TypeError):
            return None
        return parsed


def submissions(folder: Path, lesson: str) -> list[Submission]:
    """Return everything that was handed in for a lesson, by student.

    Args:
        folder: holds one folder per student, with one folder per lesson in each.
        lesson: the lesson's name.
    """
    found = (_found(student, lesson) for student in sorted(folder.iterdir()))
    return [submission for submission in found if submission is not None]


def _found(student: Path, lesson: str) -> Submission | None:
    """Return what is in a student's folder for the lesson, or None."""
    folder = student / lesson
    try:
        if folder.is_dir():
            return _submission(folder, lesson)
        return _misnamed(student, lesson) if student.is_dir() else None
    except OSError as error:
        trouble = (
            f"The folder cannot be read ({error.strerror}). One that you may read was expected. "
            "Change its permissions, and grade again."
        )
        return Submission(student.name, folder, None, trouble=trouble)


def _misnamed(student: Path, lesson: str) -> Submission | None:
    """Return what lies in a folder that is nearly called as the lesson, or None."""
    for path in _files(student):
        other = path.name in names() or not path.is_dir()
        if other or SequenceMatcher(None, path.name, lesson).ratio() < NEARLY:
            continue
        trouble = (
            f"There is no folder '{lesson}', but there is '{path.name[:60]}'. Rename it if it "
            "holds the submission, and grade again. Nothing was recorded for this student."
        )
        return Submission(student.name, path, None, trouble=trouble, misnamed=True)
    return None


def _submission(folder: Path, lesson: str) -> Submission:
    """Return the submission in a folder: its notebook, or why there is none."""
    student, usual = folder.parent.name, folder / f"{lesson}.ipynb"
    notebooks = sorted(p for p in folder.glob("*.ipynb") if p.is_file())
    if usual.is_file():
        return Submission(student, folder, usual, beside_remarks(usual))
    if len(notebooks) == 1:
        remark = f"The file is called '{notebooks[0].name}', not '{usual.name}'."
        remarks = (remark, *beside_remarks(notebooks[0]))
        return Submission(student, folder, notebooks[0], remarks)
    names = _names(notebooks or _files(folder))
    if notebooks:
        trouble = f"There are several notebooks: {names}. One called '{usual.name}' was expected."
    elif names:
        trouble = f"There is no notebook, only {names}. A file '{usual.name}' was expected."
    else:
        trouble = f"The folder is empty. A file '{usual.name}' was expected."
    again = " Ask for it, or put it there, and grade again."
    return Submission(student, folder, None, trouble=trouble + again)


def beside_remarks(notebook: Path) -> tuple[str, ...]:
    """Return what to say about the other files in a notebook's folder."""
    others = [path for path in _files(notebook.parent) if path.name != notebook.name]
    if not others:
        return ()
    return (f"Other files were handed in and were not used: {_names(others)}.",)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name not in IGNORED)


def _names(paths: list[Path]) -> str:
    shown = ", ".join(f"'{path.name[:60]}'" for path in paths[:5])
    return shown + (f" and {len(paths) - 5} more" if len(paths) > 5 else "")
