"""Clip every entry: what `clip` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.clip import RARER
from .shared import CLIPPED, GRADIENTS

clip = Exercise(
    title="Clip every entry",
    cases=cases.clip_cases,
    returns={"clipped": GRADIENTS},
    visible=VISIBLE + CLIPPED,
    hidden=HIDDEN + CLIPPED,
    oracle=Oracle(twin=oracles.clip),
    hints=(
        "What should happen to an entry of -7 if the limit is 5?",
        "There is a NumPy function that limits an array from both sides.",
        "np.clip(array, -max_value, max_value) for every array, in a new dict with the same keys.",
    ),
    after_success="A single exploding gradient can undo an hour of training. Clipping entries "
    "is crude, since it bends the direction of the step, and it works. Also right: "
    "np.minimum of np.maximum, or a copy in which the entries beyond the limit are "
    "replaced.",
    mistakes=(
        Mistake(
            "only_positive",
            "Only large positive entries are limited. Large negative ones explode as well.",
            swap=("np.clip(g, -max_value, max_value)", "np.minimum(g, max_value)"),
        ),
        Mistake(
            "only_negative",
            "Only large negative entries are limited. Large positive ones explode as well.",
            swap=("np.clip(g, -max_value, max_value)", "np.maximum(g, -max_value)"),
        ),
        Mistake(
            "negative_to_zero",
            "Negative entries are cut off at 0. The lower limit is -max_value.",
            swap=("-max_value, max_value", "0, max_value"),
        ),
        Mistake(
            "arrays_overwritten",
            "The arrays are clipped in place, which changes the gradients of the caller.",
            source="""
def clip(gradients, max_value):
    for g in gradients.values():
        np.clip(g, -max_value, max_value, out=g)
    return gradients
""",
        ),
        Mistake(
            "dict_overwritten",
            "The new arrays are put into the dict that was handed in. Make a new dict.",
            source="""
def clip(gradients, max_value):
    for name in gradients:
        gradients[name] = np.clip(gradients[name], -max_value, max_value)
    return gradients
""",
        ),
        Mistake(
            "set_to_zero",
            "Entries beyond the limit are set to 0. They should stop at the limit and keep their "
            "sign.",
            swap=("np.clip(g, -max_value, max_value)", "np.where(np.abs(g) > max_value, 0.0, g)"),
        ),
        Mistake(
            "scaled_by_largest",
            "Each array is scaled as a whole, which turns smaller entries down too. Here every "
            "entry is limited by itself.",
            swap=(
                "np.clip(g, -max_value, max_value)",
                "g * min(1.0, max_value / np.max(np.abs(g)))",
            ),
            hides_from="small entries",
        ),
        Mistake(
            "always_at_limit",
            "Every entry is moved to a limit, whichever it is nearer to by sign. Entries within "
            "the limits stay as they are.",
            swap=("np.clip(g, -max_value, max_value)", "max_value * np.sign(g)"),
        ),
        Mistake(
            "biases_left_out",
            "Only the gradients of the weights are limited; those of the biases are left as they "
            "are.",
            swap=(
                "np.clip(g, -max_value, max_value)",
                "g.copy() if name in ('dba', 'dby') else np.clip(g, -max_value, max_value)",
            ),
            hides_from="small entries",
        ),
        Mistake(
            "sign_lost",
            "Large negative entries come back positive: their size is limited, but the sign is "
            "lost.",
            swap=(
                "np.clip(g, -max_value, max_value)",
                "np.where(np.abs(g) > max_value, max_value, g)",
            ),
            hides_from="small entries",
        ),
        Mistake(
            "limit_ignored",
            "max_value is ignored: the entries are limited to [-1, 1].",
            swap=("np.clip(g, -max_value, max_value)", "np.clip(g, -1, 1)"),
            hides_from="small entries",
        ),
        Mistake(
            "nothing_limited",
            "Nothing is limited. np.clip leaves its argument as it is and returns a new array, "
            "which has to be kept.",
            swap=("np.clip(g, -max_value, max_value)", "g.copy()"),
            hides_from="small entries",
        ),
        *RARER,
    ),
)
