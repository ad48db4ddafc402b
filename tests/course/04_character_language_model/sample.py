"""`sample` as learners write it, rightly and wrongly."""


# %% logarithms of the prediction
# right
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    V = len(char_to_index)
    a = np.zeros((parameters["Waa"].shape[0], 1))
    x = np.zeros((V, 1))
    indices = []
    for _ in range(max_length):
        a, y, _ = rnn_cell_forward(x, a, parameters)
        if temperature == 0:
            i = int(y.argmax())
        else:
            i = int(rng.choice(V, p=softmax(np.log(y) / temperature).ravel()))
        indices.append(i)
        if i == char_to_index["\n"]:
            return indices
        x = np.eye(V)[:, [i]]
    return indices


# %% noise and the largest
# right
# way: No probabilities and no case for temperature 0: the largest score after Gumbel noise is a draw
#   from the softmax. It draws a number for each character of the alphabet, and one has to know why it is
#   right.
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    p = parameters
    a, fed, out = np.zeros((len(p["ba"]), 1)), 0.0, []
    while len(out) < max_length and (not out or out[-1] != char_to_index["\n"]):
        a = np.tanh(fed + p["Waa"] @ a + p["ba"])
        s = (p["Wya"] @ a + p["by"])[:, 0]
        out.append(int(np.argmax(s + temperature * rng.gumbel(size=s.shape))))
        fed = p["Wax"][:, [out[-1]]]
    return out


# %% one number and cumulative sums
# right
# way: What rng.choice does inside: one even number, and the first cumulative sum above it. There is more
#   to get right: the shift of the scores, the last sum, and the side of a tie.
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    n_a, V = parameters["Wax"].shape
    end = char_to_index["\n"]
    x, a, indices, index = np.zeros((V, 1)), np.zeros((n_a, 1)), [], None
    while index != end and len(indices) != max_length:
        a = rnn_cell_forward(x, a, parameters)[0]
        s = np.ravel(parameters["Wya"] @ a + parameters["by"])
        s = s - s.max()
        if temperature > 0:
            p = np.cumsum(np.exp(s / temperature))
            index = int(np.searchsorted(p / p[-1], rng.random(), side="right"))
        else:
            index = int(s.argmax())
        indices += [index]
        x = np.zeros((V, 1))
        x[index, 0] = 1
    return indices


# %% a recursion
# right
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    def go_on(x, a, left):
        if left == 0:
            return []
        a, _, _ = rnn_cell_forward(x, a, parameters)
        s = parameters["Wya"] @ a + parameters["by"]
        if temperature == 0:
            index = np.argmax(s)
        else:
            index = np.argmax(rng.multinomial(1, softmax(s / temperature)[:, 0]))
        if index == char_to_index["\n"]:
            return [int(index)]
        return [int(index), *go_on(np.eye(len(s))[:, index : index + 1], a, left - 1)]

    start = np.zeros((parameters["by"].shape[0], 1)), np.zeros(parameters["ba"].shape)
    return go_on(*start, max_length)


# %% random numbers from elsewhere
# wrong: elsewhere
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    n_a, V = parameters["Wax"].shape
    a, x, out = np.zeros((n_a, 1)), np.zeros((V, 1)), []
    while len(out) < max_length:
        a, _, _ = rnn_cell_forward(x, a, parameters)
        s = parameters["Wya"] @ a + parameters["by"]
        if temperature == 0:
            i = int(np.argmax(s))
        else:
            i = int(np.random.choice(V, p=softmax(s / temperature)[:, 0]))
        out.append(i)
        if i == char_to_index["\n"]:
            break
        x = np.eye(V)[:, [i]]
    return out


# %% softmax twice
# wrong: softmax_twice
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    n_a, V = parameters["Wax"].shape
    a, x, out = np.zeros((n_a, 1)), np.zeros((V, 1)), []
    while len(out) < max_length:
        a, y, _ = rnn_cell_forward(x, a, parameters)
        if temperature == 0:
            i = int(np.argmax(y))
        else:
            i = int(rng.choice(V, p=softmax(y / temperature)[:, 0]))
        out.append(i)
        if i == char_to_index["\n"]:
            break
        x = np.eye(V)[:, [i]]
    return out


# %% no memory
# wrong: state_not_carried
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    n_a, V = parameters["Wax"].shape
    x, out = np.zeros((V, 1)), []
    while len(out) < max_length:
        a, _, _ = rnn_cell_forward(x, np.zeros((n_a, 1)), parameters)
        s = parameters["Wya"] @ a + parameters["by"]
        if temperature == 0:
            i = int(np.argmax(s))
        else:
            i = int(rng.choice(V, p=softmax(s / temperature)[:, 0]))
        out.append(i)
        if i == char_to_index["\n"]:
            break
        x = np.eye(V)[:, [i]]
    return out


# %% deaf to itself
# wrong: character_not_fed
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    n_a, V = parameters["Wax"].shape
    a, x, out = np.zeros((n_a, 1)), np.zeros((V, 1)), []
    while len(out) < max_length:
        a, _, _ = rnn_cell_forward(x, a, parameters)
        s = parameters["Wya"] @ a + parameters["by"]
        if temperature == 0:
            i = int(np.argmax(s))
        else:
            i = int(rng.choice(V, p=softmax(s / temperature)[:, 0]))
        out.append(i)
        if i == char_to_index["\n"]:
            break
    return out


# %% the newline is lost
# wrong: newline_left_out
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    n_a, V = parameters["Wax"].shape
    a, x, out = np.zeros((n_a, 1)), np.zeros((V, 1)), []
    while len(out) < max_length:
        a, _, _ = rnn_cell_forward(x, a, parameters)
        s = parameters["Wya"] @ a + parameters["by"]
        if temperature == 0:
            i = int(np.argmax(s))
        else:
            i = int(rng.choice(V, p=softmax(s / temperature)[:, 0]))
        if i == char_to_index["\n"]:
            break
        out.append(i)
        x = np.eye(V)[:, [i]]
    return out


# %% powers
# wrong: probability_to_a_power
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    n_a, V = parameters["Wax"].shape
    a, x, out = np.zeros((n_a, 1)), np.zeros((V, 1)), []
    while len(out) < max_length:
        a, y, _ = rnn_cell_forward(x, a, parameters)
        if temperature == 0:
            i = int(np.argmax(y))
        else:
            p = y[:, 0] ** (1 / temperature)
            i = int(rng.choice(V, p=p / p.sum()))
        out.append(i)
        if i == char_to_index["\n"]:
            break
        x = np.eye(V)[:, [i]]
    return out


# %% zero is no temperature
# wrong: zero_divides
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    n_a, V = parameters["Wax"].shape
    a, x, out = np.zeros((n_a, 1)), np.zeros((V, 1)), []
    while len(out) < max_length:
        a, _, _ = rnn_cell_forward(x, a, parameters)
        s = parameters["Wya"] @ a + parameters["by"]
        out.append(int(rng.choice(V, p=softmax(s / np.float64(temperature))[:, 0])))
        if out[-1] == char_to_index["\n"]:
            break
        x = np.eye(V)[:, [out[-1]]]
    return out


# %% letters
# wrong: characters_returned
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    letters = {i: c for c, i in char_to_index.items()}
    n_a, V = parameters["Wax"].shape
    a, x, out = np.zeros((n_a, 1)), np.zeros((V, 1)), []
    while len(out) < max_length:
        a, _, _ = rnn_cell_forward(x, a, parameters)
        s = parameters["Wya"] @ a + parameters["by"]
        if temperature == 0:
            i = int(np.argmax(s))
        else:
            i = int(rng.choice(V, p=softmax(s / temperature)[:, 0]))
        out.append(letters[i])
        if letters[i] == "\n":
            break
        x = np.eye(V)[:, [i]]
    return out
