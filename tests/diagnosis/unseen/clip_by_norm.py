# %% forgets the square root
def clip_by_norm(gradients, max_norm):
    norm = sum(np.sum(g ** 2) for g in gradients.values())
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% largest of the norms
def clip_by_norm(gradients, max_norm):
    norm = max(np.linalg.norm(g) for g in gradients.values())
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% factor the wrong way round
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    scale = norm / max_norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% divides by the norm and forgets the limit
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    scale = 1 / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% norm of zero is divided by
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    return {k: g / norm * min(norm, max_norm) for k, g in gradients.items()}

# %% largest entry as the norm
def clip_by_norm(gradients, max_norm):
    norm = max(np.max(np.abs(g)) for g in gradients.values())
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% spectral norm of each matrix
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.linalg.norm(np.atleast_2d(g), 2) ** 2 for g in gradients.values()))
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% square of each sum and not sum of squares
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g) ** 2 for g in gradients.values()))
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% halves the gradient until it is short enough
def clip_by_norm(gradients, max_norm):
    out = {k: g.copy() for k, g in gradients.items()}
    while np.sqrt(sum(np.sum(g ** 2) for g in out.values())) > max_norm:
        out = {k: g / 2 for k, g in out.items()}
    return out

# %% clips the entries before it scales
def clip_by_norm(gradients, max_norm):
    gradients = clip(gradients, max_norm)
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% returns the norm too as clip grad norm does
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}, norm

# %% norm squared compared with the limit and root taken for the scale
def clip_by_norm(gradients, max_norm):
    squared = sum(np.sum(g ** 2) for g in gradients.values())
    scale = max_norm / np.sqrt(squared) if squared > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% running norm used while it is still summed
def clip_by_norm(gradients, max_norm):
    total, out = 0.0, {}
    for k, g in gradients.items():
        total += np.sum(g ** 2)
        norm = np.sqrt(total)
        out[k] = g * (max_norm / norm) if norm > max_norm else g.copy()
    return out

# %% raises, concatenates arrays of different shapes
def clip_by_norm(gradients, max_norm):
    flat = np.concatenate(list(gradients.values()))
    norm = np.linalg.norm(flat)
    return {k: g * min(1, max_norm / norm) for k, g in gradients.items()}

# %% raises, sum of the dict itself
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(g ** 2 for g in gradients))
    return {k: g * min(1, max_norm / norm) for k, g in gradients.items()}

# %% raises, inner helper forgets to return the norm
def clip_by_norm(gradients, max_norm):
    def global_norm():
        total = sum(np.sum(g ** 2) for g in gradients.values())
        np.sqrt(total)
    norm = global_norm()
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}
