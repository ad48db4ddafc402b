# mistake: none
def clip(gradients, max_value):
    out = {}
    for n, g in gradients.items():
        out[n] = g.copy()
        for i in range(g.shape[0]):
            for j in range(g.shape[1]):
                out[n][i, j] = max(-max_value, min(max_value, g[i, j]))
    return out
