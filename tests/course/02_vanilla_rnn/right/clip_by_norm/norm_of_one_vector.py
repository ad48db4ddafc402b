import numpy as np


def clip_by_norm(gradients, max_norm):
    everything = np.concatenate([g.ravel() for g in gradients.values()])
    length = np.linalg.norm(everything)
    if length <= max_norm:
        return {name: g.copy() for name, g in gradients.items()}
    return {name: g * (max_norm / length) for name, g in gradients.items()}
