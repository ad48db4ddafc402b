# %% greedy longest match from the left
def bpe_encode(word, merges):
    known = {a + b for a, b in merges}
    pieces, i = [], 0
    while i < len(word):
        for j in range(len(word), i, -1):
            if word[i:j] in known or j == i + 1:
                pieces.append(word[i:j])
                i = j
                break
    return pieces

# %% merges in alphabetical order
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in sorted(merges):
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
            i += 1
    return pieces

# %% only the first place of each pair is joined
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        for i in range(len(pieces) - 1):
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
                break
    return pieces

# %% overlapping, aaa becomes twice aa
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        hits = [i for i in range(len(pieces) - 1) if pieces[i] == a and pieces[i + 1] == b]
        out = []
        for i, p in enumerate(pieces):
            if i in hits:
                out.append(a + b)
            elif i - 1 not in hits:
                out.append(p)
        pieces = out
    return pieces

# %% the pair at the very end is missed
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        i = 0
        while i < len(pieces) - 2:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
            i += 1
    return pieces

# %% only the first merge
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == a and pieces[i + 1] == b:
                out.append(a + b)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    return pieces

# %% again and again from the left until nothing merges
def bpe_encode(word, merges):
    known = set(merges)
    pieces = list(word)
    changed = True
    while changed:
        changed = False
        for i in range(len(pieces) - 1):
            if (pieces[i], pieces[i + 1]) in known:
                pieces = pieces[:i] + [pieces[i] + pieces[i + 1]] + pieces[i + 2:]
                changed = True
                break
    return pieces

# %% string replace, a blank between the pieces, not at borders
def bpe_encode(word, merges):
    text = " ".join(word)
    for a, b in merges:
        text = text.replace(a + " " + b, a + b)
    return text.split(" ")

# %% joins the pair the other way round too
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        out = []
        for p in pieces:
            if out and out[-1] == a and p == b:
                out[-1] = a + b
            elif out and out[-1] == b and p == a:
                out[-1] = b + a
            else:
                out.append(p)
        pieces = out
    return pieces

# %% one string with blanks
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        out, i = [], 0
        while i < len(pieces):
            if pieces[i:i + 2] == [a, b]:
                out.append(a + b)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        pieces = out
    return " ".join(pieces)

# %% only the letters, merges never stick
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        out, i = [], 0
        while i < len(pieces):
            if pieces[i:i + 2] == [a, b]:
                out.append(a + b)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
    return pieces

# %% an end-of-word mark is added
def bpe_encode(word, merges):
    pieces = list(word) + ["</w>"]
    for a, b in merges:
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
            i += 1
    return pieces

# %% jumps two on after joining in place
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
                i += 2
            else:
                i += 1
    return pieces

# %% two slips, reversed and only the first place
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges[::-1]:
        for i in range(len(pieces) - 1):
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i:i + 2] = [a + b]
                break
    return pieces

# %% goes on by one after a join, the second piece stays
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        out = []
        i = 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == a and pieces[i + 1] == b:
                out.append(a + b)
            else:
                out.append(pieces[i])
            i += 1
        pieces = out
    return pieces

# %% raises, looks beyond the last piece
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        out, i = [], 0
        while i < len(pieces):
            if pieces[i] == a and pieces[i + 1] == b:
                out.append(a + b)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        pieces = out
    return pieces

# %% raises, a list and a tuple joined
def bpe_encode(word, merges):
    pieces = list(word)
    for pair in merges:
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                pieces = pieces[:i] + pair + pieces[i + 2:]
            i += 1
    return pieces
