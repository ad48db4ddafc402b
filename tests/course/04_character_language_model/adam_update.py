"""`adam_update` as learners write it, rightly and wrongly."""


# %% three rounds
# right
# way: Each line is one formula for all parameters: the means, the squares, the step. The names are
#   walked through three times, and the corrections stand within the step.
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1
    m = {n: beta1 * state["m"][n] + (1 - beta1) * gradients["d" + n] for n in parameters}
    v = {n: beta2 * state["v"][n] + (1 - beta2) * gradients["d" + n] ** 2 for n in parameters}
    new = {}
    for n, w in parameters.items():
        root = np.sqrt(v[n] / (1 - beta2**t))
        new[n] = w - learning_rate * (m[n] / (1 - beta1**t)) / (root + epsilon)
    return new, {"t": t, "m": m, "v": v}


# %% the factor once
# right
# way: Less memory: both corrections become one factor of the rate, so no corrected arrays are made. The
#   reader must see why epsilon is then multiplied, too.
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1
    root = np.sqrt(1 - beta2**t)
    rate = learning_rate * root / (1 - beta1**t)
    new, m, v = {}, {}, {}
    for n in parameters:
        g = gradients["d" + n]
        m[n] = state["m"][n] + (1 - beta1) * (g - state["m"][n])
        v[n] = state["v"][n] + (1 - beta2) * (g * g - state["v"][n])
        new[n] = parameters[n] - rate * m[n] / (np.sqrt(v[n]) + epsilon * root)
    return new, {"t": t, "m": m, "v": v}


# %% copies, then in place
# right
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    new = {n: np.array(w) for n, w in parameters.items()}
    after = {"t": state["t"] + 1}
    for key in ("m", "v"):
        after[key] = {n: np.array(w) for n, w in state[key].items()}
    for n in new:
        g = gradients["d" + n]
        after["m"][n] *= beta1
        after["m"][n] += (1 - beta1) * g
        after["v"][n] *= beta2
        after["v"][n] += (1 - beta2) * g**2
        step = after["m"][n] / (1 - beta1 ** after["t"])
        new[n] -= (
            learning_rate * step / (np.sqrt(after["v"][n] / (1 - beta2 ** after["t"])) + epsilon)
        )
    return new, after


# %% a function for one array
# right
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1

    def one(w, g, m, v):
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * np.square(g)
        return (
            w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + epsilon),
            m,
            v,
        )

    done = {
        n: one(w, gradients["d" + n], state["m"][n], state["v"][n]) for n, w in parameters.items()
    }
    new, m, v = ({n: found[i] for n, found in done.items()} for i in range(3))
    return new, {"t": t, "m": m, "v": v}


# %% no correction
# wrong: not_corrected
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    m, v, new = {}, {}, {}
    for n, w in parameters.items():
        g = gradients["d" + n]
        m[n] = beta1 * state["m"][n] + (1 - beta1) * g
        v[n] = beta2 * state["v"][n] + (1 - beta2) * g**2
        new[n] = w - learning_rate * m[n] / (np.sqrt(v[n]) + epsilon)
    return new, {"t": state["t"] + 1, "m": m, "v": v}


# %% the library's epsilon
# wrong: epsilon_before_correction
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1
    alpha = learning_rate * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    m, v, new = {}, {}, {}
    for n, w in parameters.items():
        g = gradients["d" + n]
        m[n] = beta1 * state["m"][n] + (1 - beta1) * g
        v[n] = beta2 * state["v"][n] + (1 - beta2) * g**2
        new[n] = w - alpha * m[n] / (np.sqrt(v[n]) + epsilon)
    return new, {"t": t, "m": m, "v": v}


# %% epsilon under the root
# wrong: epsilon_under_the_root
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1
    m, v, new = {}, {}, {}
    for n, w in parameters.items():
        g = gradients["d" + n]
        m[n] = beta1 * state["m"][n] + (1 - beta1) * g
        v[n] = beta2 * state["v"][n] + (1 - beta2) * g**2
        new[n] = w - learning_rate * m[n] / (1 - beta1**t) / np.sqrt(
            v[n] / (1 - beta2**t) + epsilon
        )
    return new, {"t": t, "m": m, "v": v}


# %% t is counted too late
# wrong: t_of_before
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"]
    m, v, new = {}, {}, {}
    for n, w in parameters.items():
        g = gradients["d" + n]
        m[n] = beta1 * state["m"][n] + (1 - beta1) * g
        v[n] = beta2 * state["v"][n] + (1 - beta2) * g**2
        m_hat, v_hat = m[n] / (1 - np.float64(beta1) ** t), v[n] / (1 - np.float64(beta2) ** t)
        new[n] = w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)
    return new, {"t": t + 1, "m": m, "v": v}


# %% corrected for good
# wrong: corrected_means_kept
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state["t"] + 1
    m, v, new = {}, {}, {}
    for n, w in parameters.items():
        g = gradients["d" + n]
        m[n] = (beta1 * state["m"][n] + (1 - beta1) * g) / (1 - beta1**t)
        v[n] = (beta2 * state["v"][n] + (1 - beta2) * g**2) / (1 - beta2**t)
        new[n] = w - learning_rate * m[n] / (np.sqrt(v[n]) + epsilon)
    return new, {"t": t, "m": m, "v": v}


# %% the state in place
# wrong: any
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    state["t"] += 1
    t = state["t"]
    new = {}
    for n, w in parameters.items():
        g = gradients["d" + n]
        state["m"][n] = beta1 * state["m"][n] + (1 - beta1) * g
        state["v"][n] = beta2 * state["v"][n] + (1 - beta2) * g**2
        m_hat, v_hat = state["m"][n] / (1 - beta1**t), state["v"][n] / (1 - beta2**t)
        new[n] = w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)
    return new, state
