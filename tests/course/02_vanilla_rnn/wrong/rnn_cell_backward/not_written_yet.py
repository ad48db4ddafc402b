# mistake: none
def rnn_cell_backward(da_next, cache):
    raise NotImplementedError
