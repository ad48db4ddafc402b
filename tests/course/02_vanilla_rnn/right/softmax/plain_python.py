import math

import numpy as np


def softmax(z):
    columns = []
    for column in z.T.tolist():
        top = max(column)
        powers = [math.exp(value - top) for value in column]
        columns.append([power / math.fsum(powers) for power in powers])
    return np.array(columns).T
