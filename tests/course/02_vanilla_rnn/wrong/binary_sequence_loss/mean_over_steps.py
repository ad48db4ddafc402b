# mistake: The loss is averaged over time as well
def binary_sequence_loss(y_pred, y):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))
