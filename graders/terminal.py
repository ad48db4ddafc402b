"""What the command `graders` shows in a terminal. Nothing is computed here."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

if TYPE_CHECKING:
    from graders.authoring.doctor import Examination
    from graders.grading import ClassResult, StudentResult
    from graders.judging import Verdict
    from graders.reporting import Feedback

NARROWEST = 100
DEMO_TIMEOUT = 5.0

_out = Console(highlight=False, soft_wrap=True)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    """Print a line."""
    _out.print(escape(text))


def complain(text: str) -> None:
    """Print a line to standard error."""
    _err.print(f"[red]{escape(text)}[/red]")


@contextmanager
def steps(title: str) -> Iterator[Callable[[str], None]]:
    """Show a spinner with the step that a long piece of work is at."""
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=_err,
        transient=True,
    ) as progress:  # fmt: skip
        task = progress.add_task(title)
        yield lambda step: progress.update(task, description=f"{title}: {step}")


def show_build(lesson: str, changed: Sequence[Path]) -> None:
    """Say what a build changed."""
    if not changed:
        say(f"{lesson}: everything is as it was.")
    for path in changed:
        say(f"{lesson}: {'wrote' if path.exists() else 'removed'} {_short(path)}")


def _short(path: Path) -> str:
    here = Path.cwd()
    return (
        str(path.resolve().relative_to(here)) if path.resolve().is_relative_to(here) else str(path)
    )


def show_paths(verb: str, paths: Iterable[Path]) -> None:
    """Say what was done with each path."""
    for path in paths:
        say(f"{verb} {_short(path)}")


def show_examinations(lesson: str, examinations: Iterable[Examination], total: int) -> bool:
    """Show each invariant as it is examined; return whether all hold."""
    healthy = True
    _out.print(f"[bold]{lesson}[/bold]")
    with steps(f"examining {lesson}") as step:
        for number, examination in enumerate(examinations, start=1):
            mark = "[red]no[/red] " if examination.complaints else "[green]yes[/green]"
            _out.print(f"  {mark} {escape(examination.invariant)}")
            for complaint in examination.complaints:
                _out.print(f"        {escape(complaint)}")
            healthy &= not examination.complaints
            step(f"{number} of {total}")
    return healthy


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
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        return
    from graders.notebook import to_text

    sys.stdout.write(f"{path}\n{to_text(verdict, colour=sys.stdout.isatty())}\n\n")


@contextmanager
def _grading_bar() -> Iterator[tuple[Callable[[int], None], Callable[[StudentResult], None]]]:
    with Progress(
        TextColumn("grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=_err,
    ) as progress:
        task = progress.add_task("grading", total=None, rate="")

        def begin(total: int) -> None:
            progress.update(task, total=total)

        def one(result: StudentResult) -> None:
            progress.advance(task)
            elapsed = progress.tasks[0].elapsed or 0.0
            done = progress.tasks[0].completed
            rate = f"{done / elapsed * 60:.0f} a minute" if elapsed else ""
            progress.update(task, rate=rate)
            if result.trouble:
                _err.print(f"[red]{escape(result.student)}[/red]: {escape(result.trouble)}")

        yield begin, one


def grade(lesson: str, course: Path, submitted: Path | None, timeout: float) -> ClassResult:
    """Grade a class with a progress bar, print the table and where things are."""
    from graders.grading import Limits, grade_class

    with _grading_bar() as (begin, one):
        result = grade_class(
            lesson,
            course,
            submitted,
            on_start=begin,
            on_result=one,
            limits=Limits(cell_seconds=timeout),
        )
    show_class(result)
    return result


def show_class(result: ClassResult) -> None:
    """Print the table of students and exercises, what failed, and what could not be graded."""
    from graders.reporting import class_table, troubles

    console = Console(highlight=False, width=max(_out.width, NARROWEST))
    for block in class_table(result):
        console.print(block)
    for line in troubles(result):
        console.print(f"[red]{escape(line)}[/red]")


def show_feedback(feedback: Feedback) -> bool:
    """Say where the pages are and which are missing; return whether none is."""
    for line in feedback.troubles:
        complain(line)
    if feedback.pages:
        folder = feedback.pages[0].parents[2]
        say(f"{len(feedback.pages)} feedback pages in {_short(folder)}/STUDENT/LESSON/")
    return not feedback.troubles


def demo(lesson: str, course: Path) -> None:
    """Make a synthetic class, grade it, and say where everything is.

    Args:
        lesson: the lesson's name.
        course: the folder to make; an earlier demo in it is removed.

    Raises:
        WorkspaceError: the folder holds something that is no demo.
    """
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
    grade(lesson, course, None, DEMO_TIMEOUT)
    show_feedback(make_feedback(lesson, course))
    files = export(lesson, course, course)
    say("\nLook at:")
    say(f"  the gradebook             {_short(course / 'gradebook.db')}")
    say(f"  autograded notebooks      {_short(course / 'autograded')}/STUDENT/{lesson}/")
    say(f"  a feedback page each      {_short(course / 'feedback')}/STUDENT/{lesson}/{lesson}.html")
    for path in files:
        say(f"  CSV                       {_short(path)}")
