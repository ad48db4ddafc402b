# own process
# mistake: none
import sys


def clip(gradients, max_value):
    return {k: np.clip(g, -max_value, max_value) for k, g in gradients.items()}


sys.exit(0)
