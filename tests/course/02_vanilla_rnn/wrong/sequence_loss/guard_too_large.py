# mistake: none
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred + 0.01)) / y.shape[1]
