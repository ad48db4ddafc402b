# mistake: any
def softmax(z):
    e = np.exp(z - np.abs(z).max(axis=0))
    return e / e.sum(axis=0)
