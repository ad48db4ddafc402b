# mistake: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / (y_pred * (1 - y_pred)) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}
