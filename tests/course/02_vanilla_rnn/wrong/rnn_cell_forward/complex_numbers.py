# mistake: none
import cmath


def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"]
    a_next = np.array([[cmath.tanh(v) if abs(v) < 300 else complex(np.sign(v)) for v in row] for row in z])
    return a_next, softmax((p["Wya"] @ a_next).real + p["by"]), (a_next, a_prev, xt, p)
