# mistake: none
def stack_parameters(parameters):
    n_a = parameters["Waa"].shape[0]
    Wa = np.zeros((n_a, 2 * n_a))
    Wa[:, :n_a] = parameters["Waa"]
    Wa[:, n_a:] = parameters["Wax"]
    return Wa
