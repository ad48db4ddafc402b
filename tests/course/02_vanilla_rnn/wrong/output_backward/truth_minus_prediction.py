# mistake: Truth and prediction are subtracted the wrong way round
def output_backward(y_pred, y, a, parameters):
    dz = np.subtract(y, y_pred) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}
