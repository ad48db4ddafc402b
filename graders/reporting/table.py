"""The class at a glance: students and exercises with points, and what failed."""

from __future__ import annotations

import io
from dataclasses import dataclass

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from graders.console import Console, styled
from graders.grading.driver.results import ClassResult, StudentResult
from graders.grading.gradebook.records import some
from graders.judging import Outcome, Verdict
from graders.reporting.answers import Counted, counted
from graders.wording import shown

EVERYTHING = "everything"
SHOWN = 20
"""How many remarks, or stray files, are shown."""

LONGEST = 255
"""No folder's name is longer: names that differ are shown differently."""


@dataclass(frozen=True)
class Failure:
    """Something that did not earn all of its points.

    Args:
        student: the student's name.
        exercise: the exercise's name, or "everything" where no exercise earned anything.
        points, max_points: earned, and possible.
        why: the named mistake, or else what the code did.
        named: whether it is a named mistake.
    """

    student: str
    exercise: str
    points: float
    max_points: float
    why: str
    named: bool


NOTHING = "Nothing is written yet."
UNWRITTEN = "\N{EN DASH}"
"""What stands in the place of points where the stub still does."""


ASKED = "q"
"""The column of the points of all questions."""
WAITING = "?"
"""What stands behind these points where a person has to give some."""


def failures(result: ClassResult) -> list[Failure]:
    """Return what failed, by student and in the lesson's order."""
    return [failure for student in result.students for failure in _failures(student, result)]


def troubles(result: ClassResult) -> list[str]:
    """Return a line for each submission that could not be graded: who, and why."""
    return [f"{_name(student.student)}: {student.trouble}" for student in result.troubles]


def remarks(result: ClassResult) -> list[str]:
    """Return a line for each remark on submissions; the last says how many were left out.

    Students of whom the same is said share a line. Everybody's first remark is shown; what room
    there is goes to the second ones, and so on.
    """
    said: dict[str, list[str]] = {}
    for turn in range(max((len(s.remarks) for s in result.students), default=0)):
        for student in result.students:
            for remark in student.remarks[turn : turn + 1]:
                said.setdefault(remark, []).append(_name(student.student))
    first = {remark for student in result.students for remark in student.remarks[:1]}
    shown_ones = list(said)[: max(SHOWN, len(first))]
    places = {_name(s.student): at for at, s in enumerate(result.students)}
    shown_ones.sort(key=lambda remark: places[said[remark][0]])
    lines = [f"{some(said[remark])}: {remark}" for remark in shown_ones]
    left_out = sum(map(len, said.values())) - sum(len(said[remark]) for remark in shown_ones)
    if left_out:
        lines.append(
            f"... and {left_out} more remark{'s' if left_out > 1 else ''}; remarks.csv, which "
            "`graders export` writes, has all."
        )
    return lines


def strays(result: ClassResult) -> list[str]:
    """Return a line for each thing among the submissions that is none."""
    return _shortened(list(result.strays), "files or folders that are no submissions")


def notes(result: ClassResult) -> list[str]:
    """Return a line for each thing that is to be known of some results, and whose they are."""
    return [f"{says} ({some([*map(_name, whose)])})" for says, whose in result.notes.items()]


def class_table(result: ClassResult) -> list[RenderableType]:
    """Return what a terminal shows: points, what failed, remarks, and what is no submission."""
    return [*_blocks(result), *map(styled, strays(result))]


def class_text(result: ClassResult, width: int = 120) -> str:
    """Return the same tables, and the troubles, as plain text."""
    text = io.StringIO()
    console = Console(file=text, width=width, color_system=None)
    for block in _blocks(result):
        console.print(block)
    for line in [*troubles(result), *strays(result)]:
        console.print(line)
    return text.getvalue()


def number(points: float) -> str:
    """Return points as people write them: 10, 4.5, 3.33."""
    return f"{round(points, 2):g}"


def _name(student: str) -> str:
    return shown(student, LONGEST)


def _blocks(result: ClassResult) -> list[RenderableType]:
    blocks: list[RenderableType] = [_points_table(result), _legend(result)]
    failed = failures(result)
    if failed:
        blocks.append(_failures_table(failed))
    if asked := counted(result):
        blocks.append(_questions_table(asked))
    return [*blocks, *map(styled, [*remarks(result), *notes(result)])]


def _shortened(lines: list[str], what: str) -> list[str]:
    left_out = len(lines) - SHOWN
    return lines if left_out <= 0 else [*lines[:SHOWN], f"... and {left_out} more {what}."]


def _failures(student: StudentResult, result: ClassResult) -> list[Failure]:
    if student.trouble is not None and not student.exercise_points:
        return []
    worth = result.max_exercise_points
    there = [v for v in student.verdicts.values() if v.outcome is not Outcome.UNWRITTEN]
    wrong = [v for v in there if v.outcome is not Outcome.PASSED]
    if student.verdicts and not any(v.outcome is not Outcome.SKIPPED for v in there):
        return [Failure(student.student, EVERYTHING, 0.0, worth, NOTHING, named=False)]
    if wrong and not student.exercise_points:
        first = wrong[0]
        named = first.mistake is not None
        return [Failure(student.student, EVERYTHING, 0.0, worth, _why(first), named)]
    return [
        Failure(
            student.student,
            v.exercise,
            v.points,
            v.max_points,
            _why(v),
            v.mistake is not None,
        )
        for v in wrong
    ]


def _why(verdict: Verdict) -> str:
    """Return the sentence of the named mistake, or else what the code did."""
    return verdict.usually if verdict.mistake is not None else verdict.returned


def _points_table(result: ClassResult) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("student", overflow="fold")  # the column that gives way on a narrow terminal
    for at in range(1, len(result.exercises) + 1):
        table.add_column(str(at), justify="right", no_wrap=True)
    if result.questions:
        table.add_column(ASKED, justify="right", no_wrap=True)
    table.add_column(f"of {number(result.max_points)}", justify="right", no_wrap=True)
    for student in result.students:
        if not student.verdicts:
            cells = [Text("-")] * (len(result.exercises) + bool(result.questions) + 1)
        else:
            cells = [_points(student.verdicts.get(name)) for name in result.exercises]
            if result.questions:
                cells.append(_answered(student))
            cells.append(Text(number(student.points), style="bold"))
        table.add_row(styled(_name(student.student)), *cells)
    return table


def _answered(student: StudentResult) -> Text:
    """Return the points of a student's questions, with a mark where a person gives some."""
    waiting = any(points is None for points in student.scores.values())
    return Text(number(student.question_points) + WAITING * waiting)


def _points(verdict: Verdict | None) -> Text:
    if verdict is None:
        return Text("-")
    if verdict.outcome is Outcome.UNWRITTEN:
        return Text(UNWRITTEN, style="dim")
    if verdict.outcome is Outcome.PASSED:
        return Text(number(verdict.points), style="green")
    return Text(number(verdict.points), style="yellow" if verdict.points else "red")


def _legend(result: ClassResult) -> Text:
    """Return which number is which exercise."""
    names = [
        f"{at} {name} ({number(points)})"
        for at, (name, points) in enumerate(result.exercises.items(), start=1)
    ]
    found = (v.outcome for student in result.students for v in student.verdicts.values())
    if Outcome.UNWRITTEN in found:
        names.append(f"{UNWRITTEN} not written yet")
    if result.questions:
        each = ", ".join(f"{n} {number(q.points)}" for n, q in result.questions.items())
        names.append(f"{ASKED} questions ({number(result.max_question_points)}: {each})")
    if any(points is None for student in result.students for points in student.scores.values()):
        names.append(f"{WAITING} own words that wait for a person")
    return Text(" · ".join(names) + "\n", style="dim")


def _failures_table(failed: list[Failure]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("student", overflow="fold")
    table.add_column("exercise", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    table.add_column("mistake", ratio=1)
    before = ""
    for one in failed:
        student = _name(one.student) if one.student != before else ""
        before = one.student
        points = f"{number(one.points)}/{number(one.max_points)}"
        why = styled((one.why, "" if one.named else "dim"))
        table.add_row(styled(student), one.exercise, points, why)
    return table


def _questions_table(asked: list[Counted]) -> Table:
    """Return how the class answered the questions, as they stand in what was handed in."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("question", no_wrap=True)
    table.add_column("answered", justify="right", no_wrap=True)
    table.add_column("right", justify="right", no_wrap=True)
    table.add_column("most frequent wrong answer, or guess in the middle", ratio=1)
    for one in asked:
        right = "" if one.right is None else str(one.right)
        times = f" ({one.times} times)" if one.times > 1 else ""
        table.add_row(one.name, str(one.answered), right, styled(f"{one.common}{times}"))
    return table
