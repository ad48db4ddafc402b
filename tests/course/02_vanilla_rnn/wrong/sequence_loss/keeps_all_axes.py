# mistake: none
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred), keepdims=True) / y.shape[1]
