import numpy as np


def binary_sequence_loss(y_pred, y):
    likelihood = y_pred**y * (1 - y_pred) ** (1 - y)
    return float(np.log(likelihood).sum()) / -y.shape[1]
