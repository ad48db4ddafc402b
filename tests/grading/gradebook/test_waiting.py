"""A gradebook that another program uses is waited for; what is graded meanwhile is kept."""

from __future__ import annotations

import contextlib
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from classes import hand_in_class, written
from holding import held
from nbformat import NotebookNode
from nbgrader.converters import Autograde

from graders.cli import main
from graders.grading import grade_class
from graders.grading.driver import keeping
from graders.grading.driver.tasks import Done, Task
from graders.grading.gradebook import waiting as waits
from graders.grading.gradebook.address import GradebookError, database
from graders.grading.gradebook.book import ClassGradebook
from graders.grading.gradebook.records import stored_records
from graders.grading.gradebook.schema import check_schema, make_gradebook
from graders.grading.gradebook.waiting import InUseError, waiting
from graders.grading.handed_in.submitted import Submission
from graders.grading.settings import course_directory, nbgrader_settings

pytestmark = pytest.mark.usefixtures("no_kernel")

MINI = "00_mini"
Written = dict[str, Any]
HOWS = ("exclusive", "immediate", "deferred")


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say so sooner."""
    monkeypatch.setattr(waits, "AT_ONCE", 0.02)
    monkeypatch.setattr(waits, "QUIET", 0.1)
    monkeypatch.setattr(keeping, "QUIET", 0.1)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waits, "SECONDS", 0.5)


@pytest.fixture
def course(mini: str, tmp_path: Path, solved: NotebookNode) -> Path:
    """A class of six, and an empty gradebook."""
    hand_in_class(tmp_path, solved, 6)
    (tmp_path / "hidden_seed").write_text("7\n", encoding="ascii")
    make_gradebook(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("undisturbed")


@pytest.fixture
def expected(course: Path, undisturbed: Path) -> Written:
    """What an undisturbed run writes."""
    if not (undisturbed / "submitted").exists():
        shutil.copytree(course, undisturbed, dirs_exist_ok=True)
        grade_class(MINI, undisturbed)
    return written(undisturbed)


def then_let_go(said: list[str], let_go: Callable[[], None], of: str = "") -> Callable[[str], None]:
    """Return what hears sentences, and lets go of the gradebook a moment after a certain one."""

    def hear(sentence: str) -> None:
        said.append(sentence)
        if of in sentence:
            threading.Timer(0.2, let_go).start()

    return hear


def times(course: Path) -> dict[str, int]:
    return {k: v.times for k, v in stored_records(database(course), MINI).items()}


@pytest.mark.parametrize("how", HOWS)
def test_one_that_is_in_use_before_the_start_is_waited_for(
    course: Path, expected: Written, how: str
) -> None:
    said: list[str] = []
    with (
        held(course / "gradebook.db", how) as let_go,
        waiting(then_let_go(said, let_go)),
    ):
        grade_class(MINI, course)
    assert said == [
        f"The gradebook {course / 'gradebook.db'} is in use by another program. Waiting for it, up "
        "to 30 s."
    ]
    assert written(course) == expected
    assert set(times(course).values()) == {1}


@pytest.mark.usefixtures("impatient")
def test_one_that_stays_in_use_is_refused_and_called_sound(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grade_class(MINI, course)
    before = (course / "gradebook.db").read_bytes()
    with held(course / "gradebook.db", "exclusive"):
        for command in ("grade", "feedback", "export"):
            capsys.readouterr()
            assert main([command, MINI, "--course", str(course)]) == 2
            assert capsys.readouterr().err.splitlines()[-1] == (
                f"graders {command}: The gradebook {course / 'gradebook.db'} is in use by another "
                "program, and was for 0.5 s. One was expected that can be read and written; this "
                "one is sound, and nothing in it was lost. Close what holds it (a database viewer "
                "with changes that are not saved, say), or wait until that is done, and run the "
                "same command again."
            )
    assert (course / "gradebook.db").read_bytes() == before


def test_who_reads_it_waits_too(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grade_class(MINI, course)
    for command, made in (("feedback", "feedback/student-00"), ("export", "grades.csv")):
        said: list[str] = []
        with held(course / "gradebook.db", "exclusive") as let_go:
            monkeypatch.setattr("graders.terminal.complain", then_let_go(said, let_go))
            assert main([command, MINI, "--course", str(course)]) == 0
        assert len(said) == 1
        assert said[0].endswith("is in use by another program. Waiting for it, up to 30 s.")
        assert (course / made).exists()


class Busy:
    """An executor; after its first results another program begins to use the gradebook.

    Args:
        path: the gradebook.
        how: how it is held.
        first: how many results come before that.
    """

    def __init__(self, path: Path, how: str, first: int) -> None:
        self.path, self.how, self.first = path, how, first
        self.returned = 0
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Busy:
        return self

    def __exit__(self, *details: object) -> None:
        self._stack.close()

    def __call__(self, grade: Callable[[Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
        for task in tasks:
            if self.returned == self.first:
                self.let_go = self._stack.enter_context(held(self.path, self.how))
            self.returned += 1
            yield grade(task)
            if self.returned > self.first:
                time.sleep(0.15)
                self.go_on()

    def go_on(self) -> None:
        """Called after each result while the gradebook is held."""


@pytest.mark.parametrize("how", HOWS)
def test_what_is_graded_meanwhile_is_kept_and_written_when_it_is_free(
    course: Path, expected: Written, how: str
) -> None:
    class ForTwo(Busy):
        def go_on(self) -> None:
            if self.returned == 4:
                self.let_go()

    said: list[str] = []
    seen: list[tuple[str, int]] = []
    with ForTwo(course / "gradebook.db", how, 2) as busy, waiting(said.append):
        result = grade_class(
            MINI,
            course,
            executor=busy,
            on_result=lambda one: seen.append((one.student, busy.returned)),
        )
    assert said == [
        f"The gradebook {course / 'gradebook.db'} is in use by another program. Grading goes on: "
        "what it gives is kept, and written when the gradebook is free.",
        "The gradebook is free again, and what was kept is written.",
    ]
    assert [student for student, _ in seen] == [f"student-{at:02d}" for at in range(6)]
    assert [returned for _, returned in seen] == [1, 2, 5, 5, 5, 6]
    assert result.troubles == ()
    assert written(course) == expected
    assert set(times(course).values()) == {1}


def test_after_the_last_result_it_is_waited_for(course: Path, expected: Written) -> None:
    said: list[str] = []
    with (
        Busy(course / "gradebook.db", "immediate", 3) as busy,
        waiting(then_let_go(said, lambda: busy.let_go(), of="Waiting for it")),
    ):
        grade_class(MINI, course, executor=busy)
    assert len(said) == 3
    assert said[1].endswith("is in use by another program. Waiting for it, up to 30 s.")
    assert written(course) == expected
    assert set(times(course).values()) == {1}


@pytest.mark.usefixtures("impatient")
def test_where_it_stays_in_use_the_same_command_goes_on(course: Path, expected: Written) -> None:
    with Busy(course / "gradebook.db", "immediate", 3) as busy, pytest.raises(InUseError) as why:
        grade_class(MINI, course, executor=busy)
    assert (
        "nothing in it was lost. What was written before stays; 3 results could not be written, "
        "and are graded again next time (student-03, student-04, student-05). Close what holds it"
    ) in str(why.value)
    assert sorted(times(course)) == ["student-00", "student-01", "student-02"]
    grade_class(MINI, course)
    assert written(course) == expected
    assert set(times(course).values()) == {1}


@pytest.mark.usefixtures("impatient")
def test_only_so_much_is_kept(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_BYTES", 1)
    with Busy(course / "gradebook.db", "immediate", 3) as busy, pytest.raises(InUseError):
        grade_class(MINI, course, executor=busy)
    assert busy.returned == 4


def test_a_result_that_failed_half_way_is_written_as_if_nothing_had_happened(
    course: Path, expected: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, failed = ClassGradebook._write_notebook, []

    def fails_once(book: ClassGradebook, submission: Submission, text: str) -> None:
        real(book, submission, text)
        if submission.student == "student-03" and not failed:
            failed.append(submission.student)
            raise InUseError("gradebook.db")

    monkeypatch.setattr(ClassGradebook, "_write_notebook", fails_once)
    grade_class(MINI, course)
    assert failed
    assert written(course) == expected
    assert set(times(course).values()) == {1}


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
def test_nbgraders_own_command_waits_too_and_its_log_says_so(
    course: Path, expected: Written, caplog: pytest.LogCaptureFixture
) -> None:
    config = nbgrader_settings()
    converter = Autograde(coursedir=course_directory(course, MINI, config), config=config)
    real = converter.init_assignment

    def held_once(lesson: str, student: str) -> None:
        if student == "student-02":
            let_go = stack.enter_context(held(course / "gradebook.db", "immediate"))
            threading.Timer(0.6, let_go).start()
        real(lesson, student)

    with contextlib.ExitStack() as stack:
        converter.init_assignment = held_once
        converter.start()
    assert [one.message for one in caplog.records if "in use" in one.message] == [
        f"The gradebook {course / 'gradebook.db'} is in use by another program. Waiting for it, up "
        "to 30 s."
    ]
    scores = {student: found[0] for student, found in written(course).items()}
    assert scores == {student: found[0] for student, found in expected.items()}


def test_one_that_cannot_be_opened_is_not_to_be_moved_away(tmp_path: Path) -> None:
    (tmp_path / "gradebook.db").mkdir()  # as if it could not be read, for root as well
    with pytest.raises(GradebookError) as why:
        check_schema(tmp_path)
    assert str(why.value) == (
        f"The gradebook {tmp_path / 'gradebook.db'} cannot be opened (unable to open database "
        "file). A file that you may read and write was expected, on a disk with room left. Change "
        "its permissions or make room, and run the command again."
    )
