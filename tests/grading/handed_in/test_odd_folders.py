"""Whatever one folder holds costs that student at most, and nothing in it leads out of it."""

from __future__ import annotations

import csv
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import MINI, as_bytes
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from odd_folders import CASES, KEPT, SECRET, hand_in, secret, timestamp_is_a_folder

from graders.grading import ClassResult, grade_class
from graders.grading.gradebook.address import database
from graders.grading.gradebook.autograded import read_autograded
from graders.grading.handed_in.copying import Copy
from graders.grading.handed_in.opening import Folder, NotOpenedError
from graders.grading.handed_in.strays import strays
from graders.grading.handed_in.submitted import LONGEST_NAME, submissions
from graders.reporting import class_text, export
from graders.wording import one_line, shown

pytestmark = pytest.mark.usefixtures("no_kernel")


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    """End a test that waits for a pipe instead of waiting with it."""
    signal.alarm(60)
    yield
    signal.alarm(0)


@pytest.fixture
def submitted(mini: str, tmp_path: Path, solved: NotebookNode) -> Path:
    """Submissions of two honest students."""
    folder = tmp_path / "course" / "submitted"
    for student in ("anna", "zoe"):
        hand_in(folder, student, MINI, as_bytes(solved))
    return folder


def rows(course: Path) -> list[tuple[str, str]]:
    """Return the lines of remarks.csv."""
    *_, path = export(MINI, course, course)
    with path.open(newline="", encoding="utf-8") as file:
        return [(line[0], line[1]) for line in csv.reader(file)][1:]


def scores(course: Path) -> dict[str, float]:
    with Gradebook(database(course)) as book:
        return {s.student.id: s.score for s in book.assignment_submissions(MINI)}


def written(course: Path) -> bytes:
    """Return everything that grading wrote."""
    paths = [p for p in course.rglob("*") if p.is_file() and "submitted" not in p.parts]
    return b"".join(path.read_bytes() for path in paths if path.name != "secret.txt")


def unharmed(result: ClassResult) -> bool:
    points = {student.student: student.points for student in result.students}
    return points["anna"] == points["zoe"] == 100.0


def test_odd_folders_cost_their_students_at_most(submitted: Path, solved: NotebookNode) -> None:
    course = submitted.parent
    for student, (make, *_) in CASES.items():
        make(submitted, student, MINI, as_bytes(solved))
    result = grade_class(MINI, course)
    assert unharmed(result)
    expected = {student: (points, says) for student, (_, points, says) in CASES.items()}
    found = {one.student: one for one in result.students}
    assert found.keys() == {"anna", "zoe", *expected}
    saved, remarks, table = scores(course), rows(course), class_text(result, width=200)
    for row, (points, says) in expected.items():
        one = found[row]
        assert (one.points if one.verdicts else None) == points, row
        said = [*one.remarks, one.trouble or ""]
        assert any(sentence.startswith(says) for sentence in said), said
        assert saved.get(row) == points, row
        assert shown(row, 200)[:20] in table  # a long one is folded
        if one.trouble is None or points is None:
            kept = one_line(row) if len(row) <= LONGEST_NAME else f"{row[:125]}..."
            assert any(who == kept and says in sentence for who, sentence in remarks), row
    assert SECRET.encode() not in written(course)
    again: list[int] = []
    assert unharmed(grade_class(MINI, course, on_start=lambda start: again.append(start.unchanged)))
    assert again == [2 + sum(points is not None for points, _ in expected.values())]


def test_odd_names_are_graded_and_have_rows_of_their_own(
    submitted: Path, solved: NotebookNode
) -> None:
    course = submitted.parent
    for student in KEPT:
        hand_in(submitted, student, MINI, as_bytes(solved))
    result = grade_class(MINI, course)
    assert unharmed(result)
    assert {s.student for s in result.students} == {"anna", "zoe", *KEPT}
    assert {(s.points, s.trouble, s.remarks) for s in result.students} == {(100.0, None, ())}
    assert scores(course) == dict.fromkeys(["anna", "zoe", *KEPT], 100.0)
    again: list[int] = []
    grade_class(MINI, course, on_start=lambda start: again.append(start.unchanged))
    assert again == [2 + len(KEPT)]
    assert all("scaled" in read_autograded(course, student, MINI) for student in KEPT)


@pytest.mark.parametrize("name", [".git", ".ipynb_checkpoints", "__MACOSX", "__pycache__"])
def test_what_programs_leave_is_no_student(
    submitted: Path, solved: NotebookNode, name: str
) -> None:
    hand_in(submitted, name, MINI, as_bytes(solved))
    result = grade_class(MINI, submitted.parent)
    assert [student.student for student in result.students] == ["anna", "zoe"]
    assert result.strays == ()


def test_the_folder_of_submissions_itself_may_be_a_link(submitted: Path) -> None:
    course = submitted.parent
    submitted.rename(course / "elsewhere")
    submitted.symlink_to("elsewhere")
    assert unharmed(grade_class(MINI, course))


def test_a_timestamp_that_becomes_a_folder_harms_nobody(
    submitted: Path, solved: NotebookNode
) -> None:
    course = submitted.parent
    place = hand_in(submitted, "bob", MINI, as_bytes(solved)) / "timestamp.txt"
    place.write_text("2026-05-04 12:30:00 UTC", encoding="utf-8")
    grade_class(MINI, course)
    copied = course / "autograded" / "bob" / MINI / "timestamp.txt"
    assert copied.read_text(encoding="utf-8") == "2026-05-04 12:30:00 UTC"
    place.unlink()
    place.mkdir()
    timestamp_is_a_folder(submitted, "mia", MINI, as_bytes(solved))
    result = grade_class(MINI, course)
    assert unharmed(result)
    assert len(result.students) == 4
    assert not copied.exists()


def test_nothing_is_written_through_a_link_among_the_autograded(
    submitted: Path, solved: NotebookNode
) -> None:
    course = submitted.parent
    hand_in(submitted, "mia", MINI, as_bytes(solved))
    outside = course / "outside"
    outside.mkdir()
    (course / "autograded").mkdir()
    (course / "autograded" / "mia").symlink_to(outside)
    result = grade_class(MINI, course)
    assert unharmed(result)
    (mia,) = result.troubles
    assert mia.student == "mia"
    assert str(mia.trouble) == (
        "The result could not be written: in the place of the student's folder in 'autograded', "
        "or of what is in it, there is a link. Nothing is written through it. Remove it, and grade "
        "again."
    )
    assert list(outside.iterdir()) == []
    assert "mia" not in scores(course)


def test_what_is_in_the_way_of_a_new_time_costs_that_student_only(
    submitted: Path, solved: NotebookNode
) -> None:
    course = submitted.parent
    hand_in(submitted, "mia", MINI, as_bytes(solved))
    grade_class(MINI, course)
    (course / "autograded" / "mia" / MINI / "timestamp.txt").mkdir()
    for student in ("anna", "mia"):
        place = submitted / student / MINI / "timestamp.txt"
        place.write_text("2026-05-04 12:30:00 UTC", encoding="utf-8")
    begun: list[int] = []
    result = grade_class(MINI, course, on_start=lambda start: begun.append(start.unchanged))
    assert begun == [2]
    assert unharmed(result)
    (mia,) = result.troubles
    assert str(mia.trouble).startswith("The result could not be written: IsADirectoryError")


class Swapping(threading.Thread):
    """Puts a link in the place of a file, and the file again, as fast as it can.

    Args:
        place: the file.
        target: what the link points to.
    """

    def __init__(self, place: Path, target: Path) -> None:
        super().__init__(daemon=True)
        self._place, self._target, self._over = place, target, threading.Event()
        self.swaps = 0

    def __enter__(self) -> Swapping:
        self.start()
        return self

    def __exit__(self, *details: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        """Swap until told to stop."""
        data = self._place.read_bytes()
        link, file = (self._place.with_name(f".{kind}") for kind in ("link", "file"))
        while not self._over.is_set():
            link.symlink_to(self._target)
            link.replace(self._place)
            file.write_bytes(data)
            file.replace(self._place)
            self.swaps += 1


def test_who_swaps_a_file_and_a_link_all_the_time_is_read_or_refused_and_never_followed(
    submitted: Path, tmp_path: Path
) -> None:
    place = submitted / "anna" / MINI / f"{MINI}.ipynb"
    honest, target = place.read_bytes(), secret(submitted)
    one = next(s for s in submissions(submitted, MINI) if s.student == "anna")
    read: list[bytes] = []
    refused = copied = 0
    with Swapping(place, target) as swapping:
        while swapping.swaps < 400 or not (read and refused):
            try:
                read.append(one.read())
            except NotOpenedError:
                refused += 1
            copied += 1
            copy = Copy(10_000_000, 10_000_000)
            with Folder.at(place.parent.parent) as home, home.folder(MINI) as folder:
                try:
                    copy.make(folder, place.parent, tmp_path / "copies" / str(copied))
                except FileNotFoundError:  # of those that it was renamed from
                    continue
            for path in (tmp_path / "copies" / str(copied)).iterdir():
                assert SECRET.encode() not in path.read_bytes()
    assert set(read) == {honest}


def test_a_notebook_that_becomes_a_link_before_it_is_read_is_not_followed(
    submitted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course, real = submitted.parent, Folder.read
    notebook = submitted / "anna" / MINI / f"{MINI}.ipynb"

    def read(folder: Folder, name: str, most: int) -> bytes:
        if name == notebook.name and not notebook.is_symlink():
            notebook.unlink()
            notebook.symlink_to(secret(submitted))
        return real(folder, name, most)

    monkeypatch.setattr(Folder, "read", read)
    result = grade_class(MINI, course)
    (anna,) = result.troubles
    assert (anna.student, anna.trouble) == (
        "anna",
        "In the place of the notebook there is a link now. A file was expected; nothing is "
        "followed out of what was handed in. Put the file itself there, and grade again.",
    )
    assert SECRET.encode() not in written(course)


def test_looking_leaves_no_file_open(submitted: Path, solved: NotebookNode) -> None:
    for student, (make, *_) in CASES.items():
        make(submitted, student, MINI, as_bytes(solved))
    before = os.listdir("/proc/self/fd")
    found = submissions(submitted, MINI)
    for submission in found:
        submission.handed_in()
        submission.read()
    strays(submitted, MINI, found)
    assert os.listdir("/proc/self/fd") == before
