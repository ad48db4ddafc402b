# mistake: The matrices are multiplied
def stack_parameters(parameters):
    return np.einsum("ab,bx->ax", parameters["Waa"], parameters["Wax"])
