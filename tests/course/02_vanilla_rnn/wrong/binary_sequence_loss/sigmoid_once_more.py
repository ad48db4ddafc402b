# mistake: y_pred goes through a sigmoid once more
def binary_sequence_loss(y_pred, y):
    scores = y_pred
    return np.sum(np.logaddexp(0, scores) - y * scores) / y.shape[1]
