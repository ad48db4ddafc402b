"""`initialize_adam` as learners write it, rightly and wrongly."""


# %% a loop
# right
# way: One sees the state grow, name by name. np.zeros makes float64 unless it is told otherwise, so for
#   parameters in float32 the state takes twice the room.
def initialize_adam(parameters):
    state = {"t": 0, "m": {}, "v": {}}
    for name in parameters:
        state["m"][name] = np.zeros(parameters[name].shape)
        state["v"][name] = np.zeros(parameters[name].shape)
    return state


# %% zero times
# right
# way: Short, and the shape comes along by itself. It computes what is known before, and where a
#   parameter is infinite or not a number, so is the state: 0 times inf is nan.
def initialize_adam(parameters):
    def zeros():
        return {name: 0.0 * w for name, w in parameters.items()}

    return dict(t=0, m=zeros(), v=zeros())


# %% full
# right
def initialize_adam(parameters):
    return {
        "v": {k: np.full(w.shape, 0.0) for k, w in parameters.items()},
        "m": {k: np.full(w.shape, 0.0) for k, w in parameters.items()},
        "t": 0,
    }


# %% one by one
# right
def initialize_adam(parameters):
    names = list(parameters)
    m = dict(zip(names, [np.zeros_like(parameters[n]) for n in names]))
    v = dict(zip(names, [np.zeros_like(parameters[n]) for n in names]))
    return {"t": 0, "m": m, "v": v}


# %% after the first
# wrong: t_is_one
def initialize_adam(parameters):
    zeros = {name: np.zeros_like(w) for name, w in parameters.items()}
    return {"t": 1, "m": zeros, "v": dict(zeros)}


# %% names of gradients
# wrong: named_as_gradients
def initialize_adam(parameters):
    zeros = {"d" + name: np.zeros_like(w) for name, w in parameters.items()}
    return {"t": 0, "m": zeros, "v": dict(zeros)}


# %% plain zeros
# wrong: numbers_for_arrays
def initialize_adam(parameters):
    return {"t": 0, "m": dict.fromkeys(parameters, 0.0), "v": dict.fromkeys(parameters, 0.0)}


# %% three things
# wrong: tuple_returned
def initialize_adam(parameters):
    m = {name: np.zeros_like(w) for name, w in parameters.items()}
    return 0, m, {name: np.zeros_like(w) for name, w in parameters.items()}


# %% only momentum
# wrong: v_missing
def initialize_adam(parameters):
    return {"t": 0, "m": {name: np.zeros_like(w) for name, w in parameters.items()}}


# %% the parameters themselves
# wrong: copies
def initialize_adam(parameters):
    v = {name: np.zeros_like(w) for name, w in parameters.items()}
    return {"t": 0, "m": dict(parameters), "v": v}
