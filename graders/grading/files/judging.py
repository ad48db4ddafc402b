"""Judging functions in plain files: for learners with another editor, and for tests.

The file runs in a process of its own, which can be stopped, and which is confined as submissions
are where the machine can do that; what comes back is data.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from graders.grading.files.cells import cells_of
from graders.grading.handed_in.limits import UnreadableNotebookError
from graders.grading.isolation import can_isolate
from graders.judging import Outcome, Table, Verdict, frozen_names, frozen_table, hidden_table
from graders.judging.ablations import ablated_cases
from graders.judging.judge import judge_json, nothing
from graders.judging.observe import cases_to_json
from graders.notebook.earlier import VARIABLE, kept_around

SECONDS = 60.0
"""How long one file may take, start of Python included."""

CASE_SECONDS = 5.0


def judge_file(table: Table, path: Path) -> Verdict:
    """Return the verdict on the function of one file.

    A notebook is read as a file of its code cells, down to the exercise's check; check cells and
    experiments are left out. The file may leave out the import of NumPy, the earlier exercises of
    the lesson, and the functions that it takes from earlier lessons; these are taken from the
    solutions where they are at hand.

    Args:
        table: the visible or hidden table of the exercise.
        path: a Python file, or a notebook.

    Raises:
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    try:
        cells = cells_of(data, table.exercise)
    except UnreadableNotebookError as error:
        return nothing(
            table,
            Outcome.ERROR,
            f"{path.name} could not be read as a notebook.",
            f"Expected a Python file or a notebook that defines {table.exercise}.",
            str(error),
        )
    request = {
        "cells": cells,
        "path": str(path),
        "exercise": table.exercise,
        "given": _given(table),
        "cases": table.cases_json(),
        "ablations": cases_to_json(ablated_cases(table.ablations)),
        "seconds": CASE_SECONDS,
        "isolated": can_isolate(),
    }
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        asked = json.dumps({**request, "answer": str(answer)})
        finished = _run(asked, folder, _earlier(table, path.parent))
        if answer.exists():
            reply = json.loads(answer.read_text(encoding="utf-8"))
            if isinstance(reply, dict) and "observations" in reply:
                return judge_json(
                    table, str(reply["observations"]), str(reply.get("ablated", "[]"))
                )
            if isinstance(reply, dict) and "problem" in reply:
                returned, expected, usually = (str(s)[:300] for s in reply["problem"][:3])
                return nothing(table, Outcome.ERROR, returned, expected, usually)
    reason = "did not end" if not finished else "ended its Python process"
    return nothing(
        table,
        Outcome.ERROR,
        f"{path.name} {reason} before {table.exercise} could be observed.",
        f"Expected a file that defines {table.exercise} and then ends.",
        "Look for a loop without an end, or a call of exit, outside of any function.",
    )


def _given(table: Table) -> str:
    """Return the source of what a file may leave out: imports, earlier exercises and lessons."""
    names = frozen_names(table.lesson)
    before = names[: names.index(table.exercise)]
    try:
        from graders.lessons.reference import earlier_sources, reference

        own = reference(table.lesson).subset_source(before)
        return "\n\n".join([*earlier_sources(table.lesson).values(), own])
    except (ModuleNotFoundError, OSError):  # no solutions on this machine
        return ""


def _earlier(table: Table, folder: Path) -> dict[str, str]:
    """Return the functions of earlier lessons as sources: the answers, or what passed there."""
    try:
        from graders.lessons.reference import earlier_sources

        return earlier_sources(table.lesson)
    except (ModuleNotFoundError, OSError):
        return kept_around(folder)


def _run(request: str, folder: str, earlier: dict[str, str]) -> bool:
    """Run the file in a child; return False if it had to be killed."""
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "graders.grading.files.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, VARIABLE: json.dumps(earlier)},
        start_new_session=True,
        text=True,
    ) as child:
        try:
            child.communicate(request, timeout=SECONDS)
            return True
        except subprocess.TimeoutExpired:
            return False
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)


def judge_files(
    exercise: str, paths: Iterable[Path], hidden: bool = False
) -> Iterator[tuple[Path, Verdict]]:
    """Yield the verdict on the function of each file.

    Args:
        exercise: the function's name.
        paths: Python files, or notebooks.
        hidden: judge on cases drawn for this run; needs the lesson's solution.

    Raises:
        KeyError: there is no such exercise.
    """
    table, seed = frozen_table(exercise), secrets.randbits(63)
    for path in paths:
        yield (
            path,
            judge_hidden(table.lesson, exercise, path, seed) if hidden else judge_file(table, path),
        )


def judge_hidden(lesson: str, exercise: str, path: Path, seed: int) -> Verdict:
    """Return the verdict on the function of one file on cases drawn from a seed.

    Where the visible cases name another mistake, both are told, and neither as certain.

    Raises:
        OSError: the file cannot be read.
    """
    return _certain(judge_file(hidden_table(lesson, exercise, seed), path), exercise, path)


def _certain(verdict: Verdict, exercise: str, path: Path) -> Verdict:
    if verdict.mistake is None:
        return verdict
    visible = judge_file(frozen_table(exercise), path)
    if visible.mistake in (None, verdict.mistake):
        return verdict
    return replace(
        verdict,
        mistake=None,
        usually=f"Two mistakes fit, so neither is certain. These cases say: {verdict.usually} "
        f"The visible ones say: {visible.usually}",
    )
