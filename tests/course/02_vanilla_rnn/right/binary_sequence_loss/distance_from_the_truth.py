def binary_sequence_loss(y_pred, y):
    miss = np.abs(y - y_pred)  # the probability given to the wrong answer
    return float(-np.log1p(-miss)[0].sum(axis=-1).mean())
