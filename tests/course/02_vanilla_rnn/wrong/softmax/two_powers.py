# mistake: none
def softmax(z):
    e = 2.0 ** (z - z.max(axis=0))
    return e / e.sum(axis=0)
