# %% update gate keeps, as in PyTorch
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    cct = np.tanh(np.dot(Wc, concat_r) + bc)
    a_next = (1 - ut) * cct + ut * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% reset after the product
def gru_cell_forward(xt, a_prev, parameters):
    p = parameters
    n_a = a_prev.shape[0]
    z = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ z + p["bu"])
    r = sigmoid(p["Wr"] @ z + p["br"])
    c = np.tanh(r * (p["Wc"][:, :n_a] @ a_prev) + p["Wc"][:, n_a:] @ xt + p["bc"])
    a = a_prev + u * (c - a_prev)
    y = softmax(p["Wy"] @ a + p["by"])
    return a, y, (a, a_prev, u, r, c, xt, p)


# %% reset gate on the whole stack's product
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    cct = np.tanh(rt * np.dot(Wc, concat) + bc)
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% input over the state for the candidate only
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((xt, rt * a_prev), axis=0)
    cct = np.tanh(np.dot(Wc, concat_r) + bc)
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% sigmoid for the candidate
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    cct = sigmoid(np.dot(Wc, concat_r) + bc)
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% gates exchange their weights
def gru_cell_forward(xt, a_prev, parameters):
    p = parameters
    n_a = a_prev.shape[0]
    z = np.vstack([a_prev, xt])
    u = sigmoid(p["Wr"] @ z + p["br"])
    r = sigmoid(p["Wu"] @ z + p["bu"])
    c = np.tanh(p["Wc"][:, :n_a] @ (r * a_prev) + p["Wc"][:, n_a:] @ xt + p["bc"])
    a = a_prev + u * (c - a_prev)
    y = softmax(p["Wy"] @ a + p["by"])
    return a, y, (a, a_prev, u, r, c, xt, p)


# %% prediction from the old state
def gru_cell_forward(xt, a_prev, parameters):
    p = parameters
    n_a = a_prev.shape[0]
    z = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ z + p["bu"])
    r = sigmoid(p["Wr"] @ z + p["br"])
    c = np.tanh(p["Wc"][:, :n_a] @ (r * a_prev) + p["Wc"][:, n_a:] @ xt + p["bc"])
    a = a_prev + u * (c - a_prev)
    y = softmax(p["Wy"] @ a_prev + p["by"])
    return a, y, (a, a_prev, u, r, c, xt, p)


# %% update gate resets the candidate
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((ut * a_prev, xt), axis=0)
    cct = np.tanh(np.dot(Wc, concat_r) + bc)
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% mixes with the reset state
def gru_cell_forward(xt, a_prev, parameters):
    p = parameters
    n_a = a_prev.shape[0]
    z = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ z + p["bu"])
    r = sigmoid(p["Wr"] @ z + p["br"])
    c = np.tanh(p["Wc"][:, :n_a] @ (r * a_prev) + p["Wc"][:, n_a:] @ xt + p["bc"])
    a = u * c + (1 - u) * (r * a_prev)
    y = softmax(p["Wy"] @ a + p["by"])
    return a, y, (a, a_prev, u, r, c, xt, p)


# %% cache with the old state first
def gru_cell_forward(xt, a_prev, parameters):
    p = parameters
    n_a = a_prev.shape[0]
    z = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ z + p["bu"])
    r = sigmoid(p["Wr"] @ z + p["br"])
    c = np.tanh(p["Wc"][:, :n_a] @ (r * a_prev) + p["Wc"][:, n_a:] @ xt + p["bc"])
    a = a_prev + u * (c - a_prev)
    y = softmax(p["Wy"] @ a + p["by"])
    return a, y, (a_prev, a, u, r, c, xt, p)


# %% swapped update gate and no reset
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    cct = np.tanh(np.dot(Wc, concat) + bc)
    a_next = ut * a_prev + (1 - ut) * cct
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% raises, key of the old lesson
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bf"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    cct = np.tanh(np.dot(Wc, concat_r) + bc)
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache
