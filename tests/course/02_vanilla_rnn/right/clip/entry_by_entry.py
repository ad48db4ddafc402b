import numpy as np


def clip(gradients, max_value):
    def limit(value):
        if value > max_value:
            return max_value
        if value < -max_value:
            return -max_value
        return value

    return {
        name: np.array([[limit(value) for value in row] for row in g.tolist()])
        for name, g in gradients.items()
    }
