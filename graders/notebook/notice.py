"""Small cards that are no verdict: a hint, an answer to a question, a word about a wrong call."""

from __future__ import annotations

from dataclasses import dataclass

from graders.notebook import style
from graders.notebook.card import heading
from graders.notebook.markup import MONO, Html, element, inline
from graders.notebook.text import head, labelled, paint, wrap


@dataclass(frozen=True)
class Notice:
    """A card of a few sentences.

    Args:
        tone: which accent it has.
        mark: one character beside the label.
        label: what kind of card it is, "Hint 1 of 3".
        headline: the sentence that matters most.
        name: the exercise's or question's name.
        title: its title.
        sentences: what follows, one paragraph each.
        options: letters with their answers.
        footer: the last line, in small print.
    """

    tone: style.Tone
    mark: str
    label: str
    headline: str
    name: str = ""
    title: str = ""
    sentences: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    footer: str = ""

    def to_html(self) -> str:
        """Return the card as HTML."""
        size = 19 if len(self.headline) <= 120 else 16
        weight = 400 if self.tone == "note" else 700
        return element(
            "section",
            heading(self.mark, self.label, self.name, self.title, Html()),
            element(
                "div",
                inline(self.headline),
                style=f"margin:14px 0 0;font-size:{size}px;line-height:1.4;"
                f"font-weight:{weight};max-width:36em",
            ),
            *(
                element("div", inline(s), style="margin:8px 0 0;max-width:40em")
                for s in self.sentences
            ),
            self._options(),
            element("div", inline(self.footer), style=f"margin:14px 0 0;{style.LABEL}")
            if self.footer
            else Html(),
            role="group",
            aria_label=f"{self.label}: {self.name}" if self.name else self.label,
            style=style.root(self.tone),
        )

    def _options(self) -> Html:
        if not self.options:
            return Html()
        lines = [
            piece
            for letter, answer in self.options
            for piece in (
                element("div", letter, style=f"{MONO};font-weight:700;{style.ACCENT}"),
                element("div", inline(answer)),
            )
        ]
        grid = (
            "margin:12px 0 0;display:grid;grid-template-columns:28px minmax(0,1fr);row-gap:5px;"
            "align-items:baseline"
        )
        return element("div", *lines, style=grid)

    def to_text(self, colour: bool = False) -> str:
        """Return the card as text of at most 88 columns."""
        name = f"{self.name}  {self.title}".strip()
        lines = head(f"{self.mark} {self.label}", name, "", self.tone, colour=colour)
        lines += [paint(line, self.tone, colour) for line in wrap(self.headline)]
        for sentence in self.sentences:
            lines += wrap(sentence)
        for letter, answer in self.options:
            lines += labelled(f"  {letter}", answer)
        lines += wrap(self.footer)
        return "\n".join(lines)


def join_html(cards: list[str]) -> str:
    """Return several cards one below the other."""
    return element("div", *(Html(card) for card in cards))
