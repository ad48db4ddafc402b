# mistake: The loss is averaged over time as well
def sequence_loss(y_pred, y):
    return float(np.mean(-np.sum(y * np.log(y_pred), axis=0)))
