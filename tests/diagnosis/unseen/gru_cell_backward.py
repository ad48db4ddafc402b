# %% road that is kept left out
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% road through the update gate left out
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% input hears the candidate only
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :]
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% candidate's share multiplied by the reset gate for the input too
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = np.dot(Wc[:, n_a:].T, rt * dzc) + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% gates' weights from the reset stack
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat_r.T)
    dWr = np.dot(dzr, concat_r.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% slope of tanh as that of a sigmoid
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * cct * (1 - cct)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% slope of the update gate left out
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% sigmoid taken again in the slopes
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * sigmoid(ut) * (1 - sigmoid(ut))
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * sigmoid(rt) * (1 - sigmoid(rt))
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% update gate with its sign turned
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (a_prev - cct)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% reset gate hears the candidate's inside without weights
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dzc * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% form that resets after
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dzc * np.dot(Wc[:, :n_a], a_prev)
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + np.dot(Wc[:, :n_a].T, rt * dzc) + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% all weight gradients divided by m
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T) / m
    dWr = np.dot(dzr, concat.T) / m
    dWc = np.dot(dzc, concat_r.T) / m
    dbu = np.sum(dzu, axis=1, keepdims=True) / m
    dbr = np.sum(dzr, axis=1, keepdims=True) / m
    dbc = np.sum(dzc, axis=1, keepdims=True) / m
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% biases summed over the units
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=0, keepdims=True)
    dbr = np.sum(dzr, axis=0, keepdims=True)
    dbc = np.sum(dzc, axis=0, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% the input's rows taken for the state's
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((xt, a_prev), axis=0)
    concat_r = np.concatenate((xt, rt * a_prev), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% gradients of the gates under each other's names
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWr, "dbu": dbr, "dWr": dWu, "dbr": dbu, "dWc": dWc, "dbc": dbc}


# %% the message changed in place
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    da_prev0 = da_next * (1 - ut)
    dcct = da_next
    dcct *= ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_prev0 + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% raises, stack not transposed
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - cct ** 2)
    dzu = dut * ut * (1 - ut)
    dreset = np.dot(Wc.T, dzc)
    drt = dreset[:n_a, :] * a_prev
    dzr = drt * rt * (1 - rt)
    dWu = np.dot(dzu, concat)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}
