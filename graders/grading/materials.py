"""What grading a lesson's submissions needs, apart from the submissions."""

from __future__ import annotations

import contextlib
import hmac
import json
import os
import pickle
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import reads_json

from graders.cells import name_of, role
from graders.errors import RefusalError
from graders.grading.digests import contract_digest, digest
from graders.grading.kept import keep_answers, read_answers
from graders.grading.warm import libraries
from graders.grading.worth import as_in_course
from graders.judging import POOL, Table, hidden_outline, hidden_table
from graders.lessons.reference import earlier_sources
from graders.paths import student_notebook
from graders.question import Question

SEED_FILE = "hidden_seed"
SEED_BYTES = 100
"""How long the file may be: a seed is a number of 63 bits."""

Tables = Mapping[str, Table]
"""The hidden tables that one attempt meets, by exercise, in the lesson's order."""


@dataclass(frozen=True)
class Materials:
    """A lesson as graders need it: plain data that can travel to another process.

    Hidden tables are drawn where the lesson's solution is, when they are first needed, and kept.
    They do not travel along: each submission brings its own, see `packed`.

    Args:
        lesson: the lesson's name.
        template: the student notebook as JSON text.
        seed: the course's secret seed.
        course: the folder of the course, in which answers are kept; it does not travel along.
        earlier: the references of earlier lessons that submissions may call, as JSON text.
        questions: those that are worth points in this course, as JSON text.
    """

    lesson: str
    template: str
    seed: int
    course: Path | None = None
    earlier: str = ""
    questions: str = ""

    def __getstate__(self) -> dict[str, object]:
        state = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**state, "course": None}

    def notebook(self) -> NotebookNode:
        """Return the student notebook, new each time."""
        return reads_json(self.template)  # ours, and valid

    @cached_property
    def parsed(self) -> NotebookNode:
        """The student notebook, for those who only read it."""
        return self.notebook()

    @cached_property
    def libraries(self) -> tuple[str, ...]:
        """What kernels should have imported when they start."""
        return libraries(cell.source for cell in self.parsed.cells if cell.cell_type == "code")

    @cached_property
    def exercises(self) -> tuple[str, ...]:
        """The names of the exercises, in the lesson's order."""
        return tuple(name_of(cell) for cell in self.parsed.cells if role(cell) == "check")

    @cached_property
    def graded_questions(self) -> Mapping[str, Question]:
        """The questions that are worth points in this course, by name, in the lesson's order."""
        found = json.loads(self.questions) if self.questions else {}
        return {name: Question.from_json(data, self.lesson) for name, data in found.items()}

    @cached_property
    def outline(self) -> Tables:
        """The first hidden tables without answers: for what is the same in all of them."""
        return {name: hidden_outline(self.lesson, name, self.seed) for name in self.exercises}

    @cached_property
    def contract(self) -> str:
        """The digest of all that decides on the lesson's results."""
        return contract_digest(self)

    def index(self, student: str, attempt: str) -> int:
        """Return which tables of the pool an attempt meets.

        Nobody can tell without the seed, and grading again gives the same.

        Args:
            student: the student's name.
            attempt: the digest of the bytes of the notebook's file.
        """
        name = student.encode("utf-8", "surrogatepass")
        chosen = hmac.digest(
            str(self.seed).encode(), digest(self.lesson, name, attempt).encode(), "sha256"
        )
        return int.from_bytes(chosen, "big") % POOL

    def tables(self, index: int) -> Tables:
        """Return the hidden tables of one number in the pool."""
        if index not in self._drawn:
            self._drawn[index] = self._read(index) or self._draw(index)
        return self._drawn[index]

    def _read(self, index: int) -> Tables | None:
        """Return hidden tables whose answers an earlier run kept, or None."""
        if self.course is None:
            return None
        kept = read_answers(self.course, self.lesson, index, self.contract)
        if kept is None:
            return None
        with contextlib.suppress(KeyError, ValueError):
            return {
                name: hidden_table(self.lesson, name, self.seed, index, kept[name])
                for name in self.exercises
            }
        return None

    def _draw(self, index: int) -> Tables:
        """Return hidden tables, and keep their answers."""
        drawn = {name: hidden_table(self.lesson, name, self.seed, index) for name in self.exercises}
        if self.course is not None:
            answers = {name: table.expected for name, table in drawn.items()}
            with contextlib.suppress(OSError):
                keep_answers(self.course, self.lesson, index, self.contract, answers)
        return drawn

    def packed(self, index: int) -> bytes:
        """Return hidden tables for another process, without mistakes: what `unpacked` reads."""
        if index not in self._packed:
            self._packed[index] = packed(self.tables(index))
        return self._packed[index]

    @cached_property
    def _drawn(self) -> dict[int, Tables]:
        return {}

    @cached_property
    def _packed(self) -> dict[int, bytes]:
        return {}


def packed(tables: Tables) -> bytes:
    """Return tables as bytes that `unpacked` reads; mistakes, which have to be run, stay here."""
    return pickle.dumps({name: table.without_mistakes() for name, table in tables.items()})


@lru_cache(maxsize=POOL)
def unpacked(tables: bytes) -> Tables:
    """Return the tables that `packed` wrote, in a process of ours; many submissions meet each."""
    found: Tables = pickle.loads(tables)
    return found


def materials(lesson: str, seed: int, course: Path | None = None) -> Materials:
    """Return a lesson's student notebook, and what its hidden tables are drawn from.

    Args:
        lesson: the lesson's name.
        seed: the course's secret seed.
        course: the folder of the course, in which the answers to hidden tables are kept, and in
            which `question_points.toml` may say what questions are worth.

    Raises:
        FileNotFoundError: the lesson is not built.
        PointsError: the file of points cannot be used as it is.
    """
    path = student_notebook(lesson)
    if not path.exists():
        raise FileNotFoundError(
            f"There is no student notebook of {lesson}. Expected {path.name} in the folder "
            f"assignments/{lesson}. Make it with `graders build {lesson}`."
        )
    template, worth = as_in_course(lesson, path.read_text(encoding="utf-8"), course)
    sources = earlier_sources(lesson)
    return Materials(
        lesson,
        template,
        seed,
        course,
        json.dumps(sources) if sources else "",
        json.dumps({name: one.to_json() for name, one in worth.items()}) if worth else "",
    )


def hidden_seed(course: Path) -> int:
    """Return the course's secret seed; make it when there is none yet.

    Args:
        course: the folder of the course. The seed lies in its file `hidden_seed`, which only its
            owner can read.

    Raises:
        RefusalError: the file holds no number, or is no file.
    """
    path = course / SEED_FILE
    course.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{secrets.randbits(63)}\n")
    text = _read_seed(path)
    if not text.isdecimal():
        raise RefusalError(
            f"The file {path} does not hold a seed. Expected one whole number. Delete the file, "
            "and the next run draws a new seed."
        )
    return int(text)


def _read_seed(path: Path) -> str:
    """Return what a file of a seed holds, if it is one: nothing is followed or waited for."""
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        if not path.is_symlink():
            raise
        raise RefusalError(
            f"{path} is a link. Expected a file that holds the seed. Put a copy of the file there "
            "that it points to, with `cp --remove-destination` say."
        ) from error
    try:
        regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
        text = os.read(descriptor, SEED_BYTES + 1) if regular else b""
    finally:
        os.close(descriptor)
    return text.decode("ascii", "replace").strip() if len(text) <= SEED_BYTES else ""
