"""Grading in this checkout and in another one, in turn, each in an environment of its own.

    python -m benchmarks.beside CHECKOUT

CHECKOUT is another version of this repository in which `make setup` has been run, so that each side
has what its own lock file says. Both grade the same classes of honest submissions, one after the
other; what counts is the ratio between them, of each round.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.courses import Ours, scores
from benchmarks.house import Lesson, as_of, keras_lesson, numpy_lesson
from benchmarks.processes import BenchmarkError
from benchmarks.submissions import Submission, honest, repeated, some
from benchmarks.throughput import Pair, Spread, complete, cpu, wall

LESSONS = ("numpy", "keras")
MEMBERS = {"numpy": 11, "keras": 4}


COSTS: dict[str, Callable[[Pair], float]] = {
    "time of one submission more": lambda pair: pair.more(wall),
    "processor time of one submission more": lambda pair: pair.more(cpu),
    "start-up": lambda pair: pair.once(wall),
    "processor time of start-up": lambda pair: pair.once(cpu),
    "time of the small class, with start-up": lambda pair: wall(pair.small),
    "processor time of the small class, with start-up": lambda pair: cpu(pair.small),
    "time of the large class, with start-up": lambda pair: wall(pair.large),
    "processor time of the large class, with start-up": lambda pair: cpu(pair.large),
}
"""What is compared, in seconds."""


def compare(
    lesson: Lesson, checkout: Path, members: Sequence[Submission], rounds: int, folder: Path
) -> list[tuple[Pair, Pair]]:
    """Grade classes on both sides in turn; return the pairs of here and there, by round.

    Each side grades its own lesson, by its own cases: what it scores otherwise is said, and no
    reason to stop.

    Args:
        lesson: what is graded.
        checkout: the other side.
        members: different submissions.
        rounds: how often.
        folder: where courses are made.

    Raises:
        BenchmarkError: a side does not grade all of a class.
    """
    theirs = as_of(lesson, checkout, folder)
    sides = [Ours(folder / "here", lesson), Ours(folder / "there", theirs, checkout)]
    for side in sides:
        complete(side.grade(members[:1]))
    found = []
    for number in range(rounds):
        pairs = {}
        for at in (0, 1) if number % 2 else (1, 0):  # nobody is always the first
            small, large = (
                complete(sides[at].grade(repeated(members, times * len(members))))
                for times in (2, 8)
            )
            pairs[at] = Pair(small, large)
        found.append((pairs[0], pairs[1]))
    return found


def differing(lesson: Lesson, here: Pair, there: Pair) -> Iterator[str]:
    """Yield a line for each exercise of a class that the two sides score otherwise."""
    ours, theirs = scores(here.small, lesson), scores(there.small, lesson)
    for student, points in ours.items():
        for exercise, earned in points.items():
            if theirs[student].get(exercise) != earned:
                other = theirs[student].get(exercise)
                yield f"  {student}, {exercise}: {earned} here, {other} there"


def report(lesson: Lesson, found: Sequence[tuple[Pair, Pair]]) -> Iterator[str]:
    """Yield the lines of a table: seconds on both sides, and their ratio."""
    yield f"{lesson.name}: {found[0][0].small.number} and {found[0][0].large.number} submissions"
    for what, cost in COSTS.items():
        here, there = (Spread.of([cost(pair[at]) for pair in found]) for at in (0, 1))
        ratio = Spread.of([cost(one) / cost(other) for one, other in found])
        yield (
            f"  {what:48} here {here.middle:7.3f} s, there {there.middle:7.3f} s, "
            f"here/there {ratio.middle:.2f} ({ratio.least:.2f} to {ratio.most:.2f})"
        )


def main() -> int:
    """Compare, and print the table of each lesson."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.beside", description=__doc__)
    parser.add_argument("checkout", type=Path, metavar="CHECKOUT")
    parser.add_argument("--rounds", type=int, default=3, help="how often each side (default: 3)")
    parser.add_argument("--lesson", choices=LESSONS, action="append", help="default: both")
    args = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="graders-bench-") as folder:
            for kind in args.lesson or LESSONS:
                home = Path(folder, kind)
                lesson = numpy_lesson() if kind == "numpy" else keras_lesson(home)
                members = some(honest(lesson), MEMBERS[kind])
                found = compare(lesson, args.checkout.resolve(), members, args.rounds, home)
                otherwise = list(differing(lesson, *found[0]))
                said = f"  scored otherwise: {len(otherwise)} check cells of the small class"
                sys.stdout.write("\n".join([*report(lesson, found), said, *otherwise]) + "\n")
                sys.stdout.flush()
    except BenchmarkError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
