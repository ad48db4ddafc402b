import numpy as np


def stack_parameters(p):
    return np.block([[p.get("Waa"), p.get("Wax")]])
