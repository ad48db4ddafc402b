# mistake: Two matrices come back as a list
def stack_parameters(parameters):
    return parameters["Waa"], parameters["Wax"]
