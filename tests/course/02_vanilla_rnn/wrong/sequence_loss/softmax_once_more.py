# mistake: none
def sequence_loss(y_pred, y):
    p = np.exp(y_pred) / np.exp(y_pred).sum(axis=0)
    return -np.sum(y * np.log(p)) / y.shape[1]
