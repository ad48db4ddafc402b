"""What was graded already: tables of our own beside nbgrader's, in the gradebook's database.

A record is written in the transaction that writes the result, so one is never there without the
other. nbgrader looks at its own tables only, and leaves these alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    DateTime,
    Engine,
    Float,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    and_,
    inspect,
    or_,
    select,
)

from graders.grading.gradebook.address import database_file, opened
from graders.grading.handed_in.submitted import LONGEST_NAME
from graders.wording import one_line

T = TypeVar("T")

Given = Mapping[tuple[str, str], float]
"""The scores that a person gave, by student and cell."""

STALE = "The lesson changed since this was graded: the result is stale."
NOT_ISOLATED = "Graded without isolation: submitted code ran with your rights."

_tables = MetaData()

RESULTS = Table(
    "graders_results",
    _tables,
    Column("lesson", String(128), primary_key=True),
    Column("student", String(LONGEST_NAME), primary_key=True),
    Column("submission", String(64), nullable=False),
    Column("contract", String(64), nullable=False),
    Column("limits", Text, nullable=False),
    Column("isolation", String(16), nullable=False),
    Column("version", String(32), nullable=False),
    Column("notebook", String(64), nullable=False),
    Column("graded_at", DateTime, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("times", Integer, nullable=False),
    Column("stale", Boolean, nullable=False),
)

UNGRADED = Table(
    "graders_ungraded",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("lesson", String(128), nullable=False),
    Column("student", String(LONGEST_NAME), nullable=False),
    Column("sentence", Text, nullable=False),
)


@dataclass(frozen=True)
class Terms:
    """What a result depends on, apart from what was handed in.

    Args:
        contract: the digest of the lesson.
        limits: how long a submission may take, as text.
        isolation: "strict", or "none".
        version: of this package. Results of another version are not graded again by themselves.
    """

    contract: str
    limits: str
    isolation: str
    version: str


@dataclass(frozen=True)
class Record:
    """One graded submission.

    Args:
        student: the student's name.
        submission: the digest of what was handed in.
        terms: what else the result depends on.
        notebook: the digest of the autograded notebook.
        graded_at: when, in UTC.
        seconds: how long it took.
        times: how often the student's submissions of the lesson were graded.
        stale: whether the lesson has changed since.
    """

    student: str
    submission: str
    terms: Terms
    notebook: str
    graded_at: datetime
    seconds: float
    times: int
    stale: bool

    def holds(self, submission: str, terms: Terms) -> bool:
        """Return whether grading a submission now would give the same result."""
        known = self.terms
        return (self.submission, known.contract, known.limits) == (
            submission,
            terms.contract,
            terms.limits,
        ) and (known.isolation == terms.isolation or known.isolation == "strict")


def make_tables(engine: Engine) -> None:
    """Make our tables in a gradebook's database, if they are not there."""
    _tables.create_all(engine)


def read_records(connection: Connection, lesson: str) -> dict[str, Record]:
    """Return a lesson's records, by student."""
    if not inspect(connection).has_table(RESULTS.name):
        return {}
    rows = connection.execute(select(RESULTS).where(RESULTS.c.lesson == lesson)).mappings()
    return {row["student"]: _record(row) for row in rows}


def stored_records(address: str, lesson: str) -> dict[str, Record]:
    """Return a lesson's records from the database at an address, if it is there."""
    return _stored(address, lambda connection: read_records(connection, lesson)) or {}


def stored_ungraded(address: str, lesson: str) -> list[tuple[str, str]]:
    """Return what the last run found and has no result for, from the database at an address."""
    return _stored(address, lambda connection: read_ungraded(connection, lesson)) or []


def stored_given(address: str, lesson: str, questions: Collection[str]) -> Given:
    """Return the scores that a person gave or added to, from the database at an address.

    Args:
        address: as in nbgrader's `db_url`.
        lesson: the lesson's name.
        questions: the cells of which they are wanted.
    """
    if not questions:
        return {}
    joined = (
        select(
            SubmittedAssignment.student_id,
            BaseCell.name,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
        )
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .where(Assignment.name == lesson, BaseCell.name.in_(questions))
        .where(or_(Grade.manual_score.is_not(None), Grade.extra_credit.is_not(None)))
    )
    rows = _stored(address, lambda connection: list(connection.execute(joined))) or []
    return {
        (student, name): float(auto or 0.0 if manual is None else manual) + float(extra or 0.0)
        for student, name, auto, manual, extra in rows
    }


def _stored(address: str, read: Callable[[Connection], T]) -> T | None:
    path = database_file(address)
    if path and not path.exists():
        return None
    with opened(address) as connection:
        return read(connection)


def save_record(
    connection: Connection,
    lesson: str,
    student: str,
    *,
    submission: str,
    terms: Terms,
    notebook: str,
    seconds: float,
) -> None:
    """Write that a submission was graded, now and once more; see `Record`."""
    values = {
        "submission": submission,
        **vars(terms),
        "notebook": notebook,
        "graded_at": datetime.now(UTC).replace(tzinfo=None),
        "seconds": seconds,
        "stale": False,
    }
    key = and_(RESULTS.c.lesson == lesson, RESULTS.c.student == student)
    again = RESULTS.update().where(key).values(times=RESULTS.c.times + 1, **values)
    if not connection.execute(again).rowcount:
        new = RESULTS.insert().values(lesson=lesson, student=student, times=1, **values)
        connection.execute(new)


def mark_stale(connection: Connection, lesson: str, contract: str) -> None:
    """Mark the records of a lesson that was another one then; one that is back is not stale."""
    of_lesson = RESULTS.c.lesson == lesson
    same = RESULTS.c.contract == contract
    connection.execute(RESULTS.update().where(and_(of_lesson, ~same)).values(stale=True))
    connection.execute(RESULTS.update().where(and_(of_lesson, same)).values(stale=False))


def save_ungraded(
    connection: Connection, lesson: str, sentences: Iterable[tuple[str, str]]
) -> None:
    """Write what a run found and has no result for, in place of what the last one found.

    Args:
        connection: to the gradebook's database.
        lesson: the lesson's name.
        sentences: pairs of a student's name, or "", and a sentence. Of a name that cannot be kept,
            what can be shown of it is.
    """
    connection.execute(UNGRADED.delete().where(UNGRADED.c.lesson == lesson))
    rows = [{"lesson": lesson, "student": _kept(who), "sentence": says} for who, says in sentences]
    if rows:
        connection.execute(UNGRADED.insert(), rows)


def read_ungraded(connection: Connection, lesson: str) -> list[tuple[str, str]]:
    """Return what the last run found and has no result for, as it was saved."""
    if not inspect(connection).has_table(UNGRADED.name):
        return []
    rows = select(UNGRADED).where(UNGRADED.c.lesson == lesson).order_by(UNGRADED.c.id)
    found = connection.execute(rows).mappings()
    return [(row["student"], row["sentence"]) for row in found]


def notes(records: Mapping[str, Record]) -> dict[str, tuple[str, ...]]:
    """Return what is to be known of some results: which students' results, by sentence."""
    found = {
        STALE: tuple(sorted(name for name, one in records.items() if one.stale)),
        NOT_ISOLATED: tuple(
            sorted(name for name, one in records.items() if one.terms.isolation != "strict")
        ),
    }
    return {sentence: students for sentence, students in found.items() if students}


def some(students: Sequence[str], shown: int = 5) -> str:
    """Return names as people list them: the first few, and how many more there are."""
    more = f" and {len(students) - shown} more" if len(students) > shown else ""
    return ", ".join(students[:shown]) + more


def _kept(name: str) -> str:
    """Return a name, or what the column can hold of it: some names are no text, or too long."""
    text = one_line(name) if any("\ud800" <= c <= "\udfff" for c in name) else name
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 3]}..."


def _record(row: Mapping[str, Any]) -> Record:
    terms = Terms(**{name: row[name] for name in ("contract", "limits", "isolation", "version")})
    others = ("student", "submission", "notebook", "graded_at", "seconds", "times", "stale")
    return Record(terms=terms, **{name: row[name] for name in others})
