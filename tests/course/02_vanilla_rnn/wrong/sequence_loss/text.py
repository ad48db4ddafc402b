# mistake: none
def sequence_loss(y_pred, y):
    return f"{-np.sum(y * np.log(y_pred)) / y.shape[1]}"
