"""`gru_cell_backward` as learners write it, rightly and wrongly."""


# %% one line each
# right
def gru_cell_backward(da_next, cache):
    a_next, a_prev, u, r, c, xt, p = cache
    n = len(a_prev)
    both, part = np.vstack([a_prev, xt]), np.vstack([r * a_prev, xt])
    dzc = da_next * u * (1 - c * c)
    dzu = da_next * (c - a_prev) * u * (1 - u)
    back = p["Wc"].T.dot(dzc)
    dzr = back[:n] * a_prev * r * (1 - r)
    gates = p["Wu"].T.dot(dzu) + p["Wr"].T.dot(dzr)
    grads = {"dxt": back[n:] + gates[n:]}
    grads["da_prev"] = back[:n] * r + gates[:n] + (1 - u) * da_next
    for name, dz, seen in (("u", dzu, both), ("r", dzr, both), ("c", dzc, part)):
        grads["dW" + name] = dz.dot(seen.T)
        grads["db" + name] = dz.sum(axis=1, keepdims=True)
    return grads


# %% with steps shown
# right
def gru_cell_backward(da_next, cache):
    a_next, a_prev, ut, rt, cct, xt, parameters = cache
    n_a = a_prev.shape[0]
    dcct = da_next * ut
    dcct_inside = dcct * (1 - cct**2)
    dut = da_next * cct - da_next * a_prev
    dut_inside = dut * (ut - ut**2)
    dreset = parameters["Wc"].T @ dcct_inside
    drt = dreset[:n_a] * a_prev
    drt_inside = drt * (rt - rt**2)
    tall = np.vstack([parameters["Wu"], parameters["Wr"]])
    djoined = tall.T @ np.vstack([dut_inside, drt_inside])
    joined = np.concatenate([a_prev, xt])
    dW = np.vstack([dut_inside, drt_inside]) @ joined.T
    db = np.vstack([dut_inside, drt_inside]).sum(axis=1, keepdims=True)
    return {
        "dxt": dreset[n_a:] + djoined[n_a:],
        "da_prev": (1 - ut) * da_next + dreset[:n_a] * rt + djoined[:n_a],
        "dWu": dW[:n_a],
        "dbu": db[:n_a],
        "dWr": dW[n_a:],
        "dbr": db[n_a:],
        "dWc": dcct_inside @ np.concatenate([rt * a_prev, xt]).T,
        "dbc": np.sum(dcct_inside, axis=1, keepdims=True),
    }


# %% the halves of each matrix apart, with einsum
# right
# way: Slower: einsum does not pass these products to the fast routines behind @. State and input stand
#   apart, so no result is cut, and the letters say which axis is summed.
def gru_cell_backward(da_next, cache):
    _, a_prev, ut, rt, cct, xt, parameters = cache
    n_a = len(a_prev)

    def back(name, dz):
        W = parameters["W" + name]
        return np.einsum("ij,im->jm", W[:, :n_a], dz), np.einsum("ij,im->jm", W[:, n_a:], dz)

    def weights(dz, state):
        of_state = np.einsum("im,jm->ij", dz, state)
        return np.hstack([of_state, np.einsum("im,jm->ij", dz, xt)])

    dc = da_next * ut * (1 - cct**2)
    du = da_next * (cct - a_prev) * ut * (1 - ut)
    to_reset, dx_c = back("c", dc)
    dr = to_reset * a_prev * rt * (1 - rt)
    da_u, dx_u = back("u", du)
    da_r, dx_r = back("r", dr)
    return {
        "dxt": dx_c + dx_u + dx_r,
        "da_prev": da_next * (1 - ut) + to_reset * rt + da_u + da_r,
        "dWu": weights(du, a_prev),
        "dbu": np.einsum("im->i", du)[:, None],
        "dWr": weights(dr, a_prev),
        "dbr": np.einsum("im->i", dr)[:, None],
        "dWc": weights(dc, rt * a_prev),
        "dbc": np.einsum("im->i", dc)[:, None],
    }


# %% the bias as one more column
# right
# way: No sum over examples is written: the bias is the weight of an input that is always 1, so its
#   gradient is the last column of a product. The gradients are views into one array.
def gru_cell_backward(da_next, cache):
    _, a_prev, u, r, c, xt, p = cache
    n, one = len(a_prev), np.ones((1, xt.shape[1]))
    seen = np.vstack([a_prev, xt, one])
    seen_c = np.vstack([r * a_prev, xt, one])
    dc = da_next * u * (1 - c**2)
    du = da_next * (c - a_prev) * u * (1 - u)
    dpart = p["Wc"].T @ dc
    dr = dpart[:n] * a_prev * r * (1 - r)
    dseen = p["Wu"].T @ du + p["Wr"].T @ dr
    g = {"dxt": dseen[n:] + dpart[n:], "da_prev": da_next - da_next * u + dseen[:n] + r * dpart[:n]}
    for name, whole in (("u", du @ seen.T), ("r", dr @ seen.T), ("c", dc @ seen_c.T)):
        g["dW" + name], g["db" + name] = whole[:, :-1], whole[:, -1:]
    return g


# %% candidate's weights from all of the old state
# wrong: dwc_of_joined
def gru_cell_backward(da_next, cache):
    _, a_prev, u, r, c, xt, p = cache
    n = len(a_prev)
    both = np.vstack([a_prev, xt])
    dc = da_next * u * (1 - c**2)
    du = da_next * (c - a_prev) * u * (1 - u)
    back = p["Wc"].T @ dc
    dr = back[:n] * a_prev * r * (1 - r)
    gates = p["Wu"].T @ du + p["Wr"].T @ dr
    g = {"dxt": back[n:] + gates[n:], "da_prev": back[:n] * r + gates[:n] + (1 - u) * da_next}
    for name, dz in (("u", du), ("r", dr), ("c", dc)):
        g["dW" + name], g["db" + name] = dz @ both.T, dz.sum(axis=1, keepdims=True)
    return g


# %% the open road is missing
# wrong: direct_road_missing
def gru_cell_backward(da_next, cache):
    _, a_prev, u, r, c, xt, p = cache
    n = len(a_prev)
    both, part = np.vstack([a_prev, xt]), np.vstack([r * a_prev, xt])
    dc = da_next * u * (1 - c**2)
    du = da_next * (c - a_prev) * u * (1 - u)
    back = p["Wc"].T @ dc
    dr = back[:n] * a_prev * r * (1 - r)
    gates = p["Wu"].T @ du + p["Wr"].T @ dr
    g = {"dxt": back[n:] + gates[n:], "da_prev": back[:n] * r + gates[:n]}
    for name, dz, seen in (("u", du, both), ("r", dr, both), ("c", dc, part)):
        g["dW" + name], g["db" + name] = dz @ seen.T, dz.sum(axis=1, keepdims=True)
    return g


# %% the update gate hears the candidate only
# wrong: update_hears_candidate_only
def gru_cell_backward(da_next, cache):
    _, a_prev, u, r, c, xt, p = cache
    n = len(a_prev)
    both, part = np.vstack([a_prev, xt]), np.vstack([r * a_prev, xt])
    dc = da_next * u * (1 - c**2)
    du = da_next * c * u * (1 - u)
    back = p["Wc"].T @ dc
    dr = back[:n] * a_prev * r * (1 - r)
    gates = p["Wu"].T @ du + p["Wr"].T @ dr
    g = {"dxt": back[n:] + gates[n:], "da_prev": back[:n] * r + gates[:n] + (1 - u) * da_next}
    for name, dz, seen in (("u", du, both), ("r", dr, both), ("c", dc, part)):
        g["dW" + name], g["db" + name] = dz @ seen.T, dz.sum(axis=1, keepdims=True)
    return g


# %% both sigmoids without their slopes
# wrong: gate_slopes_missing
def gru_cell_backward(da_next, cache):
    _, a_prev, u, r, c, xt, p = cache
    n = len(a_prev)
    both, part = np.vstack([a_prev, xt]), np.vstack([r * a_prev, xt])
    dc = da_next * u * (1 - c**2)
    du = da_next * (c - a_prev)
    back = p["Wc"].T @ dc
    dr = back[:n] * a_prev
    gates = p["Wu"].T @ du + p["Wr"].T @ dr
    g = {"dxt": back[n:] + gates[n:], "da_prev": back[:n] * r + gates[:n] + (1 - u) * da_next}
    for name, dz, seen in (("u", du, both), ("r", dr, both), ("c", dc, part)):
        g["dW" + name], g["db" + name] = dz @ seen.T, dz.sum(axis=1, keepdims=True)
    return g


# %% the road through the candidate without its gate
# wrong: candidate_road_not_reset
def gru_cell_backward(da_next, cache):
    _, a_prev, u, r, c, xt, p = cache
    n = len(a_prev)
    both, part = np.vstack([a_prev, xt]), np.vstack([r * a_prev, xt])
    dc = da_next * u * (1 - c**2)
    du = da_next * (c - a_prev) * u * (1 - u)
    back = p["Wc"].T @ dc
    dr = back[:n] * a_prev * r * (1 - r)
    down = back + p["Wu"].T @ du + p["Wr"].T @ dr
    g = {"dxt": down[n:], "da_prev": down[:n] + (1 - u) * da_next}
    for name, dz, seen in (("u", du, both), ("r", dr, both), ("c", dc, part)):
        g["dW" + name], g["db" + name] = dz @ seen.T, dz.sum(axis=1, keepdims=True)
    return g


# %% biases averaged
# wrong: biases_averaged
def gru_cell_backward(da_next, cache):
    _, a_prev, u, r, c, xt, p = cache
    n = len(a_prev)
    both, part = np.vstack([a_prev, xt]), np.vstack([r * a_prev, xt])
    dc = da_next * u * (1 - c**2)
    du = da_next * (c - a_prev) * u * (1 - u)
    back = p["Wc"].T @ dc
    dr = back[:n] * a_prev * r * (1 - r)
    gates = p["Wu"].T @ du + p["Wr"].T @ dr
    g = {"dxt": back[n:] + gates[n:], "da_prev": back[:n] * r + gates[:n] + (1 - u) * da_next}
    for name, dz, seen in (("u", du, both), ("r", dr, both), ("c", dc, part)):
        g["dW" + name], g["db" + name] = dz @ seen.T, dz.mean(axis=1, keepdims=True)
    return g


# %% the other convention
# wrong: keras_convention
def gru_cell_backward(da_next, cache):
    _, a_prev, z, r, c, xt, p = cache
    n = len(a_prev)
    both, part = np.vstack([a_prev, xt]), np.vstack([r * a_prev, xt])
    dc = da_next * (1 - z) * (1 - c**2)
    dz = da_next * (a_prev - c) * z * (1 - z)
    back = p["Wc"].T @ dc
    dr = back[:n] * a_prev * r * (1 - r)
    gates = p["Wu"].T @ dz + p["Wr"].T @ dr
    g = {"dxt": back[n:] + gates[n:], "da_prev": back[:n] * r + gates[:n] + z * da_next}
    for name, d, seen in (("u", dz, both), ("r", dr, both), ("c", dc, part)):
        g["dW" + name], g["db" + name] = d @ seen.T, d.sum(axis=1, keepdims=True)
    return g


# %% two at once: no open road, no slope of tanh
# wrong: any
def gru_cell_backward(da_next, cache):
    _, a_prev, u, r, c, xt, p = cache
    n = len(a_prev)
    both, part = np.vstack([a_prev, xt]), np.vstack([r * a_prev, xt])
    dc = da_next * u
    du = da_next * (c - a_prev) * u * (1 - u)
    back = p["Wc"].T @ dc
    dr = back[:n] * a_prev * r * (1 - r)
    gates = p["Wu"].T @ du + p["Wr"].T @ dr
    g = {"dxt": back[n:] + gates[n:], "da_prev": back[:n] * r + gates[:n]}
    for name, dz, seen in (("u", du, both), ("r", dr, both), ("c", dc, part)):
        g["dW" + name], g["db" + name] = dz @ seen.T, dz.sum(axis=1, keepdims=True)
    return g
