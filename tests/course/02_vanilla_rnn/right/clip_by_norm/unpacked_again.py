import numpy as np


def clip_by_norm(gradients, max_norm):
    names = list(gradients)
    flat = np.hstack([gradients[n].reshape(-1) for n in names])
    norm = np.sqrt(flat @ flat)
    if norm > max_norm:
        flat = flat * max_norm / norm
    clipped, start = {}, 0
    for n in names:
        size = gradients[n].size
        clipped[n] = flat[start : start + size].reshape(gradients[n].shape)
        start += size
    return clipped
