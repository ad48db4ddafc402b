"""nbgrader's own tools go on working beside our tables, in a file and on a server."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from classes import MINI, hand_in_class
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI

from graders.grading import grade_class
from graders.grading.gradebook.address import database
from graders.grading.gradebook.records import stored_records
from graders.grading.settings import course_directory, nbgrader_settings
from graders.paths import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_kernel")]


@pytest.fixture(params=["file", "server"])
def course(
    request: pytest.FixtureRequest,
    mini: str,
    tmp_path: Path,
    solved: NotebookNode,
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Path, str | None]:
    """A course of four students, graded, and the address of its gradebook if it is on a server."""
    hand_in_class(tmp_path, solved, 4)
    db = None
    if request.param == "server":
        # nbgrader cannot upgrade at an address with a percent sign, as a socket's path has.
        server: Any = request.getfixturevalue("postgresql")
        monkeypatch.setenv("PGPASSWORD", server.password)
        db = f"postgresql://instructor@127.0.0.1:{server.port}/{server.new()}"
    grade_class(mini, tmp_path, db=db)
    return tmp_path, db


def nbgrader(course: Path, address: str, *arguments: str) -> str:
    program = str(Path(sys.executable).with_name("nbgrader"))
    where = [f"--CourseDirectory.root={course}", f"--CourseDirectory.db_url={address}"]
    done = subprocess.run(
        [program, *arguments, *where], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_formgrader_lists_what_was_graded(course: tuple[Path, str | None]) -> None:
    folder, db = course
    config = nbgrader_settings()
    config.CourseDirectory.db_url = database(folder, db)
    api = NbGraderAPI(course_directory(folder, MINI, config), config=config)
    found = {one["student"]: one["score"] for one in api.get_submissions(MINI)}
    assert found["student-00"] == 100.0
    assert len(found) == 4
    assert [one["average_score"] > 0 for one in api.get_notebooks(MINI)] == [True]
    assert len(api.get_students()) == 4
    assert len(api.get_notebook_submissions(MINI, MINI)) == 4


def test_the_commands_work(course: tuple[Path, str | None]) -> None:
    folder, db = course
    address = database(folder, db)
    assert "student-00" in nbgrader(folder, address, "db", "student", "list")
    nbgrader(folder, address, "db", "upgrade")
    nbgrader(folder, address, "export", f"--to={folder / 'grades.csv'}")
    with (folder / "grades.csv").open(newline="") as file:
        scores = {row["student_id"]: row["score"] for row in csv.DictReader(file)}
    assert scores["student-00"] == "100.0"
    assert len(stored_records(address, MINI)) == 4


def test_a_student_who_is_removed_is_graded_anew(course: tuple[Path, str | None]) -> None:
    folder, db = course
    address = database(folder, db)
    nbgrader(folder, address, "db", "student", "remove", "student-01", "--force")
    grade_class(MINI, folder, db=db)
    times = {student: record.times for student, record in stored_records(address, MINI).items()}
    assert times == {"student-00": 1, "student-01": 2, "student-02": 1, "student-03": 1}
    with Gradebook(address) as book:
        assert book.find_submission(MINI, "student-01").max_score == 100.0
