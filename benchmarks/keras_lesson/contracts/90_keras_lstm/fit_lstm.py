"""An LSTM that learns."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import shared

fit_lstm = Exercise(
    title="An LSTM that learns",
    cases=shared.fit_cases,
    returns={"parameters": "", "losses": "epochs"},
    oracle=Oracle(none_because="The layer is Keras's own."),
    mistakes=(
        Mistake(
            "rate_too_large",
            "The learning rate is ten times too large.",
            swap=("SGD(0.1)", "SGD(1.0)"),
        ),
        Mistake(
            "output_bias",
            "The output has a bias, which was not asked for.",
            swap=(
                ("Dense(1, use_bias=False)", "Dense(1)"),
                ("set_weights([V])", "set_weights([V, V[0]])"),
            ),
        ),
    ),
    hints=shared.HINTS,
    after_success="Well fitted.",
    visible=shared.FEW,
    hidden=shared.FEW,
)
