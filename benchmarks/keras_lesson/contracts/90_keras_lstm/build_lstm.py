"""An LSTM of given weights."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import shared

build_lstm = Exercise(
    title="An LSTM of given weights",
    cases=shared.build_cases,
    returns={"states": "m T_x n_a"},
    oracle=Oracle(none_because="The layer is Keras's own."),
    mistakes=(
        Mistake("bias_missing", "The bias is left out.", swap=("[W, U, b]", "[W, U, 0 * b]")),
        Mistake(
            "read_backwards",
            "The sequence is read backwards.",
            swap=("model(x)", "model(x[:, ::-1])"),
        ),
    ),
    hints=shared.HINTS,
    after_success="Well built.",
    visible=shared.FIVE,
    hidden=shared.FIVE,
)
