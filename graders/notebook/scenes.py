"""The diagrams of recurrent networks, drawn from the shapes of `diagrams`."""

from __future__ import annotations

from collections.abc import Collection

from graders.notebook.diagrams import Diagram


def unrolled(
    steps: int = 3,
    *,
    inputs: Collection[int] | None = None,
    outputs: Collection[int] | None = None,
    losses: bool = False,
    gradients: bool = False,
    feedback: str = "state",
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
        title: the picture's title.
    """
    inputs = range(1, steps + 1) if inputs is None else inputs
    outputs = range(1, steps + 1) if outputs is None else outputs
    top = 110 if losses else 40
    elman = feedback == "state"
    picture = Diagram(
        title,
        f"{steps} steps from left to right: inputs at the bottom, states in the middle, outputs on "
        f"top; the {feedback} of each step feeds the state of the next."
        + (" Dashed gradients run against every arrow." if gradients else ""),
        width=110 + 150 * steps,
        height=top + 270,
    )
    last, weight = ("a<0>", "W_aa") if elman else ("ŷ<0>", "W_ay")
    picture.node(last, (45, top + (100 if elman else 0)), "state" if elman else "output")
    for t in range(1, steps + 1):
        x, state = 45 + 150 * t, f"a<{t}>"
        picture.node(state, (x, top + 100), "state")
        links = [(last, state, "state" if elman else "output", weight, -1)]
        if t in inputs:
            picture.node(f"x<{t}>", (x, top + 200), "input")
            links.append((f"x<{t}>", state, "input", "W_ax", 1))
        if t in outputs or not elman:
            picture.node(f"ŷ<{t}>", (x, top), "output")
            links.append((state, f"ŷ<{t}>", "output", "W_ya", 1))
            if losses:
                picture.node(f"L<{t}>", (x, 35), "text", box=True, size=(46, 36))
                links.append((f"ŷ<{t}>", f"L<{t}>", "text", "", 1))
        for start, end, role, label, side in links:
            aside = {"shift": -5.0, "side": -1.0} if gradients else {"side": side}
            picture.arrow(start, end, role, label=label, **aside)
            if gradients:
                picture.gradient(end, start, shift=-5)
        last = state if elman else f"ŷ<{t}>"
    legend = {"input": "input", "state": "state", "output": "output"}
    picture.legend(legend | ({"gradient": "gradient"} if gradients else {}), top + 252)
    return picture


def cell(*, gradients: bool = False) -> Diagram:
    """Draw the inside of a vanilla RNN cell; with gradients, the way back through its state."""
    picture = Diagram(
        "Inside one cell, on the way back" if gradients else "Inside one cell",
        "The old state times W_aa and the input times W_ax are added to the bias; tanh gives the "
        "new state. "
        + (
            "The gradient enters at the new state, passes tanh, and splits at the sum."
            if gradients
            else "W_ya, a bias and softmax turn the new state into the output."
        ),
        width=560 if gradients else 870,
        height=290,
    )
    picture.node("a<t-1>", (45, 120), "state", size=(58, 58))
    picture.node("W_aa", (160, 120), "text", label="W_aa ·", box=True, size=(76, 40))
    picture.node("x<t>", (45, 220), "input", size=(58, 58))
    picture.node("W_ax", (160, 220), "text", label="W_ax ·", box=True, size=(76, 40))
    picture.node("sum", (270, 120), "text", label="+", size=(38, 38))
    picture.node("b_a", (270, 35), "text", box=True, size=(50, 36))
    picture.node("tanh", (370, 120), "text", label="tanh", box=True, size=(66, 40))
    picture.node("a<t>", (490, 120), "state", size=(58, 58))
    links = [("a<t-1>", "W_aa", "state"), ("W_aa", "sum", "state"), ("x<t>", "W_ax", "input"),
             ("W_ax", "sum", "input"), ("b_a", "sum", "text"), ("sum", "tanh", "text"),
             ("tanh", "a<t>", "state")]  # fmt: skip
    for start, end, role in links:
        picture.arrow(start, end, role, shift=-5 if gradients else 0)
        if gradients:
            picture.gradient(end, start, shift=-5)
    if gradients:
        for at, label in (((432, 150), "da<t>"), ((318, 150), "dz<t>"), ((103, 150), "da<t-1>"),
                          ((103, 250), "dx<t>"), ((300, 76), "db_a")):  # fmt: skip
            picture.text(at, label, "gradient")
        picture.gradient("W_aa", (160, 62), shift=0)
        picture.gradient("W_ax", (160, 278), shift=0)
        picture.text((160, 50), "dW_aa", "gradient")
        picture.text((196, 270), "dW_ax", "gradient")
        return picture
    picture.text((320, 100), "z<t>")
    picture.arrow("a<t>", (490, 265), "state", label="to step t + 1", side=-1)
    for name, x, width in (("W_ya · + b_y", 610, 112), ("softmax", 735, 86)):
        picture.node(name, (x, 120), "text", box=True, size=(width, 40))
    picture.node("ŷ<t>", (835, 120), "output", size=(58, 58))
    for start, end in (("a<t>", "W_ya · + b_y"), ("W_ya · + b_y", "softmax"), ("softmax", "ŷ<t>")):
        picture.arrow(start, end, "output")
    return picture


def stacked() -> Diagram:
    """Draw the two products of a cell as one product of stacked matrices, to scale."""
    picture = Diagram(
        "Two products are one product of stacked matrices",
        "W_a is W_aa beside W_ax; below a<t-1> stands x<t>. Each block of columns of W_a meets "
        "the rows of the same height.",
        width=620,
        height=230,
    )
    blocks = (
        ("W_aa", "state", (95, 100), (100, 100)), ("W_ax", "input", (179, 100), (62, 100)),
        ("a<t-1>", "state", (320, 85), (70, 100)), ("x<t>", "input", (320, 169), (70, 62)),
        ("z<t>", "text", (550, 100), (70, 100)),
    )  # fmt: skip
    for name, role, at, size in blocks:
        picture.node(name, at, role, box=True, size=size)
    for at, label in (((95, 35), "n_a"), ((179, 35), "n_x"), ((30, 100), "n_a"), ((320, 20), "m"),
                      ((380, 85), "n_a"), ((380, 169), "n_x"), ((550, 35), "m"),
                      ((248, 100), "·"), ((440, 100), "+  b_a"), ((490, 100), "=")):  # fmt: skip
        picture.text(at, label)
    return picture


def paths(steps: int = 4, to: int = 1) -> Diagram:
    """Draw every path on which a loss reaches the state of one step."""
    picture = Diagram(
        f"Every path from a loss back to the state of step {to}",
        f"The loss of step {to} reaches it directly; each later loss passes once more through "
        "W_aa for each step between.",
        width=60 + 150 * steps,
        height=300,
    )
    for t in range(1, steps + 1):
        picture.node(f"a<{t}>", (150 * t - 60, 160), "state", size=(62, 62))
        picture.node(f"L<{t}>", (150 * t - 60, 35), "text", box=True, size=(50, 36))
    for t in range(to, steps + 1):
        picture.gradient(f"L<{t}>", f"a<{t}>", shift=0)
        for lane in range(steps - t):
            picture.gradient(f"a<{t + 1}>", f"a<{t}>", shift=16 * (lane - (steps - t - 1) / 2))
        hops = t - to
        how = f"back {hops} step{'s' if hops > 1 else ''}" if hops else "directly"
        picture.text((150 * t - 60, 222), f"L<{t}>: {how}", "gradient", size=14)
    end = f"The gradient at a<{to}> is the sum over all {steps - to + 1} paths."
    picture.text((59, 268), end, anchor="start")
    return picture
