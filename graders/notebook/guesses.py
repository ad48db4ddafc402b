"""The card of a guess beside the outcome of its experiment. A guess is never right or wrong."""

from __future__ import annotations

from dataclasses import dataclass

from graders.notebook import style
from graders.notebook.answered import Given
from graders.notebook.card import heading
from graders.notebook.markup import MONO, Html, element, inline
from graders.notebook.text import head, labelled, paint, wrap
from graders.question import Question, shown_number

NEAR = 0.05
"""A guess is near if it lies within this part of the outcome."""
FACTOR = 1.5
"""From here on, how far off it is is said as a factor."""


@dataclass(frozen=True)
class GuessCard:
    """A guess and an outcome.

    Args:
        name: the guess's name.
        question: what was guessed.
        guess: the first guess; None where nobody guessed.
        outcome: what came out.
        remarks: sentences for the foot.
    """

    name: str
    question: Question
    guess: Given
    outcome: str | float
    remarks: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """How far apart the two are, in a neutral tone."""
        return how_far_off(self.guess, self.outcome)

    @property
    def pairs(self) -> tuple[tuple[str, str, str], ...]:
        """The guess, if there is one, and the outcome: what, its value, and a letter's words."""
        both = (("your guess", self.guess), ("outcome", self.outcome))
        return tuple(
            (what, self.question.shown(value), self.question.options.get(str(value), ""))
            for what, value in both
            if value is not None
        )

    def to_html(self) -> str:
        """Return the card as HTML."""
        columns = [
            element(
                "div",
                element("div", what, style=style.LABEL),
                element("div", value, style=f"{MONO};font-size:26px;line-height:1.3;"
                        + (style.ACCENT if what == "outcome" else style.QUIET)),
                element("div", inline(words), style="font-size:13px") if words else Html(),
                style="min-width:110px;max-width:24em",
            )
            for what, value, words in self.pairs
        ]  # fmt: skip
        foot = [element("div", inline(remark)) for remark in self.remarks]
        return element(
            "section",
            heading("\N{BLACK SQUARE}", "Outcome", self.name, self.question.text, Html()),
            element("div", *columns, style="margin:14px 0 0;display:flex;gap:20px 44px;"
                    "flex-wrap:wrap"),
            element("div", inline(self.says), style="margin:12px 0 0;max-width:40em"),
            element("div", *foot, style=f"margin:10px 0 0;{style.LABEL}") if foot else Html(),
            role="group",
            aria_label=f"Outcome of {self.name}",
            style=style.root("note"),
        )  # fmt: skip

    def to_text(self, colour: bool = False) -> str:
        """Return the card as text of at most 88 columns."""
        name = f"{self.name}  {self.question.text}"
        lines = head("\N{BLACK SQUARE} Outcome", name, "", "note", colour=colour)
        for what, value, words in self.pairs:
            lines += labelled(what, f"{value}  {words}".rstrip())
        lines += [paint(line, "note", colour) for line in wrap(self.says)]
        for remark in self.remarks:
            lines += wrap(remark)
        return "\n".join(lines)


def how_far_off(guess: Given, outcome: str | float) -> str:
    """Return a sentence on how far a guess is from an outcome."""
    if guess is None:
        return "Nobody guessed here. The next guess comes before its experiment."
    if isinstance(guess, str) or isinstance(outcome, str):
        same = guess == outcome
        return "That is what you guessed." if same else "It came out otherwise than you guessed."
    apart = abs(outcome - guess)
    if apart == 0:
        return "That is what you guessed, to the digit."
    shown = shown_number(apart)
    side = "above" if outcome > guess else "below"
    if apart <= NEAR * abs(outcome):
        return f"The outcome is {shown} {side} your guess: less than a twentieth of it."
    if guess > 0 and outcome > 0:  # of negative numbers, as exponents are, a factor says nothing
        ratio = max(guess / outcome, outcome / guess)
        if ratio >= FACTOR and abs(outcome) > abs(guess):
            return f"The outcome is {ratio:.3g} times your guess, {shown} {side} it."
        if ratio >= FACTOR:
            return f"Your guess is {ratio:.3g} times the outcome, which is {shown} {side} it."
    return f"The outcome is {shown} {side} your guess."
