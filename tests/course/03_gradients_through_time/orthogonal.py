"""`orthogonal` as learners write it, rightly and wrongly."""


# %% random signs
# right
def orthogonal(rng, n):
    Q, _ = np.linalg.qr(rng.standard_normal((n, n)))
    return Q * rng.choice([-1.0, 1.0], size=n)


# %% singular vectors
# right
# way: No signs to set right, and the same reason that it is fair: both factors turn with the random
#   matrix. Slower, since singular vectors take more work than a QR decomposition.
def orthogonal(rng, n):
    U, _, Vt = np.linalg.svd(rng.normal(size=(n, n)))
    return U @ Vt


# %% Gram and Schmidt
# right
# way: Nothing is hidden in a library: take away what points along the columns before, then scale. Slower,
#   and rounding makes later columns a little less orthogonal for large matrices.
def orthogonal(rng, n):
    columns = []
    while len(columns) < n:
        v = rng.normal(size=n)
        for column in columns:
            v = v - (column @ v) * column
        columns.append(v / np.linalg.norm(v))
    return np.stack(columns, axis=1)


# %% signs where the diagonal is negative
# right
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    Q = Q.copy()
    Q[:, np.diag(R) < 0] *= -1
    return Q


# %% as the routine gives it
# wrong: signs_missing
def orthogonal(rng, n):
    return np.linalg.qr(rng.normal(size=(n, n)))[0]


# %% only turned
# wrong: rotations_only
def orthogonal(rng, n):
    U, _, Vt = np.linalg.svd(rng.normal(size=(n, n)))
    Q = U @ Vt
    if np.linalg.det(Q) < 0:
        Q[:, 0] = -Q[:, 0]
    return Q


# %% columns of length one
# wrong: not_orthogonal
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    return G / np.sqrt(np.sum(G**2, axis=0))


# %% a seed of its own
# wrong: fixed_seed
def orthogonal(rng, n):
    Q, R = np.linalg.qr(np.random.default_rng(0).normal(size=(n, n)))
    return Q * np.sign(np.diag(R))


# %% signed permutations
# wrong: signed_permutation
def orthogonal(rng, n):
    signs = rng.integers(2, size=n) * 2.0 - 1.0
    return (np.eye(n) * signs)[rng.permutation(n)]
