# mistake: none
def sequence_loss(y_pred, y):
    return -np.sum(np.log(np.mean((y * y_pred).sum(axis=0), axis=0)))
