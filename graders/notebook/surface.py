"""What stands behind `check`, `hint` and `progress`."""

from __future__ import annotations

import contextlib
import io
import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graders import watching
from graders.course_points import PointsError, with_course_points
from graders.judging import (
    Outcome,
    Table,
    Verdict,
    frozen_headings,
    frozen_lessons,
    frozen_names,
    frozen_questions,
    frozen_table,
    judge_function,
)
from graders.notebook import card, lookup, questions
from graders.notebook.answered_list import answered_list
from graders.notebook.earlier import keep
from graders.notebook.handed import HandedCase, handed_case
from graders.notebook.markup import clean, type_name
from graders.notebook.notice import Notice
from graders.notebook.progress import Store
from graders.notebook.scorecard import Row, ScoreCard
from graders.notebook.show import Card, Score, Shown
from graders.notebook.solved import solution_card
from graders.notebook.verdict_card import Stack, VerdictCard
from graders.notebook.where import where_to_blame
from graders.question import Question

SECONDS = 10.0
"""How long one case may take."""


@dataclass
class Session:
    """What is remembered until the kernel stops.

    Args:
        store: the progress.
        hints: how many hints of an exercise have been shown.
        cases: the case that an exercise's last card spoke of.
        exercise: the exercise that was checked or asked about last.
    """

    store: Store = field(default_factory=Store)
    hints: dict[str, int] = field(default_factory=dict)
    cases: dict[str, int] = field(default_factory=dict)
    exercise: str = ""


SESSION = Session()


def check(*function: object, **answers: object) -> Score:
    """Judge one function, or the answers to questions. See `graders.check`."""
    if answers:
        known = frozen_questions()
        shown_answers = questions.answers_card(answers, known, SESSION.store)
        worth = any(known[name].points for name in answers if name in known)
        return Score(questions.earned(answers, known), shown_answers, worth)
    names = frozen_names()
    if len(function) != 1:
        return Score(0.0, _count(len(function), names))
    found = lookup.find(function[0], names)
    if not found.name:
        return Score(0.0, _problem(found))
    SESSION.exercise = found.name
    table = frozen_table(found.name)
    verdict = _judge(function[0], table)
    SESSION.cases[found.name] = verdict.at or 0
    SESSION.store.record(table.lesson, verdict)
    if verdict.outcome is Outcome.PASSED and not watching.graded():
        keep(SESSION.store.path.parent, table.lesson, found.name, function[0])
    remarks = (SESSION.store.trouble,) if SESSION.store.trouble else ()
    shown: Card = VerdictCard(verdict, remarks, _following(verdict, table.lesson))
    older = watching.stale(found.name, function[0])
    if older:
        warning = Notice("error", "!", "An older function was checked", older, found.name)
        shown = Stack((warning, shown))
    return Score(verdict.points, shown)


def _following(verdict: Verdict, lesson: str) -> card.Following | None:
    """Return which exercise comes after one that was passed: the next that was not passed yet."""
    entries, after = SESSION.store.entries(lesson), False
    if verdict.outcome is not Outcome.PASSED:
        return None
    for number, of in enumerate(frozen_headings(lesson), 1):
        passed = of.exercise in entries and entries[of.exercise].outcome is Outcome.PASSED
        if after and not passed:
            return card.Following(of.exercise, number, of.anchor)
        after = after or of.exercise == verdict.exercise
    return None


def _judge(function: object, table: Table) -> Verdict:
    """Return the verdict, whatever happens: what goes wrong here is our fault."""
    quiet = io.StringIO()
    try:
        with (
            contextlib.redirect_stdout(quiet),
            contextlib.redirect_stderr(quiet),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            return judge_function(table, function, SECONDS)
    except KeyboardInterrupt:  # the learner pressed stop
        raise
    except BaseException as error:
        return Verdict(
            exercise=table.exercise,
            title=table.title,
            outcome=Outcome.BROKEN,
            points=0.0,
            max_points=table.points,
            returned="This check could not be carried out, and that is not your fault.",
            expected="Every function should get a verdict.",
            usually="Restart the kernel and run the notebook again; if it stays, report it.",
            notes=(f"It stopped with {clean(type_name(error), 60)}.",),
        )


def _count(given: int, names: Sequence[str]) -> Notice:
    example = names[0] if names else "softmax"
    headline = f"`check` takes one function, and received {given or 'nothing'}."
    return _problem(
        lookup.Found(problem=headline, advice=(f"For example `check({example})`.",)),
    )


def _problem(found: lookup.Found) -> Notice:
    return Notice("error", "!", "Nothing was checked", found.problem, sentences=found.advice)


def guess(*name: object, outcome: object, **guesses: object) -> Shown:
    """Keep guesses, or show one beside its outcome. See `graders.guess`."""
    known, store = frozen_questions(), SESSION.store
    if name:
        return Shown(questions.outcome_card(name[0], outcome, known, store))
    if not guesses:
        example = next((n for n, q in known.items() if q.form == "guess"), "best_loss")
        problem = "`guess` takes a guess by its name, and received nothing."
        advice = (f"For example `guess({example}=...)`, with your guess in place of the dots.",)
        return Shown(Notice("error", "!", "Nothing was kept", problem, sentences=advice))
    cards = [questions.guess_card(one, value, known, store) for one, value in guesses.items()]
    return Shown(cards[0] if len(cards) == 1 else Stack(tuple(cards)))


def case(*function: object) -> HandedCase:
    """Return the case that the last card spoke of. See `graders.case`."""
    names = frozen_names()
    wanted: object = function[0] if function else SESSION.exercise
    written = lookup.text_of(wanted)
    found = lookup.Found(written) if written in names else lookup.find(wanted, names, "case")
    if not found.name:
        raise ValueError(" ".join([found.problem, *found.advice]))
    return handed_case(frozen_table(found.name), SESSION.cases.get(found.name, 0))


def hint(*function: object, step: int | None = None, where: bool = False) -> Shown:
    """Show the next hint. See `graders.hint`."""
    names = frozen_names()
    wanted: object = function[0] if function else SESSION.exercise
    written = lookup.text_of(wanted)
    if written is not None and written not in names:
        problem = f"There is no exercise called `{clean(wanted, 80)}`."
        if not function:
            problem = "`hint` takes a function, and nothing has been checked yet."
        advice = lookup.nearest(written, names, "hint")
        return Shown(_problem(lookup.Found(problem=problem, advice=advice)))
    found = lookup.Found(written) if written else lookup.find(wanted, names, "hint")
    if not found.name:
        return Shown(_problem(found))
    table = frozen_table(found.name)
    if where:
        return Shown(where_to_blame(table, function[0] if function else None))
    return Shown(_hint(table, step))


def _hint(table: Table, step: int | None) -> Notice:
    name, count = table.exercise, len(table.hints)
    shown = SESSION.hints.get(name, 0)
    if step is not None and (type(step) is not int or not 1 <= step <= count):
        advice = (f"Ask for one of them: `hint({name}, step=1)`.",)
        problem = f"There are {count} hints for `{name}`, numbered from 1."
        return _problem(lookup.Found(problem=problem, advice=advice))
    number = step or min(shown + 1, count)
    again = step is None and shown >= count
    SESSION.hints[name] = max(shown, number)
    SESSION.exercise = name
    left = count - number
    solution = f"solutions/{table.lesson}/{table.lesson}.py"
    footer = {
        0: f"This was the last hint. If you learn on your own, the solved lesson is {solution} "
        "in the repository.",
        1: f"One hint is left: `hint({name})`",
    }.get(left, f"{left} hints are left: `hint({name})`")
    label = f"Hint {number} of {count}"
    return Notice(
        "note",
        "\N{RIGHTWARDS ARROW}",
        label + (", again" if again else ""),
        table.hints[number - 1],
        name,
        table.title,
        footer=footer,
    )


def solution(function: object) -> Shown:
    """Show the reference. See `graders.solution`."""
    names = frozen_names()
    written = lookup.text_of(function)
    if written is not None and written not in names:
        problem = f"There is no exercise called `{clean(function, 80)}`."
        return Shown(_problem(lookup.Found(problem=problem, advice=lookup.nearest(written, names))))
    found = lookup.Found(written) if written else lookup.find(function, names, "solution")
    if not found.name:
        return Shown(_problem(found))
    hints = SESSION.hints.get(found.name, 0)
    return Shown(solution_card(frozen_table(found.name), SESSION.store, hints))


def progress(lesson: str | None = None) -> Shown:
    """Show the score card. See `graders.progress`."""
    lessons = frozen_lessons()
    wanted = lookup.text_of(lesson)
    if lesson is not None and wanted not in lessons:
        problem = f"There is no lesson called `{clean(lesson, 80)}`."
        advice = _lessons(wanted or "", lessons)
        return Shown(_problem(lookup.Found(problem=problem, advice=advice)))
    if not lessons:
        return Shown(_problem(lookup.Found(problem="No lessons are installed here.")))
    chosen = wanted or _lesson_at_hand(lessons)
    entries = SESSION.store.entries(chosen)
    rows = tuple(
        Row(of.exercise, of.title, of.points, entries.get(of.exercise))
        for of in frozen_headings(chosen)
    )
    asked, trouble = _with_course_points(chosen, lessons)
    remarks = tuple(one for one in (SESSION.store.trouble, trouble) if one)
    answered = answered_list(asked, SESSION.store.answers(chosen))
    return Shown(ScoreCard(chosen, rows, remarks, answered=answered))


def _with_course_points(lesson: str, lessons: Sequence[str]) -> tuple[dict[str, Question], str]:
    """Return a lesson's questions as the course counts them, and why that is not known, or ""."""
    proposed, folder = frozen_questions(lesson), SESSION.store.path.parent
    try:
        return with_course_points(folder, lesson, proposed, lessons, frozen_names(lesson)), ""
    except PointsError as error:
        return proposed, f"{error} Until then this card counts as the lesson proposes."


def _lessons(wanted: str, lessons: Sequence[str]) -> tuple[str, ...]:
    listed = ", ".join(f"`{name}`" for name in lessons)
    advice = lookup.nearest(wanted, lessons, "progress")[:1]
    near = advice if advice and advice[0].startswith("Did you mean") else ()
    return (*near, f"The lessons are {listed}.")


def _lesson_at_hand(lessons: Sequence[str]) -> str:
    """Return the lesson of the last check, of the folder, of the file, or else the first."""
    if SESSION.exercise:
        return frozen_table(SESSION.exercise).lesson
    with contextlib.suppress(OSError):
        here = {Path.cwd().name, *(Path(f).stem for f in os.listdir() if f.endswith(".ipynb"))}
        for name in lessons:
            if name in here:
                return name
    known = [name for name in SESSION.store.lessons() if name in lessons]
    return known[-1] if known else lessons[0]
