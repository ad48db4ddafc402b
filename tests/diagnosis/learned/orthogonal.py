# %% signs left as the routine likes them
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q

# %% uniform numbers with sign correction
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.random((n, n)))
    return Q * np.sign(np.diag(R))

# %% svd of a uniform matrix
def orthogonal(rng, n):
    U, s, Vt = np.linalg.svd(rng.random((n, n)))
    return U @ Vt

# %% right factor of an svd
def orthogonal(rng, n):
    U, s, Vt = np.linalg.svd(rng.normal(size=(n, n)))
    return Vt

# %% determinant always plus one
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    Q = Q * np.sign(np.diag(R))
    if np.linalg.det(Q) < 0:
        Q[:, 0] = -Q[:, 0]
    return Q

# %% diagonal of q made positive
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q * np.sign(np.diag(Q))

# %% all signs from the first entry of r
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q * np.sign(R[0, 0])

# %% absolute values of q
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return np.abs(Q)

# %% columns only normalised
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    return G / np.linalg.norm(G, axis=0)

# %% divided by the norm of the whole matrix
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    return G / np.linalg.norm(G)

# %% scaled to radius one
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    return G / np.max(np.abs(np.linalg.eigvals(G)))

# %% identity always
def orthogonal(rng, n):
    return np.eye(n)

# %% permutation with random signs
def orthogonal(rng, n):
    return np.eye(n)[rng.permutation(n)] * rng.choice([-1.0, 1.0], size=n)

# %% rotation in one random plane
def orthogonal(rng, n):
    Q = np.eye(n)
    if n == 1:
        return Q
    i, j = rng.choice(n, size=2, replace=False)
    w = rng.uniform(0, 2 * np.pi)
    Q[i, i] = Q[j, j] = np.cos(w)
    Q[i, j], Q[j, i] = -np.sin(w), np.sin(w)
    return Q

# %% r given back
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return R

# %% randomness of the global generator
def orthogonal(rng, n):
    Q, R = np.linalg.qr(np.random.randn(n, n))
    return Q * np.sign(np.diag(R))

# %% shifted gaussian numbers with sign correction
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(1.0, 1.0, size=(n, n)))
    return Q * np.sign(np.diag(R))

# %% uniform numbers and determinant plus one
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.random((n, n)))
    if np.linalg.det(Q) < 0:
        Q[:, -1] = -Q[:, -1]
    return Q

# %% raises, old name of the generator
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.randn(n, n))
    return Q * np.sign(np.diag(R))

# %% raises, three values from qr
def orthogonal(rng, n):
    Q, s, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q

# %% raises, method of an array
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q.dot(R.diag().sign())
