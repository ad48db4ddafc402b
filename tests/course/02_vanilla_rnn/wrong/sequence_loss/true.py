# mistake: none
def sequence_loss(y_pred, y):
    return True
