# mistake: none
def binary_sequence_loss(y_pred, y):
    given = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.log(given).sum(axis=1) / y.shape[1]
