# %% each array by its own norm
def clip_by_norm(gradients, max_norm):
    out = {}
    for k, g in gradients.items():
        norm = np.linalg.norm(g)
        out[k] = g * max_norm / norm if norm > max_norm else g.copy()
    return out

# %% sum of the norms
def clip_by_norm(gradients, max_norm):
    norm = sum(np.linalg.norm(g) for g in gradients.values())
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% scales up short gradients too
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    if norm == 0:
        return {k: g.copy() for k, g in gradients.items()}
    return {k: g * max_norm / norm for k, g in gradients.items()}

# %% max in place of min
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    scale = max(1.0, max_norm / norm) if norm > 0 else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% multiplied by the limit without the norm
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    return {k: g * max_norm if norm > max_norm else g.copy() for k, g in gradients.items()}

# %% absolute values summed
def clip_by_norm(gradients, max_norm):
    norm = sum(np.sum(np.abs(g)) for g in gradients.values())
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% root mean square
def clip_by_norm(gradients, max_norm):
    flat = np.concatenate([g.ravel() for g in gradients.values()])
    norm = np.sqrt(np.mean(flat ** 2))
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% norm of the last array only
def clip_by_norm(gradients, max_norm):
    for g in gradients.values():
        norm = np.sqrt(np.sum(g ** 2))
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% scales in place
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    if norm > max_norm:
        for g in gradients.values():
            g *= max_norm / norm
    return dict(gradients)

# %% clips the entries instead
def clip_by_norm(gradients, max_norm):
    return clip(gradients, max_norm)

# %% nothing returned when the gradient is short
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    if norm > max_norm:
        return {k: g * max_norm / norm for k, g in gradients.items()}

# %% comparison the wrong way round
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    scale = max_norm / norm if norm < max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% epsilon of one added to the norm
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g ** 2) for g in gradients.values()))
    scale = min(1.0, max_norm / (norm + 1.0))
    return {k: g * scale for k, g in gradients.items()}

# %% raises, norm of the values of a dict
def clip_by_norm(gradients, max_norm):
    norm = np.linalg.norm(gradients.values())
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% raises, flatten of a list of arrays
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(np.sum(np.array(list(gradients.values())) ** 2))
    scale = max_norm / norm if norm > max_norm else 1.0
    return {k: g * scale for k, g in gradients.items()}

# %% raises, torch utility
def clip_by_norm(gradients, max_norm):
    torch.nn.utils.clip_grad_norm_(gradients.values(), max_norm)
    return gradients
