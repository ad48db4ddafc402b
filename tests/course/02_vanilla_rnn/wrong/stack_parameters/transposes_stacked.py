# mistake: The result is transposed
def stack_parameters(parameters):
    return np.vstack([parameters["Waa"].T, parameters["Wax"].T])
