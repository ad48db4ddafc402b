"""Gradients without calculus: the oracle that no wrong derivation can fool."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray


def numerical_gradient(
    f: Callable[[NDArray[np.float64]], float], theta: NDArray[np.float64], epsilon: float = 1e-5
) -> NDArray[np.float64]:
    """Return the gradient of f at theta by central differences.

    Each entry is (f(theta + epsilon e) - f(theta - epsilon e)) / (2 epsilon), whose error falls
    with the square of epsilon.

    Args:
        f: a function of an array of theta's shape to a number.
        theta: where, any shape.
        epsilon: the step.

    Returns:
        An array of theta's shape.
    """
    gradient = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[index] += epsilon
        down[index] -= epsilon
        gradient[index] = (f(up) - f(down)) / (2 * epsilon)
    return gradient


def relative_error(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    """Return |a - b| / (|a| + |b|) in the Euclidean norm: 0 when equal, at most 1."""
    size = float(np.linalg.norm(a) + np.linalg.norm(b))
    return float(np.linalg.norm(a - b)) / size if size else 0.0
