import numpy as np


def sequence_loss(y_pred, y):
    m, T_x = y.shape[1:]
    losses = []
    for t in range(T_x):
        losses.append(-1 / m * np.sum(y[:, :, t] * np.log(y_pred[:, :, t] + 1e-8)))
    return sum(losses)
