"""Run a sanitised notebook cell by cell, and observe its functions at the check cells."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nbformat import NotebookNode
from nbformat.v4 import new_output

from graders.cells import SOLUTION, name_of, role
from graders.grading.running import inside
from graders.grading.running.kernel import Kernel, KernelChoice, KernelLostError
from graders.grading.running.listening import Reply
from graders.grading.running.raised import what_was_raised
from graders.judging.observe import SECONDS

AGAIN_SECONDS = 2.0
"""How long a cell that had to be stopped may run when a fresh kernel runs it again."""


@dataclass(frozen=True)
class Limits:
    """How long running a submission may take, and what of it is run.

    Args:
        cell_seconds: one cell.
        case_seconds: one call of a function that is observed.
        check_seconds: all cases of one exercise.
        submission_seconds: all cells of the notebook.
        observing_seconds: all exercises together, after the last cell.
        experiments: whether the lesson's own experiments run although nothing needs them.
    """

    cell_seconds: float = 30.0
    case_seconds: float = SECONDS
    check_seconds: float = 3 * SECONDS
    submission_seconds: float = 300.0
    observing_seconds: float = 120.0
    experiments: bool = False


STATUSES = ("ok", "missing", "interrupted", "died", "unreadable", "out of time", "too late")
"""How observing one exercise can end: with an answer; without a function of that name; because it
ran out of time; because the kernel's process ended; without an answer; because the time for the
whole notebook was over before; because that for observing was."""


@dataclass(frozen=True)
class Observed:
    """What came back from the kernel for one exercise.

    Args:
        status: one of `STATUSES`.
        observations: JSON text, with status "ok".
        raised: with status "missing": what the exercise's own cell raised, or nothing.
    """

    status: str
    observations: str = ""
    raised: str = ""


@dataclass(frozen=True)
class _Step:
    """What a kernel has to do, and a fresh one again: run a cell, capture an exercise, or both.

    Args:
        source: the cell, or nothing.
        capture: the exercise whose names are captured then, or nothing.
        seconds: how long it may take this time.
    """

    source: str = ""
    capture: str = ""
    seconds: float = AGAIN_SECONDS


@dataclass
class _Run:
    """A notebook on its way through kernels, of which there are more if one is lost."""

    choice: KernelChoice
    limits: Limits
    deadline: float = 0.0
    kernel: Kernel | None = None
    done: list[_Step] = field(default_factory=list)

    def give(self, seconds: float) -> None:
        """Give what follows so much time from now on."""
        self.deadline = time.monotonic() + seconds

    def seconds(self, limit: float) -> float:
        """Return how long the next request may take; 0 when the time is over."""
        return max(0.0, min(limit, self.deadline - time.monotonic()))

    def ready(self) -> Kernel:
        """Return a kernel in which everything before has run, without what ended or broke one."""
        while self.kernel is None:
            self.kernel = Kernel(self.choice).start()
            for at, step in enumerate(self.done):
                if not self.seconds(step.seconds):
                    break
                died = self._do(self.kernel, step).status == "died"
                if died or not self.kernel.answers():
                    self.lose()
                    del self.done[at]
                    break
        return self.kernel

    def _do(self, kernel: Kernel, step: _Step) -> Reply:
        capture = _call("capture", step.capture) if step.capture else ""
        if not step.source:
            return kernel.ask(capture, self.seconds(step.seconds))
        reply = kernel.run(step.source, self.seconds(step.seconds), capture)
        silent = reply.status == "error" and not what_was_raised(reply.outputs)
        if silent and not kernel.answers():  # it raised, and broke what would show that
            reply.status = "died"
        if capture and reply.answer is None and reply.status != "died":  # the cell raised
            reply.answer = kernel.ask(capture, self.limits.check_seconds).answer
        return reply

    def lose(self) -> None:
        """Give up the kernel at hand."""
        if self.kernel is not None:
            self.kernel.stop()
            self.kernel = None

    def do(self, step: _Step) -> Reply:
        """Do a step for the first time, and remember it for fresh kernels."""
        seconds = self.seconds(step.seconds)
        if not seconds:
            return Reply("out of time")
        reply = self._do(self.ready(), step)
        if reply.status == "died":
            self.lose()
            reply = self._again(step, reply)
        if reply.status != "died":
            again = AGAIN_SECONDS if reply.status == "interrupted" else seconds
            self.done.append(replace(step, seconds=again))
        return reply

    def _again(self, step: _Step, reply: Reply) -> Reply:
        """Return how a step ends in a fresh kernel: as before, if it was to blame itself."""
        before = len(self.done)
        kernel = self.ready()
        if len(self.done) < before:  # a cell before it had broken the kernel
            reply = self._do(kernel, step)
            if reply.status == "died":
                self.lose()
        if reply.status == "died" and step.source and step.capture:
            reply.answer = self.do(replace(step, source="")).answer
        return reply

    def observe(self, cases: Mapping[str, str]) -> dict[str, Observed]:
        """Observe captured functions: all at once, or one by one if that does not end well."""
        together = self._ask(cases, self.limits.check_seconds)[1] if len(cases) > 1 else {}
        observed: dict[str, Observed] = {}
        for name in cases:
            left = len(cases) - len(observed)
            share = self.seconds(self.limits.observing_seconds) / left  # nobody takes it all
            known = name in together
            observed[name] = _seen(together[name]) if known else self._alone(name, cases, share)
        return observed

    def _alone(self, name: str, cases: Mapping[str, str], share: float) -> Observed:
        seconds = min(share, self.limits.check_seconds)
        status, answers = self._ask({name: cases[name]}, seconds)
        if name in answers:
            return _seen(answers[name])
        if status == "out of time":
            return Observed("too late")
        return Observed("unreadable" if answers or status in ("ok", "error") else status)

    def _ask(self, cases: Mapping[str, str], seconds: float) -> tuple[str, dict[str, str]]:
        """Observe captured functions in one request; return how it ended, and what came back."""
        if not self.seconds(seconds):
            return "out of time", {}
        kernel = self.ready()
        call = _call("observe", dict(cases), self.limits.case_seconds)
        reply = kernel.ask(call, self.seconds(seconds))
        if reply.status == "died":
            self.lose()
        return reply.status, _answers(reply.answer)


def _seen(text: str) -> Observed:
    return Observed("missing") if text == inside.MISSING else Observed("ok", text)


def _answers(answer: str | None) -> dict[str, str]:
    """Return the observations that a kernel sent, by exercise: texts that nobody has read yet."""
    try:
        answers = json.loads(answer or "{}")
    except (ValueError, RecursionError):
        return {}
    items = answers.items() if isinstance(answers, dict) else ()
    return {name: text for name, text in items if isinstance(text, str)}


def _call(function: str, *arguments: object) -> str:
    """Return the expression that calls a function of `inside` in the kernel."""
    module = f"__import__({inside.__name__!r}, fromlist=[{function!r}])"
    return f"{module}.{function}({', '.join(map(repr, arguments))})"


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
    run = _Run(choice, limits)
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
    run = _Run(choice, limits)
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


def _step(cell: NotebookNode | None, name: str, limits: Limits) -> _Step:
    return _Step("" if cell is None else cell.source, name, limits.cell_seconds)


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
