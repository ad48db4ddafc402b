# mistake: none
def stack_parameters(parameters):
    return np.hstack((parameters["Waa"], parameters["Wax"], parameters["Wya"].T))
