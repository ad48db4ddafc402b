"""Folders as they should not be handed in; each is harmless."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

SECRET = "canary-4711"
"""What stands in a file that only the grader may read."""

Make = Callable[[Path, str, str, bytes], None]
"""Makes one folder: from the folder of submissions, the student, the lesson, a notebook."""


def hand_in(submitted: Path, student: str | bytes, lesson: str, notebook: bytes) -> Path:
    """Hand in a notebook in the usual place, and return its folder."""
    folder = submitted / os.fsdecode(student) / lesson
    folder.mkdir(parents=True)
    (folder / f"{lesson}.ipynb").write_bytes(notebook)
    return folder


def secret(submitted: Path) -> Path:
    """Return a file outside of the submissions, which nothing may show."""
    path = submitted.parent / "secret.txt"
    path.write_text(f"2026-05-04 12:30:00 UTC\n{SECRET}\n", encoding="utf-8")
    return path


def notebook_is_a_link(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook) / f"{lesson}.ipynb"
    place.unlink()
    place.symlink_to(f"../../anna/{lesson}/{lesson}.ipynb")


def notebook_is_a_pipe(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook) / f"{lesson}.ipynb"
    place.unlink()
    os.mkfifo(place)


def notebook_is_a_socket(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook) / f"{lesson}.ipynb"
    place.unlink()
    before = os.open(".", os.O_RDONLY)
    os.chdir(place.parent)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(place.name)
    finally:
        os.fchdir(before)
        os.close(before)


def notebook_is_huge(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook) / f"{lesson}.ipynb"
    os.truncate(place, 1_000_000_000_000)  # a hole: it takes no room


def lesson_is_a_link(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    (submitted / student).mkdir()
    (submitted / student / lesson).symlink_to(f"../anna/{lesson}")


def student_is_a_link(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    (submitted / student).symlink_to("anna")


def timestamp_is_a_link(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook)
    (place / "timestamp.txt").symlink_to(secret(submitted))


def timestamp_is_a_pipe(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    os.mkfifo(hand_in(submitted, student, lesson, notebook) / "timestamp.txt")


def timestamp_is_a_folder(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    (hand_in(submitted, student, lesson, notebook) / "timestamp.txt").mkdir()


def timestamp_is_huge(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook) / "timestamp.txt"
    place.touch()
    os.truncate(place, 1_000_000_000_000)


def timestamp_says_no_time(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook)
    (place / "timestamp.txt").write_text("yesterday\n", encoding="utf-8")


def links_beside(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook)
    (place / "data.csv").symlink_to(secret(submitted))
    (place / "folder").mkdir()
    (place / "folder" / "deeper.csv").symlink_to(secret(submitted))
    os.mkfifo(place / "folder" / "pipe")


def file_beside_is_no_utf8(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook)
    (place / os.fsdecode(b"L\xf6sung.txt")).touch()


def notebook_is_no_utf8(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook)
    (place / f"{lesson}.ipynb").rename(place / os.fsdecode(b"L\xf6sung.ipynb"))


def usual(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    hand_in(submitted, student, lesson, notebook)


def many_files(submitted: Path, student: str, lesson: str, notebook: bytes) -> None:
    place = hand_in(submitted, student, lesson, notebook)
    for at in range(3_000):
        (place / f"{at}.txt").touch()


LINK = "nothing is followed out of what was handed in. Put the {} itself there, and grade again."
RENAME = "Rename the folder, and grade again. Nothing was recorded for this student."
TIME = (
    "A line such as '2026-05-04 12:30:00 UTC' was expected; without one the submission counts as "
    "handed in at no certain time. If that matters, mend the file, and grade again."
)
_FOLDERS: tuple[tuple[Make, float | None, str], ...] = (
    (
        notebook_is_a_link, 0.0,
        f"'00_mini.ipynb' is a link. A file was expected; {LINK.format('file')}",
    ),
    (
        notebook_is_a_pipe, 0.0,
        f"'00_mini.ipynb' is a pipe. A file was expected; {LINK.format('file')}",
    ),
    (
        notebook_is_a_socket, 0.0,
        f"'00_mini.ipynb' is a socket. A file was expected; {LINK.format('file')}",
    ),
    (notebook_is_huge, 0.0, "The file is larger than "),
    (
        lesson_is_a_link, 0.0,
        f"'00_mini' is a link. A folder was expected; {LINK.format('folder')}",
    ),
    (
        student_is_a_link, None,
        f"The student's folder is a link. A folder was expected; {LINK.format('folder')} Nothing "
        "was recorded for this student.",
    ),
    (
        timestamp_is_a_link, 100.0,
        f"The file 'timestamp.txt' is a link, and was not opened. {TIME}",
    ),
    (
        timestamp_is_a_pipe, 100.0,
        f"The file 'timestamp.txt' is a pipe, and was not opened. {TIME}",
    ),
    (
        timestamp_is_a_folder, 100.0,
        f"The file 'timestamp.txt' is a folder, and was not opened. {TIME}",
    ),
    (
        timestamp_is_huge, 100.0,
        f"The file 'timestamp.txt' is larger than 1 kB, and was not read. {TIME}",
    ),
    (
        timestamp_says_no_time, 100.0,
        f"The file 'timestamp.txt' says 'yesterday', which is no time. {TIME}",
    ),
    (
        links_beside, 100.0,
        "Links and the like were handed in and were not opened: 'data.csv' (a link).",
    ),
    (
        file_beside_is_no_utf8, 100.0,
        r"Other files were handed in and were not used: 'L\udcf6sung.txt'.",
    ),
    (
        notebook_is_no_utf8, 100.0,
        r"The file is called 'L\udcf6sung.ipynb', not '00_mini.ipynb'.",
    ),
    (
        many_files, 100.0,
        "The folder holds more than 1000 things; only the notebook was used.",
    ),
)  # fmt: skip

CASES: dict[str, tuple[Make, float | None, str]] = {
    make.__name__: (make, points, says) for make, points, says in _FOLDERS
} | {
    os.fsdecode(b"J\xf6rg"): (
        usual,
        None,
        "The folder's name is not UTF-8 text, as it happens with archives that were made under "
        f"Windows, and the gradebook cannot keep it. {RENAME}",
    ),
    "m" * 129: (
        usual,
        None,
        f"The folder's name has 129 characters, and the gradebook keeps 128. {RENAME}",
    ),
}
"""By student: what makes the folder, what is earned, and what is said.

Nothing is earned where nothing is recorded.
"""

KEPT = (
    "[ab]*?", "a\nb", ".hidden", "\x1b[31m", "'quoted\"", " spaces ", "~", "=1+1", "-x", "*",
    "{}", "\\", "%s", "\u202egnp", "\t", "m" * 128, "C:", "<b>", "a,b",
)  # fmt: skip
"""Names of students that are odd, and can be kept."""
