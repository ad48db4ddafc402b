"""The diagrams of gated cells: the road of the cell state, and the gates beside it."""

from __future__ import annotations

from collections.abc import Collection

from graders.notebook.diagrams import Diagram

GATES = {"f": ("forget", "σ forget"), "i": ("update", "σ input"), "c": ("candidate", "tanh"),
         "o": ("output_gate", "σ output")}  # fmt: skip
"""Role and label of each gate's box; c is the candidate."""

ROAD, SHOWN, STACK = 60.0, 216.0, 330.0
"""The heights of the cell state, of the hidden state, and of what the gates see."""


def lstm_cell(*, gradients: bool = False, lit: str | Collection[str] = ()) -> Diagram:
    """Draw the inside of an LSTM cell, its output left out.

    Args:
        gradients: draw the way back along the cell state.
        lit: what is lit while all else turns grey: `road` (the way of the cell state), a role
            (`forget`, `update` for the input gate, `candidate`, `output_gate`), or a node.
    """
    shown = frozenset([lit] if isinstance(lit, str) and lit else lit)
    picture = Diagram(
        "Inside an LSTM cell" + (", on the way back" if gradients else ""),
        "On top runs the road of the cell state, from c<t-1> on the left to c<t> on the right: it "
        "is multiplied by the forget gate, and the candidate, multiplied by the input gate, is "
        "added. Below, tanh of c<t> times the output gate is the hidden state a<t>. All three "
        "gates and the candidate see a<t-1> and x<t>, at the bottom left."
        + (
            " Dashed, the gradient enters at c<t> by two roads, from the step after and from a<t>, "
            "and on the road to c<t-1> it meets the forget gate alone."
            if gradients
            else ""
        )
        + (f" Lit: {', '.join(sorted(shown))}." if shown else ""),
        width=600,
        height=410,
        lit=shown,
    )
    _nodes(picture)
    for start, end, role in (
        ("c<t-1>", "keep", "state"), ("keep", "sum", "state"), ("sum", "c<t>", "state"),
    ):  # fmt: skip
        picture.arrow(start, end, role, part="road", shift=-5 if gradients else 0)
        if gradients:
            picture.gradient(end, start, shift=-5)
    for start, end, role in (
        ("write", "sum", "candidate"), ("f", "keep", "forget"), ("i", "write", "update"),
        ("c", "write", "candidate"), ("o", "show", "output_gate"), ("c<t>", "tanh", "state"),
        ("tanh", "show", "state"), ("show", "a<t>", "state"), ("a<t-1>", "stack", "state"),
        ("x<t>", "stack", "input"), ("stack", "f", "text"), ("stack", "i", "text"),
        ("stack", "c", "text"), ("stack", "o", "text"),
    ):  # fmt: skip
        picture.arrow(start, end, role)
    if gradients:
        picture.gradient((596, ROAD), "c<t>", shift=0)
        picture.gradient("show", "tanh", shift=10)
        picture.gradient("tanh", "c<t>", shift=10)
        picture.text((594, ROAD - 24), "from t + 1", anchor="end")
    picture.legend({"state": "states", "forget": "forget", "update": "input gate",
                    "candidate": "candidate", "output_gate": "output gate"}, 392)  # fmt: skip
    return picture


BOXES = {"f": (160.0, SHOWN), "i": (258.0, SHOWN), "c": (345.0, SHOWN), "o": (400.0, 280.0)}
"""Where the gates and the candidate stand."""


def _nodes(picture: Diagram) -> None:
    for name, x, y, label in (
        ("keep", 160.0, ROAD, "×"), ("sum", 290.0, ROAD, "+"), ("write", 290.0, 130.0, "×"),
        ("show", 470.0, SHOWN, "×"),
    ):  # fmt: skip
        part = "road" if y == ROAD else ""
        picture.node(name, (x, y), "text", label=label, size=(36, 36), part=part)
    for gate, (role, label) in GATES.items():
        width = 64 if gate == "c" else 92
        picture.node(gate, BOXES[gate], role, label=label, box=True, size=(width, 36))
    picture.node("tanh", (470, 140), "text", label="tanh", box=True, size=(62, 36))
    for name, x, y, role, part in (
        ("c<t-1>", 45.0, ROAD, "state", "road"), ("c<t>", 470.0, ROAD, "state", "road"),
        ("a<t-1>", 45.0, 268.0, "state", ""), ("x<t>", 45.0, 340.0, "input", ""),
        ("a<t>", 556.0, SHOWN, "state", ""),
    ):  # fmt: skip
        picture.node(name, (x, y), role, size=(62, 62), part=part)
    picture.node("stack", (160, STACK), "text", label="[a; x]", box=True, size=(76, 40))
