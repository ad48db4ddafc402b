# mistake: The derivative y_pred (1 - y_pred) is multiplied in
def output_backward(y_pred, y, a, parameters):
    slope = y_pred - y_pred**2
    dz = slope * (y_pred - y) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}
