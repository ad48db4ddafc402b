"""The contract between a lesson and everything that judges it. No input, no output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.counts import Counts, Holds

Case = dict[str, Any]
"""The arguments of one call, by name and in the order of the signature.

Values are arrays, numbers, strings, and lists, tuples and dicts of them, and `graders.made.Made`.
"""


@dataclass(frozen=True)
class Setting:
    """One way to draw a case: how large, of which type, how laid out in memory.

    Args:
        name: what is particular about it, in words a learner reads ("one example").
        n_x, n_a, n_y, m, T_x: the sizes; different primes where nothing else is wanted, so that
            no two axes can be mistaken for each other.
        scale: what a case maker multiplies its inputs by.
        dtype: the floating type in which the arrays are handed over.
        fortran: hand arrays over in column-major order.
        read_only: hand arrays over with writing switched off.
        bias: what a case maker multiplies biases by.
        start: what a case maker multiplies the state before the first step by.
    """

    name: str
    n_x: int = 3
    n_a: int = 5
    n_y: int = 2
    m: int = 7
    T_x: int = 4
    scale: float = 1.0
    dtype: str = "float64"
    fortran: bool = False
    read_only: bool = False
    bias: float = 1.0
    start: float = 1.0


VISIBLE = (
    Setting("ordinary"),
    Setting("other sizes", n_x=5, n_a=3, n_y=7, m=2, T_x=6),
    Setting("one example", n_x=2, n_a=3, n_y=5, m=1, T_x=3),
    Setting("large inputs", n_x=3, n_a=2, n_y=5, m=4, T_x=3, scale=1000.0),
    Setting("float32, read-only, column-major",
            n_x=2, n_a=5, n_y=3, m=4, T_x=3, dtype="float32", fortran=True, read_only=True),
)  # fmt: skip
"""The settings of the cases that learners see. `large inputs` may belong to a property instead."""

HIDDEN = (
    *VISIBLE,
    Setting("ordinary, drawn again", n_x=2, n_a=7, n_y=3, m=5, T_x=5),
    Setting("one step", n_x=5, n_a=2, n_y=3, m=4, T_x=1),
    Setting("one unit", n_x=3, n_a=1, n_y=2, m=5, T_x=4),
    Setting("one of everything", n_x=1, n_a=1, n_y=2, m=1, T_x=1),
)
"""The settings of the cases that only a grader draws, from a secret seed."""

WEAK: Mapping[str, Mapping[str, float]] = {
    "one example": {"m": 1},
    "one step": {"T_x": 1},
    "two steps": {"T_x": 2},
    "zero bias": {"bias": 0.0},
    "zero start": {"start": 0.0},
    "small entries": {"scale": 0.05},
    "an even batch": {"m": 4},
    "square sizes": {"n_x": 3, "n_a": 3, "n_y": 3, "m": 3, "T_x": 3},
    "one unit": {"n_a": 1},
}
"""Inputs too weak to show some mistakes, as changes of an ordinary setting."""


@dataclass(frozen=True)
class Draw:
    """A source of random arrays for case makers, at the sizes of one setting.

    Args:
        rng: where the numbers come from.
        setting: sizes and scales.
    """

    rng: np.random.Generator
    setting: Setting

    def normal(self, *shape: int, scale: float = 1.0) -> NDArray[np.float64]:
        """Return normal numbers of the given shape, none nearer to zero than a tenth of scale."""
        values = self.rng.standard_normal(shape)
        values = np.where(np.abs(values) < 0.1, np.copysign(0.1, values) + values, values)
        return scale * values

    def one_hot(self, depth: int, *shape: int) -> NDArray[np.float64]:
        """Return one-hot vectors along axis 0, shape (depth, *shape), of random classes."""
        classes = self.rng.integers(depth, size=shape)
        return np.moveaxis(np.eye(depth)[classes], -1, 0)  # (depth, *shape)


Axes = str
"""The axes of an array by name, `"n_a m"`; `""` is a single number."""


@dataclass(frozen=True)
class TupleOf:
    """A tuple with named entries, `TupleOf(a_next="n_a m", xt="n_x m")`."""

    entries: Mapping[str, Returned]

    def __init__(self, **entries: Returned) -> None:
        object.__setattr__(self, "entries", entries)


@dataclass(frozen=True)
class ListOf:
    """A list of `length` entries of one kind, `ListOf(cell_cache, "T_x")`."""

    entry: Returned
    length: str


Returned = Axes | TupleOf | ListOf | Counts | Holds | Mapping[str, Any]
"""What a returned value looks like: an array, or a nest of tuples, lists and dicts of arrays; what
a probe counts, or finds to hold."""


@dataclass(frozen=True)
class Mistake:
    """An executable wrong variant of the reference, and the sentence that explains it.

    Args:
        key: its name, `bias_missing`, which no other mistake of the exercise has. It never changes:
            progress files, gradebooks and reports know the mistake by it.
        sentence: what is wrong and, where it helps, why; under 300 characters; never the solution.
        swap: a patch of the reference's source, (old, new); several pairs where one place is not
            enough. Every `old` must stand in the source exactly once.
        source: the whole wrong function, where the error is structural. It sees what the
            reference sees.
        hides_from: the weak input that would hide the mistake: a key of `WEAK`. The doctor shows
            that it does.
    """

    key: str
    sentence: str
    swap: tuple[str, str] | tuple[tuple[str, str], ...] | None = None
    source: str | None = None
    hides_from: str | None = None


Scalar = tuple[Callable[[NDArray[Any]], float], NDArray[Any]]
"""A function of one array to a number, and the array at which to differentiate it."""


@dataclass(frozen=True)
class Oracle:
    """An independent answer, by which the doctor knows that a reference is right.

    Args:
        twin: takes what the exercise takes, and returns what the reference must return: an
            independent function, a Keras layer, a tape, brute force.
        scalars: takes the same, and returns by the name of each returned gradient what it is the
            gradient of; it is differentiated numerically.
        none_because: why there is no oracle, where there is none.
    """

    twin: Callable[..., Any] | None = None
    scalars: Callable[..., Mapping[str, Scalar]] | None = None
    none_because: str = ""


@dataclass(frozen=True)
class Exercise:
    """One function that the learner writes inside a lesson.

    Args:
        title: a few words for cards and reports.
        cases: draws the arguments of one call, in the order of the signature.
        returns: what is returned, by name and in order, with the axes of each.
        as_dict: the function returns a dict with these names as keys. Otherwise it returns the
            values in this order, or the value itself where there is only one.
        mistakes: at least five wrong variants.
        oracle: the independent answer.
        hints: three, from a question to nearly the line.
        after_success: why it matters, one paragraph.
        builds_on: earlier exercises of the lesson that the reference calls.
        properties: what must hold besides the values; names from `graders.judging.properties`.
        visible, hidden: the settings from which the cases are drawn.
        points: what it is worth, as the lesson says. Each property is worth 1, the returned values
            share the rest.
        probe: what calls the function with a case, one of `graders.probes.PROBES`, as in
            "gradients.planted". What it returns is judged in place of what the function returns.
    """

    title: str
    cases: Callable[[Draw], Case]
    returns: Mapping[str, Returned]
    mistakes: tuple[Mistake, ...]
    oracle: Oracle
    hints: tuple[str, str, str]
    after_success: str
    as_dict: bool = False
    builds_on: tuple[str, ...] = ()
    properties: tuple[str, ...] = ("inputs_unchanged",)
    visible: tuple[Setting, ...] = VISIBLE
    hidden: tuple[Setting, ...] = HIDDEN
    points: float = 0.0
    probe: str = ""


@dataclass(frozen=True)
class Choice:
    """A question with a few answers, of which each has its own explanation.

    Args:
        question: what is asked.
        options: each answer by its letter.
        right: the letter of the right answer.
        explanations: why each answer is right or wrong, by letter.
    """

    question: str
    options: Mapping[str, str]
    right: str
    explanations: Mapping[str, str]


@dataclass(frozen=True)
class Lesson:
    """A lesson's contract: its exercises in order, and its questions."""

    name: str
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    choices: Mapping[str, Choice] = field(default_factory=dict)
