# mistake: The loss is averaged over time as well
def sequence_loss(y_pred, y):
    n_y, m, T_x = y.shape
    flat = y_pred.reshape(n_y, m * T_x)
    targets = y.argmax(axis=0).reshape(-1)
    return -np.log(flat[targets, np.arange(m * T_x)]).mean()
