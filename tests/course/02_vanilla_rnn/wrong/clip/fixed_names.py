# mistake: none
def clip(gradients, max_value):
    return {n: np.clip(gradients[n], -max_value, max_value) for n in ("dWax", "dWaa", "dWya", "dba", "dby")}
