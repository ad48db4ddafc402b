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
