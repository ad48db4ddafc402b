"""`wrong_gradients` as learners write it, rightly and wrongly."""


# %% five lambdas
# right
# way: Each of the five losses stands in a line of its own, so one sees what is moved and what stays. A
#   sixth parameter needs a sixth line.
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    def loss(x, a0, parameters):
        return np.sum(rnn_forward(x, a0, parameters)[0] * da)

    tried = {
        "dx": (lambda v: loss(v, a0, parameters), x),
        "da0": (lambda v: loss(x, v, parameters), a0),
        "dWax": (lambda v: loss(x, a0, {**parameters, "Wax": v}), parameters["Wax"]),
        "dWaa": (lambda v: loss(x, a0, {**parameters, "Waa": v}), parameters["Waa"]),
        "dba": (lambda v: loss(x, a0, parameters | {"ba": v}), parameters["ba"]),
    }
    claimed = backward(da, rnn_forward(x, a0, parameters)[2])

    def right(name):
        f, theta = tried[name]
        if name not in claimed:
            return False
        claim = np.asarray(claimed[name])
        if claim.shape != theta.shape or not np.isfinite(claim).all():
            return False
        return relative_error(claim, numerical_gradient(f, theta)) <= tolerance

    return sorted(name for name in tried if not right(name))


# %% the order of the alphabet by hand
# right
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    _, _, caches = rnn_forward(x, a0, parameters)
    claimed = backward(da, caches)
    found = []
    for name in ("dWaa", "dWax", "da0", "dba", "dx"):

        def loss(value, name=name):
            p, inputs, start = dict(parameters), x, a0
            if name == "dx":
                inputs = value
            elif name == "da0":
                start = value
            else:
                p[name[1:]] = value
            states, _, _ = rnn_forward(inputs, start, p)
            return float((states * da).sum())

        theta = {"dx": x, "da0": a0}.get(name)
        theta = parameters[name[1:]] if theta is None else theta
        try:
            assert claimed[name].shape == theta.shape
            with np.errstate(invalid="ignore"):
                error = relative_error(claimed[name], numerical_gradient(loss, theta))
        except (KeyError, AssertionError):
            error = np.inf
        if not error <= tolerance:  # nan is never at most the tolerance
            found.append(name)
    return found


# %% its own differences
# right
# way: Needs neither numerical_gradient nor its name, and so repeats its differences. It copies all five
#   arrays for each entry that it moves.
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    claimed = backward(da, rnn_forward(x, a0, parameters)[2])
    arrays = [x, a0, parameters["Wax"], parameters["Waa"], parameters["ba"]]
    names = ["dx", "da0", "dWax", "dWaa", "dba"]

    def loss(arrays):
        p = parameters | dict(zip(("Wax", "Waa", "ba"), arrays[2:]))
        return np.sum(rnn_forward(arrays[0], arrays[1], p)[0] * da)

    wrong = set()
    for place, name in enumerate(names):
        slopes = np.zeros(arrays[place].shape)
        for index in np.ndindex(slopes.shape):
            two = []
            for move in (1e-5, -1e-5):
                moved = [np.array(array) for array in arrays]
                moved[place][index] += move
                two.append(loss(moved))
            slopes[index] = (two[0] - two[1]) / 2e-5
        claim = claimed.get(name, np.nan)
        with np.errstate(invalid="ignore"):
            if np.shape(claim) != slopes.shape or not relative_error(claim, slopes) <= tolerance:
                wrong.add(name)
    return sorted(wrong)


# %% in the order of trying
# wrong: not_sorted
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    claimed = backward(da, rnn_forward(x, a0, parameters)[2])
    found = []
    for name in ("dx", "da0", "dWax", "dWaa", "dba"):
        theta = {"dx": x, "da0": a0}.get(name, parameters.get(name[1:]))

        def loss(v):
            p = {**parameters, name[1:]: v}
            start = v if name == "da0" else a0
            return np.sum(rnn_forward(v if name == "dx" else x, start, p)[0] * da)

        claim = claimed.get(name)
        if (
            np.shape(claim) != theta.shape
            or not np.isfinite(claim).all()
            or relative_error(claim, numerical_gradient(loss, theta)) > tolerance
        ):
            found.append(name)
    return found


# %% nan is not above the tolerance
# wrong: nan_let_through
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    claimed = backward(da, rnn_forward(x, a0, parameters)[2])
    found = []
    for name in ("dx", "da0", "dWax", "dWaa", "dba"):
        theta = {"dx": x, "da0": a0}.get(name, parameters.get(name[1:]))

        def loss(v, name=name):
            p = {**parameters, name[1:]: v}
            start = v if name == "da0" else a0
            return np.sum(rnn_forward(v if name == "dx" else x, start, p)[0] * da)

        claim = claimed.get(name)
        if np.shape(claim) != theta.shape:
            found.append(name)
        elif relative_error(claim, numerical_gradient(loss, theta)) > tolerance:
            found.append(name)
    return sorted(found)


# %% a name that is missing
# wrong: missing_raises
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    claimed = backward(da, rnn_forward(x, a0, parameters)[2])
    found = []
    for name in ("dx", "da0", "dWax", "dWaa", "dba"):
        theta = {"dx": x, "da0": a0}.get(name, parameters.get(name[1:]))

        def loss(v, name=name):
            p = {**parameters, name[1:]: v}
            start = v if name == "da0" else a0
            return np.sum(rnn_forward(v if name == "dx" else x, start, p)[0] * da)

        claim = claimed[name]
        if (
            np.shape(claim) != theta.shape
            or not np.isfinite(claim).all()
            or relative_error(claim, numerical_gradient(loss, theta)) > tolerance
        ):
            found.append(name)
    return sorted(found)


# %% only the weights
# wrong: weights_only
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    claimed = backward(da, rnn_forward(x, a0, parameters)[2])
    found = []
    for name in ("Wax", "Waa", "ba"):

        def loss(v, name=name):
            return np.sum(rnn_forward(x, a0, {**parameters, name: v})[0] * da)

        claim, theta = claimed.get(f"d{name}"), parameters[name]
        if (
            np.shape(claim) != theta.shape
            or not np.isfinite(claim).all()
            or relative_error(claim, numerical_gradient(loss, theta)) > tolerance
        ):
            found.append(f"d{name}")
    return sorted(found)


# %% the sum of the states
# wrong: da_not_in_loss
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    claimed = backward(da, rnn_forward(x, a0, parameters)[2])
    found = []
    for name in ("dx", "da0", "dWax", "dWaa", "dba"):
        theta = {"dx": x, "da0": a0}.get(name, parameters.get(name[1:]))

        def loss(v, name=name):
            p = {**parameters, name[1:]: v}
            start = v if name == "da0" else a0
            return np.sum(rnn_forward(v if name == "dx" else x, start, p)[0])

        claim = claimed.get(name)
        if (
            np.shape(claim) != theta.shape
            or not np.isfinite(claim).all()
            or relative_error(claim, numerical_gradient(loss, theta)) > tolerance
        ):
            found.append(name)
    return sorted(found)


# %% a set of names
# wrong: set_returned
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    return {"dWaa"}
