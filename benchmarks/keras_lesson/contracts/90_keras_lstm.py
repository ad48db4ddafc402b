"""The contract of the lesson with Keras: few and tiny cases."""

from __future__ import annotations

from graders.exercise import Case, Draw, Exercise, Mistake, Setting

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


def _build_cases(draw: Draw) -> Case:
    size = draw.setting
    return {"x": draw.normal(size.m, size.T_x, size.n_x), **_lstm(draw)}


def _fit_cases(draw: Draw) -> Case:
    size = draw.setting
    return {
        "x": draw.normal(size.m, size.T_x, size.n_x),
        "y": draw.normal(size.m, 1),
        **_lstm(draw),
        "V": draw.normal(size.n_a, 1),
        "epochs": 3,
    }


build_lstm = Exercise(
    title="An LSTM of given weights",
    points=5,
    cases=_build_cases,
    returns={"states": "m T_x n_a"},
    mistakes=(
        Mistake("The bias is left out.", swap=("[W, U, b]", "[W, U, 0 * b]")),
        Mistake("The sequence is read backwards.", swap=("model(x)", "model(x[:, ::-1])")),
    ),
    hints=HINTS,
    after_success="Well built.",
    visible=FIVE,
    hidden=FIVE,
)

fit_lstm = Exercise(
    title="An LSTM that learns",
    points=8,
    cases=_fit_cases,
    returns={"parameters": "", "losses": "epochs"},
    mistakes=(
        Mistake("The learning rate is ten times too large.", swap=("SGD(0.1)", "SGD(1.0)")),
        Mistake(
            "The output has a bias, which was not asked for.",
            swap=(
                ("Dense(1, use_bias=False)", "Dense(1)"),
                ("set_weights([V])", "set_weights([V, V[0]])"),
            ),
        ),
    ),
    hints=HINTS,
    after_success="Well fitted.",
    visible=FEW,
    hidden=FEW,
)
