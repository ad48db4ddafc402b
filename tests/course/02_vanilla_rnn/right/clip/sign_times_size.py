import numpy as np


def clip(gradients, max_value):
    def limited(g):
        return np.sign(g) * np.where(abs(g) < max_value, abs(g), max_value)

    return dict(zip(gradients, map(limited, gradients.values())))
