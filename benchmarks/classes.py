"""Classes of different sizes: whether one submission costs the same in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.courses import Ours
from benchmarks.house import Lesson
from benchmarks.memory import Coordinator, Kernels
from benchmarks.processes import BenchmarkError
from benchmarks.submissions import Submission, repeated, some
from benchmarks.throughput import Throughput, cpu, wall

MEMBERS = 10
"""How many different submissions a class is made of: every size is a multiple of it."""


@dataclass(frozen=True)
class ClassRun:
    """One class, graded by us.

    Args:
        number: how many submissions.
        wall, cpu: seconds of the whole command.
        each_wall, each_cpu: seconds for one submission, without the start-up.
        resident: the coordinator's memory in MB, in the first and the last quarter of the run.
    """

    number: int
    wall: float
    cpu: float
    each_wall: float
    each_cpu: float
    resident: tuple[float, float]


@dataclass(frozen=True)
class Seen:
    """What was seen in /proc while classes of one lesson were graded.

    Args:
        lesson: the lesson's name.
        number: how many kernels were seen.
        median, most: the private memory of a kernel in MB, at the most that was seen of each.
        share: how much of the processor time that was counted was seen as well.
        each: seconds of processor time for one submission, by the kind of process.
    """

    lesson: str
    number: int
    median: float
    most: float
    share: float
    each: Mapping[str, float]


def classes(
    lesson: Lesson,
    ours: Ours,
    members: Sequence[Submission],
    numbers: Sequence[int],
    before: Throughput,
    say: Callable[[str], None],
) -> list[ClassRun]:
    """Grade classes of different sizes.

    Args:
        lesson: the lesson.
        ours: our side.
        members: what the classes are made of.
        numbers: the sizes.
        before: what was measured with the same lesson: the processor time of its start-up
            is taken off.
        say: told what comes next.
    """
    found = []
    start_wall, start_cpu = before.start_up(wall), before.start_up(cpu)
    for number in numbers:
        say(f"a class of {number}")
        watching = Coordinator()
        graded = ours.grade(repeated(some(members, MEMBERS), number), watching=watching)
        if graded.ran.status:
            raise BenchmarkError(f"A class was not all graded: {graded.ran.output}")
        each = graded.marginal_wall(lesson), (graded.ran.cpu - start_cpu) / number
        quarters = watching.quarters(start_wall)
        found.append(ClassRun(number, graded.ran.wall, graded.ran.cpu, *each, quarters))
    return found


def look(
    lesson: Lesson, ours: Ours, members: Sequence[Submission], numbers: tuple[int, int]
) -> Seen:
    """Grade a small class and a larger one, and look at their processes.

    It also shows that the processor time of kernels, which a warm parent forks and waits for, is
    in the sum: no more can be seen in /proc than was counted.

    Args:
        lesson: the lesson.
        ours: our side.
        members: what the classes are made of.
        numbers: their sizes.

    Raises:
        BenchmarkError: more was seen than was counted.
    """
    looks = []
    for number in numbers:
        watching = Kernels()
        graded = ours.grade(repeated(members, number), watching=watching)
        counted, seen = graded.ran.cpu, sum(watching.cpu().values())
        if seen > 1.02 * counted:
            raise BenchmarkError(f"{seen:.2f} s of processor time seen, {counted:.2f} s counted.")
        looks.append(watching)
    few, many = (each.cpu() for each in looks)
    private = list(looks[1].private.values())
    more = numbers[1] - numbers[0]
    each = {kind: (many[kind] - few[kind]) / more for kind in many}
    return Seen(lesson.name, len(private), median(private), max(private), seen / counted, each)
