# %% one sided forwards
def numerical_gradient(f, theta, epsilon=1e-5):
    theta = np.asarray(theta, dtype=float)
    base = f(theta.copy())
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        moved = theta.copy()
        moved[index] += epsilon
        gradient[index] = (f(moved) - base) / epsilon
    return gradient

# %% epsilon not doubled below
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / epsilon
    return gradient

# %% fraction only over the second value
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = f(plus) - f(minus) / (2 * epsilon)
    return gradient

# %% minus before plus
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(minus) - f(plus)) / (2 * epsilon)
    return gradient

# %% everything moved at once and a bare number back
def numerical_gradient(f, theta, epsilon=1e-5):
    return (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)

# %% raises, moved copies are flat vectors
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.size)
    for i in range(theta.size):
        plus, minus = theta.flatten().astype(float), theta.flatten().astype(float)
        plus[i] += epsilon
        minus[i] -= epsilon
        gradient[i] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient.reshape(theta.shape)

# %% plus and minus are one array
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus = minus = np.array(theta, dtype=float)
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% always its own epsilon
def numerical_gradient(f, theta, epsilon=1e-5):
    epsilon = 1e-3
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% step as a share of the entry
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
        plus[index] *= 1 + epsilon
        minus[index] *= 1 - epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% copy in single precision
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus, minus = theta.astype(np.float32), theta.astype(np.float32)
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% return inside the loop
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        e = np.zeros(theta.shape)
        e[index] = epsilon
        gradient[index] = (f(theta + e) - f(theta - e)) / (2 * epsilon)
        return gradient

# %% column order when putting back in shape
def numerical_gradient(f, theta, epsilon=1e-5):
    out = []
    for index in np.ndindex(theta.shape):
        e = np.zeros(theta.shape)
        e[index] = epsilon
        out.append((f(theta + e) - f(theta - e)) / (2 * epsilon))
    return np.array(out).reshape(theta.shape, order="F")

# %% one sided and the gradient flat
def numerical_gradient(f, theta, epsilon=1e-5):
    base = f(theta)
    out = []
    for index in np.ndindex(theta.shape):
        e = np.zeros(theta.shape)
        e[index] = epsilon
        out.append((f(theta + e) - base) / epsilon)
    return np.array(out)

# %% raises, theta moved in place and not restored
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        theta[index] += epsilon
        up = f(theta)
        theta[index] -= 2 * epsilon
        down = f(theta)
        gradient[index] = (up - down) / (2 * epsilon)
    return gradient

# %% raises, two axes assumed
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for i in range(theta.shape[0]):
        for j in range(theta.shape[1]):
            plus, minus = theta.copy(), theta.copy()
            plus[i, j] += epsilon
            minus[i, j] -= epsilon
            gradient[i, j] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% raises, loops over the entries themselves
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for i in theta:
        plus, minus = theta.copy(), theta.copy()
        plus[i] += epsilon
        minus[i] -= epsilon
        gradient[i] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% row that is a copy where theta lies column by column
def numerical_gradient(f, theta, epsilon=1e-5):
    work = np.array(theta, dtype=float)
    flat = work.reshape(-1)
    out = np.empty_like(flat)
    for i in range(flat.size):
        old = flat[i]
        flat[i] = old + epsilon
        up = f(work.copy())
        flat[i] = old - epsilon
        down = f(work.copy())
        flat[i] = old
        out[i] = (up - down) / (2 * epsilon)
    return out.reshape(work.shape)
