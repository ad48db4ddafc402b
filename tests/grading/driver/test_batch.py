"""A class is graded with one call; what is wrong with one submission stays with it."""

from __future__ import annotations

import copy
import errno
import json
import os
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from conftest import as_bytes, cell, write
from nbformat import NotebookNode
from nbformat.v4 import new_notebook, new_output
from nbgrader.api import Gradebook

from graders.errors import RefusalError
from graders.grading import GradebookError, KernelChoice, Limits, StudentResult, grade_class
from graders.grading.driver.results import ClassResult
from graders.grading.driver.run import Beginning
from graders.grading.driver.tasks import Done, Grading, Task
from graders.grading.gradebook.address import DATABASE, database
from graders.grading.gradebook.book import ClassGradebook
from graders.grading.gradebook.schema import make_gradebook
from graders.grading.handed_in.submitted import Submission

MINI = "00_mini"


def hand_in(course: Path, student: str, data: bytes, name: str = f"{MINI}.ipynb") -> Path:
    folder = course / "submitted" / student / MINI
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    return folder


def forbid_writing(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """Let the system refuse to make files at or in a place, as it refuses people."""
    real = os.open

    def refuses(path: str, flags: int, *rest: int, **more: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR) and Path(path).is_relative_to(place):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", refuses)


def points(result: ClassResult) -> dict[str, float]:
    return {student.student: student.points for student in result.students}


def stored(course: Path) -> dict[str, float]:
    with Gradebook(database(course)) as book:
        return {s.student.id: s.score for s in book.assignment_submissions(MINI)}


@pytest.mark.usefixtures("no_kernel")
class TestAClass:
    def test_everyone_is_graded_and_recorded(
        self, mini: str, tmp_path: Path, solved: NotebookNode, template: NotebookNode
    ) -> None:
        hand_in(tmp_path, "zoe", as_bytes(solved))
        hand_in(tmp_path, "ada", as_bytes(template))
        result = grade_class(mini, tmp_path)
        assert points(result) == {"ada": 0.0, "zoe": 100.0}
        assert [student.student for student in result.students] == ["ada", "zoe"]
        assert result.troubles == ()
        assert stored(tmp_path) == points(result)

    def test_progress_is_told_as_it_happens(
        self, mini: str, tmp_path: Path, solved: NotebookNode
    ) -> None:
        for student in ("ada", "zoe"):
            hand_in(tmp_path, student, as_bytes(solved))
        told: list[object] = []
        grade_class(
            mini, tmp_path, on_start=told.append, on_result=lambda r: told.append(r.student)
        )
        assert told == [Beginning(2), "ada", "zoe"]

    def test_submissions_may_lie_elsewhere(
        self, mini: str, tmp_path: Path, solved: NotebookNode
    ) -> None:
        hand_in(tmp_path / "elsewhere", "ada", as_bytes(solved))
        course = tmp_path / "course"
        result = grade_class(mini, course, tmp_path / "elsewhere" / "submitted")
        assert points(result) == {"ada": 100.0}
        assert (course / "gradebook.db").exists()

    def test_the_same_submission_earns_the_same_again(
        self, mini: str, tmp_path: Path, solved: NotebookNode
    ) -> None:
        write(solved, "row_sums", "def row_sums(x):\n    return x.sum(1, keepdims=True) * 2, 0.0")
        hand_in(tmp_path, "ada", as_bytes(solved))
        first, second = grade_class(mini, tmp_path), grade_class(mini, tmp_path, again=True)
        assert first.students == tuple(
            StudentResult(s.student, s.verdicts, s.remarks, s.trouble, f.seconds)
            for s, f in zip(second.students, first.students, strict=True)
        )

    @pytest.mark.parametrize("moment", ["after the commit", "before anybody hears"])
    @pytest.mark.parametrize("again", [False, True])
    def test_whoever_stops_it_hears_of_all_that_was_written(
        self,
        mini: str,
        tmp_path: Path,
        solved: NotebookNode,
        monkeypatch: pytest.MonkeyPatch,
        moment: str,
        again: bool,
    ) -> None:
        names = {"ada", "bob", "zoe"}
        for student in names:
            hand_in(tmp_path, student, as_bytes(solved))
        if again:
            grade_class(mini, tmp_path)
        write, written = ClassGradebook.write, []

        def stopped(book: ClassGradebook, submission: Submission, *rest: Any) -> None:
            write(book, submission, *rest)
            written.append(submission.student)
            if moment == "after the commit" and len(written) == 2:
                raise KeyboardInterrupt

        heard: list[str] = []

        def hear(result: StudentResult) -> None:
            if moment == "before anybody hears" and len(written) == 2 and len(heard) == 1:
                monkeypatch.setattr(ClassGradebook, "write", write)
                heard.append("")  # interrupted before it is counted, this once
                raise KeyboardInterrupt
            assert result.points == 100.0
            heard.append(result.student)

        monkeypatch.setattr(ClassGradebook, "write", stopped)
        with pytest.raises(KeyboardInterrupt):
            grade_class(mini, tmp_path, on_result=hear, again=again)
        assert len(written) == 2
        assert set(heard) - {""} == set(written)

    def test_any_mapping_can_grade(self, mini: str, tmp_path: Path, solved: NotebookNode) -> None:
        def elsewhere(grade: Grading, tasks: Iterable[Task]) -> Iterable[Done]:
            there = pickle.loads(pickle.dumps(grade))
            sent = [pickle.dumps(task) for task in tasks]
            back = [pickle.dumps(there(pickle.loads(task))) for task in reversed(sent)]
            return [pickle.loads(done) for done in back]

        for student in ("ada", "bob", "zoe"):
            hand_in(tmp_path, student, as_bytes(solved))
        result = grade_class(mini, tmp_path, executor=elsewhere)
        assert points(result) == {"ada": 100.0, "bob": 100.0, "zoe": 100.0}
        apart = {id(one.verdicts["scaled"]) for one in result.students}
        assert len(apart) == 1, "what is the same for everybody stands in memory once"

    def test_a_fault_of_ours_costs_nobody_a_score(
        self,
        mini: str,
        tmp_path: Path,
        solved: NotebookNode,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        hand_in(tmp_path, "ada", as_bytes(solved))
        hand_in(tmp_path, "zoe", as_bytes(solved))
        grade_class(mini, tmp_path)
        real = Grading.__call__.__globals__["grade_submission"]
        calls = []

        def fails_once(*arguments: object) -> object:
            calls.append(arguments)
            if len(calls) == 1:
                raise KeyError("surprise")
            return real(*arguments)

        monkeypatch.setattr("graders.grading.driver.tasks.grade_submission", fails_once)
        result = grade_class(mini, tmp_path, again=True)
        (trouble,) = result.troubles
        assert trouble.student == "ada"
        assert trouble.trouble is not None
        assert trouble.trouble.startswith("Grading failed: KeyError: 'surprise' (test_batch.py")
        assert stored(tmp_path) == {"ada": 100.0, "zoe": 100.0}

    def test_without_submissions_it_says_where_they_belong(self, mini: str, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError) as caught:
            grade_class(mini, tmp_path)
        assert str(caught.value) == (
            f"There is no folder {tmp_path / 'submitted'}. One was expected that holds "
            "STUDENT/00_mini/00_mini.ipynb for each student. Make it, or name another with "
            "--submitted."
        )
        (tmp_path / "submitted" / "ada" / "01_other").mkdir(parents=True)
        with pytest.raises(FileNotFoundError, match=r"^Nothing was handed in for 00_mini in "):
            grade_class(mini, tmp_path)

    def test_the_gradebook_is_looked_at_before_anything_else(
        self, mini: str, tmp_path: Path
    ) -> None:
        (tmp_path / DATABASE).write_text("not a database, " * 100, encoding="utf-8")
        started: list[int] = []
        with pytest.raises(GradebookError, match="cannot be read as a gradebook"):
            grade_class(mini, tmp_path, on_start=started.append)  # nothing was handed in, either
        assert started == []

    @pytest.mark.parametrize("where", ["hidden_seed", "autograded"])
    def test_a_course_folder_that_cannot_be_written_to_is_named(
        self, mini: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
    ) -> None:
        hand_in(tmp_path, "ada", b"{}")
        forbid_writing(monkeypatch, tmp_path / where)
        started: list[int] = []
        with pytest.raises(RefusalError) as caught:
            grade_class(mini, tmp_path, on_start=started.append)
        assert str(caught.value) == (
            f"Nothing can be written to {tmp_path / where} (Permission denied). A place that you "
            "may write to, with room left, was expected. Change its permissions or make room, or "
            "name another folder, and run the command again."
        )
        assert started == []

    def test_a_gradebook_that_cannot_be_written_is_named(
        self, mini: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        hand_in(tmp_path, "ada", b"{}")

        def read_only(address: str) -> Gradebook:
            return Gradebook(f"{address.replace(':///', ':///file:')}?mode=ro&uri=true")

        make_gradebook(tmp_path)
        monkeypatch.setattr("graders.grading.gradebook.book.Gradebook", read_only)
        with pytest.raises(RefusalError, match=r"written to .* \(attempt to write a readonly"):
            grade_class(mini, tmp_path)

    def test_a_folder_with_nearly_the_lessons_name_is_a_trouble_and_not_recorded(
        self, mini: str, tmp_path: Path, solved: NotebookNode
    ) -> None:
        hand_in(tmp_path, "ada", as_bytes(solved))
        hand_in(tmp_path, "bob", as_bytes(solved)).rename(tmp_path / "submitted/bob/00_mimi")
        result = grade_class(mini, tmp_path)
        (bob,) = result.troubles
        assert (bob.student, bob.trouble) == (
            "bob",
            "There is no folder '00_mini', but there is '00_mimi'. Rename it if it holds the "
            "submission, and grade again. Nothing was recorded for this student.",
        )
        assert result.strays == ()
        assert stored(tmp_path) == {"ada": 100.0}

    def test_what_is_no_submission_is_named_and_is_no_trouble(
        self, mini: str, tmp_path: Path, solved: NotebookNode
    ) -> None:
        hand_in(tmp_path, "ada", as_bytes(solved))
        submitted = tmp_path / "submitted"
        (submitted / "README.txt").touch()
        (submitted / ".DS_Store").touch()
        (submitted / "somebody" / "week one").mkdir(parents=True)
        (submitted / "somebody" / "notes.txt").touch()
        (submitted / "nobody").mkdir()
        result = grade_class(mini, tmp_path)
        assert result.strays == (
            "README.txt: not a student's folder.",
            "nobody: no folder 00_mini; the folder is empty.",
            "somebody: no folder 00_mini; there is notes.txt, week one.",
        )
        assert result.troubles == ()

    def test_another_lessons_folder_is_not_taken_for_a_misspelling(
        self, mini: str, tmp_path: Path, solved: NotebookNode, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("graders.grading.handed_in.submitted.names", lambda: [mini, "01_mini"])
        hand_in(tmp_path, "ada", as_bytes(solved))
        hand_in(tmp_path, "bob", as_bytes(solved)).rename(tmp_path / "submitted/bob/01_mini")
        result = grade_class(mini, tmp_path)
        assert result.troubles == ()
        assert result.strays == ("bob: no folder 00_mini; there is 01_mini.",)

    def test_a_lesson_that_is_not_built_is_named(
        self, mini: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        hand_in(tmp_path, "ada", b"{}")
        monkeypatch.setattr("graders.paths.ASSIGNMENTS", tmp_path / "assignments")
        with pytest.raises(FileNotFoundError, match="Make it with `graders build 00_mini`"):
            grade_class(mini, tmp_path)


def test_a_kernel_that_does_not_start_costs_nobody_a_score(
    mini: str, tmp_path: Path, solved: NotebookNode
) -> None:
    hand_in(tmp_path, "ada", as_bytes(solved))
    result = grade_class(mini, tmp_path, kernel=KernelChoice("no-such-kernel"))
    (trouble,) = result.troubles
    assert trouble.trouble is not None
    assert trouble.trouble.startswith("The kernel 'no-such-kernel' did not start")
    assert stored(tmp_path) == {}


AGAIN = "Open the file in JupyterLab, save it as a notebook and hand that file in."
NO_JSON = (
    "The file is not JSON (line 1). A Jupyter notebook, which is a JSON file, was expected. "
) + "Open your own notebook in JupyterLab, save it, and hand in the .ipynb file that it writes."
EMPTY = f"The file is empty. A Jupyter notebook was expected. {AGAIN}"


def bad_inputs(solved: NotebookNode) -> dict[str, tuple[bytes, float, str]]:
    """What may be handed in, with the points that it gets and what is said about it."""
    newer = json.loads(as_bytes(solved)) | {"nbformat": 5}
    nameless = copy.deepcopy(solved)
    del nameless.metadata["kernelspec"]
    other_type = json.loads(as_bytes(solved))
    for each in other_type["cells"]:
        if each["metadata"].get("nbgrader", {}).get("grade_id") == "row_sums":
            each["cell_type"] = "markdown"
            del each["outputs"], each["execution_count"]
    huge = copy.deepcopy(solved)
    cell(huge, "scaled-solution").outputs = [new_output("stream", text="x" * 50_000_000)]
    return {
        "not JSON": (b"My homework", 0.0, NO_JSON),
        "empty": (b"", 0.0, EMPTY),
        "newer": (
            json.dumps(newer).encode(),
            100.0,
            "The notebook says that it is nbformat 5; it was read as nbformat 4.",
        ),
        "no kernelspec": (
            as_bytes(nameless),
            100.0,
            "The notebook does not name its kernel; the lesson's kernel was used.",
        ),
        "every cell deleted": (
            as_bytes(new_notebook(metadata=solved.metadata)),
            0.0,
            "The notebook has no cells. None of the lesson's cells was there; the lesson's own "
            "were put back.",
        ),
        "a check of another type": (
            json.dumps(other_type).encode(),
            100.0,
            "The cell 'row_sums' had become a markdown cell; it was made a code cell again.",
        ),
        "50 MB of output": (as_bytes(huge), 100.0, ""),
    }


@pytest.mark.slow
def test_bad_input_gets_what_it_deserves_and_the_class_is_unharmed(
    mini: str, tmp_path: Path, solved: NotebookNode
) -> None:
    expected: dict[str, tuple[float, str]] = {}
    for student, (data, earned, said) in bad_inputs(solved).items():
        hand_in(tmp_path, student, data)
        expected[student] = (earned, said)
    hand_in(tmp_path, "李小龍", as_bytes(solved), "作業 二.ipynb")
    expected["李小龍"] = (100.0, "The file is called '作業 二.ipynb', not '00_mini.ipynb'.")
    beside = hand_in(tmp_path, "numpy beside", as_bytes(solved))
    (beside / "numpy.py").write_text("raise SystemExit", encoding="utf-8")
    expected["numpy beside"] = (
        100.0,
        "Other files were handed in and were not used: 'numpy.py'.",
    )
    hand_in(tmp_path, "a text", b"hello", "not a notebook.txt")
    expected["a text"] = (
        0.0,
        "There is no notebook, only 'not a notebook.txt'. A file '00_mini.ipynb' was expected. "
        "Ask for it, or put it there, and grade again.",
    )
    hand_in(tmp_path, "ordinary", as_bytes(solved))
    expected["ordinary"] = (100.0, "")
    result = grade_class(mini, tmp_path, limits=Limits(cell_seconds=20.0))
    found = {s.student: (s.points, s.trouble or " ".join(s.remarks)) for s in result.students}
    assert found == expected
    assert {s.student for s in result.troubles} == {"not JSON", "empty", "a text"}
    assert stored(tmp_path) == {student: earned for student, (earned, _) in expected.items()}
