# mistake: none
def softmax(z):
    e = np.exp(z[:, 0] - z[:, 0].max())
    return e / e.sum()
