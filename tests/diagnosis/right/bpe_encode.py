# %% right, while loop into a new list
def bpe_encode(word, merges):
    pieces = list(word)
    for first, second in merges:
        joined, position = [], 0
        while position < len(pieces):
            if pieces[position:position + 2] == [first, second]:
                joined.append(first + second)
                position += 2
            else:
                joined.append(pieces[position])
                position += 1
        pieces = joined
    return pieces

# %% right, joins in place
def bpe_encode(word, merges):
    pieces = list(word)
    for pair in merges:
        i = 0
        while i + 1 < len(pieces):
            if (pieces[i], pieces[i + 1]) == tuple(pair):
                pieces[i] += pieces.pop(i + 1)
            i += 1
    return pieces

# %% right, recursion over the pieces
def bpe_encode(word, merges):
    def join(pieces, pair):
        out = []
        while len(pieces) > 1:
            if pieces[0] == pair[0] and pieces[1] == pair[1]:
                out.append(pieces[0] + pieces[1])
                pieces = pieces[2:]
            else:
                out.append(pieces[0])
                pieces = pieces[1:]
        return out + pieces

    def run(pieces, rest):
        return run(join(pieces, rest[0]), rest[1:]) if len(rest) else pieces

    pieces = list(word)
    for k in range(0, len(merges), 100):
        pieces = run(pieces, list(merges)[k:k + 100])
    return pieces

# %% right, regex on a text with separators
def bpe_encode(word, merges):
    import re
    sep = "\0"
    text = sep + sep.join(list(word)) + sep
    for a, b in merges:
        pattern = re.escape(sep + a + sep + b) + "(?=" + re.escape(sep) + ")"
        text = re.sub(pattern, lambda match: sep + a + b, text)
    return text[1:-1].split(sep)
