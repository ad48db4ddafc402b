def sequence_loss(y_pred, y):
    true = np.argmax(y, axis=0)[np.newaxis]  # (1, m, T_x)
    chosen = np.take_along_axis(y_pred, true, axis=0)[0]
    return -np.log(chosen).sum(axis=1).mean()
