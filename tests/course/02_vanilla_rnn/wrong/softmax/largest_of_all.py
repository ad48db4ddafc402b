# mistake: What is subtracted is the largest score of the whole array
def softmax(z):
    shifted = z - z.max()
    return np.exp(shifted) / np.exp(shifted).sum(axis=0)
