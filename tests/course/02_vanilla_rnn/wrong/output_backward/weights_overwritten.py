# mistake: dWya counts the last time step only
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.zeros(a.shape)
    for t in range(y.shape[2]):
        da[:, :, t] = parameters["Wya"].T @ dz[:, :, t]
        dWya = dz[:, :, t] @ a[:, :, t].T
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}
