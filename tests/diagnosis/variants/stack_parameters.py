# %% one below the other with transposes
def stack_parameters(parameters):
    return np.vstack([parameters["Waa"].T, parameters["Wax"].T])

# %% Waa twice
def stack_parameters(parameters):
    return np.hstack([parameters["Waa"], parameters["Waa"]])

# %% raises, stacked on a new axis
def stack_parameters(parameters):
    return np.stack([parameters["Waa"], parameters["Wax"]], axis=1)
