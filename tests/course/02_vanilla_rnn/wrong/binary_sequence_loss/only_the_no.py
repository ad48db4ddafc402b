# mistake: Only the answers 'no' count
def binary_sequence_loss(y_pred, y):
    return -np.sum(np.where(y == 0, np.log(1 - y_pred), 0)) / y.shape[1]
