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

# %%
import numpy as np

# %% active="ipynb"
# from graders import check, hint, progress


# %%
def scaled(x, factor):
    """Multiply.

    Args:
        x: an array, shape (n_a, m).
        factor: a number.

    Returns:
        The product, shape (n_a, m).
    """
    ### BEGIN SOLUTION
    return np.multiply(x, factor)  # (n_a, m)
    ### END SOLUTION


# %% active="ipynb"
# check(scaled)

# %% [markdown]
# The second exercise uses the first.


# %%
def row_sums(x):
    """Add up each row, twice over.

    Args:
        x: an array, shape (n_a, m).

    Returns:
        total: shape (n_a, 1).
        largest: the largest of them, a number.
    """
    ### BEGIN SOLUTION
    total = scaled(np.sum(x, axis=1, keepdims=True), 2.0)  # (n_a, 1)
    return total, float(np.max(total))
    ### END SOLUTION


# %% active="ipynb"
# check(row_sums)


# %%
def shifted(x):
    """Add one.

    Args:
        x: an array, shape (n_a, m).

    Returns:
        The sum, shape (n_a, m).
    """
    ### BEGIN SOLUTION
    return x + 1.0  # (n_a, m)
    ### END SOLUTION


# %% active="ipynb"
# check(shifted)

# %% tags=["experiment"]
print("the experiment:", shifted(np.zeros((1, 1))))
