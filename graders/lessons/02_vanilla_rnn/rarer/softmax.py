"""Rarer mistakes in `softmax`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

EXP = "np.exp(z - np.max(z, axis=0, keepdims=True))"
SUM = "np.sum(e, axis=0, keepdims=True)"

RARER = rare(
    Mistake(
        "shift_added",
        "The maximum is added to the scores. It has to be taken away from them, so that the "
        "largest score becomes 0 and exp cannot overflow.",
        swap=("z - np.max", "z + np.max"),
    ),
    Mistake(
        "shifted_by_mean",
        "The scores are shifted by their mean. That keeps the probabilities, but the largest score "
        "can still be too large for exp: shift by the maximum.",
        swap=("np.max(z, axis=0", "np.mean(z, axis=0"),
    ),
    Mistake(
        "shifted_by_minimum",
        "The scores are shifted by the smallest one, which makes the others larger still: what "
        "must become 0 is the largest.",
        swap=("np.max(z, axis=0", "np.min(z, axis=0"),
    ),
    Mistake(
        "scores_negated",
        "The scores have the wrong sign, so the lowest score gets the highest probability.",
        swap=(EXP, "np.exp(np.min(z, axis=0, keepdims=True) - z)"),
    ),
    Mistake(
        "one_hot",
        "This is the largest score as a 1 and 0 elsewhere. A softmax is soft: every class keeps "
        "a share, by its exponential.",
        swap=(f"return e / {SUM}", "return (e == 1.0).astype(float)"),
    ),
    Mistake(
        "shift_below_only",
        "The sum below is made of shifted scores, what stands above it is not: numerator and "
        "denominator must hold the same exponentials.",
        swap=(f"return e / {SUM}", f"return np.exp(z) / {SUM}"),
    ),
    Mistake(
        "shift_above_only",
        "What stands above the line is made of shifted scores, the sum below it is not: numerator "
        "and denominator must hold the same exponentials.",
        swap=(SUM, "np.sum(np.exp(z), axis=0, keepdims=True)"),
    ),
    Mistake(
        "base_two",
        "The powers are those of 2. Softmax takes the exponential, whose base is e.",
        swap=("np.exp(", "np.exp2("),
    ),
    Mistake(
        "divided_by_length",
        "Each column is divided by the root of its sum of squares, so it has length 1 as a vector. "
        "Probabilities must add up to 1 instead.",
        swap=(SUM, "np.sqrt(np.sum(e**2, axis=0, keepdims=True))"),
    ),
    Mistake(
        "divided_by_mean",
        "The exponentials are divided by their mean, so each column adds up to n_y instead of 1.",
        swap=(SUM, "np.mean(e, axis=0, keepdims=True)"),
    ),
    Mistake(
        "applied_twice",
        "The softmax is applied twice: its probabilities go through exponentials and a division "
        "once more, which makes them more alike.",
        swap=(
            f"return e / {SUM}",
            f"p = np.exp(e / {SUM})\n    return p / np.sum(p, axis=0, keepdims=True)",
        ),
    ),
    Mistake(
        "divided_by_scores",
        "The exponentials are divided by the sum of the scores. They have to be divided by the sum "
        "of the exponentials.",
        swap=(SUM, "np.sum(z, axis=0, keepdims=True)"),
    ),
    Mistake(
        "squared_scores",
        "The scores are squared where their exponentials belong, so a score far below zero "
        "counts as much as one far above.",
        swap=(EXP, "z**2"),
    ),
    Mistake(
        "scaled_between",
        "The scores are moved to the range from 0 to 1 by their smallest and largest. Their "
        "order stays, but these are no probabilities: nothing makes a column add up to 1.",
        swap=(
            f"return e / {SUM}",
            "low = np.min(z, axis=0)\n    return (z - low) / (np.max(z, axis=0) - low)",
        ),
    ),
    Mistake(
        "scores_halved",
        "The scores are divided by 2 before exp, which makes the probabilities more alike. No "
        "temperature is asked for.",
        swap=(EXP, "np.exp((z - np.max(z, axis=0, keepdims=True)) / 2)"),
    ),
    Mistake(
        "transposed",
        "The probabilities are right, and they come back with a row for every example. Each "
        "example keeps its column, as in z.",
        swap=(f"return e / {SUM}", f"return (e / {SUM}).T"),
    ),
    Mistake(
        "one_added_below",
        "1 is added to the sum below, as in a sigmoid, so the columns add up to less than 1.",
        swap=(SUM, f"(1 + {SUM})"),
    ),
    Mistake(
        "divided_by_classes",
        "The exponentials are divided by the number of classes. What makes a column add up to 1 "
        "is its own sum.",
        swap=(SUM, "len(z)"),
    ),
    Mistake(
        "relu_for_exponential",
        "Negative scores become 0 instead of a small share: exp gives every class something.",
        swap=(EXP, "np.maximum(z, 1e-9)"),
    ),
    Mistake(
        "maximum_after_exponential",
        "The maximum is subtracted from the exponentials. It has to be taken from the scores, "
        "before exp.",
        swap=(EXP, "np.exp(z) - np.max(np.exp(z), axis=0, keepdims=True)"),
    ),
)
