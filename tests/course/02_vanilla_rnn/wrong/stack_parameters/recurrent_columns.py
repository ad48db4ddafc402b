# mistake: Waa is transposed
def stack_parameters(parameters):
    columns = [*parameters["Waa"], *parameters["Wax"].T]
    return np.stack(columns, axis=1)
