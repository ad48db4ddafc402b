import numpy as np


def jordan_cell_forward(xt, y_prev, parameters):
    z = sum([parameters["Wax"] @ xt, parameters["Way"] @ y_prev, parameters["ba"]])
    e = np.exp(-2 * np.abs(z))
    a_next = np.copysign((1 - e) / (1 + e), z)
    return [a_next, softmax(np.add(parameters["Wya"] @ a_next, parameters["by"]))]
