# mistake: The logarithm is to base 2
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) / np.log(2) / y.shape[1]
