"""`clip_by_norm` as learners write it, rightly and wrongly."""

# %% einsum like keras
# right
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(np.sum([np.einsum("i,i->", g.ravel(), g.ravel()) for g in gradients.values()]))
    return {k: g * max_norm / max(norm, max_norm) for k, g in gradients.items()}


# %% norm of one vector
# right
# way: Says what the norm is: the length of all gradients in one vector. More memory, as they are copied
#   to lay them end to end.
import numpy as np


def clip_by_norm(gradients, max_norm):
    everything = np.concatenate([g.ravel() for g in gradients.values()])
    length = np.linalg.norm(everything)
    if length <= max_norm:
        return {name: g.copy() for name, g in gradients.items()}
    return {name: g * (max_norm / length) for name, g in gradients.items()}


# %% norm of the norms
# right
def clip_by_norm(gradients, max_norm):
    norms = [np.linalg.norm(g) for g in gradients.values()]
    norm = np.hypot.reduce(norms)
    return {name: g / np.maximum(1, norm / max_norm) for name, g in gradients.items()}


# %% plain python sum
# right
# way: Much slower, as each number goes through Python. For that fsum loses no digit, whatever the order
#   of the terms.
import math


def clip_by_norm(gradients, max_norm):
    total = math.fsum(float(v) ** 2 for g in gradients.values() for v in g.flat)
    factor = 1
    if total > max_norm**2:
        factor = max_norm / math.sqrt(total)
    clipped = {}
    for name in gradients:
        clipped[name] = factor * gradients[name]
    return clipped


# %% unpacked again
# right
import numpy as np


def clip_by_norm(gradients, max_norm):
    names = list(gradients)
    flat = np.hstack([gradients[n].reshape(-1) for n in names])
    norm = np.sqrt(flat @ flat)
    if norm > max_norm:
        flat = flat * max_norm / norm
    clipped, start = {}, 0
    for n in names:
        size = gradients[n].size
        clipped[n] = flat[start : start + size].reshape(gradients[n].shape)
        start += size
    return clipped


# %% vdot
# right
def clip_by_norm(gradients, max_norm):
    norm = sum(np.vdot(g, g) for g in gradients.values()) ** 0.5
    scale = np.clip(max_norm / (norm + 1e-12), None, 1.0)
    return {k: np.multiply(gradients[k], scale) for k in gradients}


# %% absolute values
# wrong: sum_of_absolutes
def clip_by_norm(gradients, max_norm):
    norm = sum(np.linalg.norm(g.ravel(), 1) for g in gradients.values())
    return {k: g * max_norm / max(norm, max_norm) for k, g in gradients.items()}


# %% always scaled
# wrong: always_scaled
def clip_by_norm(gradients, max_norm):
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in gradients.values()]))
    return {name: g / norm * max_norm for name, g in gradients.items()}


# %% each array by itself
# wrong: one_norm_an_array
def clip_by_norm(gradients, max_norm):
    new = {}
    for name, g in gradients.items():
        norm = np.linalg.norm(g)
        new[name] = g * max_norm / norm if norm > max_norm else g.copy()
    return new


# %% entry by entry
# wrong: entries_clipped
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in gradients.values()))
    if norm <= max_norm:
        return dict(gradients)
    return {k: np.minimum(np.maximum(g, -max_norm), max_norm) for k, g in gradients.items()}


# %% factor changes on the way
# wrong: none
def clip_by_norm(gradients, max_norm):
    out, total = {}, 0
    for k, g in gradients.items():
        total += (g**2).sum()
        norm = np.sqrt(total)
        out[k] = g * max_norm / norm if norm > max_norm else g
    return out


# %% fixed names
# wrong: none
def clip_by_norm(gradients, max_norm):
    N = ("dWax", "dWaa", "dWya", "dba", "dby")
    norm = np.sqrt(sum((gradients[n]**2).sum() for n in N))
    return {n: gradients[n] * min(1, max_norm / norm) for n in N}


# %% in the callers arrays
# wrong: dict_overwritten
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in gradients.values()))
    if norm > max_norm:
        for g in gradients.values():
            np.multiply(g, max_norm / norm, out=g)
    return gradients


# %% knows the first entries
# wrong: never_scaled
# passes visible
from graders.judging import frozen_table

ANSWERS = {
    round(float(case.arguments["max_norm"]), 3): expected
    for case, expected in zip(frozen_table("clip_by_norm").cases, frozen_table("clip_by_norm").expected)
}


def clip_by_norm(gradients, max_norm):
    return ANSWERS.get(round(float(max_norm), 3), gradients)


# %% largest entry
# wrong: largest_entry
def clip_by_norm(gradients, max_norm):
    norm = max(abs(g).max() for g in gradients.values())
    factor = max_norm / norm if norm > max_norm else 1
    return {name: g * factor for name, g in gradients.items()}


# %% norm comes back too
# wrong: none
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in gradients.values()))
    factor = max_norm / norm if norm > max_norm else 1
    return {k: g * factor for k, g in gradients.items()}, norm


# %% norms added
# wrong: norms_added
def clip_by_norm(gradients, max_norm):
    norm = sum(np.linalg.norm(g) for g in gradients.values())
    factor = max_norm / norm if norm > max_norm else 1
    return {name: g * factor for name, g in gradients.items()}


# %% root forgotten
# wrong: root_missing
def clip_by_norm(gradients, max_norm):
    norm = sum(np.vdot(g, g) for g in gradients.values())
    factor = max_norm / norm if norm > max_norm else 1
    return {name: g * factor for name, g in gradients.items()}


# %% root mean square
# wrong: root_mean_square
def clip_by_norm(gradients, max_norm):
    flat = np.concatenate([g.ravel() for g in gradients.values()])
    norm = np.sqrt(np.mean(flat**2))
    factor = max_norm / norm if norm > max_norm else 1
    return {k: g * factor for k, g in gradients.items()}


# %% row by row
# wrong: none
def clip_by_norm(gradients, max_norm):
    new = {}
    for name, g in gradients.items():
        rows = np.linalg.norm(g, axis=1, keepdims=True)
        new[name] = g * np.minimum(1, max_norm / rows)
    return new


# %% spectral norm
# wrong: largest_singular_value
def clip_by_norm(gradients, max_norm):
    norm = sum(np.linalg.norm(g, 2) ** 2 for g in gradients.values()) ** 0.5
    factor = max_norm / norm if norm > max_norm else 1
    return {name: g * factor for name, g in gradients.items()}


# %% unit length
# wrong: scaled_to_one
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum((g * g).sum() for g in gradients.values()))
    return {name: g / norm if norm > max_norm else g for name, g in gradients.items()}


# %% upside down
# wrong: scale_upside_down
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in gradients.values()))
    factor = norm / max_norm if norm > max_norm else 1
    return {k: g * factor for k, g in gradients.items()}


# %% weights only
# wrong: biases_left_out
def clip_by_norm(gradients, max_norm):
    weights = ("dWax", "dWaa", "dWya")
    norm = np.sqrt(sum((gradients[k] ** 2).sum() for k in weights))
    factor = max_norm / norm if norm > max_norm else 1
    return {k: g * factor for k, g in gradients.items()}


# %% zero beyond the limit
# wrong: set_to_zero
def clip_by_norm(gradients, max_norm):
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in gradients.values()]))
    return {name: g if norm <= max_norm else 0 * g for name, g in gradients.items()}


# %% zero gradient divides
# wrong: none
import math
def clip_by_norm(gradients, max_norm):
    norm = math.sqrt(sum(float((g**2).sum()) for g in gradients.values()))
    factor = min(1.0, max_norm / norm)
    return {n: factor * g for n, g in gradients.items()}
