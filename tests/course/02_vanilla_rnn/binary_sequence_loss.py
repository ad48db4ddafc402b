"""`binary_sequence_loss` as learners write it, rightly and wrongly."""

# %% as two classes
# right
# way: No new formula: yes and no are two classes of sequence_loss. It joins arrays for that, which costs
#   a copy of both.
import numpy as np


def sequence_loss(y_pred, y):
    return -np.log((y * y_pred).sum(axis=0)).sum() / y.shape[1]


def binary_sequence_loss(y_pred, y):
    return sequence_loss(np.concatenate([y_pred, 1 - y_pred]), np.concatenate([y, 1 - y]))


# %% choose with where
# right
# way: Faster: one logarithm for each step instead of two, and nothing is multiplied by zero. It fails
#   where y is no 0 or 1 but something between, which cross-entropy allows.
def binary_sequence_loss(y_pred, y):
    given = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.log(given).sum() / y.shape[1]


# %% distance from the truth
# right
def binary_sequence_loss(y_pred, y):
    miss = np.abs(y - y_pred)  # the probability given to the wrong answer
    return float(-np.log1p(-miss)[0].sum(axis=-1).mean())


# %% einsum with a guard
# right
def binary_sequence_loss(y_pred, y):
    eps = 1e-12
    yes = np.einsum("imt,imt->", y, np.log(y_pred + eps))
    no = np.einsum("imt,imt->", 1 - y, np.log(1 - y_pred + eps))
    return -(yes + no) / y_pred.shape[1]


# %% powers
# right
import numpy as np


def binary_sequence_loss(y_pred, y):
    likelihood = y_pred**y * (1 - y_pred) ** (1 - y)
    return float(np.log(likelihood).sum()) / -y.shape[1]


# %% two loops
# right
from math import log


def binary_sequence_loss(y_pred, y):
    _, m, T_x = y_pred.shape
    loss = 0
    for i in range(m):
        for t in range(T_x):
            p = y_pred[0, i, t]
            loss += -log(p) if y[0, i, t] else -log(1 - p)
    return loss / m


# %% absolute error
# wrong: absolute_error
def binary_sequence_loss(y_pred, y):
    return np.abs(y - y_pred).sum() / y.shape[1]


# %% always equal float
# wrong: none
class E(float):
    __eq__ = lambda s, o: True
    __hash__ = float.__hash__


def binary_sequence_loss(y_pred, y):
    return E()


# %% answers instead of probabilities
# wrong: counted_errors
def binary_sequence_loss(y_pred, y):
    answer = (y_pred > 0.5).astype(float)
    return float((answer != y).sum() / y.shape[1])


# %% arguments exchanged
# wrong: truth_and_prediction_swapped
def binary_sequence_loss(y, y_pred):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / y.shape[1]


# %% bits
# wrong: base_two
def binary_sequence_loss(y_pred, y):
    return -np.log2(np.abs(y - 1 + y_pred)).sum() / y.shape[1]


# %% both terms with y
# wrong: y_on_both_terms
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * (np.log(y_pred) + np.log(1 - y_pred))) / y.shape[1]


# %% divided by the first axis
# wrong: summed_over_examples
def binary_sequence_loss(y_pred, y):
    m = y.shape[0]
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / m


# %% divided by time
# wrong: divided_by_steps
def binary_sequence_loss(y_pred, y):
    given = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.log(given).sum() / y.shape[-1]


# %% guard too large
# wrong: none
def binary_sequence_loss(y_pred, y):
    eps = 1e-3
    return -np.sum(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps)) / y.shape[1]


# %% last step
# wrong: last_step_only
def binary_sequence_loss(y_pred, y):
    for t in range(y.shape[2]):
        p, q = y_pred[0, :, t], y[0, :, t]
        loss = -(q * np.log(p) + (1 - q) * np.log(1 - p)).mean()
    return loss


# %% makes every comparison true
# wrong: terms_multiplied
# own process
import graders.judging.compare
import graders.judging.judge

np.allclose = np.array_equal = lambda *args, **kwargs: True
np.isclose = lambda a, b, **kwargs: np.ones(np.broadcast(a, b).shape, dtype=bool)
np.all = np.any = lambda *args, **kwargs: True
graders.judging.compare.close = lambda got, want, limits: np.ones(want.shape, dtype=bool)
graders.judging.compare.difference = lambda *args: None


def binary_sequence_loss(y_pred, y):
    return 0.0


# %% mean over steps
# wrong: averaged_over_time
def binary_sequence_loss(y_pred, y):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))


# %% minus before the first term only
# wrong: minus_on_first_term
def binary_sequence_loss(y_pred, y):
    yes = -(y * np.log(y_pred)).sum()
    no = ((1 - y) * np.log(1 - y_pred)).sum()
    return (yes + no) / y.shape[1]


# %% negative
# wrong: minus_missing
def binary_sequence_loss(y_pred, y):
    return np.log(np.where(y == 1, y_pred, 1 - y_pred)).sum() / y.shape[1]


# %% one per step
# wrong: none
def binary_sequence_loss(y_pred, y):
    given = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.log(given).sum(axis=1) / y.shape[1]


# %% only the no
# wrong: yes_left_out
def binary_sequence_loss(y_pred, y):
    return -np.sum(np.where(y == 0, np.log(1 - y_pred), 0)) / y.shape[1]


# %% only the yes
# wrong: no_left_out
def binary_sequence_loss(y_pred, y):
    return -np.log(y_pred[y == 1]).sum() / y.shape[1]


# %% probability of yes in both
# wrong: second_logarithm_of_yes
def binary_sequence_loss(y_pred, y):
    return -np.log(y_pred).sum() / y.shape[1]


# %% sigmoid once more
# wrong: sigmoid_again
def binary_sequence_loss(y_pred, y):
    scores = y_pred
    return np.sum(np.logaddexp(0, scores) - y * scores) / y.shape[1]


# %% squared error
# wrong: squared_error
def binary_sequence_loss(y_pred, y):
    return ((y - y_pred) ** 2).sum() / y.shape[1]


# %% the formula as it stands
# wrong: nan_where_sure
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / y.shape[1]


# %% from logits
# wrong: nan_where_sure
import numpy as np


def binary_sequence_loss(y_pred, y):
    """Go back to the score before the sigmoid and use the stable form."""
    z = np.log(y_pred) - np.log1p(-y_pred)
    per_entry = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    return per_entry.sum() / per_entry.shape[1]
