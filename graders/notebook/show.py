"""How a card meets its reader: HTML in a notebook, text in a terminal, a number for nbgrader."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Mapping
from typing import Any, Literal, Protocol, Self

from graders.watching import shell

Place = Literal["notebook", "terminal", "repl", "script"]


class Card(Protocol):
    """What can be shown."""

    def to_html(self) -> str:
        """Return the card as HTML."""

    def to_text(self, colour: bool = False) -> str:
        """Return the card as text."""


def place() -> Place:
    """Return where the program runs: a notebook's kernel, IPython, Python's prompt or a script."""
    here = shell()
    if here is not None:
        names = {base.__name__ for base in type(here).__mro__}
        return "terminal" if "TerminalInteractiveShell" in names else "notebook"
    return "repl" if hasattr(sys, "ps1") else "script"


def printable(card: Card) -> str:
    """Return the card as text that standard output can take, coloured if it is a terminal."""
    stream = sys.stdout
    try:
        colour = bool(stream.isatty()) and "NO_COLOR" not in os.environ
    except (AttributeError, ValueError):
        colour = False
    text = card.to_text(colour)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except (LookupError, UnicodeError):
        return text.translate(_ASCII).encode("ascii", "replace").decode("ascii")
    return text


_ASCII = str.maketrans(
    {
        "\N{CHECK MARK}": "+",
        "\N{MULTIPLICATION X}": "x",
        "\N{EN DASH}": "-",
        "\N{BOX DRAWINGS LIGHT HORIZONTAL}": "-",
        "\N{MIDDLE DOT}": ".",
        "\N{LIGHT SHADE}": "-",
        "\N{MEDIUM SHADE}": "+",
        "\N{DARK SHADE}": "*",
        "\N{FULL BLOCK}": "#",
    }
)


class Shown:
    """A card that shows itself: HTML in a notebook, text everywhere else."""

    def __init__(self, card: Card) -> None:
        self.card = card

    def __str__(self) -> str:
        return printable(self.card)

    __repr__ = __str__

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        if place() == "terminal":
            return {"text/plain": printable(self.card)}
        return {"text/plain": self.card.to_text(), "text/html": self.card.to_html()}


class Score(float):
    """Points, shown as a card.

    In a notebook the card is HTML and the plain text form is the number, which nbgrader reads;
    where nothing can be earned, it is the card's text.
    At a prompt the card is text. Printed, it is text everywhere.

    Args:
        points: what was earned; never negative.
        card: what to show; without one, the number.
        worth: whether anything can be earned.
    """

    card: Card | None
    worth: bool
    told: bool = False
    """Whether the card was printed when it came, so that printing the score gives the number."""

    def __new__(cls, points: float = 0.0, card: Card | None = None, worth: bool = True) -> Self:
        """Return a score that is finite and not negative, whatever was computed."""
        value = float(points)
        score = super().__new__(cls, value if math.isfinite(value) and value > 0 else 0.0)
        score.card = card
        score.worth = worth
        return score

    def __repr__(self) -> str:
        if self.card is not None and place() == "repl":
            return printable(self.card)
        return float.__repr__(self)

    def __str__(self) -> str:
        if self.card is None or self.told:
            return float.__repr__(self)
        return printable(self.card)

    def __format__(self, specification: str) -> str:
        return format(float(self), specification)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        number = float.__repr__(self)
        if self.card is None:
            return {"text/plain": number}
        if place() == "terminal":
            return {"text/plain": printable(self.card)}
        plain = number if self.worth else self.card.to_text()
        return {"text/plain": plain, "text/html": self.card.to_html()}


def told(score: Score, caller: Mapping[str, Any]) -> Score:
    """Return a score; where a program is run as a file that asks for it, print its card.

    Args:
        score: what was earned.
        caller: the names of the module that asked.
    """
    if score.card is not None and caller.get("__name__") == "__main__" and place() == "script":
        sys.stdout.write(printable(score.card) + "\n")
        score.told = True
    return score
