# mistake: none
def binary_sequence_loss(y_pred, y):
    eps = 1e-3
    return -np.sum(y * np.log(y_pred + eps) + (1 - y) * np.log(1 - y_pred + eps)) / y.shape[1]
