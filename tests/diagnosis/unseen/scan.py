# %% later stretch on the left
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(right, left)
        d = np.concatenate([d[:, :, :step], new_d], axis=2)
        v = np.concatenate([v[:, :, :step], new_v], axis=2)
        step = step * 2
    return d, v


# %% rounds rounded down
def scan(combine, elements):
    first, second = np.array(elements[0]), np.array(elements[1])
    T = first.shape[-1]
    for k in range(int(np.floor(np.log2(T)))):
        s = 2 ** k
        f, g = combine((first[..., :-s], second[..., :-s]), (first[..., s:], second[..., s:]))
        first[..., s:], second[..., s:] = f, g
    return first, second


# %% offset grows by one
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(left, right)
        d = np.concatenate([d[:, :, :step], new_d], axis=2)
        v = np.concatenate([v[:, :, :step], new_v], axis=2)
        step = step + 1
    return d, v


# %% stops at half
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < T // 2:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(left, right)
        d = np.concatenate([d[:, :, :step], new_d], axis=2)
        v = np.concatenate([v[:, :, :step], new_v], axis=2)
        step = step * 2
    return d, v


# %% cumulative products and the operator never called
def scan(combine, elements):
    d, v = elements
    P = np.cumprod(d, axis=-1)
    return P, P * np.cumsum(v / P, axis=-1)


# %% places wrap around
def scan(combine, elements):
    d, v = elements
    offset = 1
    while offset < d.shape[-1]:
        d, v = combine((np.roll(d, offset, axis=-1), np.roll(v, offset, axis=-1)), (d, v))
        offset *= 2
    return d, v


# %% padding with zeros in both
def scan(combine, elements):
    d, v = elements
    offset = 1
    while offset < d.shape[-1]:
        zero = np.zeros(d.shape[:-1] + (offset,))
        left_d = np.concatenate([zero, d[..., :-offset]], axis=-1)
        left_v = np.concatenate([zero, v[..., :-offset]], axis=-1)
        d, v = combine((left_d, left_v), (d, v))
        offset *= 2
    return d, v


# %% new places put in front
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(left, right)
        d = np.concatenate([new_d, d[:, :, -step:]], axis=2)
        v = np.concatenate([new_v, v[:, :, -step:]], axis=2)
        step = step * 2
    return d, v


# %% exclusive and in few rounds
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(left, right)
        d = np.concatenate([d[:, :, :step], new_d], axis=2)
        v = np.concatenate([v[:, :, :step], new_v], axis=2)
        step = step * 2
    one = np.ones(d.shape[:2] + (1,))
    return np.concatenate([one, d[:, :, :-1]], axis=2), np.concatenate([0 * one, v[:, :, :-1]], axis=2)


# %% works in place over the caller's arrays
def scan(combine, elements):
    first, second = elements[0], elements[1]
    T = first.shape[-1]
    for k in range(int(np.ceil(np.log2(T)))):
        s = 2 ** k
        f, g = combine((first[..., :-s], second[..., :-s]), (first[..., s:], second[..., s:]))
        first[..., s:], second[..., s:] = f, g
    return first, second


# %% called twice in each round
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(left, right)[0], combine(left, right)[1]
        d = np.concatenate([d[:, :, :step], new_d], axis=2)
        v = np.concatenate([v[:, :, :step], new_v], axis=2)
        step = step * 2
    combine((d, v), (d, v))
    combine((d, v), (d, v))
    combine((d, v), (d, v))
    return d, v


# %% halves by recursion with one call each
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    if T == 1:
        return d, v
    h = T // 2
    left = scan(combine, (d[..., :h], v[..., :h]))
    right = scan(combine, (d[..., h:], v[..., h:]))
    end = (left[0][..., -1:], left[1][..., -1:])
    joined = combine(end, right)
    return np.concatenate([left[0], joined[0]], -1), np.concatenate([left[1], joined[1]], -1)


# %% scans the first axis
def scan(combine, elements):
    first, second = np.array(elements[0]), np.array(elements[1])
    T = first.shape[0]
    for k in range(int(np.ceil(np.log2(T)))):
        s = 2 ** k
        f, g = combine((first[:-s], second[:-s]), (first[s:], second[s:]))
        first[s:], second[s:] = f, g
    return first, second


# %% elements given back
def scan(combine, elements):
    return elements


# %% swapped operands and a round too few
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step * 2 < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(right, left)
        d = np.concatenate([d[:, :, :step], new_d], axis=2)
        v = np.concatenate([v[:, :, :step], new_v], axis=2)
        step = step * 2
    return d, v


# %% raises, reshaped into pairs
def scan(combine, elements):
    d, v = elements
    n_a, m, T = d.shape
    pairs_d, pairs_v = d.reshape(n_a, m, T // 2, 2), v.reshape(n_a, m, T // 2, 2)
    d, v = combine((pairs_d[..., 0], pairs_v[..., 0]), (pairs_d[..., 1], pairs_v[..., 1]))
    return d, v


# %% raises, four arguments to the operator
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(*left, *right)
        d = np.concatenate([d[:, :, :step], new_d], axis=2)
        v = np.concatenate([v[:, :, :step], new_v], axis=2)
        step = step * 2
    return d, v
