"""The speed of grading, side by side: stock nbgrader and `graders grade` in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.courses import WORKERS, Graded, Ours, Scores, Stock, scores
from benchmarks.house import Lesson
from benchmarks.parts import Parts, parts
from benchmarks.processes import BenchmarkError
from benchmarks.students import Own, own_code
from benchmarks.submissions import Submission, repeated


@dataclass(frozen=True)
class Size:
    """How much is measured.

    Args:
        small, large: how often the class is repeated in our two runs; the difference between
            them is the cost of one submission more.
        rounds: how often stock and ours are run in turn.
        repeats: how often everything is measured that is measured by itself.
    """

    small: int
    large: int
    rounds: int
    repeats: int


@dataclass(frozen=True)
class Pair:
    """Two runs of ours over the same class.

    Args:
        small, large: the class, repeated less and more often.
    """

    small: Graded
    large: Graded

    def more(self, what: Callable[[Graded], float]) -> float:
        """Return what one submission more costs us."""
        return (what(self.large) - what(self.small)) / (self.large.number - self.small.number)

    def once(self, what: Callable[[Graded], float]) -> float:
        """Return what a run of ours costs before and after all submissions."""
        return what(self.small) - self.small.number * self.more(what)


@dataclass(frozen=True)
class Round(Pair):
    """One run of stock nbgrader and the two of ours that followed it.

    Args:
        small, large: ours.
        stock: a class.
        stock_wall: seconds from one of its submissions to the next.
    """

    stock: Graded
    stock_wall: float

    @property
    def ours_wall(self) -> float:
        """Seconds from one of our submissions to the next."""
        return self.more(wall)

    @property
    def ours_cpu(self) -> float:
        """Seconds of processor time that one submission more costs us."""
        return self.more(cpu)


@dataclass(frozen=True)
class Spread:
    """The median of some measurements, the least and the most."""

    middle: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Return the spread of values."""
        return cls(median(values), min(values), max(values))


@dataclass(frozen=True)
class Throughput:
    """What was measured with one lesson.

    Args:
        lesson: the lesson's name.
        rounds: the runs in turn.
        own: the students' own code.
        parts: kernels, observing and judging.
        stock_scores, our_scores: of the first round, of the students that both graded.
        experiments_wall: seconds from one of our submissions to the next when the lesson's own
            experiments run as well.
    """

    lesson: str
    rounds: Sequence[Round]
    own: Own
    parts: Parts
    stock_scores: Scores
    our_scores: Scores
    experiments_wall: float

    def spread(self, what: Callable[[Round], float]) -> Spread:
        """Return a number of all rounds."""
        return Spread.of([what(each) for each in self.rounds])

    @property
    def ratio(self) -> Spread:
        """How many submissions we grade while stock grades one; start-up left out on both sides."""
        return self.spread(lambda each: each.stock_wall / each.ours_wall)

    @property
    def whole_ratio(self) -> Spread:
        """The same for whole commands, from start to end, with the classes that were graded."""
        return self.spread(
            lambda each: (
                (wall(each.stock) / each.stock.number) / (wall(each.large) / each.large.number)
            )
        )

    @property
    def limit(self) -> float:
        """The ratio if nothing but the cells that our grading runs took time, on all workers."""
        return self._stock_wall / (self.own.again / WORKERS)

    @property
    def experiments_limit(self) -> float:
        """The ratio if nothing but all the students' cells took time, on all workers."""
        return self._stock_wall / (self.own.whole / WORKERS)

    @property
    def experiments_ratio(self) -> float:
        """How many submissions we grade, experiments too, while stock grades one."""
        return self._stock_wall / self.experiments_wall

    @property
    def _stock_wall(self) -> float:
        return self.spread(lambda each: each.stock_wall).middle

    @property
    def beyond(self) -> Spread:
        """Seconds of processor time for one submission, beyond the students' own code."""
        return self.spread(lambda each: each.ours_cpu - self.own.again)

    def start_up(self, what: Callable[[Graded], float]) -> float:
        """Return what a run of ours costs before and after all submissions."""
        return self.spread(lambda each: each.once(what)).middle


def wall(graded: Graded) -> float:
    """Return the seconds that a run took."""
    return graded.ran.wall


def cpu(graded: Graded) -> float:
    """Return the seconds of processor time that a run took."""
    return graded.ran.cpu


def measure(
    lesson: Lesson,
    stock: Stock,
    ours: Ours,
    members: Sequence[Submission],
    size: Size,
    say: Callable[[str], None],
) -> Throughput:
    """Grade a class on both sides in turn.

    Args:
        lesson: the lesson.
        stock: the one side.
        ours: the other.
        members: the class.
        size: how much.
        say: told what comes next.

    Raises:
        BenchmarkError: a side does not grade all of the class.
    """
    say(f"{lesson.name}: the students' own code")
    own = own_code(lesson, members, size.repeats)
    say("kernels, observing and judging")
    by_part = parts(lesson, size.repeats)
    say("one submission on each side, to warm up")
    complete(stock.grade(members[:1]))
    complete(ours.grade(members[:1]))
    rounds = []
    for number in range(1, size.rounds + 1):
        say(f"{lesson.name}: round {number} of {size.rounds}")
        graded = complete(stock.grade(repeated(members, len(members))))
        small, large = (
            complete(ours.grade(repeated(members, times * len(members))))
            for times in (size.small, size.large)
        )
        rounds.append(Round(small, large, graded, graded.marginal_wall(lesson)))
    say("the same with all experiments")
    small, large = (
        complete(ours.grade(repeated(members, times * len(members)), "--experiments"))
        for times in (size.small, size.large)
    )
    experiments = Pair(small, large).more(wall)
    theirs, all_of_ours = (scores(side, lesson) for side in (rounds[0].stock, rounds[0].small))
    same = {student: all_of_ours[student] for student in theirs}
    return Throughput(lesson.name, rounds, own, by_part, theirs, same, experiments)


def complete(graded: Graded) -> Graded:
    """Return what was graded, or raise BenchmarkError if the command failed."""
    if graded.ran.status:
        raise BenchmarkError(f"Honest submissions were not all graded: {graded.ran.output}")
    return graded
