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
# # A miniature lesson with functions, generators and counts

# %%
import numpy as np

# %% active="ipynb"
# from graders import check


# %%
def turned(Q, R):
    """Return signs that make the determinant one; a mistake uses it."""
    n = len(Q)
    sign = np.ones(n)
    sign[-1] = np.sign(np.linalg.det(Q * np.sign(np.diag(R))))
    return sign


# %%
def slope(f, theta):
    """Differentiate numerically.

    Args:
        f: a function of an array like theta.
        theta: where, shape (n_a, m).

    Returns:
        The gradient, shape (n_a, m).
    """
    ### BEGIN SOLUTION
    epsilon = 1e-5
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        more, less = np.array(theta), np.array(theta)
        more[index] += epsilon
        less[index] -= epsilon
        gradient[index] = (f(more) - f(less)) / (2 * epsilon)
    return gradient
    ### END SOLUTION


# %% active="ipynb"
# check(slope)


# %%
def missing_names(backward, x, da):
    """Count the gradients of dx and dba that backward does not return."""
    ### BEGIN SOLUTION
    return float(2 - len(backward(da, ([], x))))
    ### END SOLUTION


# %% active="ipynb"
# check(missing_names)


# %%
def draw_token(logits, rng, temperature):
    """Draw an index with the probabilities softmax(logits / temperature)."""
    ### BEGIN SOLUTION
    z = logits / temperature
    p = np.exp(z - np.max(z))
    p = p / np.sum(p)
    return int(rng.choice(len(p), p=p))
    ### END SOLUTION


# %% active="ipynb"
# check(draw_token)


# %%
def orthogonal(rng, n):
    """Return a uniformly distributed orthogonal matrix, shape (n, n)."""
    ### BEGIN SOLUTION
    Q, R = np.linalg.qr(rng.standard_normal((n, n)))
    return Q * np.sign(np.diag(R))
    ### END SOLUTION


# %% active="ipynb"
# check(orthogonal)


# %%
def scan(combine, elements):
    """Return the combined pairs of all prefixes."""
    ### BEGIN SOLUTION
    first, second = elements
    step = 1
    while step < first.shape[-1]:
        earlier = (first[..., :-step], second[..., :-step])
        later = (first[..., step:], second[..., step:])
        a, b = combine(earlier, later)
        first = np.concatenate([first[..., :step], a], axis=-1)
        second = np.concatenate([second[..., :step], b], axis=-1)
        step *= 2
    return first, second
    ### END SOLUTION


# %% active="ipynb"
# check(scan)
