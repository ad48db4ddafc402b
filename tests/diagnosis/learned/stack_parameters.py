# %% input weights first
def stack_parameters(parameters):
    return np.concatenate((parameters["Wax"], parameters["Waa"]), axis=1)

# %% stacked on top of each other with a transpose
def stack_parameters(parameters):
    return np.vstack((parameters["Waa"], parameters["Wax"].T))

# %% bias as a third block
def stack_parameters(parameters):
    return np.concatenate([parameters["Waa"], parameters["Wax"], parameters["ba"]], axis=1)

# %% concatenated without an axis into one long vector
def stack_parameters(parameters):
    return np.concatenate([parameters["Waa"], parameters["Wax"]], axis=None)

# %% product of the two
def stack_parameters(parameters):
    return parameters["Waa"] @ parameters["Wax"]

# %% right block starts at the number of inputs
def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    n_a, n_x = Wax.shape
    Wa = np.zeros((n_a, n_a + n_x))
    Wa[:, :n_a] = Waa
    Wa[:, n_x:n_x + n_x] = Wax
    return Wa

# %% stores the matrix in the dict and returns the dict
def stack_parameters(parameters):
    parameters["Wa"] = np.hstack((parameters["Waa"], parameters["Wax"]))
    return parameters

# %% raises, two positional matrices not in a tuple
def stack_parameters(parameters):
    return np.hstack(parameters["Waa"], parameters["Wax"])

# %% raises, first axis of matrices of different width
def stack_parameters(parameters):
    return np.concatenate((parameters["Waa"], parameters["Wax"]), axis=0)

# %% raises, torch cat with dim
def stack_parameters(parameters):
    return np.concatenate((parameters["Waa"], parameters["Wax"]), dim=1)
