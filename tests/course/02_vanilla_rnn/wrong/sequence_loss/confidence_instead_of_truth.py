# mistake: none
def sequence_loss(y_pred, y):
    return -np.log(y_pred.max(axis=0)).sum() / y.shape[1]
