# %% road through the reset gate left out of the state
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
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% road through the candidate left out
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
    da_prev = da_next * (1 - ut) + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% candidate's road without the reset gate
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
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% input does not hear the reset gate
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
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% candidate's weights from the plain stack
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
    dWc = np.dot(dzc, concat.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% tanh taken again in the slope
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - np.tanh(cct) ** 2)
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


# %% slope of tanh of the new state
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - a_next ** 2)
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


# %% slope of the reset gate left out
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
    dzr = drt
    dWu = np.dot(dzu, concat.T)
    dWr = np.dot(dzr, concat.T)
    dWc = np.dot(dzc, concat_r.T)
    dbu = np.sum(dzu, axis=1, keepdims=True)
    dbr = np.sum(dzr, axis=1, keepdims=True)
    dbc = np.sum(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% update gate hears the candidate alone
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * cct
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


# %% convention of Keras on the way back
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * (1 - ut)
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
    da_prev = da_next * ut + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% reset gate hears the sum without the old state
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
    drt = dreset[:n_a, :]
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


# %% mean over the examples in the biases
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
    dbu = np.mean(dzu, axis=1, keepdims=True)
    dbr = np.mean(dzr, axis=1, keepdims=True)
    dbc = np.mean(dzc, axis=1, keepdims=True)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% biases without keepdims
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
    dbu = np.sum(dzu, axis=1)
    dbr = np.sum(dzr, axis=1)
    dbc = np.sum(dzc, axis=1)
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a].T, dzu) + np.dot(Wr[:, :n_a].T, dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% weights of the recurrence not transposed
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
    da_prev = da_next * (1 - ut) + dreset[:n_a, :] * rt + np.dot(Wu[:, :n_a], dzu) + np.dot(Wr[:, :n_a], dzr)
    dxt = dreset[n_a:, :] + np.dot(Wu[:, n_a:].T, dzu) + np.dot(Wr[:, n_a:].T, dzr)
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% keys with the old names
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
    return {"dx": dxt, "da0": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% no kept road and tanh taken again
def gru_cell_backward(da_next, cache):
    (a_next, a_prev, ut, rt, cct, xt, parameters) = cache
    n_a, m = a_next.shape
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    concat = np.concatenate((a_prev, xt), axis=0)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    dcct = da_next * ut
    dut = da_next * (cct - a_prev)
    dzc = dcct * (1 - np.tanh(cct) ** 2)
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


# %% raises, cache taken apart as that of an LSTM
def gru_cell_backward(da_next, cache):
    (a_next, c_next, a_prev, c_prev, ut, rt, cct, xt, parameters) = cache
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
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}
