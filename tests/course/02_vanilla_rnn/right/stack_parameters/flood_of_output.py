def stack_parameters(parameters):
    for _ in range(2_000):
        print("Waa", parameters["Waa"].shape, "Wax", parameters["Wax"].shape)
    return np.append(parameters["Waa"], parameters["Wax"], axis=1)
