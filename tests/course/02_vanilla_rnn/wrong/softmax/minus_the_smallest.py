# mistake: none
def softmax(z):
    e = np.exp(z - z.min(axis=0))
    return e / e.sum(axis=0)
