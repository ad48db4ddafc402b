"""Rarer mistakes in `clip`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

EACH = "np.clip(g, -max_value, max_value)"

RARER = rare(
    Mistake(
        "absolute_values",
        "The sizes of the entries come back, limited, and their signs are lost. A negative entry "
        "stays negative.",
        swap=(EACH, "np.minimum(np.abs(g), max_value)"),
    ),
    Mistake(
        "squashed",
        "Every entry is bent by a tanh. Clipping leaves entries within the limits exactly as they "
        "are.",
        swap=(EACH, "max_value * np.tanh(g / max_value)"),
    ),
    Mistake(
        "dict_emptied",
        "The arrays are taken out of the dict that was handed in, so its owner finds it empty.",
        source="""
def clip(gradients, max_value):
    return {
        name: np.clip(gradients.pop(name), -max_value, max_value) for name in list(gradients)
    }
""",
    ),
    Mistake(
        "limits_exchanged",
        "The limits stand the wrong way round: the lower one is above the upper one, and every "
        "entry becomes the same.",
        swap=("-max_value, max_value", "max_value, -max_value"),
    ),
    Mistake(
        "small_to_zero",
        "The condition is turned round: entries beyond the limit stay, and those within it are "
        "lost.",
        swap=(EACH, "np.where(np.abs(g) > max_value, g, 0.0)"),
    ),
    Mistake(
        "positive_to_zero",
        "Positive entries are cut off at 0. The upper limit is max_value.",
        swap=("-max_value, max_value", "-max_value, 0"),
    ),
    Mistake(
        "by_norm_of_array",
        "Each array is shortened as a whole by its norm. That is another kind of clipping: here "
        "every entry is limited by itself.",
        swap=(EACH, "g * min(1.0, max_value / max(np.sqrt(np.sum(g**2)), 1e-300))"),
    ),
    Mistake(
        "by_norm_of_all",
        "All arrays are shortened by one norm, as clip_by_norm does. Here every entry is limited "
        "by itself.",
        source="""
def clip(gradients, max_value):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients.values()))
    scale = max_value / norm if norm > max_value else 1.0
    return {name: scale * g for name, g in gradients.items()}
""",
    ),
    Mistake(
        "multiplied_by_limit",
        "The entries are multiplied by max_value. It is a limit: entries within it stay as they "
        "are.",
        swap=(EACH, "g * max_value"),
    ),
    Mistake(
        "divided_by_limit",
        "The entries are divided by max_value. It is a limit: entries within it stay as they are.",
        swap=(EACH, "g / max_value"),
    ),
    Mistake(
        "beyond_to_one",
        "Entries beyond the limit become 1 or -1, whatever max_value is. They should stop at the "
        "limit.",
        swap=(EACH, "np.where(np.abs(g) > max_value, np.sign(g), g)"),
    ),
    Mistake(
        "signs_turned",
        "Entries beyond the limit change their sign: each stops at the limit on its own side.",
        swap=(EACH, "np.where(np.abs(g) > max_value, -max_value * np.sign(g), g)"),
    ),
    Mistake(
        "list_returned",
        "The arrays are right, and they come back in a list. Asked for is a dict with the same "
        "keys.",
        swap=(
            f"{{name: {EACH} for name, g in gradients.items()}}",
            f"[{EACH} for g in gradients.values()]",
        ),
    ),
    Mistake(
        "half_limit",
        "The limits are half of what they should be: max_value counts from 0 to either side.",
        swap=("-max_value, max_value", "-max_value / 2, max_value / 2"),
    ),
    Mistake(
        "scaled_by_largest_of_all",
        "All arrays are scaled by the largest entry of all. Here every entry is limited by itself.",
        source="""
def clip(gradients, max_value):
    largest = max(np.max(np.abs(g)) for g in gradients.values())
    scale = max_value / largest if largest > max_value else 1.0
    return {name: scale * g for name, g in gradients.items()}
""",
    ),
    Mistake(
        "weights_left_out",
        "Only the gradients of the biases are limited; those of the weights are left as they are.",
        swap=(EACH, f"{EACH} if g.shape[-1] == 1 else g.copy()"),
    ),
    Mistake(
        "first_array_only",
        "Only the first array is limited. The loop ends after one round, or the return stands "
        "inside it.",
        swap=(
            f"{{name: {EACH} for name, g in gradients.items()}}",
            f"{{name: {EACH} for name, g in list(gradients.items())[:1]}}",
        ),
    ),
    Mistake(
        "arrays_dropped",
        "Only some arrays come back, by a list of names. Whatever is handed in has to come "
        "back, under the same names.",
        swap=("in gradients.items()", "in gradients.items() if name in ('dWax', 'dWaa', 'dba')"),
    ),
    Mistake(
        "mean_limited",
        "Each array is limited by its mean. Here every entry is limited by itself.",
        swap=(EACH, "g * min(1.0, max_value / max(np.mean(np.abs(g)), 1e-300))"),
    ),
    Mistake(
        "doubled_limit",
        "The limits are twice what they should be.",
        swap=("-max_value, max_value", "-2 * max_value, 2 * max_value"),
    ),
    Mistake(
        "limit_squared",
        "The limits are the square of max_value.",
        swap=("-max_value, max_value", "-(max_value**2), max_value**2"),
    ),
)
