"""What judging gives: plain data that cards, reports and gradebooks are made from."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from graders.wording import uncoloured, visible


class Outcome(StrEnum):
    """How an exercise, or one part of it, came out."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    """The student's code raised, or did not end."""
    UNWRITTEN = "unwritten"
    """The stub still stands: nothing is wrong, and nothing is there yet."""
    SKIPPED = "skipped"
    """Something before it failed: an earlier exercise is not written, say."""
    BROKEN = "broken"
    """Our fault, never the student's."""


class _Visible:
    """Data whose texts, which may quote what a student's code says, hold nothing that acts."""

    def __post_init__(self) -> None:
        for name, value in list(vars(self).items()):
            object.__setattr__(self, name, _visible(value))


def _visible(value: Any) -> Any:
    if type(value) is str:
        return visible(value)
    if type(value) is tuple and value and type(value[0]) is str:
        return tuple(map(_visible, value))
    return value


@dataclass(frozen=True)
class Location(_Visible):
    """The first place where a returned array differs, and the map of how far it differs.

    Args:
        part: the returned value, as in `cache[1]`.
        case: the name of the case's setting.
        index: the first wrong index.
        returned, expected: the values there.
        largest_absolute, largest_relative: the largest errors in the array; NaN where one is.
        axes: the names of the array's axes with their sizes, as in `n_a=5, m=3`.
        error_map: absolute errors as rows, at most 24 by 24: units down, time (or examples) across.
            None where a value is not finite.
        map_axes: what goes down and what goes across in the error map.
    """

    part: str
    case: str
    index: tuple[int, ...]
    returned: float
    expected: float
    largest_absolute: float
    largest_relative: float
    axes: str
    error_map: tuple[tuple[float | None, ...], ...] = ()
    map_axes: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Part(_Visible):
    """One thing that earns points: a returned value or a property."""

    name: str
    outcome: Outcome
    points: float
    max_points: float
    finding: str = ""


@dataclass(frozen=True)
class Rung(_Visible):
    """An intermediate gradient beside the reference's.

    Args:
        name, phrase: what it is called, and what it is.
        outcome: passed where it agrees, failed where it parts, an error where it has another form,
            skipped where it was not handed over.
        finding: what was found.
    """

    name: str
    phrase: str
    outcome: Outcome
    finding: str


@dataclass(frozen=True)
class Ladder(_Visible):
    """Where the steps that a learner returned part from the reference's. It is worth no points.

    Args:
        case: the case that it speaks of, in words.
        rungs: in the order of computation.
        sentences: which is the first to part, and what follows from that.
    """

    case: str
    rungs: tuple[Rung, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict(_Visible):
    """What judging one exercise's observations gives.

    Args:
        exercise: the function's name.
        title: the exercise's title.
        outcome: of the exercise as a whole.
        points, max_points: earned, and possible.
        parts: one for each returned value and property.
        returned: first sentence: what the student's code returned or did.
        expected: second sentence: what was expected.
        usually: third sentence: what it usually means, or what to do next.
        mistake: the key of the mistake that the observations equal, or None. `usually` is then the
            sentence that explains it. Of a mistake in another exercise that this one builds on,
            the exercise's name stands before the key, as in "softmax.not_shifted". Of two at once
            both stand there, with a plus sign between them.
        location: where the values differ first, or None.
        printed: what the student's code printed while it was observed, shortened.
        after_success: why it matters; only when passed.
        cases: how many cases were judged.
        notes: what is said besides.
        at: the number of the visible case that the sentences speak of, or None.
        ladder: where the learner's own steps part, if some were returned on visible cases.
    """

    exercise: str
    title: str
    outcome: Outcome
    points: float
    max_points: float
    parts: tuple[Part, ...] = ()
    returned: str = ""
    expected: str = ""
    usually: str = ""
    mistake: str | None = None
    location: Location | None = None
    printed: str = ""
    after_success: str = ""
    cases: int = 0
    notes: tuple[str, ...] = field(default=())
    at: int | None = None
    ladder: Ladder | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "printed", uncoloured(self.printed))
        super().__post_init__()

    @property
    def message(self) -> str:
        """The sentences of the verdict in one line."""
        return " ".join(s for s in (self.returned, self.expected, self.usually) if s)

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain JSON data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Verdict:
        """Return the verdict that `to_json` wrote."""
        location = data.get("location")
        if location is not None:
            location = Location(
                **{
                    **location,
                    "index": tuple(location["index"]),
                    "error_map": tuple(tuple(row) for row in location["error_map"]),
                    "map_axes": tuple(location["map_axes"]),
                }
            )
        parts = tuple(Part(**{**p, "outcome": Outcome(p["outcome"])}) for p in data["parts"])
        ladder = data.get("ladder")
        if ladder is not None:
            rungs = (Rung(**{**r, "outcome": Outcome(r["outcome"])}) for r in ladder["rungs"])
            ladder = Ladder(ladder["case"], tuple(rungs), tuple(ladder["sentences"]))
        return cls(
            **{
                **data,
                "outcome": Outcome(data["outcome"]),
                "parts": parts,
                "location": location,
                "notes": tuple(data.get("notes", ())),
                "ladder": ladder,
            }
        )
