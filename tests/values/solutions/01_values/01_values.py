# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A miniature lesson

# %% [markdown]
# # A miniature lesson on values that are no floats

# %%
import numpy as np


# %%
def vocabulary(tokens):
    """Number the tokens in the order in which they are met.

    Args:
        tokens: a list of strings.

    Returns:
        index: a dict of token to index, in that order.
    """
    ### BEGIN SOLUTION
    index = {}
    for token in tokens:
        if token not in index:
            index[token] = len(index)
    return index
    ### END SOLUTION


# %% active="ipynb"
# check(vocabulary)


# %%
def encoded(texts, index):
    """Replace each token by its index.

    Args:
        texts: a list of lists of strings, all of one length.
        index: a dict of token to index.

    Returns:
        ids: the indices, integers, shape (m, T).
        known: whether each text holds the token 0, truth values, shape (m,).
    """
    ### BEGIN SOLUTION
    for text in texts:
        for token in text:
            if token not in index:
                raise ValueError(f"{token} is not in the vocabulary.")
    ids = np.array([[index[token] for token in text] for text in texts])  # (m, T)
    return ids, (ids == 0).any(axis=1)
    ### END SOLUTION


# %% active="ipynb"
# check(encoded)


# %%
def pairs(tokens):
    """Pair each token with the next one.

    Args:
        tokens: a list of strings.

    Returns:
        A list of pairs.
    """
    ### BEGIN SOLUTION
    return [(tokens[i], tokens[i + 1]) for i in range(len(tokens) - 1)]
    ### END SOLUTION


# %% active="ipynb"
# check(pairs)
