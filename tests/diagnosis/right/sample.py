# %% right, choice
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    n_a, V = parameters["Wax"].shape
    a, x = np.zeros((n_a, 1)), np.zeros((V, 1))
    newline = char_to_index["\n"]
    indices = []
    for _ in range(max_length):
        a, _, _ = rnn_cell_forward(x, a, parameters)
        scores = parameters["Wya"] @ a + parameters["by"]
        if temperature == 0:
            index = int(np.argmax(scores))
        else:
            p = softmax(scores / temperature)
            index = int(rng.choice(V, p=p.ravel()))
        indices.append(index)
        if index == newline:
            break
        x = np.zeros((V, 1))
        x[index] = 1.0
    return indices


# %% right, own cell and a look-up
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    Wax, Waa, Wya, ba, by = (parameters[k] for k in ("Wax", "Waa", "Wya", "ba", "by"))
    state = np.zeros_like(ba)
    read = np.zeros_like(ba)
    text = []
    while len(text) < max_length:
        state = np.tanh(read + Waa @ state + ba)
        s = (Wya @ state + by).ravel()
        if temperature > 0:
            s = (s - s.max()) / temperature
            p = np.exp(s) / np.exp(s).sum()
            letter = rng.choice(len(p), p=p)
        else:
            letter = s.argmax()
        text.append(int(letter))
        if letter == char_to_index["\n"]:
            return text
        read = Wax[:, [letter]]
    return text


# %% right, sum of chances
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    V = len(parameters["by"])
    eye = np.eye(V)
    a = np.zeros((parameters["Waa"].shape[0], 1))
    x = np.zeros((V, 1))
    out = []
    while True:
        a, _, _ = rnn_cell_forward(x, a, parameters)
        s = parameters["Wya"] @ a + parameters["by"]
        if temperature == 0:
            k = int(np.argmax(s))
        else:
            p = softmax(s / temperature)[:, 0]
            k = min(int(np.searchsorted(np.cumsum(p), rng.random(), side="right")), V - 1)
        out.append(k)
        if k == char_to_index["\n"] or len(out) == max_length:
            return out
        x = eye[:, [k]]


# %% right, gumbel noise
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    def draw(scores):
        if temperature == 0:
            return int(scores.argmax())
        noise = rng.gumbel(size=scores.shape)
        return int((scores / temperature + noise).argmax())

    end = char_to_index["\n"]
    x = np.zeros(parameters["by"].shape)
    a = np.zeros(parameters["ba"].shape)
    written = []
    for _ in range(max_length):
        a = rnn_cell_forward(x, a, parameters)[0]
        written.append(draw(parameters["Wya"] @ a + parameters["by"]))
        if written[-1] == end:
            break
        x[:] = 0.0
        x[written[-1]] = 1.0
    return written
