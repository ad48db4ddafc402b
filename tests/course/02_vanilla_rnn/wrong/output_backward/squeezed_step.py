# passes visible
# mistake: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    per_step = dz.sum(axis=1).squeeze()
    return {"da": da, "dWya": dWya, "dby": per_step.sum(axis=1)[:, None]}
