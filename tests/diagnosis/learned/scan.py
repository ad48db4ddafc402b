# %% one call for each step
def scan(combine, elements):
    d, v = elements
    out_d, out_v = [d[..., 0]], [v[..., 0]]
    for t in range(1, d.shape[-1]):
        a, b = combine((out_d[-1], out_v[-1]), (d[..., t], v[..., t]))
        out_d.append(a)
        out_v.append(b)
    return np.stack(out_d, axis=-1), np.stack(out_v, axis=-1)


# %% one round too few
def scan(combine, elements):
    first, second = np.array(elements[0]), np.array(elements[1])
    T = first.shape[-1]
    for k in range(int(np.ceil(np.log2(T))) - 1):
        s = 2 ** k
        f, g = combine((first[..., :-s], second[..., :-s]), (first[..., s:], second[..., s:]))
        first[..., s:], second[..., s:] = f, g
    return first, second


# %% one round only
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
        break
    return d, v


# %% offset always one
def scan(combine, elements):
    first, second = np.array(elements[0]), np.array(elements[1])
    T = first.shape[-1]
    for k in range(int(np.ceil(np.log2(T)))):
        s = 1
        f, g = combine((first[..., :-s], second[..., :-s]), (first[..., s:], second[..., s:]))
        first[..., s:], second[..., s:] = f, g
    return first, second


# %% offset multiplied by three
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
        step = step * 3
    return d, v


# %% recurrence written out without the operator
def scan(combine, elements):
    d, v = elements
    D, V = d.copy(), v.copy()
    for t in range(1, d.shape[-1]):
        D[..., t] = D[..., t - 1] * d[..., t]
        V[..., t] = d[..., t] * V[..., t - 1] + v[..., t]
    return D, V


# %% padding with ones and zeros for any operator
def scan(combine, elements):
    d, v = elements
    offset = 1
    while offset < d.shape[-1]:
        one = np.ones(d.shape[:-1] + (offset,))
        left_d = np.concatenate([one, d[..., :-offset]], axis=-1)
        left_v = np.concatenate([0 * one, v[..., :-offset]], axis=-1)
        d, v = combine((left_d, left_v), (d, v))
        offset *= 2
    return d, v


# %% first places lost
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < d.shape[2]:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(left, right)
        d = new_d
        v = new_v
        step = step * 2
    return d, v


# %% exclusive: shifted by one
def scan(combine, elements):
    d, v = elements
    out_d, out_v = [d[..., 0]], [v[..., 0]]
    for t in range(1, d.shape[-1]):
        a, b = combine((out_d[-1], out_v[-1]), (d[..., t], v[..., t]))
        out_d.append(a)
        out_v.append(b)
    out_d, out_v = [np.ones(d[..., 0].shape)] + out_d[:-1], [np.zeros(d[..., 0].shape)] + out_v[:-1]
    return np.stack(out_d, axis=-1), np.stack(out_v, axis=-1)


# %% suffixes instead of prefixes
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(left, right)
        d = np.concatenate([new_d, d[:, :, T - step:]], axis=2)
        v = np.concatenate([new_v, v[:, :, T - step:]], axis=2)
        step = step * 2
    return d, v


# %% the first array updated before the second is read
def scan(combine, elements):
    d, v = elements[0].copy(), elements[1].copy()
    s = 1
    while s < d.shape[-1]:
        d[..., s:] = combine((d[..., :-s], v[..., :-s]), (d[..., s:], v[..., s:]))[0]
        v[..., s:] = combine((d[..., :-s], v[..., :-s]), (d[..., s:], v[..., s:]))[1]
        s *= 2
    return d, v


# %% halves only, right for powers of two
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    rounds = int(np.log2(T))
    s = 1
    for _ in range(rounds):
        n_d, n_v = combine((d[..., :-s], v[..., :-s]), (d[..., s:], v[..., s:]))
        d, v = np.concatenate((d[..., :s], n_d), -1), np.concatenate((v[..., :s], n_v), -1)
        s *= 2
    return d, v


# %% only the total of all steps
def scan(combine, elements):
    d, v = elements
    out_d, out_v = [d[..., 0]], [v[..., 0]]
    for t in range(1, d.shape[-1]):
        a, b = combine((out_d[-1], out_v[-1]), (d[..., t], v[..., t]))
        out_d.append(a)
        out_v.append(b)
    return out_d[-1], out_v[-1]


# %% the minimal GRU's operator written in
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    step = 1
    while step < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = left[0] * right[0], right[0] * left[1] + right[1]
        d = np.concatenate([d[:, :, :step], new_d], axis=2)
        v = np.concatenate([v[:, :, :step], new_v], axis=2)
        step = step * 2
    return d, v


# %% values only
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
    return v


# %% raises, odd numbers of steps
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    if T == 1:
        return d, v
    pd, pv = scan(combine, combine((d[..., ::2], v[..., ::2]), (d[..., 1::2], v[..., 1::2])))
    out_d, out_v = d.copy(), v.copy()
    out_d[..., 1::2], out_v[..., 1::2] = pd, pv
    if T > 2:
        out_d[..., 2::2], out_v[..., 2::2] = combine((pd[..., :-1], pv[..., :-1]), (d[..., 2::2], v[..., 2::2]))
    return out_d, out_v


# %% raises, elements taken for one array
def scan(combine, elements):
    d, v = elements
    T = elements.shape[-1]
    step = 1
    while step < T:
        left = (d[:, :, :-step], v[:, :, :-step])
        right = (d[:, :, step:], v[:, :, step:])
        new_d, new_v = combine(left, right)
        d = np.concatenate([d[:, :, :step], new_d], axis=2)
        v = np.concatenate([v[:, :, :step], new_v], axis=2)
        step = step * 2
    return d, v
