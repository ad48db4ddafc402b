# mistake: The exponentials are returned as they are
def softmax(z):
    return np.exp(z - z.max(axis=0))
