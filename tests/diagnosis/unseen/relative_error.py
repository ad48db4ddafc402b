# %% absolute distance only
def relative_error(a, b):
    return np.sqrt(np.sum((a - b) ** 2))

# %% largest entry as norm
def relative_error(a, b):
    size = np.max(np.abs(a)) + np.max(np.abs(b))
    if size == 0:
        return 0.0
    return np.max(np.abs(a - b)) / size

# %% roots forgotten
def relative_error(a, b):
    size = np.sum(a ** 2) + np.sum(b ** 2)
    return np.sum((a - b) ** 2) / size if size > 0 else 0.0

# %% divided by the larger of the two
def relative_error(a, b):
    na, nb = np.linalg.norm(np.ravel(a)), np.linalg.norm(np.ravel(b))
    if max(na, nb) == 0:
        return 0.0
    return np.linalg.norm(np.ravel(a - b)) / max(na, nb)

# %% entry by entry then the mean
def relative_error(a, b):
    size = np.abs(a) + np.abs(b)
    size = np.where(size == 0, 1, size)
    return np.mean(np.abs(a - b) / size)

# %% a tiny constant below instead of a question
def relative_error(a, b):
    return np.linalg.norm(np.ravel(a - b)) / (np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b)) + 1e-8)

# %% zero arrays count as one
def relative_error(a, b):
    size = np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b))
    if size == 0:
        return 1.0
    return np.linalg.norm(np.ravel(a - b)) / size

# %% norm down the columns and no sum
def relative_error(a, b):
    top = np.sqrt(np.sum((a - b) ** 2, axis=0))
    bottom = np.sqrt(np.sum(a ** 2, axis=0)) + np.sqrt(np.sum(b ** 2, axis=0))
    return top / np.where(bottom == 0, 1, bottom)

# %% twice because of the mean size
def relative_error(a, b):
    size = (np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b))) / 2
    return float(np.linalg.norm(np.ravel(a - b)) / size) if size > 0 else 0.0

# %% plus instead of minus above
def relative_error(a, b):
    size = np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b))
    return np.linalg.norm(np.ravel(a + b)) / size if size else 0.0

# %% spectral norm of matrices
def relative_error(a, b):
    def norm(v):
        v = np.asarray(v, dtype=float)
        if v.ndim == 2:
            return np.linalg.norm(v, 2)
        return np.linalg.norm(v.ravel())
    size = norm(a) + norm(b)
    return norm(a - b) / size if size else 0.0

# %% raises, truth of an array
def relative_error(a, b):
    if a == 0 and b == 0:
        return 0.0
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))

# %% raises, float of a column norm
def relative_error(a, b):
    top = np.linalg.norm(a - b, axis=1)
    bottom = np.linalg.norm(a, axis=1) + np.linalg.norm(b, axis=1)
    return float(top / bottom)
