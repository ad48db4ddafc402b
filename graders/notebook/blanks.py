"""The card of several answers at once: a line for each blank."""

from __future__ import annotations

from dataclasses import dataclass

from graders.judging.answers import State
from graders.notebook import style
from graders.notebook.card import heading
from graders.notebook.markup import MONO, Html, element, inline
from graders.notebook.text import WIDTH, head, paint, wrap

MARKS: dict[State, str] = {
    "right": "\N{CHECK MARK}",
    "wrong": "\N{MULTIPLICATION X}",
    "open": "\N{WHITE CIRCLE}",
    "unreadable": "!",
    "kept": "\N{RIGHTWARDS ARROW}",
}
TONES: dict[State, style.Tone] = {
    "right": "passed",
    "wrong": "failed",
    "open": "unwritten",
    "unreadable": "error",
    "kept": "note",
}
NOT_YET = "not answered yet"


@dataclass(frozen=True)
class Blank:
    """One line of the card.

    Args:
        name: the question's name.
        state: what the answer is.
        given: the answer as it is shown; "" where there is none.
        says: what is said of it.
    """

    name: str
    state: State
    given: str = ""
    says: str = ""


@dataclass(frozen=True)
class BlanksCard:
    """Several answers.

    Args:
        lines: one for each.
        remarks: sentences for the foot.
    """

    lines: tuple[Blank, ...]
    remarks: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How many are right, and how many are open."""
        count = {state: sum(line.state == state for line in self.lines) for state in MARKS}
        judged = len(self.lines) - count["kept"]
        said = f"{count['right']} of {judged} right" if judged else "Kept"
        return f"{said}, {count['open']} {NOT_YET}" if count["open"] else said

    @property
    def tone(self) -> style.Tone:
        """Red where one is wrong, green where all are right."""
        states = {line.state for line in self.lines}
        for state in ("wrong", "unreadable", "open"):
            if state in states:
                return TONES[state]
        return "passed" if "right" in states else "note"

    def to_html(self) -> str:
        """Return the card as HTML."""
        cells = [piece for line in self.lines for piece in _cells(line)]
        grid = (
            "margin:14px 0 0;display:grid;column-gap:14px;row-gap:9px;align-items:baseline;"
            "grid-template-columns:14px max-content minmax(0,1fr)"
        )
        foot = [element("div", inline(remark)) for remark in self.remarks]
        return element(
            "section",
            heading(MARKS[self._state()], self.label, "", "", Html()),
            element("div", *cells, style=grid),
            element("div", *foot, style=f"margin:14px 0 0;{style.LABEL}") if foot else Html(),
            role="group",
            aria_label=f"Answers: {self.label}",
            style=style.root(self.tone),
        )

    def _state(self) -> State:
        return next((state for state, tone in TONES.items() if tone == self.tone), "kept")

    def to_text(self, colour: bool = False) -> str:
        """Return the card as text of at most 88 columns."""
        lines = head(f"{MARKS[self._state()]} {self.label}", "", "", self.tone, colour=colour)
        for line in self.lines:
            first = f"{MARKS[line.state]} {line.name}" + (f" = {line.given}" if line.given else "")
            lines.append(paint(first, TONES[line.state], colour))
            lines += [f"    {one}" for one in wrap(line.says, WIDTH - 4)]
        for remark in self.remarks:
            lines += wrap(remark)
        return "\n".join(lines)


def _cells(line: Blank) -> list[Html]:
    hue = style.HUES[TONES[line.state]]
    accent = f"color:color-mix(in srgb,{hue} {style.STRENGTH}%,var(--g-ink))"
    given = f" = {line.given}" if line.given else ""
    return [
        element("div", MARKS[line.state], aria_hidden="true", style=f"font-weight:700;{accent}"),
        element("div", f"{line.name}{given}", style=f"{MONO};font-size:13px;{accent}"),
        element("div", inline(line.says), style=style.QUIET if line.state == "open" else ""),
    ]
