# %% uniform numbers and no sign correction
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.random((n, n)))
    return Q

# %% centred uniform numbers with sign correction
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.uniform(-1, 1, (n, n)))
    return Q * np.sign(np.diag(R))

# %% left factor of an svd
def orthogonal(rng, n):
    U, s, Vt = np.linalg.svd(rng.normal(size=(n, n)))
    return U

# %% eigenvectors of a symmetric matrix
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    return np.linalg.eigh(G + G.T)[1]

# %% determinant always minus one
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    Q = Q * np.sign(np.diag(R))
    if np.linalg.det(Q) > 0:
        Q[:, -1] *= -1
    return Q

# %% first row made positive
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q * np.sign(Q[0])

# %% diagonal of r itself and not its sign
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q * np.diag(R)

# %% one coin for the whole matrix
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q * rng.choice([-1, 1])

# %% rows only normalised
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    return G / np.linalg.norm(G, axis=1, keepdims=True)

# %% divided by the root of n
def orthogonal(rng, n):
    return rng.normal(size=(n, n)) / np.sqrt(n)

# %% identity with random signs
def orthogonal(rng, n):
    return np.diag(rng.choice([-1.0, 1.0], size=n))

# %% random permutation
def orthogonal(rng, n):
    return np.eye(n)[rng.permutation(n)]

# %% one reflection
def orthogonal(rng, n):
    v = rng.normal(size=(n, 1))
    return np.eye(n) - 2 * (v @ v.T) / (v.T @ v)

# %% cayley transform of a skew matrix
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    A = G - G.T
    return np.linalg.solve(np.eye(n) + A, np.eye(n) - A)

# %% seed fixed inside
def orthogonal(rng, n):
    rng = np.random.default_rng(0)
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q * np.sign(np.diag(R))

# %% qr of a symmetric matrix
def orthogonal(rng, n):
    G = rng.normal(size=(n, n))
    Q, R = np.linalg.qr(G + G.T)
    return Q * np.sign(np.diag(R))

# %% gram schmidt against the neighbour only
def orthogonal(rng, n):
    Q = rng.normal(size=(n, n))
    for j in range(n):
        if j > 0:
            Q[:, j] -= Q[:, j - 1] * (Q[:, j - 1] @ Q[:, j])
        Q[:, j] /= np.linalg.norm(Q[:, j])
    return Q

# %% last row made negative
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))
    return Q * -np.sign(Q[-1])

# %% raises, qr without brackets around the shape
def orthogonal(rng, n):
    G = rng.random(n, n)
    Q, R = np.linalg.qr(G)
    return Q * np.sign(np.diag(R))

# %% raises, qr of a vector
def orthogonal(rng, n):
    Q, R = np.linalg.qr(rng.normal(size=n))
    return Q * np.sign(np.diag(R))
