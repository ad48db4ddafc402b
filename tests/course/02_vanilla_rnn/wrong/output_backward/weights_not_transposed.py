# mistake: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.stack([parameters["Wya"] @ dz[:, :, t] for t in range(y.shape[2])], axis=2)
    dWya = sum(dz[:, :, t] @ a[:, :, t].T for t in range(y.shape[2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}
