"""The doctor: what must hold of every lesson, examined by running it.

Each invariant is a function from a lesson to a list of complaints, in `INVARIANTS` under the
sentence that it makes true. The test suite runs the same list.
"""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import nbformat
import numpy as np

from graders.authoring.build import BuildError, generated, solved_notebook, stray
from graders.authoring.graph import disagreements, disagreements_over_lessons
from graders.authoring.oracles import gradients_are_right, oracles_agree
from graders.authoring.placed import placed
from graders.authoring.prose import too_long
from graders.authoring.questions import questions_are_whole, questions_stand_once
from graders.authoring.rubric import FEWEST_EXERCISES, RUBRIC
from graders.authoring.run import run_solved
from graders.authoring.rungs import rungs_hold
from graders.authoring.ways import ways_hold
from graders.exercise import Exercise, Lesson
from graders.judging import Table, Verdict, frozen_table, hidden_table, judge, observe
from graders.judging.answering import shows, visible_table
from graders.judging.drawing import draw_case
from graders.judging.frozen import frozen_names, table_to_json
from graders.judging.nearness import Tolerance, alike, tolerance
from graders.judging.table import KnownMistake
from graders.kinds import is_exact, is_ordered
from graders.lessons.places import blamed, told
from graders.lessons.reference import PatchError, reference
from graders.paths import ROOT, solution_notebook, student_notebook
from graders.settings import weakened

LESSON_POINTS = 100.0
POINTS = "The points add up to 100"
CONTRACT = "The contract is whole: three hints each, five mistakes or more, keys that stand once"
WAYS = "Every exercise has two other right ways, which pass, and says what each costs"
FRESH = "The frozen tables are fresh"
FEWEST_MISTAKES = 5

Complaints = list[str]
_FAR = 100.0
"""How many tolerances a mistake must be away from the reference."""


@dataclass(frozen=True)
class Examination:
    """The result of one invariant. It holds when there are no complaints.

    Args:
        invariant: the sentence.
        complaints: what does not hold.
        draft: whether that is allowed until the lesson is released.
    """

    invariant: str
    complaints: Complaints
    draft: bool = False

    @property
    def holds(self) -> bool:
        """Whether there is nothing to mend now."""
        return self.draft or not self.complaints


def _seed() -> int:
    return secrets.randbits(63)


def judged(lesson: Lesson, table: Table, function: Any) -> Verdict:
    """Return the verdict on a function."""
    return judge(table, observe(function, table.cases))


def _tables(lesson: Lesson, name: str) -> Iterator[tuple[str, Table]]:
    """Yield the visible table of an exercise, and a hidden one that all invariants share."""
    yield "visible", frozen_table(name)
    exercise = lesson.exercises[name]
    drawn_for, hidden = _drawn.get(name, (None, None))
    if drawn_for is not exercise or hidden is None:
        hidden = hidden_table(lesson.name, name, _seed())
        _drawn[name] = exercise, hidden
    yield "hidden", hidden


_drawn: dict[str, tuple[Exercise | None, Table | None]] = {}


def solutions_pass(lesson: Lesson) -> Complaints:
    """The reference earns all points on visible and hidden cases."""
    solved = reference(lesson.name)
    return [
        f"{name}: the reference earns {verdict.points:g} of {verdict.max_points:g} on the {kind} "
        f"cases. {verdict.message}"
        for name in lesson.exercises
        for kind, table in _tables(lesson, name)
        if (verdict := judged(lesson, table, getattr(solved, name))).points != table.points
    ]


def stubs_fail(lesson: Lesson) -> Complaints:
    """The student's notebook, as released, earns nothing."""
    notebook = nbformat.read(student_notebook(lesson.name), as_version=4)
    namespace: dict[str, Any] = {"np": np}
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            exec(cell.source, namespace)
    complaints = []
    for name in lesson.exercises:
        for kind, table in _tables(lesson, name):
            verdict = judged(lesson, table, namespace[name])
            if verdict.points or verdict.outcome.value not in ("unwritten", "skipped"):
                complaints.append(f"{name}: the stub earns {verdict.points:g} on {kind} cases.")
    return complaints


def mistakes_fail(lesson: Lesson) -> Complaints:
    """Every mistake loses points on visible and hidden cases and is diagnosed as itself."""
    solved = reference(lesson.name)
    complaints = []
    for name, exercise in lesson.exercises.items():
        tables = {
            kind: (table, {k.key: k for k in table.mistakes if k.exercise == name})
            for kind, table in _tables(lesson, name)
        }
        for mistake in exercise.mistakes:
            try:
                wrong = solved.with_mistake(name, mistake)[name]
            except PatchError as error:
                complaints.append(str(error))
                continue
            for kind, (table, known) in tables.items():
                seen = known[mistake.key].observations  # of what must be refused it holds a part
                verdict = judge(table, observe(wrong, table.cases) if table.refuses else seen)
                if verdict.points >= table.points:
                    complaints.append(f"{name}: passes on {kind} cases: {mistake.key}")
                elif verdict.mistake != mistake.key:
                    taken = verdict.mistake or "none that is registered"
                    complaints.append(
                        f"{name}: on {kind} cases {mistake.key} is diagnosed as {taken}. Draw "
                        "cases that tell them apart, or mend one of them."
                    )
    return complaints


def mistakes_are_clear(lesson: Lesson) -> Complaints:
    """Every mistake is far from the reference, and no two of an exercise look the same."""
    complaints = []
    for name in lesson.exercises:
        table = frozen_table(name)
        own = [k for k in table.mistakes if k.exercise == name]
        complaints += [
            f"{name}: too near to the reference: {known.key}"
            for known in own
            if not _far(known, table)
        ]
        complaints += [
            f"{name}: these give the same observations: {one.key} and {two.key}"
            for i, one in enumerate(own)
            for two in own[i + 1 :]
            if _same(one, two, table)
        ]
    return complaints


def _far(known: KnownMistake, table: Table) -> bool:
    def wide(limits: Tolerance) -> Tolerance:
        return replace(limits, relative=limits.relative * _FAR, absolute=limits.absolute * _FAR)

    return any(
        o.outcome != "returned" or o.mutated or not alike(o.value, want, wide(limits))
        for o, limits, want in zip(known.observations, table.limits, table.expected, strict=True)
    )


def _same(one: KnownMistake, two: KnownMistake, table: Table) -> bool:
    return all(
        a.outcome == b.outcome
        and a.error.get("type") == b.error.get("type")
        and set(a.mutated) == set(b.mutated)
        and alike(a.value, b.value, limits)
        for a, b, limits in zip(one.observations, two.observations, table.limits, strict=True)
    )


def weak_inputs_hide(lesson: Lesson) -> Complaints:
    """Each exercise has a mistake that weak inputs hide, shown by drawing such inputs."""
    complaints = []
    solved = reference(lesson.name)
    for name, exercise in lesson.exercises.items():
        hiding = [m for m in exercise.mistakes if m.hides_from is not None]
        if not hiding:
            complaints.append(f"{name}: no mistake says from which weak input it hides.")
        for mistake in hiding:
            weak = weakened(exercise.visible[0], str(mistake.hides_from))
            case = draw_case(exercise, weak, np.random.default_rng(_seed()))
            right = observe(getattr(solved, name), [case])[0].value
            seen = observe(solved.with_mistake(name, mistake)[name], [case])
            kinds = exercise.returns
            limits = tolerance(case.dtype, is_exact(kinds), is_ordered(kinds))
            known = KnownMistake(name, mistake.key, mistake.sentence, tuple(seen))
            if shows(known, [limits], [right]):
                complaints.append(f"{name}: {mistake.hides_from} does not hide {mistake.key}")
    return complaints


def points_add_up(lesson: Lesson) -> Complaints:
    """The points of the lesson add up to 100; until they do, the lesson is a draft."""
    total = sum(e.points for e in lesson.exercises.values())
    total += sum(q.points for q in lesson.questions.values())
    return [] if total == LESSON_POINTS else [f"The points add up to {total:g}, not 100."]


def contract_is_whole(lesson: Lesson) -> Complaints:
    """Three hints, at least five mistakes, keys and sentences that stand once, no empty text."""
    complaints: Complaints = []
    for name, exercise in lesson.exercises.items():
        texts = {"title": exercise.title, "after_success": exercise.after_success}
        texts |= {f"hint {i}": hint for i, hint in enumerate(exercise.hints, start=1)}
        complaints += [
            f"{name}: {what} is empty." for what, text in texts.items() if not text.strip()
        ]
        if len(exercise.hints) != 3:
            complaints.append(f"{name}: {len(exercise.hints)} hints, expected 3.")
        if len(exercise.mistakes) < FEWEST_MISTAKES:
            complaints.append(f"{name}: {len(exercise.mistakes)} mistakes, expected 5 or more.")
        if len({m.sentence for m in exercise.mistakes}) < len(exercise.mistakes):
            complaints.append(f"{name}: two mistakes have the same sentence.")
        keys = [mistake.key for mistake in exercise.mistakes]
        complaints += [f"{name}: the key {key!r} stands twice." for key in _twice(keys)]
        complaints += [
            f"{name}: the key {key!r} is no word like bias_missing."
            for key in keys
            if not _KEY(key)
        ]
    return complaints


_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*").fullmatch


def _twice(keys: Sequence[str]) -> list[str]:
    return sorted(key for key, number in Counter(keys).items() if number > 1)


def tables_are_fresh(lesson: Lesson) -> Complaints:
    """The frozen tables of these exercises are what the build would write."""
    return [
        f"{name}: its frozen table is stale: run `graders build {lesson.name}`."
        for name in lesson.exercises
        if table_to_json(frozen_table(name)) != table_to_json(visible_table(lesson.name, name))
    ]


def _no_table(lesson: Lesson) -> str:
    return (
        "it has no frozen table yet, from which all else is examined. Run "
        f"`graders build {lesson.name}` first."
    )


def files_are_fresh(lesson: Lesson) -> Complaints:
    """Rebuilding gives the same bytes, and no file is stray."""
    files = generated(lesson.name)
    if not solution_notebook(lesson.name).exists():  # it is not committed, and made when needed
        files.pop(solution_notebook(lesson.name), None)
    complaints = [
        f"{path.relative_to(ROOT)} is {'stale' if path.exists() else 'missing'}: run "
        f"`graders build {lesson.name}`."
        for path, text in files.items()
        if not path.exists() or path.read_bytes() != text.encode()
    ]
    return complaints + [
        f"{path.relative_to(ROOT)} is stray: nothing generates it; delete it."
        for path in stray(lesson.name, files)
    ]


def sentences_are_short(lesson: Lesson) -> Complaints:
    """Every sentence that a student can read is under 300 characters."""
    return too_long(lesson)


def builds_on_is_true(lesson: Lesson) -> Complaints:
    """The exercises that a contract builds on are those that its reference calls.

    So it is over lessons.
    """
    cells = [c.source for c in solved_notebook(lesson).cells if c.cell_type == "code"]
    return [*disagreements(lesson), *disagreements_over_lessons(lesson, cells)]


def lesson_runs(lesson: Lesson) -> Complaints:
    """The solved lesson runs top to bottom in 90 s, earns 100 points, and stderr stays empty."""
    return run_solved(lesson.name)


def experiments_are_idle(lesson: Lesson) -> Complaints:
    """Without the experiments that grading leaves out, the solved lesson earns 100 points, too."""
    return run_solved(lesson.name, experiments=False)


INVARIANTS: Mapping[str, Callable[[Lesson], Complaints]] = {
    POINTS: points_add_up,
    CONTRACT: contract_is_whole,
    "Every question stands in the source once, and its answer there is right": questions_stand_once,
    "Every question is whole, and none gives itself away": questions_are_whole,
    "Rebuilding gives the same bytes, nothing is stale or stray": files_are_fresh,
    "Every solution passes on visible and hidden cases": solutions_pass,
    "Every stub fails": stubs_fail,
    "Every mistake fails and is diagnosed as itself": mistakes_fail,
    "Every mistake is clear, and no two look the same": mistakes_are_clear,
    "Weak inputs would hide a mistake of every exercise": weak_inputs_hide,
    "Every sentence is shorter than 300 characters": sentences_are_short,
    "Every gradient agrees with numerical differentiation": gradients_are_right,
    "Every reference equals its oracle": oracles_agree,
    "Every rung of a ladder fits its axes and is what the reference computes": rungs_hold,
    WAYS: ways_hold,
    "Every exercise builds on those that its reference calls, and on no others": builds_on_is_true,
    "The solved lesson runs top to bottom and stderr stays empty": lesson_runs,
    "It does so without the experiments that grading leaves out": experiments_are_idle,
    **RUBRIC,
}


OF_THE_LESSON = (
    *RUBRIC.values(),
    points_add_up,
    questions_stand_once,
    questions_are_whole,
    files_are_fresh,
    builds_on_is_true,
    lesson_runs,
    experiments_are_idle,
)
"""What can only be examined of a lesson as a whole."""

OF_AN_EXERCISE: Mapping[str, Callable[[Lesson], Complaints]] = {
    FRESH: tables_are_fresh,
    **{
        sentence: invariant
        for sentence, invariant in INVARIANTS.items()
        if invariant not in OF_THE_LESSON
    },
}
"""What can be examined of some exercises alone, in seconds."""


def _failed(error: Exception) -> str:
    return f"The examination itself failed. {told(error)}"


def is_draft(lesson: Lesson) -> bool:
    """Return whether a lesson is still being written: its points or its exercises are too few."""
    return bool(points_add_up(lesson)) or len(lesson.exercises) < FEWEST_EXERCISES


def examine(
    lesson: Lesson, exercises: Sequence[str] = (), *, released: bool = True
) -> Iterator[Examination]:
    """Yield the result of each invariant as it is examined.

    Args:
        lesson: which lesson.
        exercises: the names of those that are examined; none is the whole lesson.
        released: whether the lesson is no draft any more.
    """
    drafts = () if released else (POINTS, *((WAYS, *RUBRIC) if is_draft(lesson) else ()))
    if exercises:
        lesson = replace(lesson, exercises={name: lesson.exercises[name] for name in exercises})
    unbuilt = [name for name in lesson.exercises if name not in frozen_names()]
    if unbuilt:
        yield Examination(FRESH, [placed(f"{n}: {_no_table(lesson)}", lesson) for n in unbuilt])
        return
    seen: set[str] = set()
    for sentence, invariant in (OF_AN_EXERCISE if exercises else INVARIANTS).items():
        try:
            complaints = [placed(complaint, lesson) for complaint in invariant(lesson)]
        except (BuildError, PatchError) as error:
            complaints = [placed(str(error), lesson)]
        except Exception as error:
            where = blamed(error, lesson.name)
            said = f"{where}: {told(error)}. Mend that line." if where else _failed(error)
            complaints = [f"{where}: as above." if where and said in seen else said]
            seen.add(said)
        yield Examination(sentence, complaints, draft=sentence in drafts)
