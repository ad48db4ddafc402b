# %% counts the first update already
def initialize_adam(parameters):
    m = {k: np.zeros_like(p) for k, p in parameters.items()}
    v = {k: np.zeros_like(p) for k, p in parameters.items()}
    return {"t": 1, "m": m, "v": v}


# %% names of the gradients
def initialize_adam(parameters):
    state = {"t": 0, "m": {}, "v": {}}
    for name in parameters:
        state["m"]["d" + name] = np.zeros(parameters[name].shape)
        state["v"]["d" + name] = np.zeros(parameters[name].shape)
    return state


# %% a plain zero for each parameter
def initialize_adam(parameters):
    return {"t": 0, "m": dict.fromkeys(parameters, 0.0), "v": dict.fromkeys(parameters, 0.0)}


# %% squares begin at one
def initialize_adam(parameters):
    return dict(
        t=0,
        m={name: np.zeros(value.shape) for name, value in parameters.items()},
        v={name: np.ones(value.shape) for name, value in parameters.items()},
    )


# %% raises, zeros of the shape of a name
def initialize_adam(parameters):
    m, v = {}, {}
    for p in parameters:
        m[p] = np.zeros(p.shape)
        v[p] = np.zeros(p.shape)
    return {"t": 0, "m": m, "v": v}
