"""The diagrams of lesson 04: a network that writes, and texts in the colours of one unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graders.notebook.diagrams import Diagram
from graders.notebook.palette import NEGATIVE, POSITIVE

LETTER, ROW, LEFT = 15.0, 54.0, 8.0
"""The width of a letter's box, the height of a row, and the space on the left."""

END = "\n"
"""What ends a text; it is drawn as a bent arrow."""

SPACES = {" ": "", END: "↵"}


def coloured(texts: Mapping[str, tuple[str, Sequence[Any]]], title: str = "One unit") -> Diagram:
    """Draw texts, each letter on the colour of a number between -1 and 1.

    Letters above zero have a line above them, letters below zero one below; the stronger the
    colour, the further the number is from zero.

    Args:
        texts: by a label, a text and a number for each of its letters.
        title: the picture's title.

    Raises:
        ValueError: a text has another length than its numbers.
    """
    for label, (text, values) in texts.items():
        if len(text) != len(values):
            raise ValueError(f"{label!r} has {len(text)} letters and {len(values)} numbers.")
    longest = max(len(text) for text, _ in texts.values())
    picture = Diagram(
        title,
        " ".join(_told(label, text, values) for label, (text, values) in texts.items()),
        width=2 * LEFT + LETTER * longest,
        height=ROW * len(texts) + 4,
    )
    for i, (label, (text, values)) in enumerate(texts.items()):
        y = 16 + ROW * i
        picture.text((LEFT, y - 4), label, anchor="start", size=LETTER)
        for j, (letter, value) in enumerate(zip(text, values, strict=True)):
            _letter(picture, (LEFT + LETTER * j, y + 6), letter, float(value))
    return picture


def _letter(picture: Diagram, corner: tuple[float, float], letter: str, value: float) -> None:
    """Draw one letter on its colour, with a line on the side of its sign."""
    x, y = corner
    if letter != " ":
        colour = POSITIVE if value > 0 else NEGATIVE
        strength = 0.55 * min(abs(value), 1.0)
        edge = y if value > 0 else y + 20
        picture.parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{LETTER:g}" height="20" fill="{colour}" '
            f'fill-opacity="{strength:.2f}"/>'
            f'<line x1="{x:g}" y1="{edge:g}" x2="{x + LETTER:g}" y2="{edge:g}" '
            f'stroke="{colour}" stroke-width="2" stroke-opacity="{min(2 * strength, 1):.2f}"/>'
        )
    picture.text((x + LETTER / 2, y + 10), SPACES.get(letter, letter), size=LETTER)


def _told(label: str, text: str, values: Sequence[Any]) -> str:
    """Return a row in words: of each word, which letters lie above zero."""
    said, at = [], 0
    for word in text.split(" "):
        above = [c for c, v in zip(word, values[at : at + len(word)], strict=True) if float(v) > 0]
        shown = word.replace(END, "")
        letters = ", ".join(c.replace(END, "the end") for c in above)
        if shown:
            said.append(f"{shown} above zero at {letters or 'no letter'}")
        at += len(word) + 1
    return f"{label}: {'; '.join(said)}."


def speaking(text: str, fed: str = "truth", lit: str | Sequence[str] = ()) -> Diagram:
    """Draw a network that reads a text letter by letter and says what comes next.

    Args:
        text: what is read; nothing stands before its first letter.
        fed: "truth" where each letter comes from the data, "itself" where it is what the network
            said one step before.
        lit: roles or names of nodes.

    Raises:
        ValueError: `fed` is neither.
    """
    if fed not in ("truth", "itself"):
        raise ValueError(f"fed is {fed!r}; expected 'truth' or 'itself'")
    letters, own = ["0", *text], fed == "itself"
    said = [*text, "↵"]
    steps = len(letters)
    told = ", ".join(
        f"reads {'nothing' if i == 0 else one} and should say {'the end' if then == '↵' else then}"
        for i, (one, then) in enumerate(zip(letters, said, strict=True))
    )
    picture = Diagram(
        "A network writes" if own else "A network reads",
        f"The network {told}. "
        + ("Each letter that it says is what it reads next." if own else
           "What it reads comes from the data, whatever it says."),
        width=96 * steps,
        height=236,
        lit=frozenset([lit] if isinstance(lit, str) else lit),
    )  # fmt: skip
    for i, (one, then) in enumerate(zip(letters, said, strict=True)):
        x = 48 + 96 * i
        state = f"a<{i + 1}>"
        picture.node(state, (x, 118), "state", size=(46, 40), box=True)
        picture.node(f"x{i}", (x, 200), "input", label=one, size=(42, 42))
        picture.node(f"y{i}", (x, 36), "output", label=then, size=(42, 42))
        picture.arrow(f"x{i}", state, "input")
        picture.arrow(state, f"y{i}", "output")
        if i:
            picture.arrow(f"a<{i}>", state, "state")
            if own:
                picture.arrow(f"y{i - 1}", f"x{i}", "output", dashes="2 4")
    return picture
