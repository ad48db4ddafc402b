# mistake: All entries were strung together
def stack_parameters(parameters):
    n_a, n_x = parameters["Wax"].shape
    entries = np.concatenate([parameters["Waa"], parameters["Wax"]], axis=None)
    return entries.reshape(n_a, -1)
