# mistake: The wrong classes are counted, too
def sequence_loss(y_pred, y):
    m = y.shape[1]
    cost = -1 / m * np.sum(np.where(y == 1, np.log(y_pred), np.log(1 - y_pred)))
    return np.squeeze(cost)
