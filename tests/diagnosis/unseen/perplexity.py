# %% base two, as for bits
def perplexity(loss, tokens):
    per_token = loss / tokens
    with np.errstate(over="ignore"):
        return float(np.float64(2.0) ** per_token)


# %% exponential first, then the mean
def perplexity(loss, tokens):
    with np.errstate(over="ignore"):
        return float(np.exp(loss) / tokens)


# %% minus sign of a likelihood
def perplexity(loss, tokens):
    nats = loss / tokens
    with np.errstate(all="ignore"):
        return float(np.exp(-nats))


# %% whole division
def perplexity(loss, tokens):
    if loss // tokens > 709:
        return float("inf")
    return float(np.exp(loss // tokens))


# %% exponent held at 700
def perplexity(loss, tokens):
    exponent = min(loss / tokens, 700.0)
    return float(np.exp(exponent))


# %% leaves the warning
def perplexity(loss, tokens):
    return float(np.exp(np.float64(loss) / tokens))


# %% raises, exponential of the math module
def perplexity(loss, tokens):
    import math

    return math.exp(loss / tokens)
