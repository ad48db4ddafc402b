# mistake: none
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) / (y.shape[0] * y.shape[1])
