"""The diagrams of lesson 01: from words to columns, kinds of tasks, lanes of a text, ribbons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graders.notebook.diagrams import Diagram, Row, beside

MARK = "_"
"""What stands before each word in a piece; it is drawn as a raised dot."""

UNK = "<UNK>"
"""What stands for an unknown word; it is drawn as a question mark."""

RIBBON, ROW, GAP = 15.0, 62.0, 6.0
"""The size of a ribbon's letters, the height of a row, and the space between two words."""

KINDS: Mapping[str, tuple[int, tuple[int, ...], tuple[int, ...]]] = {
    "one-to-one": (1, (1,), (1,)),
    "one-to-many": (3, (1,), (1, 2, 3)),
    "many-to-one": (3, (1, 2, 3), (3,)),
    "many-to-many, aligned": (3, (1, 2, 3), (1, 2, 3)),
    "many-to-many, unaligned": (4, (1, 2), (3, 4)),
}
"""How many steps each kind of task is drawn with, which of them have an input, and an output."""


def journey(tokens: Sequence[str], indices: Sequence[int], depth: int) -> Diagram:
    """Draw tokens, below them their indices, below those their one-hot columns.

    Args:
        tokens: the tokens of a text.
        indices: the index of each.
        depth: the size of the vocabulary.
    """
    space, side = 78.0, 17.0
    pairs = ", ".join(f"{token} is {index}" for token, index in zip(tokens, indices, strict=True))
    picture = Diagram(
        "From words to columns",
        f"{pairs}. Below each index stands a column of {depth} cells, of which only the cell with "
        "that number is filled.",
        width=130 + space * len(tokens),
        height=150 + side * depth,
    )
    for y, word in ((28, "tokens"), (88, "indices"), (136 + side * depth / 2, "one-hot")):
        picture.text((12, y), word, anchor="start", size=16)
    for i, (token, index) in enumerate(zip(tokens, indices, strict=True)):
        x = 130 + space * i
        picture.text((x, 28), token)
        picture.arrow((x, 38), (x, 72))
        picture.node(f"index {i}", (x, 88), "input", label=str(index), size=(38, 30), box=True)
        for row in range(depth):
            at = (x, 124 + side * (row + 0.5))
            filled = row == index
            _cell(picture, at, (30, side - 2), "input" if filled else "text", filled)
    return picture


def _cell(
    picture: Diagram, at: tuple[float, float], size: tuple[float, float], role: str, filled: bool
) -> None:
    """Draw a small box that is empty or filled; it has no label."""
    picture.node("", at, role, size=size, box=True)
    if filled:
        picture.parts[-2] = picture.parts[-2].replace('fill-opacity="0.14"', 'fill-opacity="0.9"')


def tasks() -> Row:
    """Draw the five kinds of tasks, each as a small network with its inputs and outputs."""
    return beside(_legend(), *(_task(kind, *shape) for kind, shape in KINDS.items()))


def _legend() -> Diagram:
    """Draw what stands in the three rows of each kind of task."""
    picture = Diagram(
        "What is what",
        "Above the outputs ŷ, in the middle the states a, below the inputs x.",
        width=150,
        height=196,
    )
    for name, role, y in (
        ("output ŷ", "output", 26),
        ("state a", "state", 98),
        ("input x", "input", 170),
    ):
        picture.node(name, (75, y), role, size=(104, 36), box=role == "state")
    return picture


def _task(kind: str, steps: int, inputs: Sequence[int], outputs: Sequence[int]) -> Diagram:
    def told(at: Sequence[int]) -> str:
        return ("step " if len(at) == 1 else "steps ") + ", ".join(map(str, at))

    picture = Diagram(
        kind,
        f"Steps: {steps}. Inputs at {told(inputs)}, outputs at {told(outputs)}.",
        width=24 + 66 * steps if steps > 1 else 150,
        height=196,
    )
    left = picture.width / 2 - 33 * (steps - 1)
    for step in range(1, steps + 1):
        x, state = left + 66 * (step - 1), f"a<{step}>"
        picture.node(state, (x, 98), "state", size=(42, 36), box=True)
        if step in inputs:
            picture.node(f"x<{step}>", (x, 170), "input", size=(42, 36))
            picture.arrow(f"x<{step}>", state, "input")
        if step in outputs:
            number = step - outputs[0] + 1
            picture.node(f"ŷ<{number}>", (x, 26), "output", size=(42, 36))
            picture.arrow(state, f"ŷ<{number}>", "output")
        if step > 1:
            picture.arrow(f"a<{step - 1}>", state, "state")
    return picture


def lanes(batches: Sequence[Any], shown: int = 3) -> Diagram:
    """Draw what each row of the first batches reads, one batch beside the other.

    Args:
        batches: pairs of inputs and targets, each (batch, length); the inputs are drawn.
        shown: how many batches.
    """
    inputs = [[[str(entry) for entry in row] for row in pair[0]] for pair in batches[:shown]]
    rows, length = len(inputs[0]), len(inputs[0][0])
    block = 34.0 * length + 16
    picture = Diagram(
        f"What {rows} rows read in {len(inputs)} batches",
        " ".join(
            f"Row {r} reads {', then '.join(' '.join(batch[r]) for batch in inputs)}."
            for r in range(rows)
        ),
        width=84 + block * len(inputs),
        height=44 + 42 * rows,
    )
    for b, batch in enumerate(inputs):
        picture.text((84 + block * b + 17 * length, 18), f"batch {b}", size=16)
        for r, row in enumerate(batch):
            for t, entry in enumerate(row):
                at = (84 + block * b + 34 * t + 17, 58 + 42 * r)
                picture.node("", at, "input", label=entry, size=(34, 32), box=True)
    for r in range(rows):
        picture.text((8, 58 + 42 * r), f"row {r}", anchor="start", size=16)
    return picture


def ribbon(rows: Mapping[str, Sequence[Sequence[str]]], title: str = "A sentence, cut") -> Diagram:
    """Draw one sentence several times, cut into pieces in several ways.

    Args:
        rows: by a label, the words of the sentence, each a list of pieces. The piece `<UNK>` is
            drawn as a question mark, and the mark before a word as a raised dot. Single letters are
            grey.
        title: the picture's title.
    """
    picture = Diagram(
        title,
        " ".join(_told(label, words) for label, words in rows.items()),
        width=10 + max(sum(map(_width, words)) + GAP * len(words) for words in rows.values()),
        height=ROW * len(rows),
    )
    for i, (label, words) in enumerate(rows.items()):
        x, y = 4.0, 41 + ROW * i
        count = sum(map(len, words))
        picture.text((4, y - 28), f"{label}: {count} long", anchor="start", size=RIBBON)
        for one in words:
            for piece in one:
                unknown, wide = piece == UNK, _width([piece])
                role = "input" if len(piece) > 1 and not unknown else "text"
                picture.node("", (x + wide / 2, y), role, size=(wide - 1, 28), box=True)
                text = "?" if unknown else piece.replace(MARK, "·")
                picture.text((x + wide / 2, y), text, size=RIBBON)
                x += wide
            x += GAP
    return picture


def _width(pieces: Sequence[str]) -> float:
    """Return how wide pieces are drawn."""
    return sum(5 + sum(map(_letter, "?" if piece == UNK else piece)) for piece in pieces)


def _letter(letter: str) -> float:
    """Return about how wide a letter is in the fonts of the pictures."""
    return 4.6 if letter in "ijlftr._,'" else 12.4 if letter in "mwMW" else 8.7


def _told(label: str, words: Sequence[Sequence[str]]) -> str:
    """Return a row of a ribbon in words."""
    pieces = [piece for word in words for piece in word]
    unknown = sum(piece == UNK for piece in pieces)
    cut = ", ".join("-".join(word).replace(MARK, "") for word in words)
    return f"{label}: {len(pieces)} pieces, {unknown} of them unknown: {cut}."
