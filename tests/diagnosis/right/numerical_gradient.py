# %% right, ndindex with two copies
def numerical_gradient(f, theta, epsilon=1e-5):
    theta = np.asarray(theta, dtype=float)
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus, minus = theta.copy(), theta.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% right, rows of an identity matrix
def numerical_gradient(f, theta, epsilon=1e-5):
    theta = np.array(theta, dtype=float)
    moves = epsilon * np.eye(theta.size)
    slopes = [f(theta + e.reshape(theta.shape)) - f(theta - e.reshape(theta.shape)) for e in moves]
    return np.array(slopes, dtype=float).reshape(theta.shape) / epsilon / 2

# %% right, nditer over a multi index
def numerical_gradient(f, theta, epsilon=1e-5):
    theta = np.asarray(theta, dtype=float)
    result = np.zeros_like(theta)
    it = np.nditer(theta, flags=["multi_index", "zerosize_ok"])
    for _ in it:
        e = np.zeros_like(theta)
        e[it.multi_index] = 1.0
        result[it.multi_index] = 0.5 * (f(theta + epsilon * e) - f(theta - epsilon * e)) / epsilon
    return result
