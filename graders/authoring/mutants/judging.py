"""Judging mutants in one warm process: on the visible cases, and on hidden ones.

This is the child of `process`. It reads requests from standard input, a line of JSON each, and
answers each with a line.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from graders.authoring.mutants.results import SEEDS, Result
from graders.judging.ablations import Ablated, ablate
from graders.judging.answering import hidden_table, visible_table
from graders.judging.frozen import frozen_names, frozen_table
from graders.judging.judge import judge
from graders.judging.observe import Observation, observe
from graders.judging.table import Table
from graders.judging.verdict import Verdict
from graders.lessons.reference import reference

MEMORY = 1 << 30
"""How much a mutant may take beyond what the process has before it, in bytes."""

AT_LEAST = 2.0
TIMES = 30.0
"""A case may take so many times as long as the slowest one of the reference."""

ABLATING = 5.0


class Bench(NamedTuple):
    """What the mutants of one exercise are judged by.

    Args:
        visible: the table of visible cases.
        seconds: how long one case may take.
    """

    visible: Table
    seconds: float


@cache
def bench(lesson: str, exercise: str) -> Bench:
    """Return what the mutants of an exercise are judged by, made once."""
    known = exercise in frozen_names()
    visible = frozen_table(exercise) if known else visible_table(lesson, exercise)
    slowest = 0.0
    for case in visible.cases:
        started = time.monotonic()
        observe(getattr(reference(lesson), exercise), [case])
        slowest = max(slowest, time.monotonic() - started)
    return Bench(visible, max(AT_LEAST, TIMES * slowest))


@cache
def hidden_tables(lesson: str, exercise: str) -> tuple[Table, ...]:
    """Return the tables of hidden cases, which know no mistakes, made once."""
    return tuple(hidden_table(lesson, exercise, seed).without_mistakes() for seed in SEEDS)


def judged(lesson: str, exercise: str, source: str, hidden: Sequence[bool] | None = None) -> Result:
    """Return what becomes of a mutant.

    Args:
        lesson: the lesson of the reference.
        exercise: the function of which it is a mutant.
        source: the function.
        hidden: what became of it on hidden cases, where that is known: they are not run.
    """
    visible, seconds = bench(lesson, exercise)
    namespace = reference(lesson).namespace()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(source, f"<mutant of {exercise}>", "exec"), namespace)
    function = namespace[exercise]
    seen = observe(function, visible.cases, seconds)
    told, key = "", ""
    verdict = judge(visible, seen)
    if verdict.points < visible.points:
        told, key = _told(visible, function, seen, verdict)
    if hidden is None:
        hidden = [_fails(function, one, seconds) for one in hidden_tables(lesson, exercise)]
    return Result(verdict.points < visible.points, tuple(hidden), told, key)


def _fails(function: Any, table: Table, seconds: float) -> bool:
    """Return whether a function loses points. One that raises at once does, without the rest."""
    (first,) = observe(function, table.cases[:1], seconds)
    if first.outcome != "returned" and table.refuses_case(0) is None:
        return True
    rest = observe(function, table.cases[1:], seconds) if table.cases[1:] else []
    return judge(table, [first, *rest]).points < table.points


def _told(
    table: Table, function: Any, seen: list[Observation], verdict: Verdict
) -> tuple[str, str]:
    """Return what a learner is told of a mutant that fails: how it is known, and the mistake.

    It is told from ablations if without them the sentences would be others.
    """

    def asked() -> Ablated:
        return ablate(function, table.ablations, ABLATING)

    if any(one.outcome == "timeout" for one in seen):
        return "ended", ""
    raised = not verdict.mistake and " raised " in verdict.returned
    more = verdict if raised else judge(table, seen, asked)
    key = more.mistake or ""
    if key:
        return ("pair" if "+" in key else "mistake"), key
    if raised:
        return "exception", ""
    changed = (more.usually, more.notes) != (verdict.usually, verdict.notes)
    return ("ablation" if changed else "general"), ""


def _judged(request: dict[str, Any]) -> dict[str, Any]:
    asked = (request[key] for key in ("lesson", "exercise", "source", "hidden"))
    with _limited():
        return judged(*asked).to_json()


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    """Let this process take only so much more memory, where the system knows of such limits.

    The limit goes with the mutant: the next exercise may need a library that is large.
    """
    try:
        import resource

        before = resource.getrlimit(resource.RLIMIT_AS)
        mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (mapped + MEMORY, before[1]))
    except (ImportError, OSError, ValueError):
        yield
        return
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _told_where_lessons_are(request: dict[str, Any]) -> None:
    import graders.lessons
    import graders.paths

    graders.paths.SOLUTIONS = Path(request["solutions"])
    graders.lessons.__path__ = request["contracts"]


def main() -> None:
    """Answer requests until there are none: first where lessons are, then what to judge."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)  # a mutant may print from compiled code
    for line in sys.stdin:
        request = json.loads(line)
        if "solutions" in request:
            _told_where_lessons_are(request)
            continue
        bench(request["lesson"], request["exercise"])
        if request["hidden"] is None:
            hidden_tables(request["lesson"], request["exercise"])
        answer = _judged(request) if "source" in request else {"ready": True}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
