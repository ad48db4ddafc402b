# mistake: Two matrices come back as a list
def stack_parameters(parameters):
    return [parameters["Waa"].copy(), parameters["Wax"].copy()]
