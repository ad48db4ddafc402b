import numpy as np


def sequence_loss(y_pred, y):
    return -(y * np.log(y_pred)).sum() / y.shape[1]


def binary_sequence_loss(y_pred, y):
    return sequence_loss(np.concatenate([y_pred, 1 - y_pred]), np.concatenate([y, 1 - y]))
