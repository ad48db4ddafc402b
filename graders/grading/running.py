"""Run a sanitised notebook cell by cell, and observe its functions at the check cells."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nbformat import NotebookNode
from nbformat.v4 import new_output

from graders.grading import inside
from graders.grading.kernel import Kernel, KernelChoice, Reply
from graders.grading.sanitise import SOLUTION, name_of, role
from graders.judging.observe import SECONDS

AGAIN_SECONDS = 2.0
"""How long a cell that had to be stopped may run when a fresh kernel runs it again."""

_IN_MESSAGE = re.compile(r"\s*\([^()]*, line (\d+)\)$")
_IN_TRACEBACK = re.compile(r"Cell In\[\d+\], line (\d+)")
UNCLOSED = "a bracket, a quotation or a block is not finished"
_INCOMPLETE = "incomplete input"  # what Python says of it in a notebook
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Limits:
    """How long running a submission may take.

    Args:
        cell_seconds: one cell.
        case_seconds: one call of a function that is observed.
        check_seconds: all cases of one exercise.
        submission_seconds: all cells of the notebook.
        observing_seconds: all exercises together, after the last cell.
    """

    cell_seconds: float = 30.0
    case_seconds: float = SECONDS
    check_seconds: float = 3 * SECONDS
    submission_seconds: float = 300.0
    observing_seconds: float = 120.0


@dataclass(frozen=True)
class Observed:
    """What came back from the kernel for one exercise.

    Args:
        status: "ok", "missing" (no function of that name), "interrupted" (ran out of time),
            "died" (the kernel's process ended), "unreadable" (no answer), or "out of time" (the
            time for the whole notebook was over before).
        observations: JSON text, with status "ok".
        raised: with status "missing": what the exercise's own cell raised, or nothing.
    """

    status: str
    observations: str = ""
    raised: str = ""


@dataclass(frozen=True)
class _Step:
    """What a fresh kernel has to do again: run a cell, or capture an exercise's names.

    Args:
        source: the cell, or nothing.
        capture: the exercise, or nothing.
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
        """Return a kernel in which everything before has run, without what ended one."""
        while self.kernel is None:
            self.kernel = Kernel(self.choice).start()
            for at, step in enumerate(self.done):
                if not self.seconds(step.seconds):
                    break
                if self._do(self.kernel, step).status == "died":
                    self.lose()
                    del self.done[at]
                    break
        return self.kernel

    def _do(self, kernel: Kernel, step: _Step) -> Reply:
        seconds = self.seconds(step.seconds)
        if step.capture:
            return kernel.ask(_call("capture", step.capture), seconds)
        return kernel.run(step.source, seconds)

    def lose(self) -> None:
        """Give up the kernel at hand."""
        if self.kernel is not None:
            self.kernel.stop()
            self.kernel = None

    def cell(self, source: str) -> Reply:
        """Run a cell of the student's."""
        return self._first(_Step(source=source, seconds=self.limits.cell_seconds))

    def capture(self, name: str) -> Observed | None:
        """Capture an exercise; return why there is nothing to observe, or None."""
        reply = self._first(_Step(capture=name, seconds=self.limits.check_seconds))
        if reply.answer == inside.MISSING:
            return Observed("missing")
        if reply.answer == inside.CAPTURED:
            return None
        return Observed("unreadable" if reply.status in ("ok", "error") else reply.status)

    def _first(self, step: _Step) -> Reply:
        """Do a step for the first time, and remember it for fresh kernels."""
        seconds = self.seconds(step.seconds)
        if not seconds:
            return Reply("out of time")
        reply = self._do(self.ready(), step)
        if reply.status == "died":
            self.lose()
        else:
            again = AGAIN_SECONDS if reply.status == "interrupted" else seconds
            self.done.append(replace(step, seconds=again))
        return reply

    def observe(self, name: str, cases_json: str) -> Observed:
        """Observe a captured function on the cases."""
        if not self.seconds(self.limits.check_seconds):
            return Observed("out of time")
        kernel = self.ready()
        call = _call("observe", name, cases_json, self.limits.case_seconds)
        reply = kernel.ask(call, self.seconds(self.limits.check_seconds))
        if reply.status == "died":
            self.lose()
        if reply.answer == inside.MISSING:
            return Observed("missing")
        if reply.answer is None:
            return Observed("unreadable" if reply.status in ("ok", "error") else reply.status)
        return Observed("ok", reply.answer)


def _call(function: str, *arguments: object) -> str:
    """Return the expression that calls a function of `inside` in the kernel."""
    module = f"__import__({inside.__name__!r}, fromlist=[{function!r}])"
    return f"{module}.{function}({', '.join(map(repr, arguments))})"


def run_notebook(
    notebook: NotebookNode, cases: Mapping[str, str], limits: Limits, choice: KernelChoice
) -> dict[str, Observed]:
    """Run the notebook in a fresh kernel; its code cells get their outputs.

    All cells come first. Functions are captured at the check cells and observed after the last
    cell, so that no output can show a hidden case.

    A cell that does not end is interrupted. Where that does not help, or where the kernel's
    process ends, a fresh kernel runs what came before, without the guilty cell.

    Args:
        notebook: as `sanitise` returns it. Its check cells are not run: instead, the functions
            that they name are captured at that point.
        cases: the hidden cases as JSON text, by exercise.
        limits: how long it may take.
        choice: which kernel.

    Returns:
        What was observed, by exercise.

    Raises:
        KernelTroubleError: the kernel cannot be started.
    """
    captured: dict[str, Observed | None] = {}
    observed: dict[str, Observed] = {}
    raised: dict[str, str] = {}
    run = _Run(choice, limits)
    run.give(limits.submission_seconds)
    try:
        for cell in notebook.cells:
            if role(cell) == "check" and name_of(cell) in cases:
                captured[name_of(cell)] = run.capture(name_of(cell))
            elif cell.cell_type == "code" and cell.source.strip():
                reply = run.cell(cell.source)
                cell.outputs = reply.outputs + _epilogue(reply, limits)
                if reply.status == "error" and role(cell) == "solution":
                    raised[name_of(cell).removesuffix(SOLUTION)] = what_was_raised(reply.outputs)
        run.give(limits.observing_seconds)
        for name, absent in captured.items():
            one = absent or run.observe(name, cases[name])
            missing = one.status == "missing"
            observed[name] = replace(one, raised=raised.get(name, "")) if missing else one
    finally:
        run.lose()
    return observed


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


def what_was_raised(outputs: list[NotebookNode]) -> str:
    """Return which exception ended a cell, in which of its lines, and its message, shortened."""
    errors = [output for output in outputs if output.output_type == "error"]
    if not errors:
        return ""
    kind, message = str(errors[-1].ename), str(errors[-1].evalue)
    if message.startswith(_INCOMPLETE):
        kind, message = "SyntaxError", message.replace(_INCOMPLETE, UNCLOSED, 1)
    at = _IN_MESSAGE.search(message) or _IN_TRACEBACK.search(
        _COLOUR.sub("", "\n".join(errors[-1].traceback))
    )
    where = f" in line {at[1]}" if at else ""
    words = " ".join(_IN_MESSAGE.sub("", message).split()).rstrip(".")[:120]
    return f"{kind[:60]}{where}: {words}" if words else f"{kind[:60]}{where}"
