"""`bpe_encode` as learners write it, rightly and wrongly."""

# %% popping
# right
def bpe_encode(word, merges):
    pieces = [c for c in word]
    for pair in merges:
        i = 0
        while i < len(pieces) - 1:
            if (pieces[i], pieces[i + 1]) == tuple(pair):
                pieces[i] = pieces[i] + pieces[i + 1]
                del pieces[i + 1]
            i += 1
    return pieces


# %% lowest rank first
# right
# way: How tokenizers do it: look at the pairs that are there, and take the one that was learned first.
#   Faster for a word and thousands of merges, most of which do not occur in it; two loops to read.
def bpe_encode(word, merges):
    rank = {tuple(pair): i for i, pair in enumerate(merges)}
    pieces = list(word)
    while True:
        found = [rank[p] for p in zip(pieces, pieces[1:]) if p in rank]
        if not found:
            return pieces
        left, right = merges[min(found)]
        out, i = [], 0
        while i < len(pieces):
            if pieces[i : i + 2] == [left, right]:
                out.append(left + right)
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        pieces = out


# %% brackets
# right
# way: Faster, as text.replace runs in compiled code. It fails for a word that holds a bracket itself, so
#   it needs a sign that no word has.
def bpe_encode(word, merges):
    text = "".join(f"[{c}]" for c in word)
    for a, b in merges:
        text = text.replace(f"[{a}][{b}]", f"[{a}{b}]")
    return text[1:-1].split("][")


# %% iterator with a flag
# right
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        new, skip = [], False
        for i, piece in enumerate(pieces):
            if skip:
                skip = False
            elif piece == a and i + 1 < len(pieces) and pieces[i + 1] == b:
                new.append(a + b)
                skip = True
            else:
                new.append(piece)
        pieces = new
    return pieces


# %% replaced in a text with spaces
# wrong: replaced_as_text
def bpe_encode(word, merges):
    text = " ".join(list(word))
    for a, b in merges:
        text = text.replace(f"{a} {b}", a + b)
    return text.split()


# %% longest known piece
# wrong: longest_piece_first
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


# %% a single place
# wrong: any
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        for i in range(len(pieces) - 1):
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i : i + 2] = [a + b]
                break
    return pieces


# %% returns too early
# wrong: first_merge_only
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i : i + 2] = [a + b]
            i += 1
        return pieces
    return pieces


# %% last to first
# wrong: merges_reversed
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in reversed(merges):
        i = 0
        while i < len(pieces) - 1:
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i : i + 2] = [a + b]
            i += 1
    return pieces


# %% deleted while counting on
# wrong: none
def bpe_encode(word, merges):
    pieces = list(word)
    for a, b in merges:
        for i in range(len(pieces) - 1):
            if pieces[i] == a and pieces[i + 1] == b:
                pieces[i : i + 2] = [a + b]
    return pieces


# %% a text with spaces comes back
# wrong: joined_text
def bpe_encode(word, merges):
    text = "".join(f"[{c}]" for c in word)
    for a, b in merges:
        text = text.replace(f"[{a}][{b}]", f"[{a}{b}]")
    return text[1:-1].replace("][", " ")
