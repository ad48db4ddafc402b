"""A verdict as a card with its foot, and cards below each other."""

from __future__ import annotations

from dataclasses import dataclass

from graders.judging import (
    Verdict,
)
from graders.notebook import card
from graders.notebook.notice import join_html
from graders.notebook.show import Card
from graders.notebook.text import to_text


@dataclass(frozen=True)
class VerdictCard:
    """A verdict with sentences for the foot of its card, and what comes after it."""

    verdict: Verdict
    remarks: tuple[str, ...] = ()
    following: card.Following | None = None

    def to_html(self) -> str:
        """Return the card as HTML."""
        return card.to_html(self.verdict, self.remarks, self.following)

    def to_text(self, colour: bool = False) -> str:
        """Return the card as text."""
        last = () if self.following is None else (self.following.sentence,)
        return to_text(self.verdict, (*self.remarks, *last), colour=colour)


@dataclass(frozen=True)
class Stack:
    """Several cards, one below the other."""

    cards: tuple[Card, ...]

    def to_html(self) -> str:
        """Return the cards as HTML."""
        return join_html([each.to_html() for each in self.cards])

    def to_text(self, colour: bool = False) -> str:
        """Return the cards as text."""
        return "\n\n".join(each.to_text(colour) for each in self.cards)
