"""The command `graders`: parses, calls, and shows. What it calls stands elsewhere."""

from __future__ import annotations

import argparse
import difflib
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from graders.errors import RefusalError

DONE, SOME_FAILED, WRONG_USAGE, STOPPED = 0, 1, 2, 130

EPILOG = """\
Exit status: 0 all done; 1 some submissions, files or invariants failed, each named with its
reason, the others done; 2 wrong usage, nothing done; 130 stopped with Ctrl-C.
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose help keeps the lines of its examples."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.RawDescriptionHelpFormatter(prog=self.prog)


class UsageError(RefusalError):
    """The command line names something that is not there; the message says what to do."""


def _lesson(name: str, known: Sequence[str]) -> str:
    if name in known:
        return name
    raise UsageError(_unknown("lesson", name, known))


def _unknown(kind: str, name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4) or list(known)
    return (
        f"There is no {kind} {name!r}. Expected one of the {len(known)} that exist. "
        f"Did you mean {' or '.join(near[:3])}?"
    )


def _contracts() -> list[str]:
    from graders import lessons

    return lessons.names()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="graders",
        description="Builds, examines and grades the lessons of the workbook.",
        epilog=EPILOG,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _author_commands(commands)
    _instructor_commands(commands)
    _learner_commands(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _author_commands(commands: Commands) -> None:
    build = commands.add_parser(
        "build",
        help="make the student notebooks and frozen tables from the solutions",
        description="Makes assignments/LESSON, graders/frozen/LESSON and the solved notebook "
        "beside the source in solutions/LESSON. The same source gives the same bytes.",
    )
    build.add_argument("lessons", nargs="*", metavar="LESSON", help="all, unless some are named")
    build.set_defaults(run=_build)
    doctor = commands.add_parser(
        "doctor",
        help="examine what must hold of every lesson, and what this machine can isolate",
        description="Runs every solution, stub and mistake, compares references with Keras and "
        "with numerical gradients, runs the solved lesson, and names all that does not hold. "
        "Before that it says with what this machine isolates submissions when it grades.",
    )
    doctor.add_argument("lessons", nargs="*", metavar="LESSON", help="all, unless some are named")
    doctor.set_defaults(run=_doctor)


def _course_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="for example 02_vanilla_rnn")
    parser.add_argument(
        "--course",
        type=Path,
        default=Path("."),
        metavar="DIR",
        help="the folder with submitted/, autograded/, feedback/ and gradebook.db "
        "(default: the current folder)",
    )


def _database_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--db",
        metavar="URL",
        help="the gradebook is there, as in postgresql://USER@HOST/NAME (default: "
        "c.CourseDirectory.db_url in nbgrader_config.py, or DIR/gradebook.db)",
    )


def _number(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return number


def _instructor_commands(commands: Commands) -> None:
    grade = commands.add_parser(
        "grade",
        help="autograde a class into the gradebook",
        description="Grades every submission in DIR/submitted/STUDENT/LESSON/ on hidden cases, "
        "writes the gradebook and the autograded notebooks, and prints a table of students and "
        "exercises with points and named mistakes. Nothing that goes wrong in one submission "
        "stops the others.",
        epilog="example:\n  graders grade 02_vanilla_rnn --course demo\n\n" + EPILOG,
    )
    _course_options(grade)
    _database_option(grade)
    grade.add_argument(
        "--submitted", type=Path, metavar="DIR", help="read submissions from here instead"
    )
    grade.add_argument(
        "--timeout",
        type=float,
        default=30.0,
        metavar="SECONDS",
        help="how long one cell may run (default: 30)",
    )
    grade.add_argument(
        "--experiments",
        action="store_true",
        help="run also the lesson's experiments that are unchanged and that nothing else needs",
    )
    grade.add_argument(
        "--again", action="store_true", help="grade also what was graded before and is unchanged"
    )
    grade.add_argument(
        "--isolation",
        choices=("strict", "none"),
        default="strict",
        help="none: submitted code runs with your rights, for code that you trust (default: "
        "strict)",
    )
    where = grade.add_mutually_exclusive_group()
    where.add_argument(
        "--workers", type=_number, metavar="N", help="how many at once (default: one per core)"
    )
    where.add_argument(
        "--scheduler", metavar="ADDRESS", help="grade on this Dask cluster: tcp://HOST:8786"
    )
    grade.set_defaults(run=_grade)
    demo = commands.add_parser(
        "demo",
        help="grade a class of 14 synthetic submissions",
        description="Makes a class of 14 synthetic submissions (4 right ones in different styles, "
        "7 with one mistake each, one unsolved, one that never ends, one that is no notebook), "
        "grades it, writes feedback pages and CSV files, and says where everything is. DIR is made "
        "anew.",
    )
    _course_options(demo)
    demo.set_defaults(run=_demo)
    feedback = commands.add_parser(
        "feedback",
        help="write an HTML page for each student",
        description="Writes DIR/feedback/STUDENT/LESSON/LESSON.html by nbgrader's own exporter, "
        "from the autograded notebooks and the gradebook with its manual scores and comments.",
    )
    _course_options(feedback)
    _database_option(feedback)
    feedback.set_defaults(run=_feedback)
    export = commands.add_parser(
        "export",
        help="write grades and mistakes as CSV",
        description="Writes grades.csv by nbgrader's own exporter (a line for each student), "
        "mistakes.csv (a line for each student and exercise, with the named mistake) and "
        "remarks.csv (what was odd in a submission and was mended).",
    )
    _course_options(export)
    _database_option(export)
    export.add_argument(
        "--to", type=Path, metavar="DIR", help="where to write (default: the course's folder)"
    )
    export.set_defaults(run=_export)


def _learner_commands(commands: Commands) -> None:
    attempt = commands.add_parser(
        "try",
        help="judge a function in plain Python files",
        description="Judges the function EXERCISE of each FILE. A file may leave out the import "
        "of NumPy, and the earlier exercises that the function calls.",
        epilog="examples:\n  graders try rnn_cell_forward mine.py\n"
        "  graders try rnn_backward a.py b.py --hidden --json\n\n"
        "With --json, a line of JSON for each file, with file, exercise, outcome (passed,\n"
        "failed, error, skipped, broken), points, max_points, mistake and message.\n"
        "Exit status: 0 when all passed, 1 when not, 2 wrong usage.",
    )
    attempt.add_argument("exercise", metavar="EXERCISE", help="the function's name")
    attempt.add_argument("files", nargs="+", type=Path, metavar="FILE.py")
    attempt.add_argument(
        "--hidden", action="store_true", help="judge on new cases, drawn for this run"
    )
    attempt.add_argument("--json", action="store_true", help="print a line of JSON for each file")
    attempt.set_defaults(run=_try)
    for name, run, says in (
        ("start", _start, "copy a fresh notebook to where you work"),
        ("reset", _reset, "put a fresh notebook in the place of yours, which is kept, dated"),
    ):
        command = commands.add_parser(name, help=says, description=f"{says.capitalize()}.")
        command.add_argument("lesson", metavar="LESSON", help="for example 02_vanilla_rnn")
        command.add_argument(
            "--to",
            type=Path,
            default=Path("work"),
            metavar="DIR",
            help="the folder that holds a folder for each lesson (default: work)",
        )
        command.set_defaults(run=run)


def _build(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.authoring.build import BuildError, build

    known = _contracts()
    failed = False
    for lesson in [_lesson(name, known) for name in args.lessons] or known:
        try:
            with terminal.steps(f"building {lesson}") as step:
                changed = build(lesson, step)
            terminal.show_build(lesson, changed)
        except (BuildError, ValueError, RuntimeError) as error:
            terminal.complain(str(error))
            failed = True
    return SOME_FAILED if failed else DONE


def _doctor(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.authoring.doctor import INVARIANTS, examine
    from graders.grading.isolation import layers
    from graders.lessons import load

    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # TensorFlow's log is not our report
    terminal.show_layers(layers())
    known = _contracts()
    healthy = True
    for lesson in [_lesson(name, known) for name in args.lessons] or known:
        healthy &= terminal.show_examinations(lesson, examine(load(lesson)), len(INVARIANTS))
    return DONE if healthy else SOME_FAILED


def _grade(args: argparse.Namespace) -> int:
    from graders import terminal

    lesson = _lesson(args.lesson, _contracts())
    options = terminal.GradeOptions(
        args.submitted,
        args.timeout,
        args.isolation,
        args.again,
        _database(args),
        args.workers,
        args.scheduler,
        args.experiments,
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
    from graders.reporting import make_feedback

    lesson = _lesson(args.lesson, _contracts())
    feedback = make_feedback(lesson, args.course, _database(args))
    return DONE if terminal.show_feedback(feedback) else SOME_FAILED


def _export(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.reporting import export

    lesson = _lesson(args.lesson, _contracts())
    paths = export(lesson, args.course, args.to or args.course, _database(args))
    terminal.show_paths("wrote", paths)
    return DONE


def _try(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.grading.files.judging import judge_files
    from graders.judging import Outcome, frozen_names

    if args.exercise not in frozen_names():
        raise UsageError(_unknown("exercise", args.exercise, frozen_names()))
    missing = [path for path in args.files if not path.is_file()]
    if missing:
        raise UsageError(
            f"There is no file {missing[0]}. Expected Python files that define {args.exercise}. "
            "Check the path."
        )
    passed = True
    for path, verdict in judge_files(args.exercise, args.files, args.hidden):
        terminal.show_attempt(path, verdict, args.json)
        passed &= verdict.outcome is Outcome.PASSED
    return DONE if passed else SOME_FAILED


def _start(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.judging import frozen_lessons
    from graders.workspace import start

    path = start(_lesson(args.lesson, frozen_lessons()), args.to)
    terminal.say(f"Your notebook: {path}. Open it with `make lab` or `jupyter lab {path}`.")
    return DONE


def _reset(args: argparse.Namespace) -> int:
    from graders import terminal
    from graders.judging import frozen_lessons
    from graders.workspace import reset

    path, backup = reset(_lesson(args.lesson, frozen_lessons()), args.to)
    terminal.say(f"A fresh notebook: {path}. What was there is kept as {backup}.")
    return DONE


def _stopped() -> int:
    """Let a second Ctrl-C not interrupt the end, and return the exit status of the first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return STOPPED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    args = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = args.run
    try:
        return run(args)
    except (RefusalError, FileNotFoundError) as error:
        sys.stderr.write(f"graders {args.command}: {error}\n")
        return WRONG_USAGE
    except KeyboardInterrupt:
        return _stopped()
    except PermissionError as error:
        sys.stderr.write(
            f"graders {args.command}: {error.filename} cannot be written ({error.strerror}). "
            "Expected a folder in which you may write. Change its rights or name another one.\n"
        )
        return WRONG_USAGE


if __name__ == "__main__":
    sys.exit(main())
