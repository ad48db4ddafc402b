def sequence_loss(y_pred, y):
    return np.asarray(np.log(y_pred[y > 0.5]).sum() / -y_pred.shape[1])
