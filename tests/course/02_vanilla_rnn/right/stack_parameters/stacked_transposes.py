def stack_parameters(parameters):
    return np.vstack([parameters["Waa"].T, parameters["Wax"].T]).T
