# %% right, two comprehensions
def initialize_adam(parameters):
    return {
        "t": 0,
        "m": {k: np.zeros_like(p) for k, p in parameters.items()},
        "v": {k: np.zeros_like(p) for k, p in parameters.items()},
    }


# %% right, a loop
def initialize_adam(parameters):
    state = {"t": 0, "m": {}, "v": {}}
    for name, value in parameters.items():
        state["m"][name] = np.zeros(value.shape)
        state["v"][name] = np.zeros(value.shape)
    return state


# %% right, a helper within
def initialize_adam(parameters):
    def nothing():
        return {name: np.zeros(np.shape(parameters[name])) for name in parameters}

    return dict(t=0, m=nothing(), v=nothing())


# %% right, the second is a copy of the first
def initialize_adam(parameters):
    m = {name: np.full(value.shape, 0.0) for name, value in parameters.items()}
    v = {name: value.copy() for name, value in m.items()}
    return {"m": m, "v": v, "t": 0}
