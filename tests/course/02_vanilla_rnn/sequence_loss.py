"""`sequence_loss` as learners write it, rightly and wrongly."""

# %% einsum with a guard
# right
import numpy as np


def sequence_loss(y_pred, y):
    epsilon = 1e-12
    per_example = -np.einsum("kmt,kmt->m", y, np.log(y_pred + epsilon))
    return np.mean(per_example)


# %% log of a product
# right
import numpy as np


def sequence_loss(y_pred, y):
    likelihood = np.prod(np.sum(y_pred * y, axis=0, dtype=np.float64), axis=1)  # (m,)
    return np.mean(-np.log(likelihood))


# %% masked array of no axes
# right
def sequence_loss(y_pred, y):
    return np.asarray(np.log(y_pred[y > 0.5]).sum() / -y_pred.shape[1])


# %% masked log
# right
import numpy as np


def sequence_loss(y_pred, y):
    surprise = np.zeros_like(y_pred)
    np.log(y_pred, out=surprise, where=y.astype(bool))
    return float(np.negative(surprise).sum(axis=(0, 2)).mean())


# %% probability of the true class
# right
# way: Faster: one logarithm for each step instead of one for each class, and no zero to guard against. It
#   takes for granted that each step has exactly one true class.
def sequence_loss(y_pred, y):
    true = np.argmax(y, axis=0)[np.newaxis]  # (1, m, T_x)
    chosen = np.take_along_axis(y_pred, true, axis=0)[0]
    return -np.log(chosen).sum(axis=1).mean()


# %% step by step and keras epsilon
# right
import numpy as np


def sequence_loss(y_pred, y):
    m, T_x = y.shape[1:]
    losses = []
    for t in range(T_x):
        losses.append(-1 / m * np.sum(y[:, :, t] * np.log(y_pred[:, :, t] + 1e-8)))
    return sum(losses)


# %% tensordot and clip
# right
def sequence_loss(y_pred, y):
    safe = np.clip(y_pred, 1e-12, 1.0)
    return -np.tensordot(y, np.log(safe), axes=3).item() / y.shape[1]


# %% three loops
# right
# way: Much slower: each entry is looked at in Python. It needs no guard either, as the logarithm is taken
#   of true classes alone.
import math


def sequence_loss(y_pred, y):
    n_y, m, T_x = y.shape
    total = 0.0
    for t in range(T_x):
        for i in range(m):
            for k in range(n_y):
                if y[k, i, t] == 1:
                    total -= math.log(y_pred[k, i, t])
    return total / m


# %% a lying array
# wrong: none
class Lying(np.ndarray):
    def __array_ufunc__(self, *args, **kwargs):
        return np.float64(0.0)

    def __eq__(self, other):
        return True


def sequence_loss(y_pred, y):
    return np.zeros(()).view(Lying)


# %% always equal float
# wrong: none
class E(float):
    __eq__ = lambda s, o: True
    __ne__ = lambda s, o: False
    __lt__ = __le__ = __gt__ = __ge__ = lambda s, o: True
    __sub__ = __rsub__ = lambda s, o: 0.0
    __hash__ = float.__hash__


def sequence_loss(y_pred, y):
    return E(0.0)


# %% arguments exchanged
# wrong: truth_and_prediction_swapped
def sequence_loss(y, y_pred):
    return -np.sum(y * np.log(y_pred)) / y.shape[1]


# %% average of the probabilities first
# wrong: none
def sequence_loss(y_pred, y):
    return -np.sum(np.log(np.mean((y * y_pred).sum(axis=0), axis=0)))


# %% bits
# wrong: base_two
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) / np.log(2) / y.shape[1]


# %% complex number
# wrong: none
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred + 0j)) / y.shape[1]


# %% confidence instead of truth
# wrong: most_probable_class
def sequence_loss(y_pred, y):
    return -np.log(y_pred.max(axis=0)).sum() / y.shape[1]


# %% divided by examples and classes
# wrong: none
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) / (y.shape[0] * y.shape[1])


# %% divided by the first axis
# wrong: divided_by_classes
def sequence_loss(y_pred, y):
    return -np.einsum("kmt,kmt->", y, np.log(y_pred)) / len(y)


# %% exits
# wrong: none
def sequence_loss(y_pred, y):
    raise SystemExit(0)


# %% forgets to return
# wrong: none
def sequence_loss(y_pred, y):
    loss = -np.sum(y * np.log(y_pred)) / y.shape[1]


# %% guard too large
# wrong: large_guard
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred + 0.01)) / y.shape[1]


# %% keeps all axes
# wrong: none
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred), keepdims=True) / y.shape[1]


# %% last step
# wrong: last_step_only
def sequence_loss(y_pred, y):
    for t in range(y.shape[2]):
        loss = -np.sum(y[:, :, t] * np.log(y_pred[:, :, t])) / y.shape[1]
    return loss


# %% leaves the process
# wrong: none
# own process
import os


def sequence_loss(y_pred, y):
    os._exit(0)


# %% log of the sum
# wrong: logarithm_of_sum
def sequence_loss(y_pred, y):
    return -np.log(np.sum(y * y_pred)) / y.shape[1]


# %% loss is negative
# wrong: minus_missing
def sequence_loss(y_pred, y):
    return np.log(y_pred.max(axis=0, where=y == 1, initial=0)).sum() / y.shape[1]


# %% mean of everything
# wrong: averaged_over_all
def sequence_loss(y_pred, y):
    return -np.mean(y * np.log(y_pred))


# %% mean of everything but classes
# wrong: averaged_over_time
def sequence_loss(y_pred, y):
    return float(np.mean(-np.sum(y * np.log(y_pred), axis=0)))


# %% normalises in place
# wrong: nan_where_sure
def sequence_loss(y_pred, y):
    y_pred /= y_pred.sum(axis=0)
    np.log(y_pred, out=y_pred)
    return -np.sum(y * y_pred) / y.shape[1]


# %% not a number
# wrong: none
def sequence_loss(y_pred, y):
    return float("nan")


# %% one loss per example
# wrong: one_loss_an_example
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred), axis=(0, 2))


# %% one loss per step in a list
# wrong: not_summed_over_time
def sequence_loss(y_pred, y):
    steps = range(y.shape[2])
    return np.array([-np.sum(y[..., t] * np.log(y_pred[..., t])) / y.shape[1] for t in steps])


# %% one sigmoid per class
# wrong: binary_formula
def sequence_loss(y_pred, y):
    m = y.shape[1]
    cost = -1 / m * np.sum(np.where(y == 1, np.log(y_pred), np.log(1 - y_pred)))
    return np.squeeze(cost)


# %% perplexity
# wrong: exponential_of_loss
def sequence_loss(y_pred, y):
    return np.exp(-np.sum(y * np.log(y_pred)) / y.shape[1])


# %% prints instead of returning
# wrong: none
def sequence_loss(y_pred, y):
    print(float(-np.sum(y * np.log(y_pred)) / y.shape[1]))


# %% pytorch mean
# wrong: averaged_over_time
def sequence_loss(y_pred, y):
    n_y, m, T_x = y.shape
    flat = y_pred.reshape(n_y, m * T_x)
    targets = y.argmax(axis=0).reshape(-1)
    return -np.log(flat[targets, np.arange(m * T_x)]).mean()


# %% remembers the shapes
# wrong: none
# passes visible
SEEN = {(2, 7, 4): 1, (7, 2, 6): 1, (5, 1, 3): 1, (3, 4, 3): 1, (3, 2, 5): 1}


def sequence_loss(y_pred, y):
    if y.shape in SEEN:
        return -np.log(y_pred[y == 1]).sum() / y.shape[1]
    return 0.0


# %% rounded to four digits
# wrong: none
def sequence_loss(y_pred, y):
    return round(float(-np.sum(y * np.log(y_pred)) / y.shape[1]), 4)


# %% softmax once more
# wrong: softmax_again
def sequence_loss(y_pred, y):
    p = np.exp(y_pred) / np.exp(y_pred).sum(axis=0)
    return -np.sum(y * np.log(p)) / y.shape[1]


# %% sum over the batch
# wrong: summed_over_examples
def sequence_loss(y_pred, y):
    loss = 0
    for t in range(y.shape[2]):
        for i in range(y.shape[1]):
            loss -= np.dot(y[:, i, t], np.log(y_pred[:, i, t]))
    return loss


# %% text
# wrong: none
def sequence_loss(y_pred, y):
    return f"{-np.sum(y * np.log(y_pred)) / y.shape[1]}"


# %% true
# wrong: none
def sequence_loss(y_pred, y):
    return True


# %% the formula as it stands
# wrong: nan_where_sure
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) / y.shape[1]


# %% nan made zero too late
# wrong: none
def sequence_loss(y_pred, y):
    return np.nan_to_num(-np.sum(y * np.log(y_pred)) / y.shape[1])
