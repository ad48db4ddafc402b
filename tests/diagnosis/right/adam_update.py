# %% right, one loop
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1
    new, m, v = {}, {}, {}
    for k in parameters:
        g = gradients["d" + k]
        m[k] = beta1 * state["m"][k] + (1 - beta1) * g
        v[k] = beta2 * state["v"][k] + (1 - beta2) * g**2
        m_hat = m[k] / (1 - beta1**t)
        v_hat = v[k] / (1 - beta2**t)
        new[k] = parameters[k] - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)
    return new, {"t": t, "m": m, "v": v}


# %% right, comprehensions
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    j = state["t"] + 1
    m = {k: beta1 * old + (1 - beta1) * gradients[f"d{k}"] for k, old in state["m"].items()}
    v = {k: beta2 * old + (1 - beta2) * gradients[f"d{k}"] ** 2 for k, old in state["v"].items()}
    c1, c2 = 1 - beta1**j, 1 - beta2**j
    moved = {k: p - learning_rate * (m[k] / c1) / (np.sqrt(v[k] / c2) + epsilon) for k, p in parameters.items()}
    return moved, dict(t=j, m=m, v=v)


# %% right, deep copies changed in place
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    import copy

    parameters, state = copy.deepcopy(parameters), copy.deepcopy(state)
    state["t"] += 1
    for name in parameters:
        g = gradients["d" + name]
        state["m"][name] += (1 - beta1) * (g - state["m"][name])
        state["v"][name] += (1 - beta2) * (g * g - state["v"][name])
        top = state["m"][name] / (1 - beta1 ** state["t"])
        parameters[name] -= learning_rate * top / (np.sqrt(state["v"][name] / (1 - beta2 ** state["t"])) + epsilon)
    return parameters, state


# %% right, a function for one parameter
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1

    def one(theta, g, m, v):
        m = np.add(beta1 * m, (1 - beta1) * g)
        v = np.add(beta2 * v, (1 - beta2) * np.square(g))
        return theta - learning_rate * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + epsilon), m, v

    done = {k: one(parameters[k], gradients["d" + k], state["m"][k], state["v"][k]) for k in parameters}
    after = {"t": t, "m": {k: d[1] for k, d in done.items()}, "v": {k: d[2] for k, d in done.items()}}
    return {k: d[0] for k, d in done.items()}, after
