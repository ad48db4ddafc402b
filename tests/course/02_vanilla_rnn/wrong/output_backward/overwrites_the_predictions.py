# mistake: The predictions handed in are overwritten
def output_backward(y_pred, y, a, parameters):
    y_pred -= y
    y_pred /= y.shape[1]
    da = np.tensordot(parameters["Wya"].T, y_pred, axes=1)
    dWya = np.tensordot(y_pred, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": y_pred.sum(axis=(1, 2))[:, None]}
