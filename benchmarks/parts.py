"""Where the grader's own time goes: kernels that run nothing, and observing and judging.

`python -m benchmarks.parts HOUSE LESSON PART NUMBER` runs one; HOUSE is `-` for this repository.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.house import Lesson
from benchmarks.processes import BenchmarkError, Ran, run
from benchmarks.timing import median_seconds
from graders.grading.warm.client import warm_parent
from graders.paths import ROOT

SEED = 1


@dataclass(frozen=True)
class Parts:
    """Seconds of processor time for one submission.

    Args:
        kernel: a forked kernel from its start until it has ended, and nothing run in it.
        judging: calling every function on its hidden cases, and judging what they return.
    """

    kernel: float
    judging: float


def parts(lesson: Lesson, rounds: int) -> Parts:
    """Measure the parts of grading one submission of a lesson.

    Args:
        lesson: the lesson.
        rounds: how often everything is measured.

    Raises:
        BenchmarkError: it cannot be measured.
    """
    costs = [_run(lesson, "kernels", number).cpu for number in (5, 5 + 5 * rounds)]
    kernel = (costs[1] - costs[0]) / (5 * rounds)
    said = _run(lesson, "judging", rounds).output
    return Parts(kernel, float(said.splitlines()[-1]))


def _run(lesson: Lesson, what: str, number: int) -> Ran:
    house = "-" if lesson.house is None else str(lesson.house)
    arguments = [house, lesson.name, what, str(number)]
    ran = run([sys.executable, "-m", "benchmarks.parts", *arguments], ROOT)
    if ran.status:
        raise BenchmarkError(f"The {what} of {lesson.name} cannot be measured: {ran.output}")
    return ran


def kernels(number: int) -> None:
    """Start and stop kernels, one after the other, in which nothing runs."""
    from graders.grading.running.kernel import Kernel, KernelChoice

    warm_parent().wait()
    for _ in range(number):
        with Kernel(KernelChoice()):
            pass


def judging(name: str, rounds: int) -> float:
    """Return the processor time that observing and judging one submission takes, on average.

    The submissions are the honest ones: the reference, and one mistake each.
    """
    from graders.grading.materials import materials
    from graders.judging import judge_json
    from graders.judging.observe import observe_json

    tables = materials(name, SEED).tables(0)
    cases = {exercise: table.cases_json() for exercise, table in tables.items()}

    def judge_all(namespace: Mapping[str, Any]) -> None:
        for exercise, table in tables.items():
            judge_json(table, observe_json(namespace[exercise], cases[exercise]))

    def cost(namespace: Mapping[str, Any]) -> float:
        return median_seconds(lambda: judge_all(namespace), rounds, time.process_time)

    return statistics.mean(map(cost, _namespaces(name)))


def _namespaces(name: str) -> Iterator[Mapping[str, Any]]:
    """Yield the functions of each submission of the synthetic class that is honest."""
    from graders.grading.synthetic import chosen_mistakes
    from graders.lessons import load
    from graders.lessons.reference import reference

    solved = reference(name)
    yield solved.namespace()
    for exercise, mistake in chosen_mistakes(load(name).exercises):
        yield solved.with_mistake(exercise, mistake)


def main() -> None:
    """Run one part, and print seconds where the time of the process is not the measure."""
    house, name, what, number = sys.argv[1:]
    with Lesson(name, None if house == "-" else Path(house)).at_home():
        if what == "judging":
            sys.stdout.write(f"{judging(name, int(number))}\n")
        else:
            kernels(int(number))


if __name__ == "__main__":
    main()
