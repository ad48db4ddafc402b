# %% no correction of the means
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    new, m, v = {}, {}, {}
    for k in parameters:
        g = gradients["d" + k]
        m[k] = beta1 * state["m"][k] + (1 - beta1) * g
        v[k] = beta2 * state["v"][k] + (1 - beta2) * g**2
        new[k] = parameters[k] - learning_rate * m[k] / (np.sqrt(v[k]) + epsilon)
    return new, {"t": state["t"] + 1, "m": m, "v": v}


# %% corrects with the count before this update
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"]
    new, m, v = {}, {}, {}
    for k in parameters:
        g = gradients[f"d{k}"]
        m[k] = beta1 * state["m"][k] + (1 - beta1) * g
        v[k] = beta2 * state["v"][k] + (1 - beta2) * g * g
        with np.errstate(all="ignore"):
            m_hat = m[k] / (1 - beta1**t)
            v_hat = v[k] / (1 - beta2**t)
            new[k] = parameters[k] - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)
    return new, {"t": t + 1, "m": m, "v": v}


# %% epsilon under the root
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    j = state["t"] + 1
    out, s = {}, {"t": j, "m": {}, "v": {}}
    for name, theta in parameters.items():
        g = gradients["d" + name]
        s["m"][name] = beta1 * state["m"][name] + (1 - beta1) * g
        s["v"][name] = beta2 * state["v"][name] + (1 - beta2) * g**2
        g_hat = s["m"][name] / (1 - beta1**j)
        q_hat = s["v"][name] / (1 - beta2**j)
        out[name] = theta - learning_rate * g_hat / np.sqrt(q_hat + epsilon)
    return out, s


# %% epsilon before the correction, as in Keras
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    j = state["t"] + 1
    rate = learning_rate * np.sqrt(1 - beta2**j) / (1 - beta1**j)
    m = {k: beta1 * state["m"][k] + (1 - beta1) * gradients["d" + k] for k in parameters}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * gradients["d" + k] ** 2 for k in parameters}
    new = {k: parameters[k] - rate * m[k] / (np.sqrt(v[k]) + epsilon) for k in parameters}
    return new, {"t": j, "m": m, "v": v}


# %% mean of absolute gradients instead of squares
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    j = state["t"] + 1
    new, m, v = {}, {}, {}
    for k, p in parameters.items():
        g = gradients["d" + k]
        m[k] = beta1 * state["m"][k] + (1 - beta1) * g
        v[k] = beta2 * state["v"][k] + (1 - beta2) * np.abs(g)
        new[k] = p - learning_rate * (m[k] / (1 - beta1**j)) / (np.sqrt(v[k] / (1 - beta2**j)) + epsilon)
    return new, dict(t=j, m=m, v=v)


# %% squares the running mean, not the gradient
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    j = state["t"] + 1
    new, m, v = {}, {}, {}
    for k, p in parameters.items():
        m[k] = beta1 * state["m"][k] + (1 - beta1) * gradients["d" + k]
        v[k] = beta2 * state["v"][k] + (1 - beta2) * m[k] ** 2
        step = (m[k] / (1 - beta1**j)) / (np.sqrt(v[k] / (1 - beta2**j)) + epsilon)
        new[k] = p - learning_rate * step
    return new, dict(t=j, m=m, v=v)


# %% forgets the root
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1
    m, v, new = {}, {}, {}
    for name in parameters:
        dw = gradients["d" + name]
        m[name] = beta1 * state["m"][name] + (1 - beta1) * dw
        v[name] = beta2 * state["v"][name] + (1 - beta2) * np.square(dw)
        mc = m[name] / (1 - beta1**t)
        vc = v[name] / (1 - beta2**t)
        new[name] = parameters[name] - learning_rate * mc / (vc + epsilon)
    return new, {"t": t, "m": m, "v": v}


# %% keeps the corrected means
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    j = state["t"] + 1
    new, m, v = {}, {}, {}
    for k in parameters:
        g = gradients["d" + k]
        m[k] = (beta1 * state["m"][k] + (1 - beta1) * g) / (1 - beta1**j)
        v[k] = (beta2 * state["v"][k] + (1 - beta2) * g**2) / (1 - beta2**j)
        new[k] = parameters[k] - learning_rate * m[k] / (np.sqrt(v[k]) + epsilon)
    return new, {"t": j, "m": m, "v": v}


# %% writes into the old state
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    state["t"] += 1
    new = {}
    for k in parameters:
        g = gradients["d" + k]
        state["m"][k] = beta1 * state["m"][k] + (1 - beta1) * g
        state["v"][k] = beta2 * state["v"][k] + (1 - beta2) * g**2
        m_hat = state["m"][k] / (1 - beta1 ** state["t"])
        v_hat = state["v"][k] / (1 - beta2 ** state["t"])
        new[k] = parameters[k] - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)
    return new, state


# %% counts an update for each parameter
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"]
    new, m, v = {}, {}, {}
    for k in parameters:
        t += 1
        g = gradients["d" + k]
        m[k] = beta1 * state["m"][k] + (1 - beta1) * g
        v[k] = beta2 * state["v"][k] + (1 - beta2) * g**2
        new[k] = parameters[k] - learning_rate * (m[k] / (1 - beta1**t)) / (np.sqrt(v[k] / (1 - beta2**t)) + epsilon)
    return new, {"t": t, "m": m, "v": v}


# %% the new gradient gets the large share
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    j = state["t"] + 1
    new, ms, vs = {}, {}, {}
    for key, value in parameters.items():
        g = gradients["d" + key]
        ms[key] = (1 - beta1) * state["m"][key] + beta1 * g
        vs[key] = (1 - beta2) * state["v"][key] + beta2 * g**2
        gh, qh = ms[key] / (1 - beta1**j), vs[key] / (1 - beta2**j)
        new[key] = value - learning_rate * gh / (np.sqrt(qh) + epsilon)
    return new, {"t": j, "m": ms, "v": vs}


# %% beta times the count instead of to its power
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    j = state["t"] + 1
    new, m, v = {}, {}, {}
    for k in parameters:
        g = gradients["d" + k]
        m[k] = beta1 * state["m"][k] + (1 - beta1) * g
        v[k] = beta2 * state["v"][k] + (1 - beta2) * g**2
        m_hat = m[k] / (1 - beta1 * j)
        v_hat = v[k] / (1 - beta2 * j)
        new[k] = parameters[k] - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)
    return new, {"t": j, "m": m, "v": v}


# %% the count is not handed on
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    j = state["t"] + 1
    new = {}
    after = {"t": state["t"], "m": {}, "v": {}}
    for k in parameters:
        g = gradients["d" + k]
        after["m"][k] = beta1 * state["m"][k] + (1 - beta1) * g
        after["v"][k] = beta2 * state["v"][k] + (1 - beta2) * g**2
        top = after["m"][k] / (1 - beta1**j)
        bottom = np.sqrt(after["v"][k] / (1 - beta2**j)) + epsilon
        new[k] = parameters[k] - learning_rate * top / bottom
    return new, after


# %% raises, gradient under the name of the parameter
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1
    new, m, v = {}, {}, {}
    for name, p in parameters.items():
        g = gradients[name]
        m[name] = beta1 * state["m"][name] + (1 - beta1) * g
        v[name] = beta2 * state["v"][name] + (1 - beta2) * g**2
        new[name] = p - learning_rate * (m[name] / (1 - beta1**t)) / (np.sqrt(v[name] / (1 - beta2**t)) + epsilon)
    return new, {"t": t, "m": m, "v": v}


# %% raises, loops over the gradients and looks up their names in the state
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1
    new, m, v = {}, {}, {}
    for name, g in gradients.items():
        m[name] = beta1 * state["m"][name] + (1 - beta1) * g
        v[name] = beta2 * state["v"][name] + (1 - beta2) * g**2
        p = name[1:]
        new[p] = parameters[p] - learning_rate * (m[name] / (1 - beta1**t)) / (np.sqrt(v[name] / (1 - beta2**t)) + epsilon)
    return new, {"t": t, "m": m, "v": v}
