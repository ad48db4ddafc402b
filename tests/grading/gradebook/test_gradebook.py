"""The gradebook is nbgrader's own, one writer writes it, and people's scores are kept."""

from __future__ import annotations

import os
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import as_bytes, write
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from traitlets.config import Config

from graders.errors import RefusalError
from graders.grading.gradebook.address import GradebookError, database
from graders.grading.gradebook.book import ClassGradebook
from graders.grading.handed_in.submitted import Submission
from graders.grading.materials import Materials, hidden_seed
from graders.grading.submission import Graded, grade_submission
from graders.judging import Outcome
from graders.paths import ROOT

pytestmark = pytest.mark.usefixtures("no_kernel")

MINI = "00_mini"


@pytest.fixture
def handed_in(tmp_path: Path) -> Submission:
    folder = tmp_path / "submitted" / "ada" / MINI
    folder.mkdir(parents=True)
    (folder / f"{MINI}.ipynb").write_text("{}", encoding="utf-8")
    (folder / "timestamp.txt").write_text("2026-05-04 12:30:00 UTC", encoding="utf-8")
    return Submission("ada", folder, folder / f"{MINI}.ipynb")


@pytest.fixture
def graded(solved: NotebookNode, lesson: Materials) -> Graded:
    write(solved, "shifted", "def shifted(x):\n    return x - 1.0")
    return grade_submission(as_bytes(solved), lesson)


@contextmanager
def opened(course: Path) -> Iterator[Gradebook]:
    with Gradebook(database(course)) as book:
        yield book


def save(
    course: Path,
    lesson: Materials,
    submission: Submission,
    graded: Graded,
    config: Config | None = None,
) -> None:
    with ClassGradebook(course, lesson, config) as book:
        book.write(submission, graded)


def scores(course: Path, student: str = "ada") -> dict[str, float]:
    with opened(course) as book:
        notebook = book.find_submission_notebook(MINI, MINI, student)
        return {grade.name: grade.score for grade in notebook.grades}


def test_scores_arrive(
    tmp_path: Path, lesson: Materials, handed_in: Submission, graded: Graded
) -> None:
    save(tmp_path, lesson, handed_in, graded)
    assert scores(tmp_path) == {"scaled": 10.0, "row_sums": 60.0, "shifted": 0.0}
    with opened(tmp_path) as book:
        submission = book.find_submission(MINI, "ada")
        assert (submission.score, submission.max_score) == (70.0, 100.0)
        assert str(submission.timestamp) == "2026-05-04 12:30:00"
        assert not submission.needs_manual_grade


def test_the_lesson_stands_in_the_gradebook_as_nbgrader_would_put_it(
    tmp_path: Path, lesson: Materials
) -> None:
    with ClassGradebook(tmp_path, lesson):
        pass
    with opened(tmp_path) as book:
        notebook = book.find_notebook(MINI, MINI)
        assert {c.name: c.max_score for c in notebook.grade_cells} == {
            "scaled": 10.0,
            "row_sums": 60.0,
            "shifted": 30.0,
        }
        assert len(notebook.solution_cells) == 3
        source = book.find_source_cell("scaled", MINI, MINI)
        assert (source.source, source.locked) == ("check(scaled)", True)


def test_the_autograded_notebook_lies_where_nbgrader_looks(
    tmp_path: Path, lesson: Materials, handed_in: Submission, graded: Graded
) -> None:
    save(tmp_path, lesson, handed_in, graded)
    folder = tmp_path / "autograded" / "ada" / MINI
    assert (folder / f"{MINI}.ipynb").read_text(encoding="utf-8") == graded.notebook
    assert (folder / "timestamp.txt").exists()
    assert sorted(p.name for p in folder.iterdir()) == [f"{MINI}.ipynb", "timestamp.txt"]


def test_grading_again_updates(
    tmp_path: Path, lesson: Materials, handed_in: Submission, graded: Graded, solved: NotebookNode
) -> None:
    save(tmp_path, lesson, handed_in, graded)
    write(solved, "shifted", "def shifted(x):\n    return x + 1.0")
    save(tmp_path, lesson, handed_in, grade_submission(as_bytes(solved), lesson))
    assert scores(tmp_path)["shifted"] == 30.0


@pytest.mark.parametrize("resubmitted", [False, True])
def test_what_a_person_gave_is_kept(
    tmp_path: Path,
    lesson: Materials,
    handed_in: Submission,
    graded: Graded,
    solved: NotebookNode,
    resubmitted: bool,
) -> None:
    save(tmp_path, lesson, handed_in, graded)
    with opened(tmp_path) as book:
        grade = book.find_grade("shifted", MINI, MINI, "ada")
        grade.manual_score, grade.extra_credit = 12.0, 1.0
        book.find_comment("shifted-solution", MINI, MINI, "ada").manual_comment = "Nearly."
        book.db.commit()
    if resubmitted:
        write(solved, "shifted", "def shifted(x):\n    return x + 1.0")
        graded = grade_submission(as_bytes(solved), lesson)
    save(tmp_path, lesson, handed_in, graded)
    with opened(tmp_path) as book:
        grade = book.find_grade("shifted", MINI, MINI, "ada")
        earned = 30.0 if resubmitted else 0.0
        assert (grade.score, grade.auto_score, grade.needs_manual_grade) == (13.0, earned, True)
        assert book.find_comment("shifted-solution", MINI, MINI, "ada").comment == "Nearly."


def test_an_unchanged_answer_is_commented(
    tmp_path: Path, lesson: Materials, handed_in: Submission, template: NotebookNode
) -> None:
    save(tmp_path, lesson, handed_in, grade_submission(as_bytes(template), lesson))
    with opened(tmp_path) as book:
        comment = book.find_comment("scaled-solution", MINI, MINI, "ada")
        assert comment.comment == "No response."


def test_what_could_not_be_graded_is_recorded_with_its_reason(
    tmp_path: Path, lesson: Materials, handed_in: Submission
) -> None:
    save(tmp_path, lesson, handed_in, grade_submission(b"", lesson))
    assert set(scores(tmp_path).values()) == {0.0}
    with opened(tmp_path) as book:
        assert not book.find_submission(MINI, "ada").needs_manual_grade
        comment = book.find_comment("scaled-solution", MINI, MINI, "ada")
        assert comment.comment.startswith("The file is empty.")


def test_a_failure_of_ours_asks_for_a_look_by_hand(
    tmp_path: Path, lesson: Materials, handed_in: Submission, graded: Graded
) -> None:
    broken = replace(graded.verdicts["scaled"], outcome=Outcome.BROKEN)
    verdicts = {**graded.verdicts, "scaled": broken}
    save(tmp_path, lesson, handed_in, replace(graded, verdicts=verdicts))
    with opened(tmp_path) as book:
        assert book.find_grade("scaled", MINI, MINI, "ada").needs_manual_grade


def test_writing_one_submission_is_all_or_nothing(
    tmp_path: Path,
    lesson: Materials,
    handed_in: Submission,
    graded: Graded,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError("No space left on device")

    with ClassGradebook(tmp_path, lesson) as book:
        with monkeypatch.context() as patch:
            patch.setattr("graders.grading.gradebook.autograded.Folder.replace", full_disk)
            with pytest.raises(OSError, match="No space"):
                book.write(handed_in, graded)
        with opened(tmp_path) as other:
            assert other.students == []
        book.write(handed_in, graded)
    assert scores(tmp_path)["scaled"] == 10.0


def test_being_late_costs_what_the_configuration_says(
    tmp_path: Path, lesson: Materials, handed_in: Submission, graded: Graded
) -> None:
    config = Config()
    config.LateSubmissionPlugin.penalty_method = "zero"
    with ClassGradebook(tmp_path, lesson):
        pass
    with opened(tmp_path) as book:
        book.update_or_create_assignment(MINI, duedate="2026-05-04 12:00:00 UTC")
    save(tmp_path, lesson, handed_in, graded, config)
    with opened(tmp_path) as book:
        assert book.find_submission(MINI, "ada").late_submission_penalty == 70.0
    save(tmp_path, lesson, handed_in, graded)
    with opened(tmp_path) as book:
        assert not book.find_submission(MINI, "ada").late_submission_penalty


@pytest.mark.parametrize("student", ["Ada Lovelace", "李小龍", "o'neill; DROP TABLE grade"])
def test_any_name_is_a_student(
    tmp_path: Path, lesson: Materials, handed_in: Submission, graded: Graded, student: str
) -> None:
    save(tmp_path, lesson, replace(handed_in, student=student), graded)
    assert scores(tmp_path, student)["scaled"] == 10.0


class TestGradebooksOfAnotherKind:
    def version(self, course: Path, version: str) -> None:
        with sqlite3.connect(course / "gradebook.db") as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        connection.close()

    def as_before_courses(self, course: Path) -> None:
        """Give a gradebook the tables of nbgrader 0.5 (schema 282d30a0218e), with its rows.

        nbgrader's own downgrade from e43177bfe90b raises TypeError; this undoes its upgrade.
        """
        with sqlite3.connect(course / "gradebook.db") as connection:
            connection.executescript(
                """
                CREATE TABLE old (
                    id VARCHAR(32) NOT NULL, name VARCHAR(128) NOT NULL, duedate DATETIME,
                    PRIMARY KEY (id), UNIQUE (name)
                );
                INSERT INTO old SELECT id, name, duedate FROM assignment;
                DROP TABLE assignment;
                ALTER TABLE old RENAME TO assignment;
                DROP TABLE course;
                """
            )
        connection.close()
        self.version(course, "282d30a0218e")

    def refused(self, course: Path, lesson: Materials) -> str:
        with pytest.raises(GradebookError) as caught, ClassGradebook(course, lesson):
            pass
        return str(caught.value)

    def test_an_older_one_names_the_command_that_upgrades_it(
        self, tmp_path: Path, lesson: Materials
    ) -> None:
        with ClassGradebook(tmp_path, lesson):
            pass
        self.version(tmp_path, "167914646830")
        assert self.refused(tmp_path, lesson) == (
            f"The gradebook {tmp_path / 'gradebook.db'} was made by an older nbgrader (schema "
            "167914646830; e43177bfe90b is expected). In the folder of nbgrader_config.py, "
            f"run `nbgrader db upgrade --course-dir={tmp_path}`, which keeps a backup, then grade "
            "again."
        )

    @pytest.mark.slow
    def test_that_command_helps(
        self, tmp_path: Path, lesson: Materials, handed_in: Submission, graded: Graded
    ) -> None:
        course = tmp_path / "my course"
        save(course, lesson, handed_in, graded)
        self.as_before_courses(course)
        command = shlex.split(self.refused(course, lesson).split("`")[1])
        program = Path(sys.executable).parent / command[0]
        bare = {**os.environ, "PATH": os.defpath}  # the environment is not activated
        subprocess.run(
            [str(program), *command[1:]], cwd=ROOT, env=bare, check=True, capture_output=True
        )
        assert scores(course)["scaled"] == 10.0
        save(course, lesson, handed_in, graded)
        assert scores(course)["scaled"] == 10.0
        assert len(list(course.glob("gradebook.db.*"))) == 1

    def test_one_without_a_version_is_older(self, tmp_path: Path, lesson: Materials) -> None:
        with ClassGradebook(tmp_path, lesson):
            pass
        with sqlite3.connect(tmp_path / "gradebook.db") as connection:
            connection.execute("DROP TABLE alembic_version")
        connection.close()
        assert "was made by an older nbgrader (schema unknown;" in self.refused(tmp_path, lesson)

    def test_a_newer_one(self, tmp_path: Path, lesson: Materials) -> None:
        with ClassGradebook(tmp_path, lesson):
            pass
        self.version(tmp_path, "ffffffffffff")
        assert self.refused(tmp_path, lesson) == (
            f"The gradebook {tmp_path / 'gradebook.db'} was made by a newer nbgrader (schema "
            "ffffffffffff; this one knows e43177bfe90b). Update nbgrader, then grade again."
        )

    def test_a_file_that_is_no_database(self, tmp_path: Path, lesson: Materials) -> None:
        (tmp_path / "gradebook.db").write_text("not a database, " * 100, encoding="utf-8")
        assert self.refused(tmp_path, lesson) == (
            f"The file {tmp_path / 'gradebook.db'} cannot be read as a gradebook (DatabaseError). "
            "An SQLite database that nbgrader made was expected. Move it away, and grade again."
        )

    def test_an_empty_file_becomes_a_gradebook(self, tmp_path: Path, lesson: Materials) -> None:
        (tmp_path / "gradebook.db").touch()
        with ClassGradebook(tmp_path, lesson):
            pass
        with opened(tmp_path) as book:
            assert [assignment.name for assignment in book.assignments] == [MINI]


class TestTheHiddenSeed:
    def test_it_is_drawn_once_and_only_its_owner_can_read_it(self, tmp_path: Path) -> None:
        first = hidden_seed(tmp_path)
        assert hidden_seed(tmp_path) == first
        assert (tmp_path / "hidden_seed").stat().st_mode & 0o777 == 0o600
        assert hidden_seed(tmp_path / "another") != first

    def test_a_damaged_file_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "hidden_seed").write_text("seven", encoding="utf-8")
        with pytest.raises(RefusalError, match="does not hold a seed") as caught:
            hidden_seed(tmp_path)
        assert "Delete the file, and the next run draws a new seed." in str(caught.value)
