"""`vocabulary` of the miniature lesson."""

from __future__ import annotations

from graders.exercise import Exactly, Exercise, Mistake, Oracle

from . import shared

vocabulary = Exercise(
    title="A vocabulary",
    cases=shared.tokens,
    returns={"index": Exactly("a dict of token to index", ordered=True)},
    oracle=Oracle(twin=lambda tokens: {t: i for i, t in enumerate(dict.fromkeys(tokens))}),
    mistakes=(
        Mistake("from_one", "The indices begin at one.", swap=("len(index)", "len(index) + 1")),
        Mistake(
            "numbered_again",
            "A token that is met again gets another index.",
            swap=("if token not in index", "if True"),
        ),
    ),
    hints=shared.HINTS,
    after_success="Well counted.",
    visible=shared.VISIBLE,
    hidden=shared.HIDDEN,
)
