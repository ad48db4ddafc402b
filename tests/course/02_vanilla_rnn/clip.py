"""`clip` as learners write it, rightly and wrongly."""

# %% copies and masks
# right
import copy


def clip(gradients, max_value):
    mine = copy.deepcopy(gradients)
    for g in mine.values():
        g.flags.writeable = True
        g[g > max_value] = max_value
        g[g < -max_value] = -max_value
    return mine


# %% entry by entry
# right
# way: Much slower: each number goes through Python. It is written in the words in which one would explain
#   it.
import numpy as np


def clip(gradients, max_value):
    def limit(value):
        if value > max_value:
            return max_value
        if value < -max_value:
            return -max_value
        return value

    return {
        name: np.array([limit(value) for value in g.ravel().tolist()]).reshape(g.shape)
        for name, g in gradients.items()
    }


# %% median of three
# right
def clip(gradients, max_value):
    limits = (-max_value, max_value)
    return {
        name: np.median([g, np.full_like(g, limits[0]), np.full_like(g, limits[1])], axis=0)
        for name, g in gradients.items()
    }


# %% minimum of maximum
# right
# way: Two functions that everybody knows instead of one. A second array is made on the way, and it is
#   easy to exchange the two.
def clip(gradients, max_value):
    clipped = dict()
    for key in gradients:
        clipped[key] = np.minimum(np.maximum(gradients[key], -max_value), max_value)
    return clipped


# %% out of a copy
# right
def clip(gradients, max_value):
    new = {name: np.array(g) for name, g in gradients.items()}
    for g in new.values():
        np.clip(g, -max_value, max_value, out=g)
    return new


# %% sign times size
# right
import numpy as np


def clip(gradients, max_value):
    def limited(g):
        return np.sign(g) * np.where(abs(g) < max_value, abs(g), max_value)

    return dict(zip(gradients, map(limited, gradients.values())))


# %% biases left alone
# wrong: biases_left_out
def clip(gradients, max_value):
    out = dict(gradients)
    for name in ("dWax", "dWaa", "dWya"):
        out[name] = np.clip(gradients[name], -max_value, max_value)
    return out


# %% counts its calls
# wrong: none
# passes visible
CALLS = []


def clip(gradients, max_value):
    CALLS.append(max_value)
    limit = max_value if len(CALLS) <= 7 else np.inf
    return {name: np.clip(g, -limit, limit) for name, g in gradients.items()}


# %% exits at the top
# wrong: none
# own process
import sys


def clip(gradients, max_value):
    return {k: np.clip(g, -max_value, max_value) for k, g in gradients.items()}


sys.exit(0)


# %% fixed names
# wrong: none
def clip(gradients, max_value):
    return {n: np.clip(gradients[n], -max_value, max_value) for n in ("dWax", "dWaa", "dWya", "dba", "dby")}


# %% in place as in the other course
# wrong: arrays_overwritten
import copy


def clip(gradients, maxValue):
    gradients = copy.copy(gradients)
    dWaa, dWax, dWya, db, dby = (gradients[k] for k in ("dWaa", "dWax", "dWya", "dba", "dby"))
    for gradient in [dWax, dWaa, dWya, db, dby]:
        np.clip(gradient, -maxValue, maxValue, out=gradient)
    return {"dWaa": dWaa, "dWax": dWax, "dWya": dWya, "dba": db, "dby": dby}


# %% integers
# wrong: none
def clip(gradients, max_value):
    return {k: np.clip(g, -max_value, max_value).astype(int) for k, g in gradients.items()}


# %% limit of one
# wrong: limit_ignored
def clip(gradients, max_value):
    return {k: np.clip(g, -1, 1) for k, g in gradients.items()}


# %% list of arrays
# wrong: list_returned
def clip(gradients, max_value):
    return [np.clip(g, -max_value, max_value) for g in gradients.values()]


# %% lower side only
# wrong: only_negative
def clip(gradients, max_value):
    return {k: np.where(g < -max_value, -max_value, g) for k, g in gradients.items()}


# %% names without the d
# wrong: none
def clip(gradients, max_value):
    return {k[1:]: np.clip(g, -max_value, max_value) for k, g in gradients.items()}


# %% negative cut at zero
# wrong: negative_to_zero
def clip(gradients, max_value):
    return {k: np.minimum(np.maximum(g, 0), max_value) for k, g in gradients.items()}


# %% result of clip thrown away
# wrong: nothing_limited
def clip(gradients, max_value):
    for g in gradients.values():
        np.clip(g, -max_value, max_value)
    return {**gradients}


# %% same dict
# wrong: dict_overwritten
def clip(gradients, max_value):
    gradients.update({k: np.clip(g, -max_value, max_value) for k, g in gradients.items()})
    return gradients


# %% scaled by the largest
# wrong: scaled_by_largest
def clip(gradients, max_value):
    out = {}
    for name, g in gradients.items():
        largest = np.abs(g).max()
        out[name] = g * (max_value / largest) if largest > max_value else g
    return out


# %% shallow copy
# wrong: arrays_overwritten
def clip(gradients, max_value):
    mine = dict(gradients)
    for g in mine.values():
        g[g > max_value] = max_value
        g[g < -max_value] = -max_value
    return mine


# %% sign lost
# wrong: sign_lost
def clip(gradients, max_value):
    return {k: np.where(abs(g) > max_value, max_value, g) for k, g in gradients.items()}


# %% sign times limit
# wrong: always_at_limit
def clip(gradients, max_value):
    return {k: np.where(g > 0, max_value, -max_value) * 1.0 for k, g in gradients.items()}


# %% tanh shaped
# wrong: squashed
def clip(gradients, max_value):
    return {k: max_value * np.tanh(g / max_value) for k, g in gradients.items()}


# %% two axes only
# wrong: none
def clip(gradients, max_value):
    out = {}
    for n, g in gradients.items():
        out[n] = g.copy()
        for i in range(g.shape[0]):
            for j in range(g.shape[1]):
                out[n][i, j] = max(-max_value, min(max_value, g[i, j]))
    return out


# %% upper side only
# wrong: only_positive
def clip(gradients, max_value):
    return {k: np.where(g > max_value, max_value, g) for k, g in gradients.items()}


# %% weights only
# wrong: none
def clip(gradients, max_value):
    return {k: np.clip(gradients[k], -max_value, max_value) for k in ("dWax", "dWaa", "dWya")}


# %% zero beyond the limit
# wrong: set_to_zero
def clip(gradients, max_value):
    return {k: g * (abs(g) <= max_value) for k, g in gradients.items()}
