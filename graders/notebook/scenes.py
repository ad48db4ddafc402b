"""The diagrams of recurrent networks, drawn from the shapes of `diagrams`."""

from __future__ import annotations

from collections.abc import Collection

from graders.notebook.diagrams import Diagram

STEP = 124
"""How far one time step is from the next."""

DASHES = ("6 4", "2 3", "11 4", "9 3 2 3")
"""One kind of dashes for each loss."""


def _lit(lit: str | Collection[str]) -> frozenset[str]:
    return frozenset([lit] if isinstance(lit, str) and lit else lit)


def unrolled(
    steps: int = 3,
    *,
    inputs: Collection[int] | None = None,
    outputs: Collection[int] | None = None,
    losses: bool = False,
    gradients: bool = False,
    feedback: str = "state",
    lit: str | Collection[str] = (),
    title: str = "A recurrent network, unrolled over time",
) -> Diagram:
    """Draw a recurrent network once for each time step.

    Args:
        steps: how many time steps.
        inputs: the steps that have an input, from 1; all of them unless given.
        outputs: the steps that have an output, likewise.
        losses: draw a loss above each output.
        gradients: draw every gradient against the flow.
        feedback: what the next step sees: `state` (Elman) or `output` (Jordan).
        lit: what is lit while all else turns grey: `input`, `state`, `output`, `loss`, `gradient`,
            a weight such as `W_aa`, or one node, `a<2>`; one of them or several.
        title: the picture's title.
    """
    inputs = range(1, steps + 1) if inputs is None else inputs
    outputs = range(1, steps + 1) if outputs is None else outputs
    top = 110 if losses else 40
    elman, shown = feedback == "state", _lit(lit)
    picture = Diagram(
        title,
        f"{steps} steps from left to right: inputs at the bottom, states in the middle, outputs on "
        f"top; the {feedback} of each step feeds the state of the next. Not drawn: b_a is added in "
        "each state, and b_y in each output."
        + (" Above each output stands its loss, which compares it with y." if losses else "")
        + (" Dashed gradients run against every arrow." if gradients else "")
        + (f" Lit: {', '.join(sorted(shown))}." if shown else ""),
        width=110 + STEP * steps,
        height=top + 270,
        lit=shown,
    )
    last, weight = ("a<0>", "W_aa") if elman else ("ŷ<0>", "W_ay")
    picture.node(last, (45, top + (100 if elman else 0)), "state" if elman else "output")
    for t in range(1, steps + 1):
        x, state = 45 + STEP * t, f"a<{t}>"
        picture.node(state, (x, top + 100), "state")
        links = [(last, state, "state" if elman else "output", weight, -1)]
        if t in inputs:
            picture.node(f"x<{t}>", (x, top + 200), "input")
            links.append((f"x<{t}>", state, "input", "W_ax", 1))
        if t in outputs or not elman:
            picture.node(f"ŷ<{t}>", (x, top), "output")
            links.append((state, f"ŷ<{t}>", "output", "W_ya", 1))
            if losses:
                picture.node(f"L<{t}>", (x, 35), "text", box=True, size=(46, 36), part="loss")
                links.append((f"ŷ<{t}>", f"L<{t}>", "text", "", 1))
        for start, end, role, label, side in links:
            aside = {"shift": -5.0, "side": -1.0} if gradients else {"side": side}
            part = "loss" if end.startswith("L") else ""
            picture.arrow(start, end, role, label=label, part=part, **aside)
            if gradients:
                picture.gradient(end, start, shift=-5)
        last = state if elman else f"ŷ<{t}>"
    legend = {"input": "input", "state": "state", "output": "output"}
    picture.legend(legend | ({"gradient": "gradient"} if gradients else {}), top + 252)
    return picture


def cell(
    *, gradients: bool = False, shapes: bool = False, lit: str | Collection[str] = ()
) -> Diagram:
    """Draw the inside of a vanilla RNN cell; with gradients, the way back through its state.

    Args:
        gradients: draw the way back, and not the output.
        shapes: write the shape under what goes in and comes out.
        lit: what is lit, as in `unrolled`.
    """
    y = 100 if gradients else 290
    picture = Diagram(
        "Inside one cell, on the way back" if gradients else "Inside one cell",
        "The old state times W_aa, the input times W_ax and the bias b_a are added; tanh gives the "
        "new state. "
        + (
            "The gradient enters at the new state, passes tanh, and splits at the sum: into dW_aa, "
            "dW_ax and db_a, each of them a sum over the m examples, and on to dx<t> and to the "
            "message to step t - 1, which a<t-1> hears besides its own output."
            if gradients
            else "It goes on to the next step. W_ya, the bias b_y and softmax turn it into the "
            "output."
        )
        + (" States are (n_a, m), the input (n_x, m), the output (n_y, m)." if shapes else ""),
        width=594 if shapes else 570,
        height=y + (214 if gradients else 170 if shapes else 144),
        lit=_lit(lit),
    )
    picture.node("a<t-1>", (45, y), "state", size=(62, 62))
    picture.node("W_aa", (160, y), "text", label="W_aa ·", box=True, size=(76, 40))
    picture.node("x<t>", (45, y + 106), "input", size=(62, 62))
    picture.node("W_ax", (160, y + 106), "text", label="W_ax ·", box=True, size=(76, 40))
    picture.node("sum", (262, y), "text", label="+", size=(38, 38))
    picture.node("b_a", (262, y - 78), "text", box=True, size=(50, 36))
    picture.node("tanh", (362, y), "text", label="tanh", box=True, size=(66, 40))
    picture.node("a<t>", (480, y), "state", size=(62, 62))
    links = [("a<t-1>", "W_aa", "state"), ("W_aa", "sum", "state"), ("x<t>", "W_ax", "input"),
             ("W_ax", "sum", "input"), ("b_a", "sum", "text"), ("sum", "tanh", "text"),
             ("tanh", "a<t>", "state")]  # fmt: skip
    for start, end, role in links:
        picture.arrow(start, end, role, shift=-5 if gradients else 0)
        if gradients:
            picture.gradient(end, start, shift=-5)
    if gradients:
        _parameter_gradients(picture, y)
    else:
        _output(picture, y, shapes)
    if shapes:
        for at, shape in (((45, y + 46), "(n_a, m)"), ((45, y + 152), "(n_x, m)"),
                          ((480, y + 46), "(n_a, m)")):  # fmt: skip
            picture.text(at, shape)
    return picture


def _parameter_gradients(picture: Diagram, y: float) -> None:
    """Draw where the gradients of a cell go."""
    for at, label in (((422, y + 36), "da<t>"), ((305, y + 36), "dz<t>"),
                      ((106, y + 38), "message to"), ((106, y + 57), "step t - 1"),
                      ((98, y + 142), "dx<t>")):  # fmt: skip
        picture.text(at, label)
    for name, start, at in (("dW_aa", "W_aa", (160, y - 78)), ("dW_ax", "W_ax", (160, y + 186)),
                            ("db_a", "b_a", (370, y - 78))):  # fmt: skip
        picture.node(name, at, "gradient", box=True, size=(76, 36))
        picture.gradient(start, name, shift=0)
    for at, anchor in (((114, y - 78), "end"), ((206, y + 186), "start"), ((416, y - 78), "start")):
        picture.text(at, "sum over m", anchor=anchor)


def _output(picture: Diagram, y: float, shapes: bool) -> None:
    """Draw the way from a cell's state up to its output, and on to the next step."""
    picture.text((312, y - 22), "z<t>")
    picture.arrow("a<t>", (566, y), "state")
    picture.text((508, y + (72 if shapes else 46)), "to step t + 1")
    if shapes:
        picture.text((516, y - 250), "(n_y, m)", anchor="start")
    for name, up, width in (("W_ya · + b_y", 92, 122), ("softmax", 172, 96)):
        picture.node(name, (480, y - up), "text", box=True, size=(width, 40))
    picture.node("ŷ<t>", (480, y - 250), "output", size=(62, 62))
    for start, end in (("a<t>", "W_ya · + b_y"), ("W_ya · + b_y", "softmax"), ("softmax", "ŷ<t>")):
        picture.arrow(start, end, "output")


def stacked() -> Diagram:
    """Draw the two products of a cell as one product of stacked matrices, to scale."""
    picture = Diagram(
        "Two products are one product of stacked matrices",
        "W_a is W_aa beside W_ax; below a<t-1> stands x<t>. Each block of columns of W_a meets "
        "the rows of the same height. The bias b_a is added, which gives z<t>.",
        width=590,
        height=230,
    )
    blocks = (
        ("W_aa", "state", (95, 110), (100, 100)), ("W_ax", "input", (179, 110), (62, 100)),
        ("a<t-1>", "state", (300, 95), (74, 100)), ("x<t>", "input", (300, 179), (74, 62)),
        ("z<t>", "text", (545, 110), (70, 100)),
    )  # fmt: skip
    for name, role, at, size in blocks:
        picture.node(name, at, role, box=True, size=size)
    for at, label in (((95, 42), "n_a"), ((179, 42), "n_x"), ((24, 110), "n_a"), ((300, 27), "m"),
                      ((362, 95), "n_a"), ((362, 179), "n_x"), ((545, 42), "m"),
                      ((430, 110), "+  b_a"), ((486, 110), "=")):  # fmt: skip
        picture.text(at, label)
    picture.text((237, 110), "·", size=34)
    return picture


def paths(steps: int = 4, to: int = 1) -> Diagram:
    """Draw every path on which a loss reaches the state of one step; each loss has its dashes."""
    picture = Diagram(
        f"Every path from a loss back to the state of step {to}",
        f"The loss of step {to} reaches it directly; each later loss passes once more through "
        "W_aa for each step between. Each loss has its own kind of dashes.",
        width=40 + STEP * steps,
        height=290,
    )
    for t in range(1, steps + 1):
        picture.node(f"a<{t}>", (STEP * t - 45, 160), "state", size=(64, 64))
        picture.node(f"L<{t}>", (STEP * t - 45, 35), "text", box=True, size=(50, 36))
    for t in range(to, steps + 1):
        dashes = DASHES[(t - to) % len(DASHES)]
        picture.gradient(f"L<{t}>", f"a<{t}>", shift=0, dashes=dashes)
        for back in range(to, t):  # this loss crosses from step back + 1 to step back
            lane = t - back - 1 - (steps - back - 1) / 2
            picture.gradient(f"a<{back + 1}>", f"a<{back}>", shift=16 * lane, dashes=dashes)
        hops = t - to
        how = f"{hops} step{'s' if hops > 1 else ''} back" if hops else "directly"
        picture.text((STEP * t - 45, 222), how)
    end = f"The gradient at a<{to}> is the sum over all {steps - to + 1} paths."
    picture.text((20, 266), end, anchor="start")
    return picture
