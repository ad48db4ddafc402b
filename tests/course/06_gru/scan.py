"""`scan` as learners write it, rightly and wrongly."""


# %% doubling, with copies
# right
def scan(combine, elements):
    a, b = np.array(elements[0]), np.array(elements[1])
    d = 1
    while d < a.shape[-1]:
        new = combine((a[..., :-d], b[..., :-d]), (a[..., d:], b[..., d:]))
        a, b = a.copy(), b.copy()
        a[..., d:], b[..., d:] = new
        d *= 2
    return a, b


# %% rounds counted before
# right
def scan(combine, elements):
    pair = tuple(elements)
    T = pair[0].shape[-1]
    for k in range(int(np.ceil(np.log2(T)))):
        d = 2**k
        new = combine(tuple(e[..., : T - d] for e in pair), tuple(e[..., d:] for e in pair))
        pair = tuple(np.concatenate((e[..., :d], n), axis=-1) for e, n in zip(pair, new))
    return pair


# %% neighbours in pairs, then by recursion
# right
# way: Less work: about two combinations for each element in all, instead of one in each round. There are
#   twice as many rounds, and the recursion is harder to follow.
def scan(combine, elements):
    T = elements[0].shape[-1]
    if T == 1:
        return elements
    even = tuple(e[..., 0 : T - 1 : 2] for e in elements)
    odd = tuple(e[..., 1::2] for e in elements)
    ends = scan(combine, combine(even, odd))
    result = tuple(np.array(e) for e in elements)
    for array, end in zip(result, ends):
        array[..., 1::2] = end
    if T > 2:
        places = (T - 1) // 2
        between = tuple(e[..., 2::2] for e in elements)
        filled = combine(tuple(end[..., :places] for end in ends), between)
        for array, fill in zip(result, filled):
            array[..., 2::2] = fill
    return result


# %% halves side by side
# right
# way: Only half of the elements change in a round, each with the end of the block before it. Picking
#   them by arrays of places copies them, and the places take some thought.
def scan(combine, elements):
    first, second = elements
    T = first.shape[-1]
    block = 1
    while block < T:
        place = np.arange(T)
        late = place[place // block % 2 == 1]  # the second block of each two
        last = late // block * block - 1  # the end of the block before
        new = combine((first[..., last], second[..., last]), (first[..., late], second[..., late]))
        first, second = first.copy(), second.copy()
        first[..., late], second[..., late] = new
        block *= 2
    return first, second


# %% a loop over steps
# wrong: one_by_one
def scan(combine, elements):
    first, second = elements
    pair = first[..., :1], second[..., :1]
    firsts, seconds = [pair[0]], [pair[1]]
    for t in range(1, first.shape[-1]):
        pair = combine(pair, (first[..., t : t + 1], second[..., t : t + 1]))
        firsts.append(pair[0])
        seconds.append(pair[1])
    return np.concatenate(firsts, axis=-1), np.concatenate(seconds, axis=-1)


# %% halves, each by itself
# wrong: one_by_one
def scan(combine, elements):
    first, second = elements
    T = first.shape[-1]
    if T == 1:
        return elements
    h = T // 2
    l1, l2 = scan(combine, (first[..., :h], second[..., :h]))
    r1, r2 = scan(combine, (first[..., h:], second[..., h:]))
    n1, n2 = combine((l1[..., -1:], l2[..., -1:]), (r1, r2))
    return np.concatenate([l1, n1], axis=-1), np.concatenate([l2, n2], axis=-1)


# %% later on the left
# wrong: order_swapped
def scan(combine, elements):
    a, b = elements
    d = 1
    while d < a.shape[-1]:
        new = combine((a[..., d:], b[..., d:]), (a[..., :-d], b[..., :-d]))
        a = np.concatenate([a[..., :d], new[0]], axis=-1)
        b = np.concatenate([b[..., :d], new[1]], axis=-1)
        d *= 2
    return a, b


# %% decays and values, whatever combine says
# wrong: own_operator
def scan(combine, elements):
    d, v = elements
    k = 1
    while k < d.shape[-1]:
        v = np.concatenate([v[..., :k], d[..., k:] * v[..., :-k] + v[..., k:]], axis=-1)
        d = np.concatenate([d[..., :k], d[..., k:] * d[..., :-k]], axis=-1)
        k *= 2
    return d, v


# %% one round short
# wrong: last_round_missing
def scan(combine, elements):
    a, b = elements
    d = 1
    while d * 2 < a.shape[-1]:
        new = combine((a[..., :-d], b[..., :-d]), (a[..., d:], b[..., d:]))
        a = np.concatenate([a[..., :d], new[0]], axis=-1)
        b = np.concatenate([b[..., :d], new[1]], axis=-1)
        d *= 2
    return a, b


# %% in place
# wrong: elements_overwritten
def scan(combine, elements):
    a, b = elements
    d = 1
    while d < a.shape[-1]:
        a[..., d:], b[..., d:] = combine((a[..., :-d], b[..., :-d]), (a[..., d:], b[..., d:]))
        d *= 2
    return a, b


# %% round and round
# wrong: wraps_around
def scan(combine, elements):
    a, b = elements
    d = 1
    while d < a.shape[-1]:
        a, b = combine((np.roll(a, d, -1), np.roll(b, d, -1)), (a, b))
        d *= 2
    return a, b


# %% the whole only
# wrong: total_only
def scan(combine, elements):
    a, b = elements
    d = 1
    while d < a.shape[-1]:
        new = combine((a[..., :-d], b[..., :-d]), (a[..., d:], b[..., d:]))
        a = np.concatenate([a[..., :d], new[0]], axis=-1)
        b = np.concatenate([b[..., :d], new[1]], axis=-1)
        d *= 2
    return a[..., -1], b[..., -1]
