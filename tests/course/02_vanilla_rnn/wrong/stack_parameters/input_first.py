# mistake: The order is [Wax | Waa]
def stack_parameters(parameters):
    return np.c_[parameters["Wax"], parameters["Waa"]]
