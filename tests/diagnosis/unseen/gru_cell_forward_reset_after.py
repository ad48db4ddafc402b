# %% reset both before and after
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ (rt * a_prev) + parameters["bca"]
    cct = np.tanh(from_x + rt * from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% bca forgotten
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = np.tanh(Wcx.dot(xt) + bcx + r * Wca.dot(a_prev))
    return a_prev + u * (c - a_prev)


# %% bcx inside of the reset as well
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = np.tanh(Wcx.dot(xt) + r * (Wca.dot(a_prev) + bca + bcx))
    return a_prev + u * (c - a_prev)


# %% input reset instead of the state
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(rt * from_x + from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% update gate keeps, as in Keras
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(from_x + rt * from_a)
    a_next = ut * a_prev + (1 - ut) * cct
    return a_next


# %% update gate in the place of the reset
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = np.tanh(Wcx.dot(xt) + bcx + u * (Wca.dot(a_prev) + bca))
    return a_prev + u * (c - a_prev)


# %% tanh before the reset
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(from_x) + rt * np.tanh(from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% input first in the gates
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, -n_a:].dot(a_prev) + Wu[:, :-n_a].dot(xt) + bu)
    r = sigmoid(Wr[:, -n_a:].dot(a_prev) + Wr[:, :-n_a].dot(xt) + br)
    c = np.tanh(Wcx.dot(xt) + bcx + r * (Wca.dot(a_prev) + bca))
    return a_prev + u * (c - a_prev)


# %% a cell's three values
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(from_x + rt * from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next, None, (a_next, a_prev, ut, rt, cct, xt, parameters)


# %% gate of the complement and bca outside
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = np.tanh(Wcx.dot(xt) + bcx + r * Wca.dot(a_prev) + bca)
    return c + u * (a_prev - c)


# %% raises, Wc as in the first form
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wc"][:, len(a_prev):] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(from_x + rt * from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% raises, Wcx and Wca exchanged
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = np.tanh(Wca.dot(xt) + bcx + r * (Wcx.dot(a_prev) + bca))
    return a_prev + u * (c - a_prev)
