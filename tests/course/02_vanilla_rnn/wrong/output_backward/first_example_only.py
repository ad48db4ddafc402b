# mistake: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y)[:, 0] / y.shape[1]  # (n_y, T_x)
    da = np.zeros(a.shape)
    da[:, 0] = parameters["Wya"].T @ dz
    return {"da": da, "dWya": dz @ a[:, 0].T, "dby": dz.sum(axis=1, keepdims=True)}
