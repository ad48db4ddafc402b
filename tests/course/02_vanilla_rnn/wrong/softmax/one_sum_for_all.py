# mistake: The exponentials are divided by the sum over the whole array
def softmax(z):
    e = np.exp(z - z.max(axis=0))
    e = e / e.sum()
    return e
