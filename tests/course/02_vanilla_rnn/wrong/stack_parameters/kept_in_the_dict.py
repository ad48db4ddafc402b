# mistake: none
def stack_parameters(parameters):
    parameters["Wa"] = np.hstack((parameters["Waa"], parameters["Wax"]))
    return parameters["Wa"]
