# mistake: none
def softmax(z):
    return z**2 / (z**2).sum(axis=0)
