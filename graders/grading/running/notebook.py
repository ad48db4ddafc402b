"""Run a sanitised notebook cell by cell, and observe its functions at the check cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from nbformat import NotebookNode
from nbformat.v4 import new_output

from graders.cells import SOLUTION, name_of, role
from graders.grading.running import inside
from graders.grading.running.kernel import KernelChoice, KernelLostError
from graders.grading.running.kernels import Run, Step
from graders.grading.running.listening import Reply
from graders.grading.running.observed import Limits, Observed
from graders.grading.running.raised import what_was_raised


def run_notebook(
    notebook: NotebookNode,
    cases: Mapping[str, str],
    limits: Limits,
    choice: KernelChoice,
    left_out: Collection[str] = (),
    changing: Collection[str] = (),
) -> dict[str, Observed]:
    """Run the notebook in a fresh kernel; its code cells get their outputs.

    All cells come first. Functions are captured at the check cells and observed after the last
    cell, so that no output can show a hidden case. Where a cell below a check may change in place
    what is used above it, what was captured is not as it was: then a second kernel runs the cells
    once more, without showing anything, and functions are observed at their checks.

    A cell that does not end is interrupted. Where that does not help, or where the kernel's
    process ends, a fresh kernel runs what came before, without the guilty cell.

    Args:
        notebook: as `sanitise` returns it. Its check cells are not run: instead, the functions
            that they name are captured at that point.
        cases: the hidden cases as JSON text, by exercise.
        limits: how long it may take.
        choice: which kernel.
        left_out: the ids of cells that are not run.
        changing: the ids of cells that may change things in place; see `changing_cells`.

    Returns:
        What was observed, by exercise.

    Raises:
        KernelTroubleError: the kernel cannot be started, or was ended from outside, twice.
    """
    try:
        return _run_in_kernels(notebook, cases, limits, choice, left_out, changing)
    except KernelLostError:  # which is nobody's fault who wrote the notebook
        return _run_in_kernels(notebook, cases, limits, choice, left_out, changing)


def _run_in_kernels(
    notebook: NotebookNode,
    cases: Mapping[str, str],
    limits: Limits,
    choice: KernelChoice,
    left_out: Collection[str],
    changing: Collection[str],
) -> dict[str, Observed]:
    """Do what `run_notebook` does, once."""
    absent: dict[str, Observed | None] = {}
    raised: dict[str, str] = {}
    observed: dict[str, Observed] = {}
    steps = list(_steps(notebook, cases, left_out))
    run = Run(choice, limits)
    run.give(limits.submission_seconds)
    try:
        for cell, name in steps:
            reply = run.do(_step(cell, name, limits))
            if name:
                absent[name] = _absent(reply)
            if cell is not None:
                cell.outputs = reply.outputs + _epilogue(reply, limits)
                if reply.status == "error" and role(cell) == "solution":
                    raised[name_of(cell).removesuffix(SOLUTION)] = what_was_raised(reply.outputs)
        there = {n: cases[n] for n, why in absent.items() if why is None}
        before = {n: case for n, case in there.items() if n in _changed_later(steps, changing)}
        run.give(limits.observing_seconds)
        found = run.observe({n: case for n, case in there.items() if n not in before})
    finally:
        run.lose()
    found |= _observed_at_checks(steps, before, limits, choice) if before else {}
    for name, why in absent.items():
        one = why or found[name]
        missing = one.status == "missing"
        observed[name] = replace(one, raised=raised.get(name, "")) if missing else one
    return observed


def _changed_later(
    steps: Sequence[tuple[NotebookNode | None, str]], changing: Collection[str]
) -> frozenset[str]:
    """Return the exercises below whose checks a cell may change something in place."""
    last = max(
        (at for at, (cell, _) in enumerate(steps) if cell and cell.id in changing), default=0
    )
    return frozenset(name for _, name in steps[:last] if name)


def _observed_at_checks(
    steps: Sequence[tuple[NotebookNode | None, str]],
    cases: Mapping[str, str],
    limits: Limits,
    choice: KernelChoice,
) -> dict[str, Observed]:
    """Run cells once more and observe exercises at their checks; what the cells display is lost."""
    observed: dict[str, Observed] = {}
    run = Run(choice, limits)
    run.give(limits.submission_seconds + limits.observing_seconds)
    try:
        for cell, name in steps:
            if len(observed) == len(cases):
                break
            reply = run.do(_step(cell, name if name in cases else "", limits))
            if name in cases:
                why = _absent(reply)
                observed[name] = why or run.observe({name: cases[name]})[name]
    finally:
        run.lose()
    return observed


def _step(cell: NotebookNode | None, name: str, limits: Limits) -> Step:
    return Step("" if cell is None else cell.source, name, limits.cell_seconds)


def _steps(
    notebook: NotebookNode, cases: Mapping[str, str], left_out: Collection[str]
) -> Iterator[tuple[NotebookNode | None, str]]:
    """Yield the cells to run, each with the exercise whose check cell is the next, or with ""."""
    waiting: NotebookNode | None = None
    for cell in notebook.cells:
        if role(cell) == "check" and name_of(cell) in cases:
            yield waiting, name_of(cell)
            waiting = None
        elif cell.cell_type == "code" and cell.source.strip() and cell.id not in left_out:
            if waiting is not None:
                yield waiting, ""
            waiting = cell
    if waiting is not None:
        yield waiting, ""


def _absent(reply: Reply) -> Observed | None:
    """Return why there is nothing to observe after a capture, or None."""
    if reply.answer == inside.CAPTURED:
        return None
    if reply.answer == inside.MISSING:
        return Observed("missing")
    ended = reply.status in ("out of time", "died")
    return Observed(reply.status if ended else "unreadable")


def _epilogue(reply: Reply, limits: Limits) -> list[NotebookNode]:
    """Return an output that says why a cell did not come to its own end."""
    reasons = {
        "interrupted": f"The cell did not end within {reply.seconds:.3g} s and was stopped.",
        "died": (
            "The cell ended the kernel, or could not be stopped. "
            + (f"{reply.over} " if reply.over else "")
            + "The rest ran without it."
        ),
        "out of time": (
            f"The cell was not run: the notebook's {limits.submission_seconds:g} s were over."
        ),
    }
    reason = reasons.get(reply.status)
    if reason is None:
        return []
    return [new_output("error", ename="NotRun", evalue=reason, traceback=[reason])]
