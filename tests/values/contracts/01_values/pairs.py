"""`pairs` of the miniature lesson."""

from __future__ import annotations

from graders.exercise import Exactly, Exercise, Mistake, Oracle

from . import shared

pairs = Exercise(
    title="Pairs",
    cases=shared.tokens,
    returns={"pairs": Exactly("a list of pairs")},
    oracle=Oracle(none_because="It is too small to be wrong."),
    mistakes=(
        Mistake(
            "turned", "Each pair is turned round.",
            swap=("(tokens[i], tokens[i + 1])", "(tokens[i + 1], tokens[i])"),
        ),
        Mistake("lists", "The pairs are lists, not tuples.",
                swap=("(tokens[i], tokens[i + 1])", "[tokens[i], tokens[i + 1]]")),
    ),
    hints=shared.HINTS,
    after_success="Well paired.",
    visible=shared.VISIBLE,
    hidden=shared.HIDDEN,
)  # fmt: skip
