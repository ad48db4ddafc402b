"""What the exercises of the lesson with Keras share: few and tiny cases."""

from __future__ import annotations

from graders.exercise import Case, Draw, Setting

FEW = (
    Setting("ordinary", dtype="float32"),
    Setting("one example", n_x=2, n_a=3, m=1, T_x=3, dtype="float32"),
)
FIVE = (
    *FEW,
    Setting("other sizes", n_x=5, n_a=3, m=2, T_x=6, dtype="float32"),
    Setting("one step", n_x=5, n_a=2, m=4, T_x=1, dtype="float32"),
    Setting("one unit", n_x=3, n_a=1, m=5, T_x=4, dtype="float32"),
)
HINTS = ("What is asked?", "Look at the shapes.", "Keras has a layer for it.")


def _lstm(draw: Draw) -> Case:
    size = draw.setting
    return {
        "W": draw.normal(size.n_x, 4 * size.n_a),
        "U": draw.normal(size.n_a, 4 * size.n_a),
        "b": draw.normal(4 * size.n_a),
    }


def build_cases(draw: Draw) -> Case:
    size = draw.setting
    return {"x": draw.normal(size.m, size.T_x, size.n_x), **_lstm(draw)}


def fit_cases(draw: Draw) -> Case:
    size = draw.setting
    return {
        "x": draw.normal(size.m, size.T_x, size.n_x),
        "y": draw.normal(size.m, 1),
        **_lstm(draw),
        "V": draw.normal(size.n_a, 1),
        "epochs": 3,
    }
