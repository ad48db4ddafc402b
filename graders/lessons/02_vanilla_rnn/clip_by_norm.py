"""Clip the norm: what `clip_by_norm` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.clip_by_norm import RARER
from .shared import GRADIENTS, SHORTENED

clip_by_norm = Exercise(
    title="Clip the norm",
    cases=cases.clip_by_norm_cases,
    returns={"clipped": GRADIENTS},
    visible=VISIBLE + SHORTENED,
    hidden=HIDDEN + SHORTENED,
    oracle=Oracle(twin=oracles.clip_by_norm),
    hints=(
        "If all gradients were laid end to end as one long vector, how long would it be?",
        "Add the squares of all entries of all arrays, take the root, and compare with the limit. "
        "One factor then serves all arrays.",
        "The factor is max_norm / norm where the norm is larger than max_norm, and 1 otherwise. "
        "Multiply every array by it, in a new dict.",
    ),
    after_success="The direction of the step stays, only its length is limited (Pascanu, "
    "Mikolov and Bengio, 2013). This is what Keras does when an optimizer has "
    "global_clipnorm. Also right: divide by max(norm, max_norm) and multiply by max_norm, "
    "or take the norm of all arrays concatenated.",
    mistakes=(
        Mistake(
            "one_norm_an_array",
            "Each array is shortened by its own norm, which changes the direction of the step. "
            "Take one norm over all entries of all arrays.",
            source="""
def clip_by_norm(gradients, max_norm):
    return {
        name: g * min(1.0, max_norm / np.sqrt(np.sum(g**2))) for name, g in gradients.items()
    }
""",
            hides_from="an even batch",
        ),
        Mistake(
            "always_scaled",
            "The gradients are scaled to max_norm even when they are shorter. Only a norm beyond "
            "the limit is cut.",
            swap=("min(1.0, max_norm / norm)", "max_norm / norm"),
        ),
        Mistake(
            "root_missing",
            "The norm is not a root: the sum of squares is compared with the limit.",
            swap=(
                "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))",
                "sum(np.sum(g**2) for g in gradients.values())",
            ),
        ),
        Mistake(
            "scale_upside_down",
            "The scale is upside down: gradients beyond the limit must become shorter.",
            swap=("min(1.0, max_norm / norm)", "max(1.0, norm / max_norm)"),
            hides_from="an even batch",
        ),
        Mistake(
            "sum_of_absolutes",
            "This is the sum of absolute values. The Euclidean norm takes the root of the sum of "
            "squares.",
            swap=(
                "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))",
                "sum(np.sum(np.abs(g)) for g in gradients.values())",
            ),
        ),
        Mistake(
            "norms_added",
            "The norms of the arrays are added up. The norm of all entries together is the root of "
            "the sum of all squares, which is smaller.",
            swap=(
                "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))",
                "sum(np.sqrt(np.sum(g**2)) for g in gradients.values())",
            ),
        ),
        Mistake(
            "arrays_overwritten",
            "The arrays are scaled in place, which changes the gradients of the caller.",
            swap=(
                "return {name: scale * g for name, g in gradients.items()}",
                "for g in gradients.values():\n        g *= scale\n    return dict(gradients)",
            ),
            hides_from="an even batch",
        ),
        Mistake(
            "entries_clipped",
            "Entries are limited one by one, as in clip. Here the whole gradient keeps its "
            "direction.",
            swap=(
                "return {name: scale * g for name, g in gradients.items()}",
                "return {name: np.clip(g, -max_norm, max_norm) for name, g in gradients.items()}",
            ),
            hides_from="an even batch",
        ),
        Mistake(
            "scaled_to_one",
            "A gradient beyond the limit is divided by its norm and not multiplied by the limit: "
            "its length becomes 1, not max_norm.",
            swap=("min(1.0, max_norm / norm)", "1.0 / norm if norm > max_norm else 1.0"),
            hides_from="an even batch",
        ),
        Mistake(
            "largest_entry",
            "The norm is the largest entry. The Euclidean norm counts all entries: it is the root "
            "of the sum of their squares.",
            swap=(
                "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))",
                "max(np.max(np.abs(g)) for g in gradients.values())",
            ),
            hides_from="small entries",
        ),
        *RARER,
    ),
)
