# %% right, doubling
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
    return d, v


# %% right, doubling in a copy
def scan(combine, elements):
    first, second = np.array(elements[0]), np.array(elements[1])
    T = first.shape[-1]
    for k in range(int(np.ceil(np.log2(T)))):
        s = 2 ** k
        f, g = combine((first[..., :-s], second[..., :-s]), (first[..., s:], second[..., s:]))
        first[..., s:], second[..., s:] = f, g
    return first, second


# %% right, recursion over pairs
def scan(combine, elements):
    d, v = elements
    T = d.shape[-1]
    if T == 1:
        return d, v
    even = (d[..., 0:T - 1:2], v[..., 0:T - 1:2])
    odd = (d[..., 1::2], v[..., 1::2])
    pairs = scan(combine, combine(even, odd))
    out_d, out_v = np.empty_like(d), np.empty_like(v)
    out_d[..., 1::2], out_v[..., 1::2] = pairs
    out_d[..., 0], out_v[..., 0] = d[..., 0], v[..., 0]
    if T > 2:
        n = (T - 1) // 2
        rest = combine((pairs[0][..., :n], pairs[1][..., :n]), (d[..., 2::2], v[..., 2::2]))
        out_d[..., 2::2], out_v[..., 2::2] = rest
    return out_d, out_v


# %% right, blocks of growing length
def scan(combine, elements):
    pair = tuple(np.copy(part) for part in elements)
    width, steps = 1, pair[0].shape[-1]
    while width < steps:
        middle = np.arange(width, steps)
        joined = combine(tuple(p[..., middle - width] for p in pair), tuple(p[..., middle] for p in pair))
        for old, new in zip(pair, joined):
            old[..., middle] = new
        width += width
    return pair
