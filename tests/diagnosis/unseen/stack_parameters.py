# %% recurrent weights transposed
def stack_parameters(parameters):
    return np.hstack((parameters["Waa"].T, parameters["Wax"]))

# %% whole result transposed
def stack_parameters(parameters):
    return np.hstack([parameters["Waa"], parameters["Wax"]]).T

# %% recurrent matrix twice
def stack_parameters(parameters):
    return np.concatenate([parameters["Waa"], parameters["Waa"]], axis=1)

# %% a list of the two matrices
def stack_parameters(parameters):
    return [parameters["Waa"], parameters["Wax"]]

# %% zeros of the right size with only the left block filled
def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    n_a, n_x = Wax.shape
    Wa = np.zeros((n_a, n_a + n_x))
    Wa[:, :n_a] = Waa
    return Wa

# %% both in an integer array
def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    n_a, n_x = Wax.shape
    Wa = np.empty((n_a, n_a + n_x), dtype=int)
    Wa[:, :n_a] = Waa
    Wa[:, n_a:] = Wax
    return Wa

# %% concatenates rows and reshapes
def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    n_a, n_x = Wax.shape
    return np.concatenate((Waa.ravel(), Wax.ravel())).reshape(n_a, n_a + n_x)

# %% raises, stack instead of concatenate
def stack_parameters(parameters):
    return np.stack([parameters["Waa"], parameters["Wax"]], axis=1)

# %% raises, keys in lower case
def stack_parameters(parameters):
    return np.concatenate([parameters["waa"], parameters["wax"]], axis=1)
