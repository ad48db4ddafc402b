# %% one sided backwards
def numerical_gradient(f, theta, epsilon=1e-5):
    theta = np.asarray(theta, dtype=float)
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        moved = theta.copy()
        moved[index] -= epsilon
        gradient[index] = (f(theta.copy()) - f(moved)) / epsilon
    return gradient

# %% brackets around two epsilon forgotten
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / 2 * epsilon
    return gradient

# %% half a step to each side but two below
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
        plus[index] += epsilon / 2
        minus[index] -= epsilon / 2
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% everything moved at once
def numerical_gradient(f, theta, epsilon=1e-5):
    slope = (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)
    return np.full(theta.shape, slope)

# %% flat array back
def numerical_gradient(f, theta, epsilon=1e-5):
    out = []
    for i in range(theta.size):
        e = np.zeros(theta.size)
        e[i] = epsilon
        e = e.reshape(theta.shape)
        out.append((f(theta + e) - f(theta - e)) / (2 * epsilon))
    return np.array(out)

# %% moves pile up because the copy is made once
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
    for index in np.ndindex(theta.shape):
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% second nudge starts from the first
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        moved = np.array(theta, dtype=float)
        moved[index] += epsilon
        up = f(moved.copy())
        moved[index] -= epsilon
        down = f(moved.copy())
        gradient[index] = (up - down) / (2 * epsilon)
    return gradient

# %% epsilon far too small
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    epsilon = epsilon ** 3
    for index in np.ndindex(theta.shape):
        plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% gradient collected as whole numbers
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape, dtype=int)
    for index in np.ndindex(theta.shape):
        plus, minus = np.array(theta, dtype=float), np.array(theta, dtype=float)
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% only the last entry filled in
def numerical_gradient(f, theta, epsilon=1e-5):
    for index in np.ndindex(theta.shape):
        gradient = np.zeros(theta.shape)
        e = np.zeros(theta.shape)
        e[index] = epsilon
        gradient[index] = (f(theta + e) - f(theta - e)) / (2 * epsilon)
    return gradient

# %% nudges whole first axis rows
def numerical_gradient(f, theta, epsilon=1e-5):
    theta = np.asarray(theta, dtype=float)
    if theta.ndim == 0:
        return np.array((f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon))
    gradient = np.zeros(theta.shape)
    for i in range(theta.shape[0]):
        plus, minus = theta.copy(), theta.copy()
        plus[i] += epsilon
        minus[i] -= epsilon
        gradient[i] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient

# %% absolute slope
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        e = np.zeros(theta.shape)
        e[index] = epsilon
        gradient[index] = np.abs(f(theta + e) - f(theta - e)) / (2 * epsilon)
    return gradient

# %% list back instead of an array
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        e = np.zeros(theta.shape)
        e[index] = epsilon
        gradient[index] = (f(theta + e) - f(theta - e)) / (2 * epsilon)
    return list(np.atleast_1d(gradient).reshape(-1))

# %% raises, theta moved in place and put back
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros_like(theta)
    for index in np.ndindex(theta.shape):
        old = theta[index]
        theta[index] = old + epsilon
        up = f(theta)
        theta[index] = old - epsilon
        down = f(theta)
        theta[index] = old
        gradient[index] = (up - down) / (2 * epsilon)
    return gradient

# %% raises, length of an array without axes
def numerical_gradient(f, theta, epsilon=1e-5):
    if len(theta) == 0:
        return theta
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        e = np.zeros(theta.shape)
        e[index] = epsilon
        gradient[index] = (f(theta + e) - f(theta - e)) / (2 * epsilon)
    return gradient

# %% raises, flat position as index of the array
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for i in range(theta.size):
        plus, minus = theta.copy(), theta.copy()
        plus[i] += epsilon
        minus[i] -= epsilon
        gradient[i] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient
