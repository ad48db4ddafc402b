# mistake: none
def binary_sequence_loss(y_pred, y):
    answer = (y_pred > 0.5).astype(float)
    return float((answer != y).sum() / y.shape[1])
