# mistake: The gradient is not divided by m
def output_backward(y_pred, y, a, parameters):
    m = y.shape[1]
    dz = y_pred - y
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2])) / m
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None] / m}
