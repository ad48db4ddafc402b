# mistake: none
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred + 0j)) / y.shape[1]
