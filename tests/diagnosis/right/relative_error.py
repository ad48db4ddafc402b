# %% right, ravel and linalg norm
def relative_error(a, b):
    a = np.asarray(a, dtype=float).ravel()
    b = np.asarray(b, dtype=float).ravel()
    size = np.linalg.norm(a) + np.linalg.norm(b)
    if size == 0:
        return 0.0
    return float(np.linalg.norm(a - b) / size)


# %% right, root of a sum of squares
def relative_error(a, b):
    top = np.sqrt(np.sum((a - b) ** 2))
    bottom = np.sqrt(np.sum(a**2)) + np.sqrt(np.sum(b**2))
    return top / bottom if bottom > 0 else 0.0


# %% right, inner helper with vdot
def relative_error(a, b):
    def norm(v):
        v = np.reshape(v, -1)
        return np.vdot(v, v) ** 0.5

    total = norm(a) + norm(b)
    return norm(np.subtract(a, b)) / total if total else 0.0


# %% right, python loop over entries
def relative_error(a, b):
    dd = aa = bb = 0.0
    for p, q in zip(np.ravel(a), np.ravel(b)):
        dd += (p - q) ** 2
        aa += p**2
        bb += q**2
    if aa == 0 and bb == 0:
        return 0.0
    return dd**0.5 / (aa**0.5 + bb**0.5)
