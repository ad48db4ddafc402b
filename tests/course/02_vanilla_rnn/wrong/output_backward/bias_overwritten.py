# mistake: dWya counts the last time step only
def output_backward(y_pred, y, a, parameters):
    m, T_x = y.shape[1:]
    da = np.zeros(a.shape)
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"].T.dot(dz)
        dWya = dz.dot(a[:, :, t].T)
        dby = dz.sum(axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}
