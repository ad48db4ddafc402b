# mistake: Waa stands on both sides
def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    return np.hstack([Waa, Waa])
