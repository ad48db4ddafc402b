"""Rarer mistakes in `clip_by_norm`."""

from __future__ import annotations

from graders.exercise import Mistake

NORM = "np.sqrt(sum(np.sum(g**2) for g in gradients.values()))"
SCALE = "min(1.0, max_norm / norm) if norm > 0 else 1.0"

RARER = (
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
)
