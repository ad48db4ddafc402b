from math import log


def binary_sequence_loss(y_pred, y):
    _, m, T_x = y_pred.shape
    loss = 0
    for i in range(m):
        for t in range(T_x):
            p = y_pred[0, i, t]
            loss += -log(p) if y[0, i, t] else -log(1 - p)
    return loss / m
