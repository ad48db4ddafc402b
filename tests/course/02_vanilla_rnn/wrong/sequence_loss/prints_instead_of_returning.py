# mistake: none
def sequence_loss(y_pred, y):
    print(float(-np.sum(y * np.log(y_pred)) / y.shape[1]))
