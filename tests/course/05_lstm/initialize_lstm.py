"""`initialize_lstm` as learners write it, rightly and wrongly."""

# %% one line each
# right
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    n = n_a + n_x
    return {
        "Wf": 0.1 * rng.standard_normal((n_a, n)), "bf": forget_bias * np.ones((n_a, 1)),
        "Wi": 0.1 * rng.standard_normal((n_a, n)), "bi": np.zeros((n_a, 1)),
        "Wc": 0.1 * rng.standard_normal((n_a, n)), "bc": np.zeros((n_a, 1)),
        "Wo": 0.1 * rng.standard_normal((n_a, n)), "bo": np.zeros((n_a, 1)),
        "Wy": 0.1 * rng.standard_normal((n_y, n_a)), "by": np.zeros((n_y, 1)),
    }


# %% uniform numbers
# right
# way: No number is far out, as a normal one may be. How large they are depends on n_a alone, so with
#   many inputs the gates start nearer to 0 and 1.
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    bound = 1 / np.sqrt(n_a)
    p = {"W" + g: rng.uniform(-bound, bound, size=(n_a, n_a + n_x)) for g in "fico"}
    p.update({"b" + g: np.zeros((n_a, 1)) + (forget_bias if g == "f" else 0) for g in "fico"})
    p["Wy"] = rng.uniform(-bound, bound, size=(n_y, n_a))
    p["by"] = np.zeros((n_y, 1))
    return p


# %% orthogonal block for the state
# right
# way: Slower, as each gate needs a QR decomposition. For that the block of the state changes no length
#   at the beginning, whatever the state is.
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {}
    for g in ["f", "i", "c", "o"]:
        Q = np.linalg.qr(rng.normal(size=(n_a, n_a)))[0]
        p[f"W{g}"] = np.hstack([Q, rng.normal(size=(n_a, n_x)) / np.sqrt(n_x)])
        p[f"b{g}"] = np.zeros((n_a, 1))
    p["bf"] += forget_bias
    p["Wy"], p["by"] = rng.normal(size=(n_y, n_a)) / np.sqrt(n_a), np.zeros((n_y, 1))
    return p


# %% one draw, cut into pieces
# right
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    W = rng.normal(0, 0.5, (4 * n_a, n_a + n_x))
    b = np.zeros((4 * n_a, 1))
    b[:n_a] = forget_bias
    p = {k + g: v for k, whole in (("W", W), ("b", b)) for g, v in zip("fico", np.split(whole, 4))}
    return {**p, "Wy": rng.normal(0, 0.5, (n_y, n_a)), "by": np.zeros((n_y, 1))}


# %% all biases zero
# wrong: forget_bias_unused
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {"W" + g: rng.normal(size=(n_a, n_a + n_x)) for g in "fico"}
    p |= {"b" + g: np.zeros((n_a, 1)) for g in "fico"}
    return p | {"Wy": rng.normal(size=(n_y, n_a)), "by": np.zeros((n_y, 1))}


# %% always one
# wrong: forget_bias_always_one
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {"W" + g: rng.normal(size=(n_a, n_a + n_x)) for g in "fico"}
    p |= {"b" + g: np.zeros((n_a, 1)) for g in "ico"} | {"bf": np.ones((n_a, 1))}
    return p | {"Wy": rng.normal(size=(n_y, n_a)), "by": np.zeros((n_y, 1))}


# %% every gate open
# wrong: forget_bias_everywhere
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {"W" + g: rng.normal(size=(n_a, n_a + n_x)) for g in "fico"}
    p |= {"b" + g: np.full((n_a, 1), forget_bias) for g in "fico"}
    return p | {"Wy": rng.normal(size=(n_y, n_a)), "by": np.zeros((n_y, 1))}


# %% a seed of its own
# wrong: seed_of_its_own
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    own = np.random.default_rng(1)
    p = {"W" + g: own.normal(size=(n_a, n_a + n_x)) for g in "fico"}
    p |= {"b" + g: np.zeros((n_a, 1)) for g in "ico"} | {"bf": np.full((n_a, 1), forget_bias)}
    return p | {"Wy": own.normal(size=(n_y, n_a)), "by": np.zeros((n_y, 1))}


# %% all zero
# wrong: weights_zero
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {"W" + g: np.zeros((n_a, n_a + n_x)) for g in "fico"}
    p |= {"b" + g: np.zeros((n_a, 1)) for g in "ico"} | {"bf": np.full((n_a, 1), forget_bias)}
    return p | {"Wy": np.zeros((n_y, n_a)), "by": np.zeros((n_y, 1))}


# %% flat bias
# wrong: bf_flat
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = {"W" + g: rng.normal(size=(n_a, n_a + n_x)) for g in "fico"}
    p |= {"b" + g: np.zeros((n_a, 1)) for g in "ico"} | {"bf": forget_bias * np.ones(n_a)}
    return p | {"Wy": rng.normal(size=(n_y, n_a)), "by": np.zeros((n_y, 1))}


# %% one matrix for all gates
# wrong: one_matrix_for_all
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    p = dict.fromkeys(["Wf", "Wi", "Wc", "Wo"], rng.normal(size=(n_a, n_a + n_x)))
    p |= {"b" + g: np.zeros((n_a, 1)) for g in "ico"} | {"bf": np.full((n_a, 1), forget_bias)}
    return p | {"Wy": rng.normal(size=(n_y, n_a)), "by": np.zeros((n_y, 1))}


# %% not written yet
# wrong: none
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    raise NotImplementedError
