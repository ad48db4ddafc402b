# mistake: none
def sequence_loss(y_pred, y):
    return -np.log(np.sum(y * y_pred)) / y.shape[1]
