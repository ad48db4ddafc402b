# mistake: none
def clip_by_norm(gradients, max_norm):
    N = ("dWax", "dWaa", "dWya", "dba", "dby")
    norm = np.sqrt(sum((gradients[n]**2).sum() for n in N))
    return {n: gradients[n] * min(1, max_norm / norm) for n in N}
