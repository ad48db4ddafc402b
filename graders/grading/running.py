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
        submission_seconds: the whole notebook.
    """

    cell_seconds: float = 30.0
    case_seconds: float = SECONDS
    check_seconds: float = 3 * SECONDS
    submission_seconds: float = 300.0


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


@dataclass
class _Run:
    """A notebook on its way through kernels, of which there are more if one is lost."""

    choice: KernelChoice
    limits: Limits
    started: float = field(default_factory=time.monotonic)
    kernel: Kernel | None = None
    done: list[tuple[str, float]] = field(default_factory=list)
    """What a fresh kernel has to run again: sources, and how long each may take this time."""

    def seconds(self, limit: float) -> float:
        """Return how long the next request may take; 0 when the submission's time is over."""
        left = self.limits.submission_seconds - (time.monotonic() - self.started)
        return max(0.0, min(limit, left))

    def ready(self) -> Kernel:
        """Return a kernel in which everything before has run, without what ended one."""
        while self.kernel is None:
            self.kernel = Kernel(self.choice).start()
            for at, (source, limit) in enumerate(self.done):
                if not self.seconds(limit):
                    break
                if self.kernel.run(source, self.seconds(limit)).status == "died":
                    self.lose()
                    del self.done[at]
                    break
        return self.kernel

    def lose(self) -> None:
        """Give up the kernel at hand."""
        if self.kernel is not None:
            self.kernel.stop()
            self.kernel = None

    def cell(self, source: str) -> Reply:
        """Run a cell of the student's."""
        seconds = self.seconds(self.limits.cell_seconds)
        if not seconds:
            return Reply("out of time")
        reply = self.ready().run(source, seconds)
        if reply.status == "died":
            self.lose()
        else:
            again = AGAIN_SECONDS if reply.status == "interrupted" else seconds
            self.done.append((source, again))
        return reply

    def check(self, name: str, cases_json: str) -> Observed:
        """Observe the function of this name on the cases."""
        if not self.seconds(self.limits.check_seconds):
            return Observed("out of time")
        kernel = self.ready()
        expression = (
            f"__import__({inside.__name__!r}, fromlist=['observe'])"
            f".observe({name!r}, {cases_json!r}, {self.limits.case_seconds!r})"
        )
        reply = kernel.ask(expression, self.seconds(self.limits.check_seconds))
        if reply.status == "died":
            self.lose()
        if reply.answer == inside.MISSING:
            return Observed("missing")
        if reply.answer is None:
            return Observed("unreadable" if reply.status in ("ok", "error") else reply.status)
        return Observed("ok", reply.answer)


def run_notebook(
    notebook: NotebookNode, cases: Mapping[str, str], limits: Limits, choice: KernelChoice
) -> dict[str, Observed]:
    """Run the notebook in a fresh kernel; its code cells get their outputs.

    A cell that does not end is interrupted. Where that does not help, or where the kernel's
    process ends, a fresh kernel runs what came before, without the guilty cell.

    Args:
        notebook: as `sanitise` returns it. Its check cells are not run: instead, the functions
            that they name are observed at that point.
        cases: the hidden cases as JSON text, by exercise.
        limits: how long it may take.
        choice: which kernel.

    Returns:
        What was observed, by exercise.

    Raises:
        KernelTroubleError: the kernel cannot be started.
    """
    observed: dict[str, Observed] = {}
    raised: dict[str, str] = {}
    run = _Run(choice, limits)
    try:
        for cell in notebook.cells:
            if role(cell) == "check" and name_of(cell) in cases:
                name = name_of(cell)
                one = run.check(name, cases[name])
                missing = one.status == "missing"
                observed[name] = replace(one, raised=raised.get(name, "")) if missing else one
            elif cell.cell_type == "code" and cell.source.strip():
                reply = run.cell(cell.source)
                cell.outputs = reply.outputs + _epilogue(reply, limits)
                if reply.status == "error" and role(cell) == "solution":
                    raised[name_of(cell).removesuffix(SOLUTION)] = what_was_raised(reply.outputs)
    finally:
        run.lose()
    return observed


def _epilogue(reply: Reply, limits: Limits) -> list[NotebookNode]:
    """Return an output that says why a cell did not come to its own end."""
    reasons = {
        "interrupted": f"The cell did not end within {reply.seconds:.3g} s and was stopped.",
        "died": "The cell ended the kernel, or could not be stopped. The rest ran without it.",
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
