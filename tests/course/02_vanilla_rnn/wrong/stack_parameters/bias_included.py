# mistake: The bias ba is stacked as well
def stack_parameters(parameters):
    return np.hstack([parameters[name] for name in ("Waa", "Wax", "ba")])
