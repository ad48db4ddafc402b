"""What the exercises of the miniature lesson share."""

from __future__ import annotations

from graders.exercise import Case, Draw, settings

VISIBLE, HIDDEN = settings(m=3, T=5, V=7, floats=False)
HINTS = ("What is asked?", "Which type is it?", "One line is enough.")


def tokens(draw: Draw) -> Case:
    s = draw.setting
    return {"tokens": [f"w{i}" for i in draw.rng.integers(s.V, size=2 * s.T + s.m)]}


def texts(draw: Draw) -> Case:
    s = draw.setting
    index = {f"w{i}": i for i in range(s.V)}
    return {"texts": [[f"w{i}" for i in row] for row in draw.rng.integers(s.V, size=(s.m, s.T))],
            "index": index}  # fmt: skip


def unknown(draw: Draw) -> Case:
    case = texts(draw)
    case["texts"][-1][-1] = "an unknown word"
    return case
