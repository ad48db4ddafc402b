# %% right, line by line
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
    return {"dxt": dxt, "da_prev": da_prev, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% right, joined messages
def gru_cell_backward(da_next, cache):
    _, h, u, r, c, x, p = cache
    n = h.shape[0]
    gz, gc = np.vstack([h, x]), np.vstack([r * h, x])
    ds = {}
    ds["c"] = da_next * u * (1 - c * c)
    ds["u"] = da_next * (c - h) * (u - u * u)
    back = p["Wc"].T @ ds["c"]
    ds["r"] = back[:n] * h * (r - r * r)
    gates = p["Wu"].T @ ds["u"] + p["Wr"].T @ ds["r"]
    out = {"dxt": gates[n:] + back[n:], "da_prev": gates[:n] + back[:n] * r + da_next - da_next * u}
    for k in "urc":
        out["dW" + k] = ds[k] @ (gc if k == "c" else gz).T
        out["db" + k] = ds[k].sum(axis=1).reshape(-1, 1)
    return out


# %% right, einsum
def gru_cell_backward(da_next, cache):
    a_next, a_prev, ut, rt, cct, xt, parameters = cache
    n_a = len(a_prev)
    inside_c = np.einsum("im,im,im->im", da_next, ut, 1 - np.square(cct))
    inside_u = np.einsum("im,im,im->im", da_next, cct - a_prev, ut * (1 - ut))
    heard = np.einsum("ki,km->im", parameters["Wc"][:, :n_a], inside_c)
    inside_r = heard * a_prev * rt * (1 - rt)
    def weights(inside, state):
        return np.hstack([np.einsum("im,jm->ij", inside, state), np.einsum("im,jm->ij", inside, xt)])
    def back(columns):
        return (np.einsum("ki,km->im", parameters["Wu"][:, columns], inside_u)
                + np.einsum("ki,km->im", parameters["Wr"][:, columns], inside_r))
    return dict(
        dxt=back(slice(n_a, None)) + np.einsum("ki,km->im", parameters["Wc"][:, n_a:], inside_c),
        da_prev=back(slice(0, n_a)) + heard * rt + (1 - ut) * da_next,
        dWu=weights(inside_u, a_prev), dWr=weights(inside_r, a_prev), dWc=weights(inside_c, rt * a_prev),
        dbu=inside_u @ np.ones((xt.shape[1], 1)), dbr=inside_r @ np.ones((xt.shape[1], 1)),
        dbc=inside_c @ np.ones((xt.shape[1], 1)),
    )


# %% right, example by example
def gru_cell_backward(da_next, cache):
    a_next, a_prev, ut, rt, cct, xt, parameters = cache
    n_a, m = a_prev.shape
    out = {"dxt": np.zeros(xt.shape), "da_prev": np.zeros(a_prev.shape)}
    for k in "urc":
        out["dW" + k] = np.zeros(parameters["W" + k].shape)
        out["db" + k] = np.zeros((n_a, 1))
    for i in range(m):
        d, h, u, r, c, x = da_next[:, i], a_prev[:, i], ut[:, i], rt[:, i], cct[:, i], xt[:, i]
        dc = d * u * (1 - c ** 2)
        du = d * (c - h) * u * (1 - u)
        back = dc @ parameters["Wc"]
        dr = back[:n_a] * h * r * (1 - r)
        gates = du @ parameters["Wu"] + dr @ parameters["Wr"]
        out["dxt"][:, i] = back[n_a:] + gates[n_a:]
        out["da_prev"][:, i] = d * (1 - u) + back[:n_a] * r + gates[:n_a]
        for k, dz, s in (("u", du, h), ("r", dr, h), ("c", dc, r * h)):
            out["dW" + k] += np.outer(dz, np.r_[s, x])
            out["db" + k] += dz[:, None]
    return out
