# %% right, warning switched off
def perplexity(loss, tokens):
    with np.errstate(over="ignore"):
        return float(np.exp(loss / tokens))


# %% right, overflow is caught
def perplexity(loss, tokens):
    import math

    try:
        return math.exp(loss / tokens)
    except OverflowError:
        return math.inf


# %% right, limit asked first
def perplexity(loss, tokens):
    per_token = loss / tokens
    limit = np.log(np.finfo(float).max)
    return float(np.exp(per_token)) if per_token <= limit else float("inf")


# %% right, warnings filtered
def perplexity(loss, tokens):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = np.exp(np.divide(loss, tokens))
    return answer.item()
