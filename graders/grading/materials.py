"""What grading a lesson's submissions needs, apart from the submissions."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import reads_json

from graders.cells import name_of, role
from graders.errors import RefusalError
from graders.judging import Table, hidden_table
from graders.paths import student_notebook

SEED_FILE = "hidden_seed"


@dataclass(frozen=True)
class Materials:
    """A lesson as graders need it: plain data that can travel to another process.

    Args:
        lesson: the lesson's name.
        template: the student notebook as JSON text.
        tables: the hidden table of each exercise, in the lesson's order.
    """

    lesson: str
    template: str
    tables: Mapping[str, Table]

    def notebook(self) -> NotebookNode:
        """Return the student notebook, new each time."""
        return reads_json(self.template)  # ours, and valid

    @cached_property
    def parsed(self) -> NotebookNode:
        """The student notebook, for those who only read it."""
        return self.notebook()

    @cached_property
    def cases(self) -> Mapping[str, str]:
        """The hidden cases as JSON text, by exercise."""
        return {name: table.cases_json() for name, table in self.tables.items()}


def materials(lesson: str, seed: int) -> Materials:
    """Return a lesson's student notebook and its hidden tables, drawn from a secret seed.

    Raises:
        FileNotFoundError: the lesson is not built.
    """
    path = student_notebook(lesson)
    if not path.exists():
        raise FileNotFoundError(
            f"There is no student notebook of {lesson}. Expected {path.name} in the folder "
            f"assignments/{lesson}. Make it with `graders build {lesson}`."
        )
    template = path.read_text(encoding="utf-8")
    cells = nbformat.reads(template, as_version=4).cells
    exercises = [name_of(cell) for cell in cells if role(cell) == "check"]
    return Materials(lesson, template, {n: hidden_table(lesson, n, seed) for n in exercises})


def hidden_seed(course: Path) -> int:
    """Return the course's secret seed; make it when there is none yet.

    Args:
        course: the folder of the course. The seed lies in its file `hidden_seed`, which only its
            owner can read.

    Raises:
        RefusalError: the file holds no number.
    """
    path = course / SEED_FILE
    course.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{secrets.randbits(63)}\n")
    text = path.read_text(encoding="ascii", errors="replace").strip()
    if not text.isdecimal():
        raise RefusalError(
            f"The file {path} does not hold a seed. Expected one whole number. Delete the file, "
            "and the next run draws a new seed."
        )
    return int(text)
