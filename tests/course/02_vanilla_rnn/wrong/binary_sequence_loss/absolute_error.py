# mistake: none
def binary_sequence_loss(y_pred, y):
    return np.abs(y - y_pred).sum() / y.shape[1]
