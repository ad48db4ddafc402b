# %% reset before the product
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ (rt * a_prev) + parameters["bca"]
    cct = np.tanh(from_x + from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% bca outside of the reset
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = np.tanh(Wcx.dot(xt) + bcx + r * Wca.dot(a_prev) + bca)
    return a_prev + u * (c - a_prev)


# %% bcx forgotten
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(from_x + rt * from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% input reset as well
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(rt * (from_x + from_a))
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% no reset at all
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(from_x + from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% Wca transposed
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = np.tanh(Wcx.dot(xt) + bcx + r * (Wca.T.dot(a_prev) + bca))
    return a_prev + u * (c - a_prev)


# %% tanh left out
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = (Wcx.dot(xt) + bcx + r * (Wca.dot(a_prev) + bca))
    return a_prev + u * (c - a_prev)


# %% sigmoid for the candidate
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = sigmoid(from_x + rt * from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% biases of the candidate exchanged
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bca"]
    from_a = parameters["Wca"] @ a_prev + parameters["bcx"]
    cct = np.tanh(from_x + rt * from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% candidate returned
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = np.tanh(Wcx.dot(xt) + bcx + r * (Wca.dot(a_prev) + bca))
    return c


# %% old state not weighted
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(from_x + rt * from_a)
    a_next = ut * cct + a_prev
    return a_next


# %% raises, Wca on the whole stack
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ concat + parameters["bca"]
    cct = np.tanh(from_x + rt * from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next
