# %% moves from the candidate to the old state
def gru_cell_forward(xt, a_prev, parameters):
    p = parameters
    n_a = a_prev.shape[0]
    z = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ z + p["bu"])
    r = sigmoid(p["Wr"] @ z + p["br"])
    c = np.tanh(p["Wc"][:, :n_a] @ (r * a_prev) + p["Wc"][:, n_a:] @ xt + p["bc"])
    a = c + u * (a_prev - c)
    y = softmax(p["Wy"] @ a + p["by"])
    return a, y, (a, a_prev, u, r, c, xt, p)


# %% candidate ignores the reset gate
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
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% input stacked over the state
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((xt, a_prev), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((xt, rt * a_prev), axis=0)
    cct = np.tanh(np.dot(Wc, concat_r) + bc)
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% candidate without its bias
def gru_cell_forward(xt, a_prev, parameters):
    p = parameters
    n_a = a_prev.shape[0]
    z = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ z + p["bu"])
    r = sigmoid(p["Wr"] @ z + p["br"])
    c = np.tanh(p["Wc"][:, :n_a] @ (r * a_prev) + p["Wc"][:, n_a:] @ xt)
    a = a_prev + u * (c - a_prev)
    y = softmax(p["Wy"] @ a + p["by"])
    return a, y, (a, a_prev, u, r, c, xt, p)


# %% tanh for the reset gate
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = np.tanh(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    cct = np.tanh(np.dot(Wc, concat_r) + bc)
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% prediction from the candidate
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
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, cct) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% logits instead of probabilities
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
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = np.dot(Wy, a_next) + by
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% old state kept in full
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
    a_next = ut * cct + a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% cache with the gates in the wrong order
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
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, rt, ut, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% sigmoid of the prediction
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
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = sigmoid(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% raises, rows multiplied from the left
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(concat, Wu) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    cct = np.tanh(np.dot(Wc, concat_r) + bc)
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache
