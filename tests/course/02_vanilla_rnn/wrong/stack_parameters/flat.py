# mistake: none
def stack_parameters(parameters):
    return np.concatenate([parameters["Waa"], parameters["Wax"]], axis=None)
