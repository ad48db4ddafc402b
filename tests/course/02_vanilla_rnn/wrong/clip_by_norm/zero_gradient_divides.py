# mistake: none
import math
def clip_by_norm(gradients, max_norm):
    norm = math.sqrt(sum(float((g**2).sum()) for g in gradients.values()))
    factor = min(1.0, max_norm / norm)
    return {n: factor * g for n, g in gradients.items()}
