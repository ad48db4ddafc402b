"""Run every benchmark: `make bench`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import classes, differences, learner, throughput
from benchmarks.courses import Ours, Stock
from benchmarks.house import keras_lesson, numpy_lesson
from benchmarks.plots import draw
from benchmarks.processes import BenchmarkError
from benchmarks.report import page
from benchmarks.results import Goal, Machine, Results, goals
from benchmarks.submissions import honest, some
from benchmarks.throughput import Size
from graders import lessons
from graders.paths import ROOT


@dataclass(frozen=True)
class Plan:
    """How much is measured.

    Args:
        members: how many different submissions of a lesson there are, at most.
        numpy, keras: how often they are graded.
        classes: sizes of classes.
        seen: sizes of two classes whose processes are looked at.
    """

    members: int
    numpy: Size
    keras: Size
    classes: tuple[int, ...]
    seen: tuple[int, int]


FULL = Plan(11, Size(2, 8, 3, 5), Size(2, 8, 3, 3), (30, 300, 1000), (11, 33))
SHORT = Plan(4, Size(1, 4, 2, 2), Size(1, 4, 2, 1), (20, 60), (4, 12))

STARTED = time.monotonic()


def say(what: str) -> None:
    """Say what comes next."""
    minutes, seconds = divmod(int(time.monotonic() - STARTED), 60)
    sys.stderr.write(f"{minutes:3d}:{seconds:02d} {what}\n")


def measure(short: bool, folder: Path) -> Results:
    """Run everything in a folder."""
    plan = SHORT if short else FULL
    machine = Machine.here()
    if machine.load > 0.5:
        say(f"Other processes are at work (load {machine.load:.1f}): the numbers will be noisy.")
    say("building the lesson with Keras")
    numpy, keras = numpy_lesson(), keras_lesson(folder)
    speeds = []
    for lesson, size in ((numpy, plan.numpy), (keras, plan.keras)):
        sides = Stock(folder, lesson), Ours(folder, lesson)
        members = some(honest(lesson), plan.members)
        speeds.append(throughput.measure(lesson, *sides, members, size, say))
    ours = Ours(folder / "classes", numpy)
    sizes = classes.classes(numpy, ours, honest(numpy), plan.classes, speeds[0], say)
    say("kernels and other processes")
    seen = [
        classes.look(lesson, Ours(folder / "seen", lesson), honest(lesson), plan.seen)
        for lesson in (numpy, keras)
    ]
    say("where stock nbgrader is wrong")
    wrong = differences.differences(folder / "differences", numpy, keras)
    say("what a learner waits for")
    waits = [line for lesson in lessons.names() for line in learner.measure(lesson)]
    waits += learner.measure_import()
    return Results(machine, short, speeds[0], speeds[1], sizes, seen, wrong, waits)


def main() -> int:
    """Measure, write the page and its pictures, and return 1 if a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--short", action="store_true", help="few submissions: a few minutes")
    parser.add_argument(
        "--to", type=Path, metavar="DIR",
        help="where benchmarks.md and images/ are written (default: docs; the short run only "
        "prints, unless this is given)",
    )  # fmt: skip
    args = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="graders-bench-") as folder:
            found = measure(args.short, Path(folder))
    except BenchmarkError as error:
        sys.stderr.write(f"Nothing was written. {error}\n")
        return 1
    reached = list(goals(found))
    text = page(found, reached)
    sys.stdout.write(text)
    to = args.to or (None if args.short else ROOT / "docs")
    if to is not None:
        draw(found, to / "images")
        (to / "benchmarks.md").write_text(text, encoding="utf-8")
    return _missed([goal for goal in reached if not goal.met])


def _missed(missed: list[Goal]) -> int:
    for goal in missed:
        sys.stderr.write(f"MISSED: {goal.what}: {goal.wanted}; measured {goal.measured}.\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
