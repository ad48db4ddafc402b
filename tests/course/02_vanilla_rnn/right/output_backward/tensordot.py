def output_backward(y_pred, y, a, parameters):
    error = y_pred - y
    error = error / error.shape[1]
    gradients = {}
    gradients["dby"] = error.sum(axis=2).sum(axis=1)[:, None]
    gradients["dWya"] = np.tensordot(error, a, axes=([1, 2], [1, 2]))
    gradients["da"] = np.tensordot(parameters["Wya"].T, error, axes=1)
    return gradients
