# mistake: none
def softmax(z):
    return [np.exp(c - c.max()) / np.exp(c - c.max()).sum() for c in z.T]
