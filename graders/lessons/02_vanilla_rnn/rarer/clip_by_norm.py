"""Rarer mistakes in `clip_by_norm`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

NORM = "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))"
SCALE = "min(1.0, max_norm / norm) if norm > 0 else 1.0"

RARER = rare(
    Mistake(
        "multiplied_by_limit",
        "The gradients are multiplied by max_norm, without being divided by their norm.",
        swap=(SCALE, "max_norm if norm > max_norm else 1.0"),
    ),
    Mistake(
        "root_mean_square",
        "This is the root of the mean of the squares. The norm takes the root of their sum, so "
        "that it grows with every entry.",
        swap=(NORM, f"{NORM} / np.sqrt(sum(g.size for g in gradients.values()))"),
    ),
    Mistake(
        "last_array_only",
        "The norm is that of the last array alone: it is overwritten in every round, instead of "
        "collecting the squares of all arrays.",
        swap=(NORM, "np.sqrt(np.sum(list(gradients.values())[-1] ** 2))"),
    ),
    Mistake(
        "first_array_only",
        "The norm is that of the first array alone. It has to hold the squares of all arrays.",
        swap=(NORM, "np.sqrt(np.sum(list(gradients.values())[0] ** 2))"),
    ),
    Mistake(
        "nothing_when_short",
        "Where the gradients are short enough nothing comes back: the return stands inside the if. "
        "Short gradients are returned as well, as they are.",
        source="""
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients.values()))
    if norm > max_norm:
        return {name: max_norm / norm * g for name, g in gradients.items()}
""",
    ),
    Mistake(
        "comparison_turned",
        "The limit works the wrong way round: short gradients are stretched to it and long ones "
        "stay. Look at the comparison, or at which of two factors is taken.",
        swap=(SCALE, "max_norm / norm if 0 < norm < max_norm else 1.0"),
    ),
    Mistake(
        "one_added_to_norm",
        "1 is added to the norm before the division. What keeps a division from failing must be "
        "much smaller than what is divided by.",
        swap=("max_norm / norm)", "max_norm / (norm + 1.0))"),
    ),
    Mistake(
        "largest_norm",
        "The largest norm of an array is taken for the norm of all. Every array has a part in it, "
        "by its squares.",
        swap=(NORM, "max(np.sqrt(np.sum(g**2)) for g in gradients.values())"),
    ),
    Mistake(
        "biases_left_out",
        "Only weight matrices have a part in the norm. The gradients of biases belong to it, too.",
        swap=(
            NORM,
            "np.sqrt(sum(np.sum(g**2) for k, g in gradients.items() if k not in ('dba', 'dby')))",
        ),
    ),
    Mistake(
        "factor_squared",
        "The factor is applied twice, so what comes back is shorter than the limit.",
        swap=("scale * g", "scale**2 * g"),
    ),
    Mistake(
        "set_to_zero",
        "Gradients beyond the limit become zero. They should keep their direction and get the "
        "length max_norm.",
        swap=(SCALE, "0.0 if norm > max_norm else 1.0"),
    ),
    Mistake(
        "never_scaled",
        "Nothing is shortened: the scaled arrays are not what is returned.",
        swap=("scale * g", "g.copy()"),
    ),
    Mistake(
        "dict_overwritten",
        "The new arrays are put into the dict that was handed in. Make a new dict.",
        source="""
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients.values()))
    scale = min(1.0, max_norm / norm) if norm > 0 else 1.0
    for name in gradients:
        gradients[name] = scale * gradients[name]
    return gradients
""",
    ),
    Mistake(
        "sum_before_square",
        "The entries are added up before they are squared, so that positive and negative ones "
        "cancel. Square every entry first.",
        swap=(NORM, "np.sqrt(sum(np.sum(g) ** 2 for g in gradients.values()))"),
    ),
    Mistake(
        "long_arrays_only",
        "Only arrays that are too long by themselves are shortened. One factor serves all "
        "arrays, so that the direction stays.",
        swap=("scale * g", "(scale if np.sqrt(np.sum(g**2)) > max_norm else 1.0) * g"),
    ),
    Mistake(
        "limit_shared_out",
        "The limit is shared out among the arrays. It belongs to the norm of all of them together.",
        swap=("max_norm / norm)", "max_norm / len(gradients) / norm)"),
    ),
    Mistake(
        "mean_of_norms",
        "This is the mean of the norms of the arrays. The norm of all entries together is the "
        "root of the sum of all squares.",
        swap=(NORM, "np.mean([np.sqrt(np.sum(g**2)) for g in gradients.values()])"),
    ),
    Mistake(
        "root_twice",
        "The root is taken twice.",
        swap=(NORM, f"np.sqrt({NORM})"),
    ),
    Mistake(
        "shortened_by_difference",
        "What the norm is too long by is subtracted from the entries. A factor keeps the "
        "direction.",
        swap=("scale * g", "g - max(0.0, norm - max_norm) * np.sign(g)"),
    ),
    Mistake(
        "mean_square",
        "This is the mean of the squares, without a root. The norm is the root of their sum.",
        swap=(
            NORM,
            f"{NORM} ** 2 / sum(g.size for g in gradients.values())",
        ),
    ),
    Mistake(
        "last_array_dropped",
        "Only the first array comes back. The loop ends after one round, or the return stands "
        "inside it.",
        swap=("in gradients.items()", "in list(gradients.items())[:1]"),
    ),
    Mistake(
        "list_returned",
        "The arrays are right, and they come back in a list. Asked for is a dict with the same "
        "keys.",
        swap=(
            "{name: scale * g for name, g in gradients.items()}",
            "[scale * g for g in gradients.values()]",
        ),
    ),
    Mistake(
        "largest_singular_value",
        "Of each matrix the largest singular value is taken, as np.linalg.norm(g, 2) does. The "
        "norm here is the root of the sum of all squares.",
        swap=(
            NORM,
            "np.sqrt(sum(np.linalg.svd(g)[1].max() ** 2 for g in gradients.values()))",
        ),
    ),
)
