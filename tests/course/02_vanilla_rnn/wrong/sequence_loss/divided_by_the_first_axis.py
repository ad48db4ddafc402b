# mistake: The sum is divided by the number of classes
def sequence_loss(y_pred, y):
    return -np.einsum("kmt,kmt->", y, np.log(y_pred)) / len(y)
