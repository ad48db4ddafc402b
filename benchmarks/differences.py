"""Submissions of honest students that stock nbgrader scores wrongly, made and run on both sides."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from benchmarks.courses import Ours, Scores, Stock, scores
from benchmarks.house import Lesson
from benchmarks.submissions import Submission, cell, solutions, template, with_code
from graders.cells import role
from graders.lessons import load

SECONDS = 10
"""How long one cell may run here, on both sides: one of them never ends."""

VICTIM = "clip"
"""The exercise in which things happen that should cost this exercise and no other."""

LOGS = '    logging.getLogger().warning("clip was called")\n'
EXITS = "\nimport os\n\nos._exit(0)\n"
ENDLESS = """
import time

while True:
    try:
        time.sleep(1)
    except KeyboardInterrupt:
        pass
"""


ASSERTS = {
    "build_lstm": "states = build_lstm(np.ones((2, 3, 1)), *map(np.ones, [(1, 8), (2, 8), 8]))\n"
    "assert states.shape == (2, 3, 2)",
    "fit_lstm": "sizes = [(2, 3, 1), (2, 1), (1, 8), (2, 8), 8, (2, 1)]\n"
    "number, losses = fit_lstm(*map(np.ones, sizes), epochs=2)\n"
    "assert number == 34 and losses[1] < losses[0]",
}
"""Check cells as people write them for stock nbgrader: assertions, and no score as a value."""


@dataclass(frozen=True)
class Difference:
    """One submission, what it deserves, and what both sides give.

    Args:
        what: what is particular about it.
        why: why stock nbgrader is wrong.
        deserved, stock, ours: points; None where the gradebook holds no score at all.
        of: the points of the whole lesson.
    """

    what: str
    why: str
    deserved: float
    stock: float | None
    ours: float | None
    of: float


@dataclass(frozen=True)
class Case:
    """A submission to be made.

    Args:
        student: the name; the order of names is the order in which stock grades.
        what, why: as in `Difference`.
        make: returns the notebook, from the solved and from the unsolved one.
        deserved: what it earns of the lesson's points.
    """

    student: str
    what: str
    why: str
    make: Callable[[NotebookNode, NotebookNode], NotebookNode]
    deserved: float


def differences(folder: Path, numpy: Lesson, keras: Lesson) -> list[Difference]:
    """Make and grade every case, and return what came out."""
    stock, ours = Stock(folder, numpy), Ours(folder, numpy)
    alone, batch = _cases(_points(numpy)), _stopping(_points(numpy))
    found = [*_graded(alone, numpy, stock, ours), *_graded(batch, numpy, stock, ours)]
    keras_sides = Stock(folder, keras, ASSERTS), Ours(folder, keras)
    return [*found, *_graded(_keras_cases(_points(keras)), keras, *keras_sides)]


def _points(lesson: Lesson) -> dict[str, float]:
    with lesson.at_home():
        return {name: each.points for name, each in load(lesson.name).exercises.items()}


def _graded(cases: Sequence[Case], lesson: Lesson, stock: Stock, ours: Ours) -> list[Difference]:
    """Grade cases as one class on both sides."""
    unsolved = template(lesson)
    solved = with_code(unsolved, solutions(lesson))
    made = [
        Submission(case.student, str(nbformat.writes(case.make(solved, unsolved))))
        for case in cases
    ]
    theirs = scores(stock.grade(made, f"--ExecutePreprocessor.timeout={SECONDS}"), lesson)
    own = scores(ours.grade(made, "--timeout", str(SECONDS)), lesson)
    of = sum(_points(lesson).values())
    return [
        Difference(
            case.what, case.why, case.deserved,
            _total(theirs, case.student), _total(own, case.student), of,
        )
        for case in cases
    ]  # fmt: skip


def _total(found: Scores, student: str) -> float | None:
    points = found.get(student)
    return sum(points.values()) if points else None


def _cases(points: dict[str, float]) -> list[Case]:
    """Return the cases that do not hinder each other."""
    whole = sum(points.values())
    rest = whole - points[VICTIM]
    return [
        Case("00-logs", f"is right; a line of its log reaches stderr while `{VICTIM}` is checked",
             "Text on stderr in a check cell counts as an error, whatever the score after it.",
             lambda solved, unsolved: _logging(solved), whole),
        Case("01-flags", "is right; the flag `grade` is gone from its check cells' metadata",
             "Only cells that the student's file calls check cells are looked up and restored.",
             lambda solved, unsolved: _unflagged(solved), whole),
        Case("02-exits", f"is right but for `{VICTIM}`, whose cell ends the process",
             "With the kernel the whole submission is lost.",
             lambda solved, unsolved: _after(solved, [VICTIM], EXITS), rest),
        Case("03-endless", f"is right but for `{VICTIM}`, whose cell never ends and cannot be "
             "interrupted", "A kernel that does not obey is given up with the whole submission.",
             lambda solved, unsolved: _after(solved, [VICTIM], ENDLESS), rest),
    ]  # fmt: skip


def _stopping(points: dict[str, float]) -> list[Case]:
    """Return the cases of a class that stock does not grade to its end."""
    whole = sum(points.values())
    why = "Two cells of one `grade_id` stop the command, and with it the rest of the class."
    return [
        Case("00-copies", "is right; one of its check cells stands there twice", why,
             lambda solved, unsolved: _doubled(solved), whole),
        Case("01-next", "is right; it comes after that one", why,
             lambda solved, unsolved: solved, whole),
    ]  # fmt: skip


def _keras_cases(points: dict[str, float]) -> list[Case]:
    return [
        Case("00-tensorflow", "is right; TensorFlow greets on stderr in the first check cell, "
             "which is one of ordinary `assert`s in stock's notebook",
             "Text on stderr in a check cell counts as an error.",
             lambda solved, unsolved: solved, sum(points.values())),
    ]  # fmt: skip


def _after(notebook: NotebookNode, exercises: Iterable[str], code: str) -> NotebookNode:
    """Return the notebook with more code at the end of the cells of exercises."""
    sources = {name: cell(notebook, f"{name}-solution").source for name in exercises}
    return with_code(notebook, {name: f"{text}\n{code}" for name, text in sources.items()})


def _logging(notebook: NotebookNode) -> NotebookNode:
    """Return the notebook with a log of its own, into which a function writes a line."""
    source = cell(notebook, f"{VICTIM}-solution").source
    head, rest = source[: source.rindex('"""') + 4], source[source.rindex('"""') + 4 :]
    code = f"import logging\n\nlogging.basicConfig()\n\n\n{head}{LOGS}{rest}"
    return with_code(notebook, {VICTIM: code})


def _checks(notebook: NotebookNode) -> list[NotebookNode]:
    return [each for each in notebook.cells if role(each) == "check"]


def _unflagged(notebook: NotebookNode) -> NotebookNode:
    new = copy.deepcopy(notebook)
    for each in _checks(new):
        each.metadata.nbgrader.grade = False
        del each.metadata.nbgrader["points"]
    return new


def _doubled(notebook: NotebookNode) -> NotebookNode:
    new = copy.deepcopy(notebook)
    one = cell(new, VICTIM)
    twin = copy.deepcopy(one)
    twin["id"] = "twin"
    new.cells.insert(new.cells.index(one) + 1, twin)
    return new
