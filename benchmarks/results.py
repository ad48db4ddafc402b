"""All that the benchmark of grading measured, and whether that is good enough."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.classes import ClassRun, Seen
from benchmarks.courses import Scores
from benchmarks.differences import Difference
from benchmarks.throughput import Throughput

NUMPY_RATIO = 10.0
KERAS_RATIO = 6.0
BEYOND_SECONDS = 0.25
UNEVEN = 1.2
RISE = 1.1

PACKAGES = (
    "graders", "nbgrader", "nbclient", "ipykernel", "distributed", "numpy", "tensorflow", "keras",
)  # fmt: skip


@dataclass(frozen=True)
class Machine:
    """Where and with what something was measured.

    Args:
        processor, cores, system: the machine.
        load: how many processes wanted to run in the minute before.
        python: its version.
        versions: of packages, by name.
        day: when.
    """

    processor: str
    cores: int
    system: str
    load: float
    python: str
    versions: dict[str, str]
    day: date

    @classmethod
    def here(cls) -> Machine:
        """Return this machine."""
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
        found = re.search(r"(?m)^model name\s*:\s*(.+)$", text)
        return cls(
            found[1] if found else platform.machine(),
            os.cpu_count() or 1,
            f"{platform.system()} {platform.release()}",
            os.getloadavg()[0],
            platform.python_version(),
            {name: importlib.metadata.version(name) for name in PACKAGES},
            date.today(),
        )


@dataclass(frozen=True)
class Results:
    """What was measured.

    Args:
        machine: where.
        short: whether it was the short run.
        numpy, keras: the speed with both lessons.
        classes: classes of different sizes, with the NumPy lesson.
        seen: the processes that grade both lessons.
        differences: what stock scores wrongly.
        learner: lines on what a learner waits for.
    """

    machine: Machine
    short: bool
    numpy: Throughput
    keras: Throughput
    classes: Sequence[ClassRun]
    seen: Sequence[Seen]
    differences: Sequence[Difference]
    learner: Sequence[str]

    def uneven(self, what: Callable[[ClassRun], float]) -> float:
        """Return how many times as much a submission costs in one class as in another."""
        costs = [what(each) for each in self.classes]
        return max(costs) / min(costs)


@dataclass(frozen=True)
class Goal:
    """Something that was wanted.

    Args:
        what: of what.
        wanted, measured: in words.
        met: whether it was reached.
    """

    what: str
    wanted: str
    measured: str
    met: bool


@dataclass(frozen=True)
class Cell:
    """A check cell that both sides scored, and not alike."""

    student: str
    exercise: str
    stock: float | None
    ours: float | None


def unequal(theirs: Scores, ours: Scores) -> list[Cell]:
    """Return the cells whose scores differ, or that only one side has scored."""
    cells = {
        (student, name) for side in (theirs, ours) for student in side for name in side[student]
    }
    return [
        Cell(student, name, one, other)
        for student, name in sorted(cells)
        for one, other in [(theirs.get(student, {}).get(name), ours.get(student, {}).get(name))]
        if one != other
    ]


def goals(found: Results) -> Iterator[Goal]:
    """Yield every goal, and whether it was reached."""
    for speed, least in ((found.numpy, NUMPY_RATIO), (found.keras, KERAS_RATIO)):
        ratio = speed.ratio.middle
        yield Goal(f"submissions a minute, {speed.lesson}", f"at least {least:g} x stock",
                   f"{ratio:.1f} x", ratio >= least)  # fmt: skip
    beyond = found.numpy.beyond.middle
    yield Goal(f"processor time beyond the students' own code, {found.numpy.lesson}",
               f"at most {BEYOND_SECONDS:g} s a submission", f"{beyond:.2f} s",
               beyond <= BEYOND_SECONDS)  # fmt: skip
    sizes = ", ".join(f"{each.number:,}" for each in found.classes)
    for what, cost in (
        ("time", lambda each: each.each_wall),
        ("processor time", lambda each: each.each_cpu),
    ):
        spread = found.uneven(cost)
        yield Goal(f"{what} of one submission in classes of {sizes}",
                   f"within {UNEVEN - 1:.0%} of each other", f"within {spread - 1:.0%}",
                   spread <= UNEVEN)  # fmt: skip
    largest = found.classes[-1]
    rise = largest.resident[1] / largest.resident[0]
    yield Goal(f"the coordinator's memory over a class of {largest.number:,}",
               f"at most {RISE - 1:.0%} more in the last quarter than in the first",
               f"{rise - 1:+.0%}", rise <= RISE)  # fmt: skip
    for speed in (found.numpy, found.keras):
        cells = sum(map(len, speed.stock_scores.values()))
        other = unequal(speed.stock_scores, speed.our_scores)
        yield Goal(f"scores of honest submissions, {speed.lesson}", "the same, cell by cell",
                   f"{len(other)} of {cells} cells differ", not other and cells > 0)  # fmt: skip
    total = len(found.differences)
    wrong = [each for each in found.differences if each.ours != each.deserved]
    yield Goal("our scores where stock nbgrader is wrong", "what is deserved",
               f"{total - len(wrong)} of {total} are", not wrong)  # fmt: skip
