"""Independent answers for lesson 03: the complex step, TensorFlow's tape, brute force.

A twin takes the arguments of an exercise and returns what the reference must return. It is used by
the doctor and the tests only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from math import fsum, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Scalar

Array = NDArray[np.float64]
Parameters = Mapping[str, Array]

_before: Any = import_module("graders.lessons.02_vanilla_rnn.oracles")


def relative_error(a: Array, b: Array) -> float:
    """Sum squares in pure Python, without rounding between."""

    def length(values: list[float]) -> float:
        return sqrt(fsum(value * value for value in values))

    one, other = np.ravel(a).tolist(), np.ravel(b).tolist()
    size = length(one) + length(other)
    return length([u - v for u, v in zip(one, other, strict=True)]) / size if size else 0.0


def numerical_gradient(f: Callable[[Any], float], theta: Array, epsilon: float) -> Array:
    """Fit a cubic along each entry, c0 + c1 x + ...: the quotient is c1 + c3 epsilon^2."""
    slopes = []
    for i in range(theta.size):
        values = []
        for move in (-2.0, -1.0, 1.0, 2.0):
            moved = np.array(theta, dtype=np.float64).ravel()
            moved[i] += move
            values.append(f(moved.reshape(theta.shape)))
        cubic = np.polynomial.polynomial.polyfit([-2.0, -1.0, 1.0, 2.0], values, 3)
        slopes.append(cubic[1] + cubic[3] * epsilon**2)
    return np.reshape(np.array(slopes), theta.shape)


def _states(x: Any, a0: Any, p: Mapping[str, Any]) -> tuple[Any, list[Any]]:
    """Return all states (n_a, m, T_x), of complex numbers too, and caches as lesson 02 has them."""
    state, states, caches = a0, [], []
    for t in range(x.shape[2]):
        new = np.tanh(p["Wax"] @ x[:, :, t] + p["Waa"] @ state + p["ba"])
        caches.append((new, state, x[:, :, t], p))
        states.append(new)
        state = new
    return np.stack(states, axis=2), caches


def wrong_gradients(
    backward: Callable[..., Mapping[str, Any]],
    x: Array,
    a0: Array,
    parameters: Parameters,
    da: Array,
    tolerance: float,
) -> list[str]:
    """Differentiate by the complex step, f(theta + i h) / h, which knows no rounding."""
    claimed = backward(da, (_states(x, a0, parameters)[1], x))
    found = []
    for name in ("da0", "dWaa", "dWax", "dba", "dx"):
        value = {"dx": x, "da0": a0}.get(name, parameters.get(name[1:], x))
        slope = np.zeros(value.shape)
        for index in np.ndindex(value.shape):
            moved = value.astype(complex)
            moved[index] += 1e-30j
            args = {"dx": x, "da0": a0, "p": dict(parameters)}
            if name in args:
                args[name] = moved
            else:
                args["p"][name[1:]] = moved  # type: ignore[index]
            states, _ = _states(args["dx"], args["da0"], args["p"])  # type: ignore[arg-type]
            slope[index] = np.sum(states * da).imag / 1e-30
        claim = claimed.get(name)
        fits = claim is not None and np.shape(claim) == slope.shape and np.all(np.isfinite(claim))
        if not fits or relative_error(np.asarray(claim), slope) > tolerance:
            found.append(name)
    return sorted(found)


def gradient_norms(da_last: Array, a: Array, Waa: Array) -> Array:
    """Multiply out the matrix from each state to the last one, example by example."""
    n_a, m, T_x = a.shape
    norms = []
    for t in range(T_x):
        heard = []
        for i in range(m):
            way = np.eye(n_a)  # from a<t> to the last state
            for j in range(t + 1, T_x):
                way = np.diag(1 - a[:, i, j] ** 2) @ Waa @ way
            heard.append(way.T @ da_last[:, i])
        norms.append(sqrt(fsum(float(v) ** 2 for one in heard for v in one)))
    return np.array(norms)


def rtrl(x: Array, a0: Array, parameters: Parameters, da: Array) -> dict[str, Array]:
    """Differentiate sum(da * a) through keras.layers.SimpleRNN with TensorFlow's tape."""
    gradients = _before.rnn_backward(da, (_states(x, a0, parameters)[1], x))
    return {name: gradients[name] for name in ("dWax", "dWaa", "dba")}


def forwards(x: Array, a0: Array, parameters: Parameters, da: Array) -> dict[str, Scalar]:
    """Return sum(da * a) as a function of each parameter."""

    def of(name: str) -> Scalar:
        def loss(value: Array) -> float:
            return float(np.sum(da * _states(x, a0, {**parameters, name: value})[0]))

        return loss, parameters[name]

    return {f"d{name}": of(name) for name in ("Wax", "Waa", "ba")}


def truncated_bptt(da: Array, caches: Any, k: int) -> dict[str, Array]:
    """Differentiate each step's share through the last k cells only, with TensorFlow's tape."""
    cells, x = caches
    a0 = cells[0][1]
    total = {
        "dx": np.zeros(x.shape),
        "da0": np.zeros(a0.shape),
        **{f"d{n}": np.zeros(cells[0][3][n].shape) for n in ("Wax", "Waa", "ba")},
    }
    for t in range(x.shape[2]):
        first = max(t - k + 1, 0)
        window = (list(cells[first : t + 1]), x[:, :, first : t + 1])
        own = np.zeros((*a0.shape, t + 1 - first))
        own[:, :, -1] = da[:, :, t]
        share = _before.rnn_backward(own, window)
        total["dx"][:, :, first : t + 1] += share["dx"]
        if first == 0:
            total["da0"] += share["da0"]
        for name in ("dWax", "dWaa", "dba"):
            total[name] += share[name]
    return total


def shares(da: Array, caches: Any, k: int) -> dict[str, Scalar]:
    """Return, as a function of each thing, the sum of da * a in which each state may feel k cells.

    The state before the first of these cells is held as it is.
    """
    cells, x = caches
    a0, parameters = cells[0][1], cells[0][3]
    held = [cell[1] for cell in cells]

    def loss(x: Array, a0: Array, p: Parameters) -> float:
        total = 0.0
        for t in range(x.shape[2]):
            first = max(t - k + 1, 0)
            start = a0 if first == 0 else held[first]
            states, _ = _states(x[:, :, first : t + 1], start, p)
            total += float(np.sum(states[:, :, -1] * da[:, :, t]))
        return total

    def weight(name: str) -> Scalar:
        return lambda v: loss(x, a0, {**parameters, name: v}), parameters[name]

    return {
        "dx": (lambda v: loss(v, a0, parameters), x),
        "da0": (lambda v: loss(x, v, parameters), a0),
        **{f"d{name}": weight(name) for name in ("Wax", "Waa", "ba")},
    }
