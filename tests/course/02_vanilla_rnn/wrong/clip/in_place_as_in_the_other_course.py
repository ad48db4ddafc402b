# mistake: The arrays are clipped in place
import copy


def clip(gradients, maxValue):
    gradients = copy.copy(gradients)
    dWaa, dWax, dWya, db, dby = (gradients[k] for k in ("dWaa", "dWax", "dWya", "dba", "dby"))
    for gradient in [dWax, dWaa, dWya, db, dby]:
        np.clip(gradient, -maxValue, maxValue, out=gradient)
    return {"dWaa": dWaa, "dWax": dWax, "dWya": dWya, "dba": db, "dby": dby}
