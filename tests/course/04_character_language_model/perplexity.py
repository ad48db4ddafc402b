"""`perplexity` as learners write it, rightly and wrongly."""


# %% Python's own exp
# right
# way: Faster for one number, as NumPy is left out. Python raises an error where NumPy returns inf, so
#   this case has to be caught.
def perplexity(loss, tokens):
    import math

    try:
        return math.exp(loss / tokens)
    except OverflowError:
        return math.inf


# %% asked before
# right
# way: The case of inf is asked for first, and no warning has to be silenced. The reader must see why the
#   limit is the logarithm of the largest float.
def perplexity(loss, tokens):
    mean = loss / tokens
    return float(np.exp(mean)) if mean < np.log(np.finfo(float).max) else np.inf


# %% quietly
# right
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
