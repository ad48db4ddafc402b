class Cell:
    """One step of a vanilla RNN, as an object."""

    def __call__(self, xt, a_prev, parameters):
        self.a = np.tanh(self.hidden(xt, a_prev, **parameters))
        return self.a, softmax(self.output(**parameters)), (self.a, a_prev, xt, parameters)

    def hidden(self, xt, a_prev, *, Wax, Waa, ba, **others):
        return Wax @ xt + Waa @ a_prev + ba

    def output(self, *, Wya, by, **others):
        return Wya @ self.a + by


rnn_cell_forward = Cell()
