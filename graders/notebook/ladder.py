"""The ladder on a failed card: a short ordered list that reads without its marks and colours."""

from __future__ import annotations

from graders.judging.verdict import Ladder, Outcome, Rung
from graders.notebook import style
from graders.notebook.markup import MONO, Html, clean, element, inline, join

TITLE = "Your steps beside the right ones"


def title(ladder: Ladder) -> str:
    """Return the line above the list."""
    order = ", in the order of computation" if ladder.rungs[1:] else ""
    return clean(f"{TITLE}{order}, on {ladder.case}", 300)


def phrase(rung: Rung) -> str:
    """Return what a rung is and what was found: "the gradient behind the tanh: agrees."."""
    return f"{rung.phrase}: {rung.finding}"


def to_html(ladder: Ladder, rule: str) -> Html:
    """Return the list as HTML.

    Args:
        ladder: what is shown.
        rule: the style of a card's section.
    """
    items = [
        element(
            "li",
            element("span", style.MARKS[rung.outcome], aria_hidden="true", style=_mark(rung)),
            element("span", clean(rung.name, 60), style=f"{MONO};font-size:13px"),
            ", ",
            inline(phrase(rung)),
            style="margin:3px 0 0;padding:0",
        )
        for rung in ladder.rungs
    ]
    numbered = "margin:6px 0 0;padding:0 0 0 26px;max-width:44em"
    said = [
        element("div", inline(sentence), style="margin:6px 0 0;max-width:44em")
        for sentence in ladder.sentences
    ]
    return element(
        "div",
        element("div", title(ladder), style=style.LABEL),
        element("ol", *items, style=numbered) if items else Html(),
        join(said),
        role="group",
        aria_label=TITLE,
        style=rule,
    )


def _mark(rung: Rung) -> str:
    calm = rung.outcome is Outcome.PASSED
    return f"margin-right:6px;{style.QUIET if calm else style.ACCENT + ';font-weight:700'}"


def to_lines(ladder: Ladder) -> list[str]:
    """Return the list as sentences for a terminal, the title first."""
    numbered = [
        f"{number}. {style.MARKS[rung.outcome]} {rung.name}, {phrase(rung)}"
        for number, rung in enumerate(ladder.rungs, 1)
    ]
    return [f"{title(ladder)}:", *numbered, *ladder.sentences]
