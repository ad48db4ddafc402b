# %% order of the table instead of sorted
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return wrong

# %% sorted backwards
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong, reverse=True)

# %% tolerance compared the wrong way
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) < tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% nan slips through the comparison
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape:
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% only wrong if nothing at all is finite
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or not np.any(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% other shapes reshaped to fit
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or not np.all(np.isfinite(got[name])):
            wrong.append(name)
            continue
        truth = numerical_gradient(f, theta)
        try:
            claim = np.reshape(got[name], truth.shape)
        except ValueError:
            wrong.append(name)
            continue
        if relative_error(claim, truth) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% tolerance written into the code
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > 1e-5:
            wrong.append(name)
    return sorted(wrong)

# %% allclose with its own tolerances
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif not np.allclose(got[name], numerical_gradient(f, theta), atol=tolerance, rtol=0):
            wrong.append(name)
    return sorted(wrong)

# %% mean instead of sum in the loss
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    m = x.shape[1]
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0]) / m
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% half the sum of squares as the loss
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return 0.5 * np.sum((rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0] - da) ** 2)
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% start state forgotten
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% names without their d
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"x": x, "a0": a0, **{n: parameters[n] for n in ("Wax", "Waa", "ba")}}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            now = {**parameters, "x": x, "a0": a0, name: v}
            return np.sum(da * rnn_forward(now["x"], now["a0"], now)[0])
        g = got.get("d" + name)
        if g is None or np.shape(g) != theta.shape or not np.all(np.isfinite(g)):
            wrong.append(name)
        elif relative_error(g, numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% none when all is well
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"x": x, "a0": a0, **{n: parameters[n] for n in ("Wax", "Waa", "ba")}}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            now = {**parameters, "x": x, "a0": a0, name: v}
            return np.sum(da * rnn_forward(now["x"], now["a0"], now)[0])
        g = got.get("d" + name)
        if g is None or np.shape(g) != theta.shape or not np.all(np.isfinite(g)):
            wrong.append("d" + name)
        elif relative_error(g, numerical_gradient(f, theta)) > tolerance:
            wrong.append("d" + name)
    if wrong:
        return sorted(wrong)

# %% missing skipped and order unsorted
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"x": x, "a0": a0, **{n: parameters[n] for n in ("Wax", "Waa", "ba")}}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            now = {**parameters, "x": x, "a0": a0, name: v}
            return np.sum(da * rnn_forward(now["x"], now["a0"], now)[0])
        if "d" + name in got:
            g = got["d" + name]
            if np.shape(g) != theta.shape or not np.all(np.isfinite(g)):
                wrong.append("d" + name)
            elif relative_error(g, numerical_gradient(f, theta)) > tolerance:
                wrong.append("d" + name)
    return wrong

# %% raises, missing name looked up
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"x": x, "a0": a0, **{n: parameters[n] for n in ("Wax", "Waa", "ba")}}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            now = {**parameters, "x": x, "a0": a0, name: v}
            return np.sum(da * rnn_forward(now["x"], now["a0"], now)[0])
        g = got["d" + name]
        if g.shape != theta.shape or not np.all(np.isfinite(g)):
            wrong.append("d" + name)
        elif relative_error(g, numerical_gradient(f, theta)) > tolerance:
            wrong.append("d" + name)
    return sorted(wrong)

# %% raises, suspect called with the states
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    a, y_pred, caches = rnn_forward(x, a0, parameters)
    got = backward(da, a, caches)
    return sorted(name for name in ("dx", "da0", "dWax", "dWaa", "dba") if name not in got)

# %% raises, only the nudged weight handed on
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name in ("Waa", "Wax", "ba"):
        f = lambda v: np.sum(rnn_forward(x, a0, {name: v})[0] * da)
        if relative_error(got["d" + name], numerical_gradient(f, parameters[name])) > tolerance:
            wrong.append("d" + name)
    return sorted(wrong)
