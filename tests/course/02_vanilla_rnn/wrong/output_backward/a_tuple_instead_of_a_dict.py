# mistake: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("ya,ymt->amt", parameters["Wya"], dz)
    return da, np.einsum("ymt,amt->ya", dz, a), dz.sum(axis=(1, 2)).reshape(-1, 1)
