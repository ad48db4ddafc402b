"""`lstm_cell_backward` as learners write it, rightly and wrongly."""

# %% assignment style
# right
def lstm_cell_backward(da_next, dc_next, cache):
    # Retrieve information from "cache"
    (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters) = cache
    n_x, m = xt.shape
    n_a, m = a_next.shape
    # Compute gates related derivatives
    dot = da_next * np.tanh(c_next) * ot * (1 - ot)
    dcct = (dc_next * it + ot * (1 - np.square(np.tanh(c_next))) * it * da_next) * (1 - np.square(cct))
    dit = (dc_next * cct + ot * (1 - np.square(np.tanh(c_next))) * cct * da_next) * it * (1 - it)
    dft = (dc_next * c_prev + ot * (1 - np.square(np.tanh(c_next))) * c_prev * da_next) * ft * (1 - ft)
    # Compute parameters related derivatives
    concat = np.concatenate((a_prev, xt), axis=0)
    dWf = np.dot(dft, concat.T)
    dWi = np.dot(dit, concat.T)
    dWc = np.dot(dcct, concat.T)
    dWo = np.dot(dot, concat.T)
    dbf = np.sum(dft, axis=1, keepdims=True)
    dbi = np.sum(dit, axis=1, keepdims=True)
    dbc = np.sum(dcct, axis=1, keepdims=True)
    dbo = np.sum(dot, axis=1, keepdims=True)
    # Compute derivatives w.r.t. previous hidden state, previous memory state and input
    da_prev = (np.dot(parameters["Wf"][:, :n_a].T, dft) + np.dot(parameters["Wi"][:, :n_a].T, dit)
               + np.dot(parameters["Wc"][:, :n_a].T, dcct) + np.dot(parameters["Wo"][:, :n_a].T, dot))
    dc_prev = dc_next * ft + ot * (1 - np.square(np.tanh(c_next))) * ft * da_next
    dxt = (np.dot(parameters["Wf"][:, n_a:].T, dft) + np.dot(parameters["Wi"][:, n_a:].T, dit)
           + np.dot(parameters["Wc"][:, n_a:].T, dcct) + np.dot(parameters["Wo"][:, n_a:].T, dot))
    return {"dxt": dxt, "da_prev": da_prev, "dc_prev": dc_prev, "dWf": dWf, "dbf": dbf, "dWi": dWi,
            "dbi": dbi, "dWc": dWc, "dbc": dbc, "dWo": dWo, "dbo": dbo}


# %% one stacked product
# right
# way: What all gates have in common is written once: one product for the weights, one for what was
#   stacked. More memory, as the matrices are copied, and the gradients are views into one array.
def lstm_cell_backward(da_next, dc_next, cache):
    _, c, a_prev, c_prev, f, i, g, o, x, p = cache
    n, tc = len(a_prev), np.tanh(c)
    dc = dc_next + da_next * o * (1 - tc * tc)
    dz = np.vstack([dc * c_prev * f * (1 - f), dc * g * i * (1 - i), dc * i * (1 - g * g),
                    da_next * tc * o * (1 - o)])
    W = np.vstack([p["W" + k] for k in "fico"])
    s = np.vstack([a_prev, x])
    ds, dW, db = W.T @ dz, dz @ s.T, dz.sum(axis=1, keepdims=True)
    out = {"dxt": ds[n:], "da_prev": ds[:n], "dc_prev": f * dc}
    for k, w, b in zip("fico", np.split(dW, 4), np.split(db, 4)):
        out["dW" + k], out["db" + k] = w, b
    return out


# %% einsum
# right
# way: Slower: einsum does not pass these products to the fast routines behind @. For that the letters
#   say which axis is summed, and nothing has to be transposed.
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    t = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - t) * (1 + t)
    dz = {"f": dc * c_prev * ft * (1 - ft), "i": dc * cct * it * (1 - it),
          "c": dc * it * (1 - cct) * (1 + cct), "o": da_next * t * ot * (1 - ot)}
    s = np.concatenate([a_prev, xt])
    ds = sum(np.einsum("as,am->sm", p["W" + k], v) for k, v in dz.items())
    out = {"dc_prev": dc * ft, "da_prev": ds[: a_prev.shape[0]], "dxt": ds[a_prev.shape[0] :]}
    out.update({"dW" + k: np.einsum("am,sm->as", v, s) for k, v in dz.items()})
    out.update({"db" + k: np.einsum("am->a", v)[:, None] for k, v in dz.items()})
    return out


# %% example by example
# right
def lstm_cell_backward(da_next, dc_next, cache):
    _, c_next, a_prev, c_prev, f, i, g, o, xt, p = cache
    (n, m), x = a_prev.shape, len(xt)
    out = {"dxt": np.zeros((x, m)), "da_prev": np.zeros((n, m)), "dc_prev": np.zeros((n, m))}
    for k in "fico":
        out["dW" + k], out["db" + k] = np.zeros((n, n + x)), np.zeros((n, 1))
    for e in range(m):
        t = np.tanh(c_next[:, e])
        dc = dc_next[:, e] + da_next[:, e] * o[:, e] * (1 - t**2)
        dz = {"f": dc * c_prev[:, e] * f[:, e] * (1 - f[:, e]), "i": dc * g[:, e] * i[:, e] * (1 - i[:, e]),
              "c": dc * i[:, e] * (1 - g[:, e] ** 2), "o": da_next[:, e] * t * o[:, e] * (1 - o[:, e])}
        out["dc_prev"][:, e] = dc * f[:, e]
        for k, v in dz.items():
            out["dW" + k] += np.outer(v, np.concatenate([a_prev[:, e], xt[:, e]]))
            out["db" + k][:, 0] += v
            both = v @ p["W" + k]
            out["da_prev"][:, e] += both[:n]
            out["dxt"][:, e] += both[n:]
    return out


# %% parentheses forgotten
# wrong: slope_on_one_road
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    n, slope = len(a_prev), 1 - np.tanh(c_next) ** 2
    dz = {"o": da_next * np.tanh(c_next) * ot * (1 - ot),
          "c": dc_next * it + ot * slope * it * da_next * (1 - cct**2),
          "i": dc_next * cct + ot * slope * cct * da_next * it * (1 - it),
          "f": dc_next * c_prev + ot * slope * c_prev * da_next * ft * (1 - ft)}
    s = np.concatenate([a_prev, xt])
    ds = sum(p["W" + k].T @ v for k, v in dz.items())
    return {"dxt": ds[n:], "da_prev": ds[:n], "dc_prev": dc_next * ft + ot * slope * ft * da_next,
            **{"dW" + k: v @ s.T for k, v in dz.items()},
            **{"db" + k: v.sum(axis=1, keepdims=True) for k, v in dz.items()}}


# %% slopes of the gates forgotten
# wrong: gate_slopes_missing
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    n, t = len(a_prev), np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - t**2)
    dz = {"o": da_next * t, "c": dc * it * (1 - cct**2), "i": dc * cct, "f": dc * c_prev}
    s = np.concatenate([a_prev, xt])
    ds = sum(p["W" + k].T @ v for k, v in dz.items())
    return {"dxt": ds[n:], "da_prev": ds[:n], "dc_prev": dc * ft,
            **{"dW" + k: v @ s.T for k, v in dz.items()},
            **{"db" + k: v.sum(axis=1, keepdims=True) for k, v in dz.items()}}


# %% dc of the hidden state alone
# wrong: dc_next_left_out
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    n, t = len(a_prev), np.tanh(c_next)
    dc = da_next * ot * (1 - t**2)
    dz = {"o": da_next * t * ot * (1 - ot), "c": dc * it * (1 - cct**2),
          "i": dc * cct * it * (1 - it), "f": dc * c_prev * ft * (1 - ft)}
    s = np.concatenate([a_prev, xt])
    ds = sum(p["W" + k].T @ v for k, v in dz.items())
    return {"dxt": ds[n:], "da_prev": ds[:n], "dc_prev": dc * ft,
            **{"dW" + k: v @ s.T for k, v in dz.items()},
            **{"db" + k: v.sum(axis=1, keepdims=True) for k, v in dz.items()}}


# %% dc passes the tanh too
# wrong: dc_next_through_tanh
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    n, t = len(a_prev), np.tanh(c_next)
    dc = (dc_next + da_next * ot) * (1 - t * t)
    dz = {"o": da_next * t * ot * (1 - ot), "c": dc * it * (1 - cct**2),
          "i": dc * cct * it * (1 - it), "f": dc * c_prev * ft * (1 - ft)}
    s = np.concatenate([a_prev, xt])
    ds = sum(p["W" + k].T @ v for k, v in dz.items())
    return {"dxt": ds[n:], "da_prev": ds[:n], "dc_prev": dc * ft,
            **{"dW" + k: v @ s.T for k, v in dz.items()},
            **{"db" + k: v.sum(axis=1, keepdims=True) for k, v in dz.items()}}


# %% slope at the state
# wrong: tanh_slope_of_a
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    n = len(a_prev)
    dc = dc_next + da_next * ot * (1 - a_next**2)
    dz = {"o": da_next * np.tanh(c_next) * ot * (1 - ot), "c": dc * it * (1 - cct**2),
          "i": dc * cct * it * (1 - it), "f": dc * c_prev * ft * (1 - ft)}
    s = np.concatenate([a_prev, xt])
    ds = sum(p["W" + k].T @ v for k, v in dz.items())
    return {"dxt": ds[n:], "da_prev": ds[:n], "dc_prev": dc * ft,
            **{"dW" + k: v @ s.T for k, v in dz.items()},
            **{"db" + k: v.sum(axis=1, keepdims=True) for k, v in dz.items()}}


# %% columns split after n_x
# wrong: rows_split_wrongly
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    n, t = xt.shape[0], np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - t**2)
    dz = {"o": da_next * t * ot * (1 - ot), "c": dc * it * (1 - cct**2),
          "i": dc * cct * it * (1 - it), "f": dc * c_prev * ft * (1 - ft)}
    s = np.concatenate([a_prev, xt])
    return {"dxt": sum(p["W" + k][:, :n].T @ v for k, v in dz.items()),
            "da_prev": sum(p["W" + k][:, n:].T @ v for k, v in dz.items()), "dc_prev": dc * ft,
            **{"dW" + k: v @ s.T for k, v in dz.items()},
            **{"db" + k: v.sum(axis=1, keepdims=True) for k, v in dz.items()}}


# %% output gate from dc
# wrong: output_from_dc
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    n, t = len(a_prev), np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - t**2)
    dz = {"o": dc * t * ot * (1 - ot), "c": dc * it * (1 - cct**2),
          "i": dc * cct * it * (1 - it), "f": dc * c_prev * ft * (1 - ft)}
    s = np.concatenate([a_prev, xt])
    ds = sum(p["W" + k].T @ v for k, v in dz.items())
    return {"dxt": ds[n:], "da_prev": ds[:n], "dc_prev": dc * ft,
            **{"dW" + k: v @ s.T for k, v in dz.items()},
            **{"db" + k: v.sum(axis=1, keepdims=True) for k, v in dz.items()}}


# %% in place
# wrong: dc_next_overwritten
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p = cache
    n, t = len(a_prev), np.tanh(c_next)
    dc_next += da_next * ot * (1 - t**2)
    dz = {"o": da_next * t * ot * (1 - ot), "c": dc_next * it * (1 - cct**2),
          "i": dc_next * cct * it * (1 - it), "f": dc_next * c_prev * ft * (1 - ft)}
    s = np.concatenate([a_prev, xt])
    ds = sum(p["W" + k].T @ v for k, v in dz.items())
    return {"dxt": ds[n:], "da_prev": ds[:n], "dc_prev": dc_next * ft,
            **{"dW" + k: v @ s.T for k, v in dz.items()},
            **{"db" + k: v.sum(axis=1, keepdims=True) for k, v in dz.items()}}


# %% not written yet
# wrong: none
def lstm_cell_backward(da_next, dc_next, cache):
    raise NotImplementedError
