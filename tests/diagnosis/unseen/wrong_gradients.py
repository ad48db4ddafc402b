# %% a set back
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = set()
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.add(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.add(name)
    return wrong

# %% the good ones are listed
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    out = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name in got and np.shape(got[name]) == theta.shape and np.all(np.isfinite(got[name])):
            if relative_error(got[name], numerical_gradient(f, theta)) <= tolerance:
                out.append(name)
    return sorted(out)

# %% missing names are skipped
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        if name not in got:
            continue
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% infinity forgotten and only nan looked for
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or np.any(np.isnan(got[name])):
            wrong.append(name)
        else:
            with np.errstate(all="ignore"):
                if relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
                    wrong.append(name)
    return sorted(wrong)

# %% broken values are set to zero first
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
            continue
        truth = numerical_gradient(f, theta)
        ok = np.isfinite(got[name])
        if relative_error(np.where(ok, got[name], 0), np.where(ok, truth, 0)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% number of axes and entries taken for the shape
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(da * rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        truth = numerical_gradient(f, theta)
        if name not in got or np.ndim(got[name]) != truth.ndim:
            wrong.append(name)
        elif np.size(got[name]) != truth.size or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(np.reshape(got[name], truth.shape), truth) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% tolerance also taken for the nudge
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
        elif relative_error(got[name], numerical_gradient(f, theta, tolerance)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% sum of the states without what comes from outside
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            return np.sum(rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0])
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% loss from the last step only
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"dx": x, "da0": a0, "dWax": parameters["Wax"], "dWaa": parameters["Waa"], "dba": parameters["ba"]}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            p = {**parameters, name[1:]: v}
            a = rnn_forward(v if name == "dx" else x, v if name == "da0" else a0, p)[0]
            return np.sum(da[:, :, -1] * a[:, :, -1])
        if name not in got or np.shape(got[name]) != theta.shape or not np.all(np.isfinite(got[name])):
            wrong.append(name)
        elif relative_error(got[name], numerical_gradient(f, theta)) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% only the three parameters looked at
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name in ("Waa", "Wax", "ba"):
        f = lambda v: np.sum(da * rnn_forward(x, a0, {**parameters, name: v})[0])
        g = got.get("d" + name)
        if g is None or np.shape(g) != parameters[name].shape or not np.all(np.isfinite(g)):
            wrong.append("d" + name)
        elif relative_error(g, numerical_gradient(f, parameters[name])) > tolerance:
            wrong.append("d" + name)
    return wrong

# %% raises, compared with the backward pass of lesson two
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    caches = rnn_forward(x, a0, parameters)[2]
    got, truth = backward(da, caches), rnn_backward(da, caches)
    wrong = []
    for name in truth:
        if name in got and relative_error(np.ravel(got[name]), np.ravel(truth[name])) > tolerance:
            wrong.append(name)
    return sorted(wrong)

# %% stops at the first that is wrong
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"x": x, "a0": a0, **{n: parameters[n] for n in ("Wax", "Waa", "ba")}}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    for name in sorted(every):
        theta = every[name]
        def f(v):
            now = {**parameters, "x": x, "a0": a0, name: v}
            return np.sum(da * rnn_forward(now["x"], now["a0"], now)[0])
        g = got.get("d" + name)
        if g is None or np.shape(g) != theta.shape or not np.all(np.isfinite(g)):
            return ["d" + name]
        if relative_error(g, numerical_gradient(f, theta)) > tolerance:
            return ["d" + name]
    return []

# %% number of wrong ones instead of names
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"x": x, "a0": a0, **{n: parameters[n] for n in ("Wax", "Waa", "ba")}}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    count = 0
    for name, theta in every.items():
        def f(v):
            now = {**parameters, "x": x, "a0": a0, name: v}
            return np.sum(da * rnn_forward(now["x"], now["a0"], now)[0])
        g = got.get("d" + name)
        if g is None or np.shape(g) != theta.shape or not np.all(np.isfinite(g)):
            count += 1
        elif relative_error(g, numerical_gradient(f, theta)) > tolerance:
            count += 1
    return count

# %% parameters reloaded so the nudge is lost
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"x": x, "a0": a0, **{n: parameters[n] for n in ("Wax", "Waa", "ba")}}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            return np.sum(da * rnn_forward(v if name == "x" else x, v if name == "a0" else a0, parameters)[0])
        g = got.get("d" + name)
        if g is None or np.shape(g) != theta.shape or not np.all(np.isfinite(g)):
            wrong.append("d" + name)
        elif relative_error(g, numerical_gradient(f, theta)) > tolerance:
            wrong.append("d" + name)
    return sorted(wrong)

# %% raises, shapes that cannot be subtracted
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    every = {"x": x, "a0": a0, **{n: parameters[n] for n in ("Wax", "Waa", "ba")}}
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, theta in every.items():
        def f(v):
            now = {**parameters, "x": x, "a0": a0, name: v}
            return np.sum(da * rnn_forward(now["x"], now["a0"], now)[0])
        g = got.get("d" + name)
        if g is None or not np.all(np.isfinite(g)):
            wrong.append("d" + name)
        elif np.linalg.norm(np.ravel(g) - np.ravel(numerical_gradient(f, theta))) > tolerance * np.linalg.norm(np.ravel(g)):
            wrong.append("d" + name)
    return sorted(wrong)

# %% raises, all outputs of the forward pass multiplied
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name in ("Waa", "Wax", "ba"):
        f = lambda v: np.sum(rnn_forward(x, a0, {**parameters, name: v}) * da)
        if relative_error(got["d" + name], numerical_gradient(f, parameters[name])) > tolerance:
            wrong.append("d" + name)
    return sorted(wrong)

# %% raises, looks for dx among the parameters
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    got = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name in sorted(got):
        key = name[1:]
        f = lambda v: np.sum(rnn_forward(x, a0, {**parameters, key: v})[0] * da)
        if relative_error(got[name], numerical_gradient(f, parameters[key])) > tolerance:
            wrong.append(name)
    return wrong
