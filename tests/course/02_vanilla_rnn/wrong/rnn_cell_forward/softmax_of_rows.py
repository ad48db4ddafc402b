# mistake: The softmax runs over the batch
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    new = np.tanh(p["Waa"] @ a_prev + p["Wax"] @ xt + p["ba"])
    scores = p["Wya"] @ new + p["by"]
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return new, e / e.sum(axis=1, keepdims=True), (new, a_prev, xt, p)
