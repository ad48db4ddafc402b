"""What can be typed after `graders`: commands, options, and their help."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn, TypeAlias

from graders.wording import visible

EPILOG = """\
Exit status: 0 all done; 1 some submissions, files or invariants failed, each named with its
reason, the others done; 2 wrong usage, nothing done; 130 stopped with Ctrl-C.
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose help keeps the lines of its examples, and which repeats no escape code."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return argparse.RawDescriptionHelpFormatter(prog=self.prog)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments, some of which may be names of students' files."""
        super().error(visible(message))


def parser() -> argparse.ArgumentParser:
    """Return the parser. What it returns has the name of the command in `command`."""
    whole = _Parser(
        prog="graders",
        description="Builds, examines and grades the lessons of the workbook.",
        epilog=EPILOG,
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _author_commands(commands)
    _instructor_commands(commands)
    _learner_commands(commands)
    return whole


Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _author_commands(commands: Commands) -> None:
    build = commands.add_parser(
        "build",
        help="make the student notebooks and frozen tables from the solutions",
        description="Makes assignments/LESSON, graders/frozen/LESSON and the solved notebook "
        "beside the source in solutions/LESSON. The same source gives the same bytes.",
    )
    build.add_argument("lessons", nargs="*", metavar="LESSON", help="all, unless some are named")
    build.add_argument(
        "--anew",
        action="store_true",
        help="compute also what two mistakes give together where nothing has changed since it was "
        "written",
    )
    new = commands.add_parser(
        "new",
        help="write a lesson that builds, or the contract of a function in its source",
        description="With a lesson's name alone: writes a lesson with one exercise that builds and "
        "is healthy, to be edited. With the name of a function that stands in the lesson's source: "
        "writes its contract, as far as the signature and the docstring tell, puts a check cell "
        "below it, and gives it points.",
        epilog="example:\n  graders new 17_attention_by_hand\n\n" + EPILOG,
    )
    new.add_argument("lesson", metavar="LESSON", help="two digits and words: 17_attention_by_hand")
    new.add_argument("exercise", nargs="?", metavar="EXERCISE", help="a function of its source")
    doctor = commands.add_parser(
        "doctor",
        help="examine what must hold of every lesson, and what this machine can isolate",
        description="Runs every solution, stub and mistake, compares references with Keras and "
        "with numerical gradients, runs the solved lesson, and names all that does not hold. "
        "Before that it says with what this machine isolates submissions when it grades.",
    )
    doctor.add_argument(
        "names",
        nargs="*",
        metavar="LESSON [EXERCISE]",
        help="all lessons, unless some are named; after a lesson, only these exercises of it, "
        "which takes seconds",
    )
    doctor.add_argument(
        "--release", action="store_true", help="a lesson of less than 100 points is no draft"
    )
    doctor.add_argument(
        "--mutants",
        action="store_true",
        help="instead, change each reference in one small place after the other, look that every "
        "wrong one fails on visible and hidden cases, and write docs/mutants.md; takes minutes a "
        "lesson, and goes on where it was stopped",
    )


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
        "stops the others. DIR/question_points.toml may say what questions are worth.",
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
    demo = commands.add_parser(
        "demo",
        help="grade a class of 14 synthetic submissions",
        description="Makes a class of 14 synthetic submissions (4 right ones in different styles, "
        "7 with one mistake each, one unsolved, one that never ends, one that is no notebook), "
        "grades it, writes feedback pages and CSV files, and says where everything is. DIR is made "
        "anew.",
    )
    _course_options(demo)
    feedback = commands.add_parser(
        "feedback",
        help="write an HTML page for each student",
        description="Writes DIR/feedback/STUDENT/LESSON/LESSON.html by nbgrader's own exporter, "
        "from the autograded notebooks and the gradebook with its manual scores and comments.",
    )
    _course_options(feedback)
    _database_option(feedback)
    export = commands.add_parser(
        "export",
        help="write grades and mistakes as CSV",
        description="Writes grades.csv as `nbgrader export` does (a line for each student), "
        "mistakes.csv (a line for each student and exercise, with the named mistake, and for each "
        "question with points), remarks.csv "
        "(what was odd in a submission and was mended) and, where the lesson has questions, "
        "answers.csv (a line for each student and question).",
    )
    _course_options(export)
    _database_option(export)
    export.add_argument(
        "--to", type=Path, metavar="DIR", help="where to write (default: the course's folder)"
    )


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
    score = commands.add_parser(
        "score",
        help="judge your whole notebook on new cases, as a grader would",
        description="Judges every exercise of the lesson in your notebook on cases that are drawn "
        "for this run, and says how many points that gives. It needs the lessons' answers, from "
        "which the new cases come.",
        epilog="examples:\n  graders score 02_vanilla_rnn\n"
        "  graders score 02_vanilla_rnn mine.ipynb\n\n"
        "Exit status: 0 when all passed, 1 when not, 2 wrong usage.",
    )
    score.add_argument("lesson", metavar="LESSON", help="for example 02_vanilla_rnn")
    score.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="your notebook (default: in DIR)"
    )
    _work_option(score)
    for name, says in (
        ("start", "copy a fresh notebook to where you work"),
        ("reset", "put a fresh notebook in the place of yours, which is kept, dated"),
    ):
        command = commands.add_parser(name, help=says, description=f"{says.capitalize()}.")
        command.add_argument("lesson", metavar="LESSON", help="for example 02_vanilla_rnn")
        _work_option(command)


def _work_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to",
        type=Path,
        default=Path("work"),
        metavar="DIR",
        help="the folder that holds a folder for each lesson (default: work)",
    )
