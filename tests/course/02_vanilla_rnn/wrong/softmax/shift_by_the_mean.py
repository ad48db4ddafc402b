# mistake: any
def softmax(z):
    shifted = z - z.mean(axis=0)
    return np.exp(shifted) / np.exp(shifted).sum(axis=0)
