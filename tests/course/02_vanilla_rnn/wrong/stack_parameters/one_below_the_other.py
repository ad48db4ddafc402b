# mistake: The matrices are put one below the other
def stack_parameters(parameters):
    return np.concatenate((parameters["Waa"], parameters["Wax"]))
