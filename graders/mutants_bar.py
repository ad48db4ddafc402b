"""How far the mutants of the references are judged, in a terminal, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

if TYPE_CHECKING:
    from graders.authoring.mutants import Survey


class MutantsBar:
    """A progress bar over mutants, with a line above it for each exercise that is done.

    Args:
        console: where all of this is shown.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.total = self.judged = 0
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task("mutants", total=None)

    def __enter__(self) -> MutantsBar:
        self._progress.start()
        return self

    def __exit__(self, *details: object) -> None:
        self._progress.stop()

    def begin(self, mutants: int, known: int) -> None:
        """Say how many there are, and of how many it is known what became of them."""
        self.total, self.judged = mutants, known
        self._progress.update(self._task, total=mutants, completed=known)
        if 0 < known < mutants:
            self._console.print(
                f"{known} of {mutants} mutants are judged already; on with the rest."
            )

    def at(self, exercise: str) -> None:
        """Say whose mutants come next."""
        self._progress.update(self._task, description=exercise)

    def one(self) -> None:
        """Count a mutant that is judged."""
        self.judged += 1
        self._progress.update(self._task, completed=self.judged)

    def survey(self, survey: Survey, complaints: Iterable[str], whole: bool = False) -> None:
        """Show what became of the mutants of an exercise, and what must be mended.

        Args:
            survey: what became of them.
            complaints: what must be mended.
            whole: list also those that fail without a name.
        """
        complaints = list(complaints)
        mark = ("no ", "red") if complaints else ("yes", "green")
        line = (
            f" {survey.exercise}: {len(survey.results)} mutants, {survey.equivalent} equivalent; "
            f"of {len(survey.returning)} wrong ones that return something {survey.visible} fail on "
            f"visible and {survey.hidden} on hidden cases; named: {survey.named}"
        )
        self._console.print(styled("  ", mark, line))
        for said in (*(survey.unnamed if whole else ()), *survey.uncaught, *complaints):
            self._console.print(f"        {said}")

    def stopped(self) -> str:
        """Return what to say when the person at the terminal stopped it."""
        return (
            f"Stopped: {self.judged} of {self.total} mutants are judged, and what became of them "
            "is kept. Run the same command again, and it goes on with the others."
        )


def show_mutants(chosen: Sequence[tuple[str, str]], console: Console) -> bool | None:
    """Judge the mutants of some exercises, show what becomes of them, and write the page.

    Args:
        chosen: lessons and exercises.
        console: where all of this is shown.

    Returns:
        Whether there is nothing to mend; None if the person at the terminal stopped it.

    Raises:
        RefusalError: the list of equivalent mutants of a lesson is not as it should be.
    """
    from graders.authoring.mutants import PAGE, Surveying, Warm, write
    from graders.authoring.placed import placed
    from graders.lessons import load

    of_lessons = [(lesson, Surveying(lesson, exercise)) for lesson, exercise in chosen]
    mutants = sum(len(each.mutants) for _, each in of_lessons)
    missing = sum(len(each.missing) for _, each in of_lessons)
    surveys, healthy = [], True
    with MutantsBar(console) as bar, Warm() as warm:
        try:
            bar.begin(mutants, mutants - missing)
            for lesson, surveying in of_lessons:
                bar.at(surveying.exercise)
                for _ in surveying.run(warm):
                    bar.one()
                survey = surveying.survey()
                complaints = [placed(c, load(lesson)) for c in survey.complaints]
                bar.survey(survey, complaints, whole=len(chosen) == 1)
                surveys.append(survey)
                healthy &= not complaints
        except KeyboardInterrupt:
            console.print(bar.stopped(), style="red")
            return None
        finally:
            if write(surveys):
                console.print(f"docs/{PAGE.name}: wrote the rows of {len(surveys)} exercises")
    return healthy
