"""How far grading a class is, in a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from graders.console import Console, styled
from graders.wording import shown

if TYPE_CHECKING:
    from graders.grading import StudentResult
    from graders.grading.driver.run import Beginning


class GradingBar:
    """A progress bar over a class, with lines above it for what there is to say meanwhile.

    Args:
        where: returns where the class is graded, in words.
        console: where all of this is shown.
    """

    def __init__(self, where: Callable[[], str], console: Console) -> None:
        self._where = where
        self._console = console
        self.total = 0
        self._graded: set[str] = set()
        self.started = 0.0
        self._progress = Progress(
            TextColumn("grading", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}", markup=False),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=self._console,
        )
        self._task = self._progress.add_task("grading", total=None, start=False, rate="")

    def __enter__(self) -> GradingBar:
        self._progress.start()
        return self

    def __exit__(self, *details: object) -> None:
        self._progress.stop()

    def say(self, sentence: str) -> None:
        """Show a sentence above the bar."""
        self._console.print(sentence)

    def begin(self, beginning: Beginning) -> None:
        """Say what is about to be done, and begin to measure."""
        for sentence in beginning.sentences:
            self.say(sentence)
        self.total = beginning.total
        if self.total:
            submissions = "1 submission" if self.total == 1 else f"{self.total} submissions"
            self._console.print(f"Grading {submissions} on {self._where()}.")
        self.started = time.monotonic()
        self._progress.update(self._task, total=self.total)
        self._progress.start_task(self._task)

    def one(self, result: StudentResult) -> None:
        """Count a result, once, and say what trouble it had."""
        if result.student in self._graded:
            return
        self._graded.add(result.student)
        self._progress.update(self._task, advance=1, rate=f"{self.rate():.0f} a minute")
        if result.trouble:
            self._console.print(styled((shown(result.student), "red"), f": {result.trouble}"))

    @property
    def done(self) -> int:
        """How many have been graded."""
        return len(self._graded)

    def stopped(self) -> str:
        """Return what to say when the person at the terminal stopped it."""
        if not self.total:
            return "Stopped before anything was graded. Run the same command again."
        return (
            f"Stopped: {self.done} of {self.total} are graded, and what they gave is written. Run "
            "the same command again, and it goes on with the others."
        )

    def rate(self) -> float:
        """Return how many were graded a minute."""
        return self.done / max(time.monotonic() - self.started, 1e-3) * 60
