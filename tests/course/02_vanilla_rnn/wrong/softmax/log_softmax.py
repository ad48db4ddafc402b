# mistake: This is a log-softmax
def softmax(z):
    top = z.max(axis=0)
    return z - top - np.log(np.exp(z - top).sum(axis=0))
