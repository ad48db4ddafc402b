def rnn_cell_forward(xt, a_prev, parameters):
    from_input = np.einsum("ax,xm->am", parameters["Wax"], xt)
    from_state = np.einsum("ab,bm->am", parameters["Waa"], a_prev)
    h = np.tanh(from_input + from_state + parameters["ba"])
    scores = np.einsum("ya,am->ym", parameters["Wya"], h) + parameters["by"]
    return [h, softmax(scores), [h, a_prev, xt, parameters]]
