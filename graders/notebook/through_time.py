"""The diagrams of lesson 03: how far a message goes back, and what goes forwards instead."""

from __future__ import annotations

from graders.notebook.diagrams import Diagram
from graders.notebook.scenes import DASHES, STEP

TALLEST = 84.0
"""The height of the bar of a message of size 1."""


def _states(picture: Diagram, steps: int, y: float) -> None:
    """Draw the states from a<0> on, each feeding the next."""
    for t in range(steps + 1):
        picture.node(f"a<{t}>", (45 + STEP * t, y), "state", size=(62, 62))
        if t:
            picture.arrow(f"a<{t - 1}>", f"a<{t}>", "state", shift=-5)


def fading(steps: int = 5, *, factor: float = 0.6) -> Diagram:
    """Draw a message that each cell multiplies by the same factor on its way back.

    Args:
        steps: how many time steps.
        factor: by what each cell multiplies the message, from 0 to 1.
    """
    sizes = [factor ** (steps - t) for t in range(steps + 1)]
    told = ", ".join(f"{size:.2f}" for size in reversed(sizes))
    picture = Diagram(
        "A message on its way back",
        f"A loss at the last of {steps} steps sends a message back from state to state. Each cell "
        f"multiplies it by {factor:g} here. The bars show its size, from the last state to the "
        f"first: {told}.",
        width=90 + STEP * steps,
        height=250,
    )
    y = 160.0
    _states(picture, steps, y)
    for t, size in enumerate(sizes):
        x, height = 45 + STEP * t, TALLEST * size
        picture.node(f"bar {t}", (x, y - 42 - height / 2), "gradient", label="", box=True,
                     size=(30, height))  # fmt: skip
        picture.text((x, y - 58 - height), f"{size:.2f}")
        if t:
            picture.gradient(f"a<{t}>", f"a<{t - 1}>", shift=-5)
    picture.legend({"state": "state", "gradient": "message, and its size"}, y + 72)
    return picture


def cut(steps: int = 5, *, k: int = 2) -> Diagram:
    """Draw how far each message goes back if it may pass k cells.

    Args:
        steps: how many time steps.
        k: how many cells a message may pass.
    """
    picture = Diagram(
        f"Cut after {k} cell{'s' if k > 1 else ''}",
        f"Below {steps} steps, the message of each loss runs back from its state on a lane of its "
        f"own, through at most {k} cells: "
        + ", ".join(f"from a<{t}> to a<{max(t - k, 0)}>" for t in range(steps, 0, -1))
        + ". There it stops.",
        width=90 + STEP * steps,
        height=150,
    )
    _states(picture, steps, 50)
    for t in range(steps, 0, -1):
        y = 106.0 + 24 * (steps - t)
        start, end = 45 + STEP * t, 45 + STEP * max(t - k, 0)
        dashes = DASHES[t % len(DASHES)]
        picture.gradient((start, y), (end, y), shift=0, dashes=dashes)
        if t > k:  # a bar where it is cut
            picture.node(f"end {t}", (end - 3, y), "gradient", label="", box=True, size=(5, 18))
    picture.legend({"state": "state", "gradient": "message of one loss"}, 118 + 24 * steps)
    return picture


def carried(steps: int = 3) -> Diagram:
    """Draw real-time recurrent learning: what is carried forwards beside the states.

    Args:
        steps: how many time steps.
    """
    picture = Diagram(
        "Carried forwards, beside the states",
        f"{steps} steps from left to right. Below each state stands S, the derivative of the "
        "state by a parameter. It is made of the state before, which is used now, and of the S "
        "before, which W_aa hands on. Times what reaches the state from outside, da_out, it gives "
        "that step's share of the gradient; nothing runs back through time.",
        width=90 + STEP * steps,
        height=330,
    )
    for t in range(steps + 1):
        x = 45.0 + STEP * t
        picture.node(f"a<{t}>", (x, 60), "state", size=(62, 62))
        picture.node(f"S<{t}>", (x, 160), "text", box=True, size=(62, 44))
        if t:
            picture.node(f"share {t}", (x, 250), "gradient", label="· da_out", box=True,
                         size=(84, 40))  # fmt: skip
            picture.arrow(f"a<{t - 1}>", f"a<{t}>", "state", label="W_aa", side=-1)
            picture.arrow(f"a<{t - 1}>", f"S<{t}>", "state")
            picture.arrow(f"S<{t - 1}>", f"S<{t}>", "text", label="W_aa", side=1)
            picture.arrow(f"S<{t}>", f"share {t}", "text")
    picture.legend({"state": "state", "gradient": "share of the gradient"}, 304)
    return picture
