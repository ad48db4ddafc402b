"""`numerical_gradient` as learners write it, rightly and wrongly."""


# %% one buffer, moved up, down and back
# right
# way: Less memory and no copies: one array is moved and moved back. It trusts f to keep nothing of what
#   it is handed, since the same array changes after the call.
def numerical_gradient(f, theta, epsilon=1e-5):
    moved = np.array(theta, dtype=float)
    gradient = np.empty(moved.shape)
    for index in np.ndindex(*moved.shape):
        kept = moved[index]
        moved[index] = kept + epsilon
        up = f(moved)
        moved[index] = kept - epsilon
        down = f(moved)
        moved[index] = kept
        gradient[index] = (up - down) / (2 * epsilon)
    return gradient


# %% all moves at once
# right
# way: No index is written to. More memory: the moves are as many arrays as theta has entries, so their
#   size grows with the square.
def numerical_gradient(f, theta, epsilon=1e-5):
    moves = epsilon * np.eye(theta.size).reshape(theta.size, *theta.shape)
    slopes = [(f(theta + move) - f(theta - move)) / 2 / epsilon for move in moves]
    return np.array(slopes).reshape(theta.shape)


# %% flat and back
# right
def numerical_gradient(f, theta, epsilon=1e-5):
    flat = theta.flatten()
    slopes = np.zeros_like(flat)
    for i in range(flat.size):
        up, down = flat.copy(), flat.copy()
        up[i] += epsilon
        down[i] -= epsilon
        slopes[i] = (f(up.reshape(theta.shape)) - f(down.reshape(theta.shape))) / (2 * epsilon)
    return slopes.reshape(theta.shape)


# %% ndenumerate
# right
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index, value in np.ndenumerate(theta):
        sides = []
        for sign in (1, -1):
            moved = theta.copy()
            moved[index] = value + sign * epsilon
            sides.append(f(moved))
        gradient[index] = (sides[0] - sides[1]) / (2 * epsilon)
    return gradient


# %% to one side
# wrong: one_sided
def numerical_gradient(f, theta, epsilon=1e-5):
    here = f(theta.copy())
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        moved = theta.copy()
        moved[index] += epsilon
        gradient[index] = (f(moved) - here) / epsilon
    return gradient


# %% divided by epsilon
# wrong: not_halved
def numerical_gradient(f, theta, epsilon=1e-5):
    moves = epsilon * np.eye(theta.size).reshape(theta.size, *theta.shape)
    return np.array([(f(theta + d) - f(theta - d)) / epsilon for d in moves]).reshape(theta.shape)


# %% the whole array moved
# wrong: all_moved_at_once
def numerical_gradient(f, theta, epsilon=1e-5):
    slope = (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)
    return np.full(theta.shape, slope)


# %% a list of slopes
# wrong: flat_result
def numerical_gradient(f, theta, epsilon=1e-5):
    moves = epsilon * np.eye(theta.size).reshape(theta.size, *theta.shape)
    return np.array([(f(theta + d) - f(theta - d)) / (2 * epsilon) for d in moves])


# %% its own epsilon
# wrong: epsilon_ignored
def numerical_gradient(f, theta, epsilon=1e-5):
    h = 1e-6
    moves = h * np.eye(theta.size).reshape(theta.size, *theta.shape)
    return np.array([(f(theta + d) - f(theta - d)) / (2 * h) for d in moves]).reshape(theta.shape)


# %% theta moved in place
# wrong: theta_moved_and_back
def numerical_gradient(f, theta, epsilon=1e-5):
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        theta[index] += epsilon
        up = f(theta)
        theta[index] -= 2 * epsilon
        down = f(theta)
        theta[index] += epsilon
        gradient[index] = (up - down) / (2 * epsilon)
    return gradient


# %% rows and columns
# wrong: none
def numerical_gradient(f, theta, epsilon=1e-5):
    rows, columns = theta.shape
    gradient = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            up, down = theta.copy(), theta.copy()
            up[i, j] += epsilon
            down[i, j] -= epsilon
            gradient[i, j] = (f(up) - f(down)) / (2 * epsilon)
    return gradient
