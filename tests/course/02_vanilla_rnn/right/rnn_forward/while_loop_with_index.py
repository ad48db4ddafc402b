def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    hidden, predicted = np.zeros([n_a, m, T_x]), np.zeros([n_y, m, T_x])
    diary = ()
    current, t = a0.copy(), 0
    while t < T_x:
        current, predicted[..., t], page = rnn_cell_forward(x[..., t], current, parameters)
        hidden[..., t] = current
        diary += (page,)
        t += 1
    return hidden, predicted, (diary, x)
