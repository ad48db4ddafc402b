# %% right, qr with the signs of the diagonal
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q * np.sign(np.diag(R))


# %% right, polar part of a gaussian matrix
def orthogonal(rng, n):
    U, _, Vt = np.linalg.svd(rng.standard_normal((n, n)))
    return U @ Vt


# %% right, gram schmidt on gaussian columns
def orthogonal(rng, n):
    Q = np.zeros((n, n))
    for j in range(n):
        v = rng.normal(size=n)
        for _ in range(2):
            v = v - Q[:, :j] @ (Q[:, :j].T @ v)
        Q[:, j] = v / np.linalg.norm(v)
    return Q


# %% right, qr with every sign tossed by a coin
def orthogonal(rng, n):
    G = rng.normal(0, 1, (n, n))
    Q = np.linalg.qr(G)[0]
    coins = 1 - 2 * rng.integers(0, 2, size=n)
    return Q @ np.diag(coins)
