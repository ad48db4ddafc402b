# %% merges from the last to the first
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in reversed(merges):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == a and pieces[i + 1] == b:
                out.append(a + b)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        pieces = out
    return pieces

# %% longest merges first
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in sorted(merges, key=lambda p: -len(p[0] + p[1])):
        i = 0
        while i < len(pieces) - 1:
            if (pieces[i], pieces[i + 1]) == (a, b):
                pieces[i:i + 2] = [a + b]
            i += 1
    return pieces

# %% from right to left
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        i = len(pieces) - 2
        while i >= 0:
            if pieces[i:i + 2] == [a, b]:
                pieces[i:i + 2] = [a + b]
                i -= 1
            i -= 1
    return pieces

# %% the last piece is lost
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        out, i = [], 0
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                out.append(a + b)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        pieces = out
    return pieces

# %% the beginning is skipped
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        i = 1
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
            i += 1
    return pieces

# %% one pass over the word, any merge at each place
def bpe_encode(word, merges):
    known = set(merges)
    pieces = list(word)
    i = 0
    while i < len(pieces) - 1:
        if (pieces[i], pieces[i + 1]) in known:
            pieces[i:i + 2] = [pieces[i] + pieces[i + 1]]
        else:
            i += 1
    return pieces

# %% one pass over the letters, two at a time
def bpe_encode(word, merges):
    pieces, i = [], 0
    while i < len(word):
        if word[i:i + 2] in ["".join(m) for m in merges]:
            pieces.append(word[i:i + 2])
            i += 2
        else:
            pieces.append(word[i])
            i += 1
    return pieces

# %% compares the joined string instead of the pair
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] + pieces[i + 1] == a + b:
                out.append(a + b)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        pieces = out
    return pieces

# %% both are swapped in the new piece
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == a and pieces[i + 1] == b:
                out.append(b + a)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        pieces = out
    return pieces

# %% a tuple of pieces
def bpe_encode(word, merges):
    pieces = tuple(word)
    for pair in merges:
        out, i = (), 0
        while i < len(pieces):
            if pieces[i:i + 2] == tuple(pair):
                out += (pieces[i] + pieces[i + 1],)
                i += 2
            else:
                out += (pieces[i],)
                i += 1
        pieces = out
    return pieces

# %% the last merge alone, started from letters each time
def bpe_encode(word, merges):
    pieces = list(word)
    out = pieces
    for a, b in merges:
        out, i = [], 0
        while i < len(pieces):
            if pieces[i:i + 2] == [a, b]:
                out.append(a + b)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
    return out

# %% stops at the first merge that is not in the word
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        before = len(pieces)
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
            i += 1
        if len(pieces) == before:
            break
    return pieces

# %% uses the caller's merges up
def bpe_encode(word, merges):
    pieces = list(word)
    while merges:
        a, b = merges.pop(0)
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
            i += 1
    return pieces

# %% joined piece grows with the next piece in the same merge
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        i = 0
        while i < len(pieces) - 1:
            if pieces[i].endswith(a) and pieces[i + 1].startswith(b):
                pieces[i:i + 2] = [pieces[i] + pieces[i + 1]]
            i += 1
    return pieces

# %% raises, deletes while a for loop counts
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        for i in range(len(pieces) - 1):
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i] = a + b
                del pieces[i + 1]
    return pieces

# %% raises, assigns into a string
def bpe_encode(word, merges):
    pieces = word
    for a, b in merges:
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
            i += 1
    return list(pieces)

# %% raises, index of a pair that is not there
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        i = pieces.index(a)
        if i + 1 < len(pieces) and pieces[i + 1] == b:
            pieces[i:i + 2] = [a + b]
    return pieces
