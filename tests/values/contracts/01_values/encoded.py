"""`encoded` of the miniature lesson."""

from __future__ import annotations

from graders.exercise import Booleans, Exercise, Integers, Mistake, Oracle, Refusal

from . import shared

encoded = Exercise(
    title="Indices",
    cases=shared.texts,
    returns={"ids": Integers("m T"), "known": Booleans("m")},
    refuses={"a token that is unknown": Refusal(ValueError, shared.unknown)},
    oracle=Oracle(none_because="It is too small to be wrong."),
    mistakes=(
        Mistake("by_one", "The indices are counted from one.",
                swap=("index[token] for", "index[token] + 1 for")),
        Mistake(
            "unknown_is_zero",
            "An unknown token silently becomes 0.",
            swap=(
                ("if token not in index", "if False"),
                ("index[token] for", "index.get(token, 0) for"),
            ),
        ),
        Mistake("all_known", "All tokens must be 0, not any.", swap=(".any(", ".all(")),
    ),
    hints=shared.HINTS,
    after_success="Well looked up.",
    visible=shared.VISIBLE,
    hidden=shared.HIDDEN,
)  # fmt: skip
