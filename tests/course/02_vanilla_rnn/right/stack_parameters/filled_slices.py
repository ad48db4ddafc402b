import numpy as np


def stack_parameters(parameters):
    n_a, n_x = parameters["Wax"].shape
    Wa = np.empty((n_a, n_a + n_x), dtype=parameters["Wax"].dtype)
    Wa[:, :n_a] = parameters["Waa"]
    Wa[:, n_a:] = parameters["Wax"]
    return Wa
