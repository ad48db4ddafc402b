"""The diagrams of lesson 06: the inside of a GRU in both forms, and a scan in rounds."""

from __future__ import annotations

from collections.abc import Collection

from graders.notebook.diagrams import Diagram

PLACE, ROUND = 74, 92
"""How far one place is from the next, and one round from the next."""

_FORMS = {
    "before": "The reset gate multiplies a<t-1> before W_ca does: unit by unit it says what is "
    "told.",
    "after": "The reset gate multiplies what W_ca has made of a<t-1>: unit by unit it says what is "
    "heard.",
}


def cell(
    form: str = "before", *, gradients: bool = False, lit: str | Collection[str] = ()
) -> Diagram:
    """Draw the inside of a GRU; with gradients, the way back through it.

    Args:
        form: where the reset gate stands: "before" the product with the old state, or "after" it.
        gradients: draw every gradient against the flow.
        lit: what is lit while all else turns grey: a role (`state`, `input`, `update`, `reset`,
            `candidate`, `gradient`) or a node, such as `keep`.

    Raises:
        ValueError: the form is neither.
    """
    if form not in _FORMS:
        raise ValueError(f"The form is {form!r}; expected one of {', '.join(_FORMS)}.")
    shown = frozenset([lit] if isinstance(lit, str) and lit else lit)
    way = ", on the way back" if gradients else f", reset {form} the product"
    picture = Diagram(
        f"Inside a GRU{way}",
        "Above, the old state goes straight to the new one, times 1 - u. Below, it is made into a "
        f"candidate together with the input. {_FORMS[form]} tanh gives the candidate, which enters "
        "the new state times u. Not drawn: both gates see a<t-1> and x<t>, and biases are added."
        + (
            " Gradients run against every arrow. Besides, each gate sends one to a<t-1> and x<t>."
            if gradients
            else ""
        )
        + (f" Lit: {', '.join(sorted(shown))}." if shown else ""),
        width=680,
        height=290,
        lit=shown,
    )
    _nodes(picture, form)
    first, second = ("reset", "W_ca") if form == "before" else ("W_ca", "reset")
    links = [("a<t-1>", "keep", "state"), ("keep", "mix", "state"), ("mix", "a<t>", "state"),
             ("a<t-1>", first, "state"), (first, second, "state"), (second, "sum", "state"),
             ("x<t>", "W_cx", "input"), ("W_cx", "sum", "input"), ("sum", "tanh", "text"),
             ("tanh", "take", "candidate"), ("take", "mix", "candidate")]  # fmt: skip
    for start, end, role in links:
        picture.arrow(start, end, role, shift=-5 if gradients else 0)
        if gradients:
            picture.gradient(end, start, shift=-5)
    roles = {"state": "state", "input": "input", "update": "update gate", "reset": "reset gate",
             "candidate": "candidate"}  # fmt: skip
    picture.legend(roles | ({"gradient": "gradient"} if gradients else {}), 284)
    return picture


def _nodes(picture: Diagram, form: str) -> None:
    """Draw what stands in a GRU."""
    low, deep = 140.0, 232.0
    at = {"before": (158.0, 272.0), "after": (272.0, 158.0)}[form]
    picture.node("a<t-1>", (45, 50), "state", size=(66, 62))
    picture.node("x<t>", (45, deep), "input", size=(62, 62))
    picture.node("reset", (at[0], low), "reset", label="r ·", box=True, size=(60, 40))
    picture.node("W_ca", (at[1], low), "text", label="W_ca ·", box=True, size=(76, 40))
    picture.node("W_cx", (272, deep), "text", label="W_cx ·", box=True, size=(76, 40))
    picture.node("sum", (362, low), "text", label="+", size=(38, 38))
    picture.node("tanh", (444, low), "candidate", label="tanh", box=True, size=(66, 40))
    picture.node("take", (536, low), "update", label="u ·", box=True, size=(60, 40))
    picture.node("keep", (400, 50), "update", label="(1 - u) ·", box=True, size=(96, 40))
    picture.node("mix", (536, 50), "text", label="+", size=(38, 38))
    picture.node("a<t>", (630, 50), "state", size=(66, 62))


def rounds(steps: int = 8) -> Diagram:
    """Draw a scan in rounds: each place is combined with the one 1, 2, 4, ... places before it.

    Args:
        steps: how many places.
    """
    starts = [list(range(1, steps + 1))]
    while starts[-1][-1] > 1:
        offset, before = 2 ** (len(starts) - 1), starts[-1]
        starts.append([before[i - offset] if i >= offset else before[i] for i in range(steps)])
    told = "; ".join(
        f"after round {k}, place {steps} stands for steps {row[-1]} to {steps}"
        for k, row in enumerate(starts[1:], start=1)
    )
    picture = Diagram(
        f"{steps} steps in {len(starts) - 1} rounds",
        f"{steps} places beside each other, round below round. In each round every place is "
        f"combined with one before it, in the first round 1 place before, then 2, then 4: {told}. "
        "Places that begin at step 1 are finished.",
        width=70 + PLACE * steps,
        height=90 + ROUND * (len(starts) - 1),
    )
    for k, row in enumerate(starts):
        for i, start in enumerate(row):
            name, end = f"{k}, {i + 1}", i + 1
            label = str(end) if start == end else f"{start}-{end}"
            at = (60 + PLACE * i, 40 + ROUND * k)
            role = "state" if start == 1 else "input"
            picture.node(name, (float(at[0]), float(at[1])), role, label=label, size=(52, 52))
        for i in range(steps if k else 0):
            offset = 2 ** (k - 1)
            picture.arrow(f"{k - 1}, {i + 1}", f"{k}, {i + 1}", "text")
            if i >= offset:
                picture.arrow(f"{k - 1}, {i + 1 - offset}", f"{k}, {i + 1}", "candidate")
    entries = {"input": "stretch of steps", "state": "finished: from step 1 on",
               "candidate": "earlier stretch"}  # fmt: skip
    picture.legend(entries, 92 + ROUND * (len(starts) - 1))
    return picture
