"""The command `graders`: calls, and shows. What it calls stands elsewhere."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from graders import extras, stopping
from graders.arguments import parser
from graders.errors import RefusalError
from graders.logs import log_visibly
from graders.wording import shown, visible

if TYPE_CHECKING:
    from graders.judging import Verdict

DONE, SOME_FAILED, WRONG_USAGE, STOPPED = 0, 1, 2, 130


class UsageError(RefusalError):
    """The command line names something that is not there; the message says what to do."""


def _lesson(name: str, known: Sequence[str]) -> str:
    if name in known:
        return name
    raise UsageError(_unknown("lesson", name, known))


def _exercise(name: str, known: Sequence[str]) -> str:
    if name in known:
        return name
    raise UsageError(_unknown("exercise", name, known))


def _unknown(kind: str, name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or list(known)
    return (
        f"There is no {kind} {name!r}. Expected one of the {len(known)} that exist. "
        f"Did you mean {' or '.join(near[:3])}?"
    )


def _contracts() -> list[str]:
    from graders.lessons import names

    return names()


def _build(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.authoring.build import build
    from graders.authoring.readme import write_table

    known = _contracts()
    failed = False
    for lesson in [_lesson(name, known) for name in args.lessons] or known:
        try:
            with terminal.steps(f"building {lesson}") as step:
                changed = build(lesson, step, anew=args.anew)
            terminal.show_build(lesson, changed)
            if write_table():
                terminal.say("README.md: wrote the table of lessons")
        except (ValueError, RuntimeError, RefusalError) as error:
            terminal.complain(str(error))
            failed = True
    return SOME_FAILED if failed else DONE


def _new(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.authoring.new import new_exercise, new_lesson

    if args.exercise is None:
        terminal.show_new(new_lesson(args.lesson), args.lesson)
    else:
        lesson = _lesson(args.lesson, _contracts())
        terminal.show_new(new_exercise(lesson, args.exercise), lesson, args.exercise)
    return DONE


def _doctor(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.authoring.doctor import INVARIANTS, OF_AN_EXERCISE, examine
    from graders.authoring.graph import drawn
    from graders.grading.isolation import layers
    from graders.lessons import load

    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # TensorFlow's log is not our report
    known = _contracts()
    lessons = _chosen(args.names, known)
    if args.mutants:
        return _mutants(lessons or {name: [] for name in known})
    if not any(lessons.values()):
        terminal.show_layers(layers())
    healthy = True
    for lesson, exercises in (lessons or {name: [] for name in known}).items():
        contract = load(lesson)
        chosen = [_exercise(name, list(contract.exercises)) for name in exercises]
        examinations = examine(contract, chosen, released=args.release)
        number = len(OF_AN_EXERCISE if chosen else INVARIANTS)
        healthy &= terminal.show_examinations(lesson, examinations, number)
        if not chosen:
            terminal.show_graph(drawn(contract))
    return DONE if healthy else SOME_FAILED


def _mutants(lessons: Mapping[str, Sequence[str]]) -> int:
    """Judge the mutants of lessons, or of some exercises of them."""
    from graders.console import Console
    from graders.lessons import exercise_names
    from graders.mutants_bar import show_mutants

    chosen = [
        (lesson, _exercise(name, exercise_names(lesson)))
        for lesson, names in lessons.items()
        for name in names or exercise_names(lesson)
    ]
    healthy = show_mutants(chosen, Console(soft_wrap=True))
    if healthy is None:
        return _stopped()
    return DONE if healthy else SOME_FAILED


def _chosen(names: Sequence[str], known: Sequence[str]) -> dict[str, list[str]]:
    """Return lessons, each with the names that stand after it and are no lessons."""
    chosen: dict[str, list[str]] = {}
    for name in names:
        if chosen and name not in known:
            chosen[next(reversed(chosen))].append(name)
        else:
            chosen.setdefault(_lesson(name, list(known)), [])
    return chosen


def _grade(args: argparse.Namespace) -> int:
    from graders import terminal

    lesson = _lesson(args.lesson, _contracts())
    options = terminal.GradeOptions(
        submitted=args.submitted,
        timeout=args.timeout,
        isolation=args.isolation,
        again=args.again,
        db=_database(args),
        workers=args.workers,
        scheduler=args.scheduler,
        experiments=args.experiments,
    )
    result = terminal.grade(lesson, args.course, options)
    if result is None:
        return _stopped()
    return SOME_FAILED if result.troubles else DONE


def _database(args: argparse.Namespace) -> str | None:
    from graders.grading.settings import configured_database

    return args.db or configured_database()


def _demo(args: argparse.Namespace) -> int:
    from graders import terminal

    done = terminal.demo(_lesson(args.lesson, _contracts()), args.course)
    return DONE if done else _stopped()


def _feedback(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.grading.gradebook.waiting import waiting
    from graders.reporting import make_feedback

    lesson = _lesson(args.lesson, _contracts())
    with waiting(terminal.complain):
        feedback = make_feedback(lesson, args.course, _database(args))
    return DONE if terminal.show_feedback(feedback) else SOME_FAILED


def _export(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.grading.gradebook.waiting import waiting
    from graders.reporting import export

    lesson = _lesson(args.lesson, _contracts())
    with waiting(terminal.complain):
        paths = export(lesson, args.course, args.to or args.course, _database(args))
    terminal.show_paths("wrote", paths)
    return DONE


def _try(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.grading.files import judge_files
    from graders.judging import Outcome, frozen_names

    if args.exercise not in frozen_names():
        raise UsageError(_unknown("exercise", args.exercise, frozen_names()))
    missing = [path for path in args.files if not path.is_file()]
    if missing:
        raise UsageError(
            f"There is no file {shown(missing[0], 200)}. Expected Python files that define "
            f"{args.exercise}. Check the path."
        )
    passed = True
    for path, verdict in judge_files(args.exercise, args.files, args.hidden):
        terminal.show_attempt(path, verdict, args.json)
        passed &= verdict.outcome is Outcome.PASSED
    return DONE if passed else SOME_FAILED


def _score(args: argparse.Namespace) -> int:
    from graders.grading.files import score_notebook
    from graders.judging import Outcome, frozen_lessons

    lesson = _lesson(args.lesson, frozen_lessons())
    path = args.file or args.to / lesson / f"{lesson}.ipynb"
    verdicts: list[Verdict] = []
    for verdict in score_notebook(lesson, path):
        if not verdicts:
            _say(f"{shown(path, 200)}, on cases drawn for this run")
        verdicts.append(verdict)
        _say(f"  {verdict.exercise:<28} {_points(verdict)} of {verdict.max_points:g}")
        if verdict.outcome is not Outcome.PASSED:
            _say(f"      {verdict.message}")
    earned = sum(verdict.points for verdict in verdicts)
    _say(f"  {earned:g} of {sum(verdict.max_points for verdict in verdicts):g} points")
    return DONE if all(v.outcome is Outcome.PASSED for v in verdicts) else SOME_FAILED


def _points(verdict: Verdict) -> str:
    return f"{verdict.outcome.value:>9}  {verdict.points:4g}"


def _start(args: argparse.Namespace) -> int:
    from graders.judging import frozen_lessons
    from graders.workspace import start

    path = start(_lesson(args.lesson, frozen_lessons()), args.to)
    _say(f"Your notebook: {path}. Open it with `make lab` or `jupyter lab {path}`.")
    return DONE


def _reset(args: argparse.Namespace) -> int:
    from graders.judging import frozen_lessons
    from graders.workspace import reset

    path, backup = reset(_lesson(args.lesson, frozen_lessons()), args.to)
    _say(f"A fresh notebook: {path}. What was there is kept as {backup}.")
    return DONE


def _say(text: str) -> None:
    """Print a line without the package rich, which a learner need not have."""
    sys.stdout.write(visible(f"{text}\n"))


def _stopped() -> int:
    """Let no second signal interrupt the end, and return the exit status of the first."""
    stopping.ignore()
    return STOPPED


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": _build,
    "doctor": _doctor,
    "new": _new,
    "grade": _grade,
    "demo": _demo,
    "feedback": _feedback,
    "export": _export,
    "try": _try,
    "score": _score,
    "start": _start,
    "reset": _reset,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    log_visibly()
    args = parser().parse_args(arguments)
    if args.command in ("grade", "demo"):
        stopping.like_ctrl_c()
    try:
        return COMMANDS[args.command](args)
    except (RefusalError, FileNotFoundError) as error:
        return _refused(args.command, str(error))
    except ModuleNotFoundError as error:
        why = extras.sentence(error.name)
        if why is None:
            raise
        return _refused(args.command, why)
    except KeyboardInterrupt:
        stopped = _stopped()
        sys.stderr.write(f"graders {args.command}: Stopped. Run the same command again.\n")
        return stopped
    except PermissionError as error:
        return _refused(
            args.command,
            f"{shown(error.filename, 200)} cannot be written ({error.strerror}). Expected a folder "
            "in which you may write. Change its rights or name another one.",
        )


def _refused(command: str, why: str) -> int:
    sys.stderr.write(visible(f"graders {command}: {why}\n"))
    return WRONG_USAGE


if __name__ == "__main__":
    sys.exit(main())
