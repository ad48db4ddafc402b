"""What was graded is not graded again, unless something changed that its result depends on."""

from __future__ import annotations

import copy
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import as_bytes, write
from nbformat import NotebookNode
from nbgrader.api import Gradebook

import graders.grading.driver.batch
import graders.lessons
import graders.paths
from graders.errors import RefusalError
from graders.grading import KernelChoice, Limits, grade_class
from graders.grading.driver.lock import only_one
from graders.grading.driver.results import ClassResult
from graders.grading.driver.run import Beginning
from graders.grading.driver.tasks import Done, Task
from graders.grading.gradebook.address import database
from graders.grading.gradebook.records import (
    NOT_ISOLATED,
    STALE,
    Record,
    stored_records,
    stored_ungraded,
)
from graders.judging import Outcome
from graders.reporting import class_text, export, load_class

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_kernel")]

MINI = "00_mini"


class Class:
    """A course with three submissions, and what grading it graded."""

    def __init__(self, course: Path, solved: NotebookNode) -> None:
        self.course = course
        self.solved = solved
        self.graded: list[str] = []
        self.said: tuple[str, ...] = ()
        for student in ("ada", "bob", "zoe"):
            self.hand_in(student, solved)

    def hand_in(self, student: str, notebook: NotebookNode) -> Path:
        path = self.course / "submitted" / student / MINI / f"{MINI}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes(notebook))
        return path

    def changed(self) -> NotebookNode:
        notebook = copy.deepcopy(self.solved)
        write(notebook, "shifted", "def shifted(x):\n    return x - 1.0")
        return notebook

    def grade(self, **options: Any) -> ClassResult:
        """Grade the class, and remember what was graded and said."""
        self.graded = []

        def executor(grade: Callable[[Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
            for task in tasks:
                self.graded.append(task.student)
                yield grade(task)

        def on_start(beginning: Beginning) -> None:
            self.said = beginning.sentences

        options = {"executor": executor, "on_start": on_start, **options}
        return grade_class(MINI, self.course, **options)

    def records(self) -> dict[str, Record]:
        return stored_records(database(self.course), MINI)

    def times(self) -> dict[str, int]:
        return {student: record.times for student, record in self.records().items()}

    def autograded(self, student: str) -> Path:
        return self.course / "autograded" / student / MINI / f"{MINI}.ipynb"


@pytest.fixture
def graded(mini: str, tmp_path: Path, solved: NotebookNode) -> Class:
    """The class, graded once."""
    found = Class(tmp_path, solved)
    found.grade()
    assert found.graded == ["ada", "bob", "zoe"]
    assert found.said == ()
    return found


def points(result: ClassResult) -> dict[str, float]:
    return {student.student: student.points for student in result.students}


def test_the_same_command_again_grades_nothing_again(graded: Class) -> None:
    first = load_class(MINI, graded.course)
    result = graded.grade()
    assert graded.graded == []
    assert graded.said == ("3 were graded before and are unchanged; 0 are new or changed.",)
    assert result.students == first.students
    assert graded.times() == {"ada": 1, "bob": 1, "zoe": 1}


def test_a_new_and_a_changed_submission_are_graded(graded: Class) -> None:
    graded.hand_in("bob", graded.changed())
    graded.hand_in("eve", graded.solved)
    result = graded.grade()
    assert graded.graded == ["bob", "eve"]
    assert graded.said == ("2 were graded before and are unchanged; 2 are new or changed.",)
    assert points(result) == {"ada": 100.0, "bob": 70.0, "eve": 100.0, "zoe": 100.0}
    assert graded.times() == {"ada": 1, "bob": 2, "eve": 1, "zoe": 1}


def test_other_files_beside_a_notebook_are_a_change(graded: Class) -> None:
    (graded.course / "submitted" / "ada" / MINI / "numpy.py").touch()
    result = graded.grade()
    assert graded.graded == ["ada"]
    assert result.students[0].remarks[0].startswith("Other files were handed in")


def test_a_later_time_is_no_change_but_what_it_costs_is(graded: Class) -> None:
    with Gradebook(database(graded.course)) as book:
        book.update_or_create_assignment(MINI, duedate="2026-05-04 12:00:00 UTC")
    folder = graded.course / "submitted" / "ada" / MINI
    (folder / "timestamp.txt").write_text("2026-05-04 13:00:00 UTC", encoding="utf-8")
    settings = graders.grading.driver.batch.nbgrader_settings()
    settings.LateSubmissionPlugin.penalty_method = "zero"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graders.grading.driver.batch, "nbgrader_settings", lambda: settings)
        graded.grade()
        assert graded.graded == []
        assert penalty(graded.course, "ada") == 100.0
        (folder / "timestamp.txt").write_text("2026-05-04 11:00:00 UTC", encoding="utf-8")
        graded.grade()
        assert graded.graded == []
        assert not penalty(graded.course, "ada")
    assert (
        (graded.autograded("ada").parent / "timestamp.txt").read_text().startswith("2026-05-04 11")
    )


def penalty(course: Path, student: str) -> float:
    with Gradebook(database(course)) as book:
        return book.find_submission(MINI, student).late_submission_penalty


def test_everything_can_be_graded_again(graded: Class) -> None:
    graded.grade(again=True)
    assert graded.graded == ["ada", "bob", "zoe"]
    assert graded.times() == {"ada": 2, "bob": 2, "zoe": 2}


@pytest.mark.parametrize("harm", ["gone", "empty", "of another submission"])
def test_an_autograded_notebook_that_is_not_the_recorded_one_is_made_again(
    graded: Class, harm: str
) -> None:
    path = graded.autograded("bob")
    right = path.read_text(encoding="utf-8")
    path.unlink()
    if harm == "empty":
        path.touch()
    elif harm == "of another submission":
        path.write_text(right.replace("return x + 1.0", "return x - 1.0"), encoding="utf-8")
    graded.grade()
    assert graded.graded == ["bob"]
    assert path.read_text(encoding="utf-8") == right


def test_a_submission_that_was_removed_from_the_gradebook_is_graded_again(graded: Class) -> None:
    with Gradebook(database(graded.course)) as book:
        book.remove_submission(MINI, "bob")
    graded.grade()
    assert graded.graded == ["bob"]
    with Gradebook(database(graded.course)) as book:
        assert book.find_submission(MINI, "bob").score == 100.0


def test_a_run_that_stops_is_finished_by_the_next(
    mini: str, tmp_path: Path, solved: NotebookNode
) -> None:
    found = Class(tmp_path, solved)

    def stop(result: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        found.grade(on_result=stop)
    assert found.times() == {"ada": 1}
    result = found.grade()
    assert found.graded == ["bob", "zoe"]
    assert points(result) == {"ada": 100.0, "bob": 100.0, "zoe": 100.0}


def test_what_is_not_committed_counts_as_not_graded(
    mini: str, tmp_path: Path, solved: NotebookNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Class(tmp_path, solved)
    with monkeypatch.context() as patch:

        def killed(*_: object, **__: object) -> None:
            raise SystemExit  # at the last moment before the transaction is committed

        patch.setattr("graders.grading.gradebook.records.save_record", killed)
        with pytest.raises(SystemExit):
            found.grade()
    assert found.autograded("ada").exists()
    found.grade()
    assert found.graded == ["ada", "bob", "zoe"]


def test_a_fault_of_ours_is_tried_again(
    mini: str, tmp_path: Path, solved: NotebookNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Class(tmp_path, solved)

    def fails(*_: object) -> None:
        raise KeyError("surprise")

    with monkeypatch.context() as patch:
        patch.setattr("graders.grading.driver.tasks.grade_submission", fails)
        assert len(found.grade().troubles) == 3
    assert found.records() == {}
    assert len(stored_ungraded(database(tmp_path), MINI)) == 3
    assert found.grade().troubles == ()
    assert found.graded == ["ada", "bob", "zoe"]
    assert stored_ungraded(database(tmp_path), MINI) == []


def test_where_the_judge_failed_it_is_tried_again(
    mini: str, tmp_path: Path, solved: NotebookNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Class(tmp_path, solved)

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("graders.grading.judged.judge_json", fails)
        result = found.grade()
    assert {v.outcome for v in result.students[0].verdicts.values()} == {Outcome.BROKEN}
    found.grade()
    assert found.graded == ["ada", "bob", "zoe"]


def test_running_experiments_too_is_a_change(graded: Class) -> None:
    graded.grade(limits=Limits(experiments=True))
    assert graded.graded == ["ada", "bob", "zoe"]
    assert graded.said[1] == "Graded under other limits before, and now again: 3."


def test_other_time_limits_are_a_change(graded: Class) -> None:
    graded.grade(limits=Limits(cell_seconds=77.0))
    assert graded.graded == ["ada", "bob", "zoe"]
    assert graded.said[1] == "Graded under other limits before, and now again: 3."
    graded.grade(limits=Limits(cell_seconds=77.0))
    assert graded.graded == []


def test_what_was_graded_without_isolation_is_said_and_graded_again_with_it(
    mini: str, tmp_path: Path, solved: NotebookNode
) -> None:
    found = Class(tmp_path, solved)
    trusting = KernelChoice(isolation="none")
    result = found.grade(kernel=trusting)
    assert result.notes == {NOT_ISOLATED: ("ada", "bob", "zoe")}
    line = "Graded without isolation: submitted code ran with your rights. (ada, bob, zoe)"
    assert line in class_text(result)
    assert line in class_text(load_class(MINI, tmp_path))
    found.grade(kernel=trusting)
    assert found.graded == []
    result = found.grade()
    assert found.said[1] == "Graded without isolation before, and now again: 3."
    assert found.graded == ["ada", "bob", "zoe"]
    assert result.notes == {}
    found.grade(kernel=trusting)
    assert found.graded == []  # it was isolated, which is the better of the two


def test_another_version_is_said(graded: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graders.grading.driver.batch, "__version__", "9.9.9")
    graded.grade()
    assert graded.graded == []
    assert graded.said[1] == (
        f"Some of the unchanged were graded by graders {graders.__version__}; this is 9.9.9. "
        "`--again` grades them anew."
    )


class TestAChangedLesson:
    @pytest.fixture
    def changed(self, graded: Class, monkeypatch: pytest.MonkeyPatch) -> Class:
        """The class, of which bob's submission is gone, before its lesson changed."""
        shutil.rmtree(graded.course / "submitted" / "bob")
        real = graders.grading.driver.batch.materials

        def other(lesson: str, seed: int, course: Path) -> Any:
            found = real(lesson, seed, course)
            notebook = found.notebook()
            for each in notebook.cells:
                if each.metadata.get("nbgrader", {}).get("grade_id") == "shifted":
                    each.metadata.nbgrader.points = 45
            text = nbformat.writes(notebook)
            return replace(found, template=text)

        exercises = graders.lessons.load(MINI).exercises
        shifted = replace(exercises["shifted"], points=45.0)
        monkeypatch.setitem(exercises, "shifted", shifted)  # type: ignore[arg-type]
        monkeypatch.setattr(graders.grading.driver.batch, "materials", other)
        return graded

    def test_results_are_stale_and_graded_again(self, changed: Class) -> None:
        result = changed.grade()
        assert changed.graded == ["ada", "zoe"]
        assert changed.said == (
            "0 were graded before and are unchanged; 2 are new or changed.",
            "The lesson changed since 2 submissions were graded: their results are stale and are "
            "graded again.",
            "The lesson changed, and there is no submission to grade again for bob: these results "
            "stay, marked as stale.",
        )
        assert points(result) == {"ada": 115.0, "zoe": 115.0}
        stale = {student: record.stale for student, record in changed.records().items()}
        assert stale == {"ada": False, "bob": True, "zoe": False}

    def test_what_stays_stale_is_shown_and_exported(self, changed: Class) -> None:
        result = changed.grade()
        assert result.notes == {STALE: ("bob",)}
        line = "The lesson changed since this was graded: the result is stale. (bob)"
        assert line in class_text(result)
        assert line in class_text(load_class(MINI, changed.course))
        *_, path = export(MINI, changed.course, changed.course)
        assert f"bob,{STALE}" in path.read_text(encoding="utf-8")

    def test_a_run_that_stops_goes_on_with_the_stale_ones(self, changed: Class) -> None:
        def stop(result: object) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            changed.grade(on_result=stop)
        assert set(load_class(MINI, changed.course).notes[STALE]) == {"bob", "zoe"}
        changed.grade()
        assert changed.graded == ["zoe"]
        assert changed.times() == {"ada": 2, "bob": 1, "zoe": 2}


class TestTwoAtOnce:
    def test_the_second_is_refused(self, graded: Class) -> None:
        with (
            only_one(graded.course, database(graded.course)),
            pytest.raises(RefusalError) as caught,
        ):
            graded.grade()
        assert str(caught.value).startswith(
            f"Another `graders grade` is at work on the course {graded.course} (process "
            f"{os.getpid()} on "
        )
        assert str(caught.value).endswith("or end it, and run the command again.")
        graded.grade()

    def test_two_courses_with_one_gradebook_wait_for_each_other(
        self, graded: Class, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        other, shared = (tmp_path_factory.mktemp(name) for name in ("other", "shared"))
        address = f"sqlite:///{shared / 'gradebook.db'}"
        with only_one(other, address), pytest.raises(RefusalError, match=f"the course {shared}"):
            graded.grade(db=address)
        graded.grade(db=address)

    def test_a_process_that_was_killed_does_not_hold_it(self, graded: Class) -> None:
        holder = multiprocessing.get_context("spawn").Process(target=hold, args=(graded.course,))
        holder.start()
        for _ in range(600):
            if (graded.course / "held").exists():
                break
            holder.join(0.1)
        with pytest.raises(RefusalError, match="Another"):
            graded.grade()
        holder.kill()
        holder.join()
        graded.grade()


def hold(course: Path) -> None:
    with only_one(course, database(course)):
        (course / "held").touch()
        multiprocessing.Event().wait()


def test_strays_are_kept_for_the_export(graded: Class) -> None:
    (graded.course / "submitted" / "README.txt").touch()
    graded.hand_in("eve", graded.solved).parent.rename(
        graded.course / "submitted" / "eve" / "00_mimi"
    )
    graded.grade()
    *_, path = export(MINI, graded.course, graded.course)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith("eve,\"There is no folder '00_mini', but there is '00_mimi'.")
    assert lines[2] == ",README.txt: not a student's folder."
    assert len(lines) == 3
