import numpy as np


def softmax(z, axis=0):
    """A keyword with a default is a student's own affair."""

    def one(column):
        e = np.exp(column - column.max())
        return e / e.sum()

    return np.apply_along_axis(one, axis, z)
