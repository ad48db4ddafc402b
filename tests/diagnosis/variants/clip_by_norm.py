# %% always scaled
def clip_by_norm(gradients, max_norm):
    n = np.sqrt(sum((g**2).sum() for g in gradients.values())) + 1e-30
    return {k: g * max_norm / n for k, g in gradients.items()}

# %% sum of the norms
def clip_by_norm(gradients, max_norm):
    n = sum(np.sqrt((g**2).sum()) for g in gradients.values())
    return {k: g * min(1, max_norm / max(n, 1e-30)) for k, g in gradients.items()}

# %% the largest entry
def clip_by_norm(gradients, max_norm):
    n = max(np.abs(g).max() for g in gradients.values())
    return {k: g * min(1, max_norm / max(n, 1e-30)) for k, g in gradients.items()}

# %% norm not rooted
def clip_by_norm(gradients, max_norm):
    n = sum((g**2).sum() for g in gradients.values())
    return {k: g * min(1, max_norm / max(n, 1e-30)) for k, g in gradients.items()}
