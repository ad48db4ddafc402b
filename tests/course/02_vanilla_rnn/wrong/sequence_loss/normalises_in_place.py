# mistake: none
def sequence_loss(y_pred, y):
    y_pred /= y_pred.sum(axis=0)
    np.log(y_pred, out=y_pred)
    return -np.sum(y * y_pred) / y.shape[1]
