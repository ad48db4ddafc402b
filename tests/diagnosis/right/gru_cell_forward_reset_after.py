# %% right, two sums
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ut = sigmoid(parameters["Wu"] @ concat + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ concat + parameters["br"])
    from_x = parameters["Wcx"] @ xt + parameters["bcx"]
    from_a = parameters["Wca"] @ a_prev + parameters["bca"]
    cct = np.tanh(from_x + rt * from_a)
    a_next = ut * cct + (1 - ut) * a_prev
    return a_next


# %% right, slices
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    Wu, Wr, Wcx, Wca = (parameters[k] for k in ("Wu", "Wr", "Wcx", "Wca"))
    bu, br, bcx, bca = (parameters[k] for k in ("bu", "br", "bcx", "bca"))
    n_a = a_prev.shape[0]
    u = sigmoid(Wu[:, :n_a].dot(a_prev) + Wu[:, n_a:].dot(xt) + bu)
    r = sigmoid(Wr[:, :n_a].dot(a_prev) + Wr[:, n_a:].dot(xt) + br)
    c = np.tanh(Wcx.dot(xt) + bcx + r * (Wca.dot(a_prev) + bca))
    return a_prev + u * (c - a_prev)


# %% right, one product for all that the state does
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    n_a = a_prev.shape[0]
    recurrent = np.vstack([parameters["Wu"][:, :n_a], parameters["Wr"][:, :n_a], parameters["Wca"]])
    kernel = np.vstack([parameters["Wu"][:, n_a:], parameters["Wr"][:, n_a:], parameters["Wcx"]])
    ha, hx = recurrent @ a_prev, kernel @ xt
    u = sigmoid(ha[:n_a] + hx[:n_a] + parameters["bu"])
    r = sigmoid(ha[n_a:2 * n_a] + hx[n_a:2 * n_a] + parameters["br"])
    c = np.tanh(hx[2 * n_a:] + parameters["bcx"] + r * (ha[2 * n_a:] + parameters["bca"]))
    return u * c + a_prev - u * a_prev


# %% right, inner function
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    def gate(k):
        return sigmoid(np.matmul(parameters["W" + k], np.append(a_prev, xt, axis=0)) + parameters["b" + k])
    memory = np.add(np.matmul(parameters["Wca"], a_prev), parameters["bca"])
    new = np.tanh(np.matmul(parameters["Wcx"], xt) + parameters["bcx"] + np.multiply(gate("r"), memory))
    share = gate("u")
    return np.multiply(share, new) + np.multiply(1 - share, a_prev)
