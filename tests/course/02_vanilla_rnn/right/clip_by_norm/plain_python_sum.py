import math


def clip_by_norm(gradients, max_norm):
    total = math.fsum(float(v) ** 2 for g in gradients.values() for v in g.flat)
    factor = 1
    if total > max_norm**2:
        factor = max_norm / math.sqrt(total)
    clipped = {}
    for name in gradients:
        clipped[name] = factor * gradients[name]
    return clipped
