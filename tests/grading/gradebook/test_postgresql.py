"""A gradebook may be on a PostgreSQL server; this is a real one."""

from __future__ import annotations

import csv
import random
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import pytest
from classes import MINI, Grading, hand_in_class, wait_until, written
from conftest import as_bytes
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from graders.cli import main
from graders.errors import RefusalError
from graders.grading import GradebookError, grade_class
from graders.grading.driver.lock import only_one
from graders.grading.gradebook.address import database
from graders.grading.gradebook.records import stored_records
from graders.grading.gradebook.schema import check_schema
from graders.reporting import export, load_class, make_feedback

pytestmark = pytest.mark.slow


class Server(Protocol):
    """The running server; see `conftest.py`."""

    folder: Path
    port: int
    password: str
    new: Callable[[], str]
    sql: Callable[[str, str], str]
    by_socket: Callable[..., str]


@pytest.fixture
def name(postgresql: Server) -> str:
    """The name of an empty database."""
    return postgresql.new()


@pytest.fixture
def db(postgresql: Server, name: str) -> str:
    """The address of an empty database."""
    return postgresql.by_socket(name)


@pytest.fixture
def course(mini: str, tmp_path: Path, solved: NotebookNode) -> Path:
    """A course of eight students."""
    hand_in_class(tmp_path, solved, 8)
    return tmp_path


def test_a_class_gets_there_what_it_gets_in_a_file(course: Path, db: str, no_kernel: None) -> None:
    grade_class(MINI, course, db=db)
    assert not (course / "gradebook.db").exists()
    there = written(course, db)
    assert len(there) == 8
    grade_class(MINI, course)
    assert written(course) == there


def test_the_schema_is_nbgraders_own(
    course: Path, db: str, name: str, postgresql: Server, no_kernel: None
) -> None:
    grade_class(MINI, course, db=db)
    nbgraders = postgresql.new()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nbgrader.api.get_alembic_version", lambda: "e43177bfe90b")
        with Gradebook(database(course, postgresql.by_socket(nbgraders))):
            pass
    columns = (
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name NOT LIKE 'graders_%' ORDER BY 1, 2"
    )
    assert postgresql.sql(name, columns) == postgresql.sql(nbgraders, columns)
    assert "submitted_assignment|timestamp" in postgresql.sql(name, columns)
    version = "SELECT version_num FROM alembic_version"
    assert postgresql.sql(name, version) == postgresql.sql(nbgraders, version)


def test_what_was_graded_is_not_graded_again(course: Path, db: str, no_kernel: None) -> None:
    grade_class(MINI, course, db=db)
    grade_class(MINI, course, db=db)
    records = stored_records(database(course, db), MINI)
    assert {record.times for record in records.values()} == {1}
    grade_class(MINI, course, db=db, again=True)
    records = stored_records(database(course, db), MINI)
    assert {record.times for record in records.values()} == {2}


def test_two_courses_with_one_gradebook_wait_for_each_other(
    course: Path, db: str, no_kernel: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    with only_one(other, database(other, db)), pytest.raises(RefusalError) as caught:
        grade_class(MINI, course, db=db)
    assert str(caught.value).startswith(
        "Another `graders grade` is at work with the gradebook postgresql://"
    )
    assert "(another course, or elsewhere). Only one at a time may write its" in str(caught.value)
    assert len(grade_class(MINI, course, db=db).students) == 8


def test_feedback_and_export_read_it(course: Path, db: str, no_kernel: None) -> None:
    grade_class(MINI, course, db=db)
    with Gradebook(database(course, db)) as book:
        book.find_grade("scaled", MINI, MINI, "student-03").manual_score = 5.0
        book.find_comment("scaled-solution", MINI, MINI, "student-03").manual_comment = "Half."
        book.db.commit()
    grades, *_ = export(MINI, course, course, db)
    with grades.open(newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert (len(scores), scores["student-00"], scores["student-03"]) == (8, 100.0, 65.0)
    feedback = make_feedback(MINI, course, db)
    assert feedback.troubles == ()
    (page,) = [page for page in feedback.pages if "student-03" in page.parts]
    assert "Half." in page.read_text(encoding="utf-8")
    assert len(load_class(MINI, course, db).students) == 8
    assert not (course / "gradebook.db").exists()


def test_a_run_that_was_killed_is_finished(
    course: Path, db: str, built: tuple[Path, object], solved: NotebookNode, no_kernel: None
) -> None:
    for at in range(8, 40):
        folder = course / "submitted" / f"student-{at:02d}" / MINI
        folder.mkdir(parents=True)
        (folder / f"{MINI}.ipynb").write_bytes(as_bytes(solved))
    rng = random.Random(11)
    with Grading(course, built[0], options=("--db", db)) as grading:
        for results in (3, 15):
            before = grading.records(db)
            process = grading.start()
            wait_until(lambda n=results: len(grading.records(db)) >= n, "results")
            time.sleep(rng.uniform(0.0, 0.3))
            process.kill()
            process.communicate()
            for student, record in before.items():
                assert grading.records(db)[student] == record
        status, said = grading.run()
        assert status == 1, said
        records = grading.records(db)
    assert {record.times for record in records.values()} == {1}
    assert len(records) == len(written(course, db)) == 40


class TestRefusals:
    def refused(self, course: Path, db: str) -> str:
        with pytest.raises(GradebookError) as caught:
            check_schema(course, db)
        return str(caught.value)

    def test_a_wrong_password(self, tmp_path: Path, postgresql: Server, name: str) -> None:
        address = f"postgresql://instructor:wrong@127.0.0.1:{postgresql.port}/{name}"
        said = self.refused(tmp_path, address)
        assert said.startswith(
            f"The gradebook postgresql://instructor:***@127.0.0.1:{postgresql.port}/{name} lets "
            "nobody in ("
        )
        assert "password authentication failed" in said
        assert said.endswith(
            "Expected a user of the server and the right password. Check the user 'instructor', "
            "and the password: in the address, in the variable PGPASSWORD, or in the file "
            "~/.pgpass."
        )
        assert "wrong@" not in said

    def test_the_right_password(self, tmp_path: Path, postgresql: Server, name: str) -> None:
        password = quote(postgresql.password, safe="")
        address = f"postgres://instructor:{password}@127.0.0.1:{postgresql.port}/{name}"
        check_schema(tmp_path, address)

    def test_no_such_user(self, tmp_path: Path, postgresql: Server, name: str) -> None:
        address = postgresql.by_socket(name).replace("instructor", "nobody")
        assert "lets nobody in (" in self.refused(tmp_path, address)

    def test_no_such_database(self, tmp_path: Path, postgresql: Server) -> None:
        said = self.refused(tmp_path, postgresql.by_socket("missing"))
        assert said.startswith("There is no gradebook postgresql://instructor@/missing?host=")
        assert said.endswith("Make it with `createdb missing`.")

    def test_nobody_answers(self, tmp_path: Path) -> None:
        with socket.socket() as deaf:
            deaf.bind(("127.0.0.1", 0))
            address = f"postgresql://instructor@127.0.0.1:{deaf.getsockname()[1]}/course"
            said = self.refused(tmp_path, address)
        assert said.startswith(f"The gradebook {address} does not answer (")
        assert "Connection refused" in said
        assert said.endswith(
            "Expected a PostgreSQL server. Start it, or check the host and the port in the address."
        )

    def test_someone_answers_who_never_speaks(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("graders.grading.gradebook.address.SECONDS", 2)
        with socket.create_server(("127.0.0.1", 0)) as mute:
            address = f"postgresql://instructor@127.0.0.1:{mute.getsockname()[1]}/course"
            assert "does not answer (" in self.refused(tmp_path, address)

    def test_the_driver_is_missing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(*_: Any, **__: Any) -> None:
            raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")

        monkeypatch.setattr("graders.grading.gradebook.address.create_engine", missing)
        assert self.refused(tmp_path, "postgresql://instructor@db/course") == (
            "The gradebook postgresql://instructor@db/course is in PostgreSQL, whose driver "
            "psycopg is not installed. Expected the package psycopg. Install it with `pip install "
            "'psycopg[binary]'`."
        )

    @pytest.mark.parametrize(
        "address", ["mysql://u:secret@h/d", "postgresql://u:secret@h", "u:secret@nonsense"]
    )
    def test_it_is_no_address_of_a_gradebook(self, tmp_path: Path, address: str) -> None:
        said = self.refused(tmp_path, address)
        assert "is not one of a gradebook. Expected postgresql://USER@HOST/NAME" in said
        assert "secret" not in said

    def test_a_user_who_may_not_make_tables(
        self, course: Path, postgresql: Server, name: str, no_kernel: None
    ) -> None:
        postgresql.sql(name, "ALTER SCHEMA public OWNER TO postgres")
        postgresql.sql(name, "REVOKE ALL ON SCHEMA public FROM PUBLIC")
        postgresql.sql(name, f"ALTER DATABASE {name} OWNER TO postgres")
        postgresql.sql(name, "GRANT USAGE ON SCHEMA public TO PUBLIC")
        with pytest.raises(RefusalError) as caught:
            grade_class(MINI, course, db=postgresql.by_socket(name))
        assert str(caught.value).startswith(
            "Nothing can be written to postgresql://instructor@/course_"
        )
        assert "permission denied for schema public" in str(caught.value)

    def test_a_database_of_something_else(
        self, tmp_path: Path, postgresql: Server, name: str, db: str
    ) -> None:
        postgresql.sql(name, "CREATE TABLE customers (id int)")
        assert self.refused(tmp_path, db).endswith(
            "holds tables, and none of them is a gradebook's. An empty database or a gradebook "
            "was expected. Name another one."
        )

    def test_a_gradebook_of_an_older_nbgrader(
        self, course: Path, postgresql: Server, name: str, db: str, no_kernel: None
    ) -> None:
        grade_class(MINI, course, db=db)
        postgresql.sql(name, "UPDATE alembic_version SET version_num = '167914646830'")
        said = self.refused(course, db)
        assert "was made by an older nbgrader (schema 167914646830; " in said
        assert "Make a backup with `pg_dump`, run `nbgrader db upgrade --db ADDRESS`" in said

    def test_the_command_says_it_in_a_sentence(
        self, course: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for command in ("grade", "feedback", "export"):
            status = main([command, MINI, "--course", str(course), "--db", "mysql://h/d"])
            assert status == 2
            said = capsys.readouterr().err
            assert f"graders {command}: The address mysql://h/d is not one" in said
