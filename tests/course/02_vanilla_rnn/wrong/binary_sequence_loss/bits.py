# mistake: The logarithms are to base 2
def binary_sequence_loss(y_pred, y):
    return -np.log2(np.abs(y - 1 + y_pred)).sum() / y.shape[1]
