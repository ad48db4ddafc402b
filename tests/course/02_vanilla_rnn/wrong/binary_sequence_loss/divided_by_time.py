# mistake: The sum is divided by the number of steps
def binary_sequence_loss(y_pred, y):
    given = np.where(y == 1, y_pred, 1 - y_pred)
    return -np.log(given).sum() / y.shape[-1]
