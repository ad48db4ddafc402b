# mistake: The gradient is not divided by m
def output_backward(y_pred, y, a, parameters):
    Wya = parameters["Wya"]
    da, dWya, dby = np.zeros(a.shape), np.zeros(Wya.shape), np.zeros((len(Wya), 1))
    for t in range(y.shape[2]):
        dz = y_pred[:, :, t] - y[:, :, t]
        da[:, :, t] = Wya.T @ dz
        dWya += dz @ a[:, :, t].T
        dby += dz.sum(axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}
