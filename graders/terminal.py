"""What the command `graders` shows in a terminal. Nothing is computed here."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from graders import stopping
from graders.console import Console, styled
from graders.grading_bar import GradingBar
from graders.wording import json_line, shown

if TYPE_CHECKING:
    from graders.authoring.doctor import Examination
    from graders.grading import ClassResult
    from graders.grading.isolation import Layer
    from graders.judging import Verdict
    from graders.reporting import Feedback

NARROWEST = 100
LONGEST_PATH = 4096
DEMO_TIMEOUT = 5.0

_out = Console(soft_wrap=True)
_err = Console(stderr=True, soft_wrap=True)


def say(text: str) -> None:
    """Print a line."""
    _out.print(text)


def complain(text: str) -> None:
    """Print a line to standard error."""
    _err.print(text, style="red")


@contextmanager
def steps(title: str) -> Iterator[Callable[[str], None]]:
    """Show a spinner with the step that a long piece of work is at."""
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn(),
        console=_err, transient=True,
    ) as progress:  # fmt: skip
        task = progress.add_task(title)
        yield lambda step: progress.update(task, description=f"{title}: {step}")


def show_build(lesson: str, changed: Sequence[Path]) -> None:
    """Say what a build changed."""
    if not changed:
        say(f"{lesson}: everything is as it was.")
    for path in changed:
        say(f"{lesson}: {'wrote' if path.exists() else 'removed'} {_short(path)}")


def show_new(written: Sequence[Path], lesson: str, exercise: str = "") -> None:
    """Say what was written for an author, and what to do next."""
    for path in written:
        say(f"wrote {_short(path)}")
    if exercise:
        say("Look at the cases that it draws, and fill in the hints, the mistakes and the oracle.")
    else:
        say(f"It is whole. Your own function goes into its source; then: graders new {lesson} NAME")
    say(f"Try it: graders build {lesson}, then graders doctor {f'{lesson} {exercise}'.strip()}")


def _short(path: Path) -> str:
    here = Path.cwd()
    return (
        str(path.resolve().relative_to(here)) if path.resolve().is_relative_to(here) else str(path)
    )


def show_paths(verb: str, paths: Iterable[Path]) -> None:
    """Say what was done with each path."""
    for path in paths:
        say(f"{verb} {_short(path)}")


def show_layers(layers: Iterable[Layer]) -> None:
    """Show with what this machine isolates submissions."""
    _out.print("Isolation of submissions on this machine", style="bold")
    for layer in layers:
        mark = _mark(layer.present, "red" if layer.needed else "yellow")
        _out.print(styled("  ", mark, f" {layer.name} ({layer.guards}): {layer.detail}"))


def _mark(holds: bool, otherwise: str = "red") -> tuple[str, str]:
    return ("yes", "green") if holds else ("no ", otherwise)


def show_examinations(lesson: str, examinations: Iterable[Examination], total: int) -> bool:
    """Show each invariant as it is examined; return whether all hold."""
    healthy = True
    _out.print(lesson, style="bold")
    with steps(f"examining {lesson}") as step:
        for number, examination in enumerate(examinations, start=1):
            draft = bool(examination.complaints) and examination.draft
            mark = ("draft", "yellow") if draft else _mark(not examination.complaints)
            _out.print(styled("  ", mark, f" {examination.invariant}"))
            for complaint in examination.complaints:
                _out.print(f"        {complaint}")
            healthy &= examination.holds
            step(f"{number} of {total}")
    return healthy


def show_graph(lines: Sequence[str]) -> None:
    """Show which exercise builds on which."""
    if lines:
        _out.print("  what builds on what", style="dim")
    for line in lines:
        _out.print(f"      {line}", style="dim", highlight=False)


def show_attempt(path: Path, verdict: Verdict, as_json: bool) -> None:
    """Show the verdict on a file, as a text card or as a line of JSON."""
    if as_json:
        line = {
            "file": str(path),
            "exercise": verdict.exercise,
            "outcome": verdict.outcome.value,
            "points": verdict.points,
            "max_points": verdict.max_points,
            "mistake": verdict.mistake,
            "message": verdict.message,
        }
        sys.stdout.write(json_line(line) + "\n")
        sys.stdout.flush()
        return
    from graders.notebook import to_text

    _out.print(shown(path, LONGEST_PATH))
    _out.print(Text.from_ansi(to_text(verdict, colour=True)))  # the console knows about colours
    _out.print()


@dataclass(frozen=True)
class GradeOptions:
    """How a class is graded; see `graders grade --help`."""

    submitted: Path | None = None
    timeout: float = 30.0
    isolation: str = "strict"
    again: bool = False
    db: str | None = None
    workers: int | None = None
    scheduler: str | None = None
    experiments: bool = False


def grade(lesson: str, course: Path, options: GradeOptions) -> ClassResult | None:
    """Grade a class with a progress bar, print the table and where things are.

    Args:
        lesson: the lesson's name.
        course: the folder of the course.
        options: how.

    Returns:
        The results, or None if the person at the terminal stopped it.

    Raises:
        IsolationError: submissions should be isolated, and this machine cannot do that.
    """
    from graders.grading import Cluster, KernelChoice, Limits, grade_class
    from graders.grading.gradebook.records import NOT_ISOLATED
    from graders.grading.gradebook.waiting import waiting
    from graders.grading.isolation import require_isolation

    isolate = require_isolation if options.isolation != "none" else None
    if options.scheduler is not None:
        cluster = Cluster(
            scheduler=options.scheduler, prepare=isolate, say=lambda sentence: bar.say(sentence)
        )
    else:
        if isolate:
            isolate()
        cluster = Cluster(options.workers)
    bar = GradingBar(cluster.where, _err)
    if options.isolation == "none":
        complain(NOT_ISOLATED.replace("Graded", "Grading").replace("ran", "runs"))
    with cluster:  # outside, because closing takes a moment
        try:
            with bar, waiting(bar.say):
                result = grade_class(
                    lesson,
                    course,
                    options.submitted,
                    db=options.db,
                    again=options.again,
                    on_work=cluster.begin,
                    on_start=bar.begin,
                    on_result=bar.one,
                    executor=cluster,
                    limits=Limits(cell_seconds=options.timeout, experiments=options.experiments),
                    kernel=KernelChoice(isolation=options.isolation),
                )
        except KeyboardInterrupt:
            stopping.ignore()
            complain(bar.stopped())
            return None
        seconds = time.monotonic() - bar.started
    show_class(result)
    if bar.total:
        say(f"Graded {bar.total} in {_duration(seconds)}, {bar.rate():.0f} a minute.")
    return result


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"


def show_class(result: ClassResult) -> None:
    """Print the table of students and exercises, what failed, and what could not be graded."""
    from graders.reporting import class_table, troubles

    console = Console(width=max(_out.width, NARROWEST))
    for block in class_table(result):
        console.print(block)
    for line in troubles(result):
        console.print(line, style="red")


def show_feedback(feedback: Feedback) -> bool:
    """Say where the pages are and which are missing; return whether none is."""
    for line in feedback.troubles:
        complain(line)
    if feedback.pages:
        folder = feedback.pages[0].parents[2]
        say(f"{len(feedback.pages)} feedback pages in {_short(folder)}/STUDENT/LESSON/")
    return not feedback.troubles


def demo(lesson: str, course: Path) -> bool:
    """Make a synthetic class, grade it, and say where everything is; return False if stopped.

    Args:
        lesson: the lesson's name.
        course: the folder to make; an earlier demo in it is removed.

    Raises:
        WorkspaceError: the folder holds something that is no demo.
    """
    from graders.grading.isolation import can_isolate
    from graders.grading.synthetic import make_class
    from graders.reporting import export, make_feedback
    from graders.workspace import start_anew

    start_anew(course)
    members = make_class(lesson, course / "submitted")
    say(
        f"Made a class of {len(members)} submissions of {lesson}. They are synthetic: no person "
        "wrote them. 4 are right in different styles, 7 have one mistake each, one is unsolved, "
        "one never ends, and one is not a notebook at all."
    )
    isolation = "strict" if can_isolate() else "none"  # we wrote these submissions ourselves
    options = GradeOptions(timeout=DEMO_TIMEOUT, isolation=isolation)
    if grade(lesson, course, options) is None:
        return False
    show_feedback(make_feedback(lesson, course))
    files = export(lesson, course, course)
    say("\nLook at:")
    say(f"  the gradebook             {_short(course / 'gradebook.db')}")
    say(f"  autograded notebooks      {_short(course / 'autograded')}/STUDENT/{lesson}/")
    say(f"  a feedback page each      {_short(course / 'feedback')}/STUDENT/{lesson}/{lesson}.html")
    for path in files:
        say(f"  CSV                       {_short(path)}")
    return True
