# mistake: The scores handed in are overwritten
def softmax(z):
    for j in range(z.shape[1]):
        z[:, j] -= z[:, j].max()
    return np.exp(z) / np.exp(z).sum(axis=0)
