"""The contract between a lesson and everything that judges it. No input, no output."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from numpy.typing import NDArray

from graders.counts import Counts, Holds
from graders.kinds import ANY_AXES, Axes, Booleans, Exactly, Integers, ListOf, Returned, TupleOf
from graders.mistakes import Patch
from graders.question import Question
from graders.rungs import STEPS, Rungs
from graders.settings import HIDDEN, VISIBLE, WEAK, Draw, Setting, settings

__all__ = [
    "ANY_AXES",
    "HIDDEN",
    "VISIBLE",
    "WEAK",
    "Axes",
    "Booleans",
    "Case",
    "Counts",
    "Draw",
    "Exactly",
    "Exercise",
    "Holds",
    "Integers",
    "Lesson",
    "ListOf",
    "Mistake",
    "Oracle",
    "Question",
    "Refusal",
    "Returned",
    "Rungs",
    "Scalar",
    "Setting",
    "TupleOf",
    "settings",
]

Case = dict[str, Any]
"""The arguments of one call, by name and in the order of the signature.

Values are arrays, numbers, strings, and lists, tuples and dicts of them, and `graders.made.Made`.
"""


@dataclass(frozen=True)
class Mistake:
    """An executable wrong variant of the reference, and the sentence that explains it.

    Args:
        key: its name, `bias_missing`, which no other mistake of the exercise has. It never changes:
            progress files, gradebooks and reports know the mistake by it.
        sentence: what is wrong and, where it helps, why; under 300 characters; never the solution.
        swap: a patch of the reference's source, (old, new); several pairs where one place is not
            enough. Every `old` must stand in the source exactly once. Or a patch of
            `graders.mistakes`, as in `missing("ba")`, which finds its place by itself.
        source: the whole wrong function, where the error is structural. It sees what the
            reference sees.
        hides_from: the weak input that would hide the mistake: a key of `WEAK`, or `V = 1` for
            a size of the exercise. The doctor shows that it does.
        rare: it is met seldom, and exercises that build on this one do not look for it: their
            tables would grow with every mistake of every function that they call.
    """

    key: str
    sentence: str
    swap: tuple[str, str] | tuple[tuple[str, str], ...] | Patch | None = None
    source: str | None = None
    hides_from: str | None = None
    rare: bool = False


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
class Refusal:
    """What a function must refuse: it raises instead of returning.

    Args:
        error: the type of exception, one of Python's own; its subclasses are right, too.
        cases: draws the arguments of one call that must be refused.

    Raises:
        ValueError: the type is none of Python's own.
    """

    error: type[Exception]
    cases: Callable[[Draw], Case]

    def __post_init__(self) -> None:
        if vars(builtins).get(self.error.__name__) is not self.error:
            raise ValueError(
                f"{self.error.__name__} is none of Python's own exceptions. Expected one, as in "
                "Refusal(ValueError, cases); a subclass of it is right, too."
            )


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
        refuses: what must raise, by what it is: "an index that is too large".
        visible, hidden: the settings from which the cases are drawn.
        points: what it is worth, as the lesson says. Each property and each refusal is worth 1, the
            returned values share the rest.
        probe: what calls the function with a case, one of `graders.probes.PROBES`, as in
            "gradients.planted". What it returns is judged in place of what the function returns.
        rungs: the intermediate gradients of a backward exercise. The returned dict may then hold
            the key "steps" besides, with a dict of the learner's own, which is never judged; a
            failed card says where they part.

    Raises:
        ValueError: there are rungs where no dict is returned by the function itself, or where it
            has a value called "steps".
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
    refuses: Mapping[str, Refusal] = field(default_factory=dict)
    visible: tuple[Setting, ...] = VISIBLE
    hidden: tuple[Setting, ...] = HIDDEN
    points: float = 0.0
    probe: str = ""
    rungs: Rungs | None = None

    def __post_init__(self) -> None:
        if self.rungs and (not self.as_dict or self.probe or STEPS in self.returns):
            raise ValueError(
                f"{self.title}: there are rungs, and nowhere to hand over steps. Expected "
                f"as_dict=True, no probe, and no returned value called {STEPS!r}."
            )


@dataclass(frozen=True)
class Lesson:
    """A lesson's contract: its exercises in order, and its questions.

    `earlier` says which functions of earlier lessons its own may call, by lesson.
    """

    name: str
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
