# %% forget bias always one
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {}
    for gate in "fico":
        p["W" + gate] = 0.1 * rng.standard_normal((n_a, n_a + n_x))
        p["b" + gate] = np.zeros((n_a, 1))
    p["bf"] += 1.0
    p["Wy"], p["by"] = 0.1 * rng.standard_normal((n_y, n_a)), np.zeros((n_y, 1))
    return p


# %% bias given to the input gate
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {}
    for gate in "fico":
        p["W" + gate] = 0.1 * rng.standard_normal((n_a, n_a + n_x))
        p["b" + gate] = np.zeros((n_a, 1))
    p["bi"] += forget_bias
    p["Wy"], p["by"] = 0.1 * rng.standard_normal((n_y, n_a)), np.zeros((n_y, 1))
    return p


# %% all gates get the bias
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    scale = 1 / np.sqrt(n_a + n_x)
    return {
        "Wf": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wi": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wc": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wo": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wy": rng.normal(size=(n_y, n_a)) / np.sqrt(n_a),
        "bf": np.full((n_a, 1), float(forget_bias)),
        "bi": np.full((n_a, 1), float(forget_bias)),
        "bc": np.zeros((n_a, 1)),
        "bo": np.full((n_a, 1), float(forget_bias)),
        "by": np.zeros((n_y, 1)),
    }


# %% forget bias left at zero
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {}
    for gate in "fico":
        p["W" + gate] = 0.1 * rng.standard_normal((n_a, n_a + n_x))
        p["b" + gate] = np.zeros((n_a, 1))
    p["Wy"], p["by"] = 0.1 * rng.standard_normal((n_y, n_a)), np.zeros((n_y, 1))
    return p


# %% own generator instead of rng
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    rng = np.random.default_rng(0)
    r = np.sqrt(6 / (2 * n_a + n_x))
    net = {name: rng.uniform(-r, r, size=(n_a, n_a + n_x)) for name in ("Wf", "Wi", "Wc", "Wo")}
    net["Wy"] = rng.uniform(-0.3, 0.3, size=(n_y, n_a))
    net.update({name: np.zeros((n_a, 1)) for name in ("bi", "bc", "bo")})
    net["by"] = np.zeros((n_y, 1))
    net["bf"] = forget_bias * np.ones((n_a, 1))
    return net


# %% old global random numbers
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {}
    for gate in "fico":
        p["W" + gate] = 0.1 * np.random.randn(n_a, n_a + n_x)
        p["b" + gate] = np.zeros((n_a, 1))
    p["bf"] += forget_bias
    p["Wy"], p["by"] = 0.1 * np.random.randn(n_y, n_a), np.zeros((n_y, 1))
    return p


# %% one random matrix for all four
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    every = rng.normal(0.0, 0.05, (n_a, n_a + n_x))
    Wf = Wi = Wc = Wo = every
    zero = lambda rows: np.array([[0.0]] * rows)
    return dict(Wf=Wf, Wi=Wi, Wc=Wc, Wo=Wo, Wy=rng.normal(0.0, 0.05, (n_y, n_a)),
                bf=np.repeat([[float(forget_bias)]], n_a, axis=0), bi=zero(n_a), bc=zero(n_a), bo=zero(n_a), by=zero(n_y))


# %% weights of zero
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    scale = 1 / np.sqrt(n_a + n_x)
    return {
        "Wf": np.zeros((n_a, n_a + n_x)),
        "Wi": np.zeros((n_a, n_a + n_x)),
        "Wc": np.zeros((n_a, n_a + n_x)),
        "Wo": np.zeros((n_a, n_a + n_x)),
        "Wy": rng.normal(size=(n_y, n_a)) / np.sqrt(n_a),
        "bf": np.full((n_a, 1), float(forget_bias)),
        "bi": np.zeros((n_a, 1)),
        "bc": np.zeros((n_a, 1)),
        "bo": np.zeros((n_a, 1)),
        "by": np.zeros((n_y, 1)),
    }


# %% flat biases
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    r = np.sqrt(6 / (2 * n_a + n_x))
    net = {name: rng.uniform(-r, r, size=(n_a, n_a + n_x)) for name in ("Wf", "Wi", "Wc", "Wo")}
    net["Wy"] = rng.uniform(-0.3, 0.3, size=(n_y, n_a))
    net.update({name: np.zeros(n_a) for name in ("bi", "bc", "bo")})
    net["by"] = np.zeros(n_y)
    net["bf"] = forget_bias * np.ones(n_a)
    return net


# %% weights for x only
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {}
    for gate in "fico":
        p["W" + gate] = 0.1 * rng.standard_normal((n_a, n_x))
        p["b" + gate] = np.zeros((n_a, 1))
    p["bf"] += forget_bias
    p["Wy"], p["by"] = 0.1 * rng.standard_normal((n_y, n_a)), np.zeros((n_y, 1))
    return p


# %% bias is sigmoid of the number
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    scale = 1 / np.sqrt(n_a + n_x)
    return {
        "Wf": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wi": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wc": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wo": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wy": rng.normal(size=(n_y, n_a)) / np.sqrt(n_a),
        "bf": np.full((n_a, 1), sigmoid(float(forget_bias))),
        "bi": np.zeros((n_a, 1)),
        "bc": np.zeros((n_a, 1)),
        "bo": np.zeros((n_a, 1)),
        "by": np.zeros((n_y, 1)),
    }


# %% raises, shape as two arguments
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {}
    for gate in "fico":
        p["W" + gate] = 0.1 * rng.standard_normal((n_a, n_a + n_x))
        p["b" + gate] = np.zeros((n_a, 1))
    p["bf"] += forget_bias
    p["Wy"], p["by"] = 0.1 * rng.standard_normal(n_y, n_a), np.zeros((n_y, 1))
    return p


# %% raises, rng called like a function
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    scale = 1 / np.sqrt(n_a + n_x)
    return {
        "Wf": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wi": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wc": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wo": rng.normal(size=(n_a, n_a + n_x)) * scale,
        "Wy": rng(n_y, n_a) / np.sqrt(n_a),
        "bf": np.full((n_a, 1), float(forget_bias)),
        "bi": np.zeros((n_a, 1)),
        "bc": np.zeros((n_a, 1)),
        "bo": np.zeros((n_a, 1)),
        "by": np.zeros((n_y, 1)),
    }
