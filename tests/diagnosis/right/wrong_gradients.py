# %% right, spelled out with a dictionary of losses
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    def numeric(f, theta, epsilon=1e-5):
        out = np.zeros(theta.shape)
        for i in np.ndindex(theta.shape):
            p, q = np.array(theta, dtype=float), np.array(theta, dtype=float)
            p[i] += epsilon
            q[i] -= epsilon
            out[i] = (f(p) - f(q)) / (2 * epsilon)
        return out

    def loss(x, a0, parameters):
        return np.sum(rnn_forward(x, a0, parameters)[0] * da)

    truth = {
        "dx": numeric(lambda v: loss(v, a0, parameters), x),
        "da0": numeric(lambda v: loss(x, v, parameters), a0),
        "dWax": numeric(lambda v: loss(x, a0, dict(parameters, Wax=v)), parameters["Wax"]),
        "dWaa": numeric(lambda v: loss(x, a0, dict(parameters, Waa=v)), parameters["Waa"]),
        "dba": numeric(lambda v: loss(x, a0, dict(parameters, ba=v)), parameters["ba"]),
    }
    claimed = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name in truth:
        if name not in claimed:
            wrong.append(name)
            continue
        g = np.asarray(claimed[name])
        if g.shape != truth[name].shape or not np.all(np.isfinite(g)):
            wrong.append(name)
        elif relative_error(g, truth[name]) > tolerance:
            wrong.append(name)
    return sorted(wrong)


# %% right, one merged dictionary and a helper
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    everything = {**parameters, "x": x, "a0": a0}
    _, _, caches = rnn_forward(x, a0, parameters)
    suspect = backward(da, caches)

    def fine(key):
        got = suspect.get("d" + key)
        if got is None or np.shape(got) != everything[key].shape:
            return False
        if not np.isfinite(got).all():
            return False

        def f(v):
            now = {**everything, key: v}
            return float((rnn_forward(now["x"], now["a0"], now)[0] * da).sum())

        return relative_error(np.asarray(got), numerical_gradient(f, everything[key])) <= tolerance

    return sorted("d" + key for key in ("x", "a0", "Wax", "Waa", "ba") if not fine(key))


# %% right, asks for the good ones and takes the rest
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    names = {"dx", "da0", "dWax", "dWaa", "dba"}
    claims = backward(da, rnn_forward(x, a0, parameters)[2])
    good = set()
    for name in names & set(claims):
        if name == "dx":
            where, f = x, lambda v: np.vdot(rnn_forward(v, a0, parameters)[0], da)
        elif name == "da0":
            where, f = a0, lambda v: np.vdot(rnn_forward(x, v, parameters)[0], da)
        else:
            where = parameters[name[1:]]
            f = lambda v, n=name[1:]: np.vdot(rnn_forward(x, a0, {**parameters, n: v})[0], da)
        claim = np.array(claims[name], dtype=float)
        if claim.shape == where.shape and np.isfinite(claim.sum()):
            if relative_error(claim, numerical_gradient(f, where)) <= tolerance:
                good.add(name)
    return sorted(names - good)
