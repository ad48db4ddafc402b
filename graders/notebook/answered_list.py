"""The questions of a lesson on its score card: which are answered, and what was guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graders.notebook import style
from graders.notebook.answered import Answered, Given
from graders.notebook.blanks import MARKS, TONES
from graders.notebook.markup import MONO, Html, clean, element
from graders.notebook.text import RULE, WIDTH, wrap
from graders.question import Question

_WORDS = 60
"""How many characters of a text are shown in a line."""


@dataclass(frozen=True)
class Line:
    """One question or guess.

    Args:
        name: its name.
        mark: one character for what it is.
        tone: its accent.
        says: "right at the first try", or the guess and its outcome.
    """

    name: str
    mark: str
    tone: style.Tone
    says: str


@dataclass(frozen=True)
class AnsweredList:
    """The questions and the guesses of a lesson.

    Args:
        questions: all of them, in order.
        answered: what is kept of some.
    """

    questions: Mapping[str, Question]
    answered: Mapping[str, Answered]

    def counted(self) -> str:
        """Return how many questions are answered, at the first try or later, and how many guessed.

        Own words count as answered.
        """
        asked = [name for name, q in self.questions.items() if q.form != "guess"]
        guesses = [name for name, q in self.questions.items() if q.form == "guess"]
        kept = {name: a for name, a in self.answered.items() if a.tries}
        done = [kept[n] for n in asked if n in kept and (kept[n].right_at or _is_words(kept[n]))]
        first = sum(a.right_at == 1 for a in done)
        later = sum(a.right_at > 1 for a in done)
        said = []
        if asked:
            how = ", ".join(
                f"{number} {word}"
                for number, word in ((first, "at the first try"), (later, "later"))
                if number
            )
            said.append(
                f"{len(done)} of {len(asked)} questions answered" + (f" ({how})" * bool(how))
            )
        if guesses:
            said.append(f"{sum(name in kept for name in guesses)} of {len(guesses)} guesses made")
        return "; ".join(said) + "."

    def lines(self) -> Iterator[Line]:
        """Yield a line for each question and guess, in the lesson's order."""
        for name, question in self.questions.items():
            kept = self.answered.get(name)
            if question.form == "guess":
                yield _guess(name, question, kept)
            elif kept is None or not kept.tries:
                yield Line(name, MARKS["open"], TONES["open"], "not answered yet")
            elif _is_words(kept):
                yield Line(name, MARKS["kept"], TONES["kept"], "in your own words")
            elif kept.right_at == 1:
                yield Line(name, MARKS["right"], TONES["right"], "right at the first try")
            elif kept.right_at:
                says = f"right at try {kept.right_at}, first answer {_shown(question, kept.first)}"
                yield Line(name, MARKS["right"], TONES["right"], says)
            else:
                says = f"not right yet, latest answer {_shown(question, kept.latest)}"
                yield Line(name, MARKS["wrong"], TONES["wrong"], says)

    def to_html(self) -> Html:
        """Return the lines as HTML, to stand inside a card; nothing where nothing is asked."""
        if not self.questions:
            return Html()
        cells = []
        for line in self.lines():
            accent = (
                f"color:color-mix(in srgb,{style.HUES[line.tone]} {style.STRENGTH}%,var(--g-ink))"
            )
            cells += [
                element("div", line.mark, aria_hidden="true", style=accent),
                element("div", line.name, style=f"{MONO};font-size:13px"),
                element("div", line.says, style=f"font-size:13px;{accent}"),
            ]
        grid = (
            "margin:6px 0 0;display:grid;column-gap:12px;row-gap:3px;align-items:baseline;"
            "grid-template-columns:14px max-content minmax(0,1fr)"
        )
        return element(
            "div",
            element("div", self.counted(), style=style.LABEL),
            element("div", *cells, style=grid),
            style="margin:16px 0 0",
        )

    def to_text(self) -> list[str]:
        """Return the same as lines of text."""
        if not self.questions:
            return []
        lines = [f"{one.mark} {one.name:<34}{one.says}" for one in self.lines()]
        return [RULE * WIDTH, *wrap(self.counted()), *lines]


def _is_words(kept: Answered) -> bool:
    return kept.form == "words"


def _guess(name: str, question: Question, kept: Answered | None) -> Line:
    if kept is None or not (kept.tries or kept.outcome is not None):
        return Line(name, MARKS["open"], TONES["open"], "not guessed yet")
    said = [f"guess {_shown(question, kept.first)}" if kept.tries else "no guess"]
    if kept.outcome is not None:
        said.append(f"outcome {_shown(question, kept.outcome)}")
    return Line(name, MARKS["kept"], TONES["kept"], ", ".join(said))


def _shown(question: Question, given: Given) -> str:
    return clean(question.shown(given), _WORDS)
