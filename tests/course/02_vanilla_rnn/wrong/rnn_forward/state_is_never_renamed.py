# mistake: a0 is used at every step
def rnn_forward(x, a0, parameters):
    steps = [rnn_cell_forward(x[:, :, t], a0, parameters) for t in range(x.shape[2])]
    a = np.stack([s[0] for s in steps], axis=2)
    y = np.stack([s[1] for s in steps], axis=2)
    return a, y, ([s[2] for s in steps], x)
