import numpy as np


def stack_parameters(parameters):
    rows = zip(parameters["Waa"].tolist(), parameters["Wax"].tolist())
    return np.array([left + right for left, right in rows])
