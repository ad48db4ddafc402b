# mistake: The gradient is divided by m and by T_x
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    dz = (y_pred - y) / (m * T_x)
    da = np.moveaxis(np.tensordot(dz, parameters["Wya"], axes=([0], [0])), 2, 0)
    flat = dz.reshape(n_y, -1)
    return {"da": da, "dWya": flat @ a.reshape(-1, m * T_x).T, "dby": flat.sum(1, keepdims=True)}
