# %% zero over zero stays nan
def relative_error(a, b):
    with np.errstate(all="ignore"):
        return np.sqrt(np.sum((a - b) ** 2)) / (np.sqrt(np.sum(a ** 2)) + np.sqrt(np.sum(b ** 2)))

# %% difference of the two norms
def relative_error(a, b):
    na = np.sqrt(np.sum(a ** 2))
    nb = np.sqrt(np.sum(b ** 2))
    if na + nb == 0:
        return 0.0
    return abs(na - nb) / (na + nb)

# %% sums of absolute values as norm
def relative_error(a, b):
    size = np.sum(np.abs(a)) + np.sum(np.abs(b))
    return np.sum(np.abs(a - b)) / size if size > 0 else 0.0

# %% divided by the size of the first only
def relative_error(a, b):
    na = np.linalg.norm(np.ravel(a))
    d = np.linalg.norm(np.ravel(a - b))
    if na == 0:
        return 0.0
    return d / na

# %% divided by the norm of the sum
def relative_error(a, b):
    top = np.linalg.norm(np.ravel(a - b))
    bottom = np.linalg.norm(np.ravel(a + b))
    if top == 0 and bottom == 0:
        return 0.0
    with np.errstate(all="ignore"):
        return top / bottom

# %% worst entry of an entrywise error
def relative_error(a, b):
    size = np.maximum(np.abs(a) + np.abs(b), 1e-12)
    return np.max(np.abs(a - b) / size)

# %% added one below
def relative_error(a, b):
    return np.linalg.norm(np.ravel(a) - np.ravel(b)) / (1 + np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b)))

# %% gives zero as soon as one is zero
def relative_error(a, b):
    na, nb = np.linalg.norm(np.ravel(a)), np.linalg.norm(np.ravel(b))
    if na == 0 or nb == 0:
        return 0.0
    return np.linalg.norm(np.ravel(a - b)) / (na + nb)

# %% brackets forgotten below
def relative_error(a, b):
    na, nb = np.linalg.norm(np.ravel(a)), np.linalg.norm(np.ravel(b))
    if na == 0:
        return 0.0
    return np.linalg.norm(np.ravel(a - b)) / na + nb

# %% mean square above and sum of squares below
def relative_error(a, b):
    size = np.sqrt(np.sum(a ** 2)) + np.sqrt(np.sum(b ** 2))
    return np.sqrt(np.mean((a - b) ** 2)) / size if size else 0.0

# %% plain sums without squares
def relative_error(a, b):
    size = np.abs(np.sum(a)) + np.abs(np.sum(b))
    if size == 0:
        return 0.0
    return np.abs(np.sum(a - b)) / size

# %% raises, norm that knows matrices only
def relative_error(a, b):
    size = np.linalg.norm(a, ord="fro") + np.linalg.norm(b, ord="fro")
    if size == 0:
        return 0.0
    return np.linalg.norm(a - b, ord="fro") / size

# %% raises, norm without its module
def relative_error(a, b):
    size = np.norm(a) + np.norm(b)
    return np.norm(a - b) / size if size else 0.0

# %% raises, flatten called as a function
def relative_error(a, b):
    a, b = np.flatten(a), np.flatten(b)
    return np.sqrt(np.sum((a - b) ** 2)) / (np.sqrt(np.sum(a ** 2)) + np.sqrt(np.sum(b ** 2)))
