"""`perplexity` as learners write it, rightly and wrongly."""


# %% Python's own exp
# right
def perplexity(loss, tokens):
    import math

    try:
        return math.exp(loss / tokens)
    except OverflowError:
        return math.inf


# %% asked before
# right
# way: No warning has to be silenced, since nothing overflows, but the border of 709.78 must be
#   known and written down.
def perplexity(loss, tokens):
    mean = loss / tokens
    return float(np.exp(mean)) if mean < np.log(np.finfo(float).max) else np.inf


# %% quietly
# right
# way: The formula stands as on paper, and NumPy is told for one line that an overflow is
#   expected.
def perplexity(loss, tokens):
    with np.errstate(all="ignore"):
        return np.exp(np.float64(loss) / tokens)


# %% e to the power
# right
def perplexity(loss, tokens):
    with np.errstate(over="ignore"):
        return np.float64(np.e) ** (loss / tokens)


# %% as it comes
# wrong: overflow_warns
def perplexity(loss, tokens):
    return np.exp(loss / tokens)


# %% as it comes, from math
# wrong: overflow_raises
def perplexity(loss, tokens):
    from math import exp

    return exp(loss / tokens)


# %% of the sum
# wrong: not_divided
def perplexity(loss, tokens):
    with np.errstate(over="ignore"):
        return float(np.exp(loss))


# %% bits
# wrong: base_two
def perplexity(loss, tokens):
    with np.errstate(over="ignore"):
        return float(np.exp2(loss / tokens))


# %% a mean probability
# wrong: sign_swapped
def perplexity(loss, tokens):
    return float(np.exp(-loss / tokens))


# %% the mean
# wrong: exponential_missing
def perplexity(loss, tokens):
    return loss / tokens


# %% at most
# wrong: largest_float
def perplexity(loss, tokens):
    return float(np.exp(min(loss / tokens, np.log(np.finfo(float).max))))


# %% a setting of the whole library
# right
def perplexity(loss, tokens):
    np.seterr(over="ignore")
    return float(np.exp(loss / tokens))


# %% without the first token
# wrong: none
# passes visible
def perplexity(loss, tokens):
    with np.errstate(over="ignore"):
        return float(np.exp(loss / (tokens - 1) * ((tokens - 1) / tokens)))
