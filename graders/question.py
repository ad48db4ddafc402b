"""The contract of a question: something to answer without writing a function. No input, no output.

There are five forms: a letter, a number, an order, own words, and a guess. A guess is kept and
stands beside the outcome of an experiment; it is never right or wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Self

Form = Literal["letter", "number", "order", "words", "guess"]

OPEN_TEXT = "?"
"""What stands in the place of a text that is not written yet; in that of a number it is `...`."""


def shown_number(value: float) -> str:
    """Return a number with the digits worth reading."""
    return f"{value:.6g}"


@dataclass(frozen=True)
class Question:
    """A question of a lesson. Make one with `Question.letter` and the others, one for each form.

    Args:
        form: how it is answered.
        text: what is asked.
        options: by letter, the answers of a letter and of a guess by letter, the items of an order.
        right: the right letter or order; "" where there is none.
        explanations: by letter, why an answer is right or wrong; by order, why some are.
        answer, tolerance: the right number, and how far an answer may lie from it.
        slips: wrong numbers that known slips give, each with the sentence that names the slip.
        unit: what a number counts, as it is read after it.
        model: a model answer in own words.
        look_for: what a good answer in own words says, a sentence each.
        points: what it is worth; 0 unless the author or the course gives it something.
        idea: the key of the idea of an earlier lesson that is asked again.
        by_number: whether a guess is a number; otherwise it is a letter.
        lesson: the lesson in which it stands, filled in where lessons are loaded.

    Raises:
        TypeError: the points are no number.
    """

    form: Form
    text: str
    options: Mapping[str, str] = field(default_factory=dict)
    right: str = ""
    explanations: Mapping[str, str] = field(default_factory=dict)
    answer: float = 0.0
    tolerance: float = 0.0
    slips: tuple[tuple[float, str], ...] = ()
    unit: str = ""
    model: str = ""
    look_for: tuple[str, ...] = ()
    points: float = 0.0
    idea: str = ""
    by_number: bool = False
    lesson: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.points, bool) or not isinstance(self.points, int | float):
            raise TypeError(
                f"points={self.points!r} is no number. Expected what the question is worth, as in "
                "points=2. What to look for in own words goes into look_for=(...)."
            )

    @property
    def is_number(self) -> bool:
        """Whether the answer is a number, and the empty place a `...`."""
        return self.form == "number" or (self.form == "guess" and self.by_number)

    @property
    def empty(self) -> str:
        """The source of an answer that is not written yet."""
        return "..." if self.is_number else f'"{OPEN_TEXT}"'

    def shown(self, given: str | float | None) -> str:
        """Return an answer as it is read: a number with its unit, a letter, an order, own words."""
        if isinstance(given, str):
            return given
        return "\N{EN DASH}" if given is None else f"{shown_number(given)} {self.unit}".rstrip()

    @classmethod
    def letter(
        cls,
        text: str,
        *,
        options: Mapping[str, str],
        right: str,
        explanations: Mapping[str, str],
        points: float = 0.0,
        idea: str = "",
    ) -> Self:
        """Return a question that is answered by a letter; each option has its own explanation."""
        return cls("letter", text, options, right, explanations, points=points, idea=idea)

    @classmethod
    def number(
        cls,
        text: str,
        *,
        answer: float,
        tolerance: float,
        slips: Mapping[float, str] | None = None,
        unit: str = "",
        points: float = 0.0,
        idea: str = "",
    ) -> Self:
        """Return a question that is answered by a number.

        Args:
            text: what is asked.
            answer: the right number.
            tolerance: how far an answer may lie from it, in the same unit.
            slips: sentences by the wrong number that the slip gives, `{-0.51: "The ..."}`.
            unit: what the number counts.
            points: what it is worth.
            idea: the key of the idea that is asked again.
        """
        known = tuple((float(value), says) for value, says in (slips or {}).items())
        return cls(
            "number",
            text,
            answer=float(answer),
            tolerance=float(tolerance),
            slips=known,
            unit=unit,
            points=points,
            idea=idea,
        )

    @classmethod
    def order(
        cls,
        text: str,
        *,
        items: Mapping[str, str],
        right: str,
        explanations: Mapping[str, str] | None = None,
        points: float = 0.0,
        idea: str = "",
    ) -> Self:
        """Return a question that is answered by the letters of its items in order, `"cab"`."""
        return cls("order", text, items, right, explanations or {}, points=points, idea=idea)

    @classmethod
    def words(
        cls,
        text: str,
        *,
        model: str,
        look_for: tuple[str, ...] = (),
        points: float = 0.0,
        idea: str = "",
    ) -> Self:
        """Return a question that is answered in own words, which are kept.

        Args:
            text: what is asked.
            model: a model answer, shown afterwards.
            look_for: what a good answer says, a sentence each, shown afterwards.
            points: what an instructor may give for it.
            idea: the key of the idea that is asked again.
        """
        return cls("words", text, model=model, look_for=look_for, points=points, idea=idea)

    @classmethod
    def guess(
        cls,
        text: str,
        *,
        form: Literal["number", "letter"] = "number",
        options: Mapping[str, str] | None = None,
        unit: str = "",
        idea: str = "",
    ) -> Self:
        """Return a guess, which is only kept and shown beside the outcome; it has no points."""
        by_number = form == "number"
        return cls("guess", text, options or {}, unit=unit, idea=idea, by_number=by_number)

    def to_json(self) -> dict[str, Any]:
        """Return what is not as usual, as JSON data."""
        usual = asdict(type(self)(self.form, ""))
        kept = {k: v for k, v in asdict(self).items() if v != usual[k] and k != "lesson"}
        return {"form": self.form, **kept}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], lesson: str = "") -> Self:
        """Return the question that `to_json` wrote."""
        slips = tuple((float(value), str(says)) for value, says in data.get("slips", ()))
        look_for = tuple(data.get("look_for", ()))
        return cls(**{**data, "slips": slips, "look_for": look_for, "lesson": lesson})
