import numpy as np


def clip(gradients, max_value):
    def limit(value):
        if value > max_value:
            return max_value
        if value < -max_value:
            return -max_value
        return value

    return {
        name: np.array([limit(value) for value in g.ravel().tolist()]).reshape(g.shape)
        for name, g in gradients.items()
    }
