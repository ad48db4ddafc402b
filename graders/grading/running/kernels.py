"""A notebook on its way through kernels: a fresh one does again what a lost one had done."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graders.grading.running import inside
from graders.grading.running.kernel import Kernel, KernelChoice
from graders.grading.running.listening import Reply
from graders.grading.running.observed import Limits, Observed
from graders.grading.running.raised import what_was_raised

AGAIN_SECONDS = 2.0
"""How long a cell that had to be stopped may run when a fresh kernel runs it again."""


@dataclass(frozen=True)
class Step:
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
class Run:
    """A notebook on its way through kernels, of which there are more if one is lost."""

    choice: KernelChoice
    limits: Limits
    deadline: float = 0.0
    kernel: Kernel | None = None
    done: list[Step] = field(default_factory=list)

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

    def _do(self, kernel: Kernel, step: Step) -> Reply:
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

    def do(self, step: Step) -> Reply:
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

    def _again(self, step: Step, reply: Reply) -> Reply:
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
        if reply.status in ("died", "interrupted"):  # what was stopped may hold all the memory
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
