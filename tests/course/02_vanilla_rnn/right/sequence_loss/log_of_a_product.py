import numpy as np


def sequence_loss(y_pred, y):
    likelihood = np.prod(np.sum(y_pred * y, axis=0, dtype=np.float64), axis=1)  # (m,)
    return np.mean(-np.log(likelihood))
