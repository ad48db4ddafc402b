"""What the race of lesson 06 needs besides the learner's cells: tasks, starts, an LSTM, Adam.

The LSTM and Adam stand in for those of lessons 05 and 04, with the same interfaces, until they are
there: then the lesson takes them by `earlier`, and they are deleted here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Parameters = dict[str, Array]

SYMBOLS, SHOWN = 3, 3
"""Of how many symbols a sequence to be copied is made, and how long it is."""

GATES = {"GRU": ("u", "r", "c"), "LSTM": ("f", "i", "c", "o"), "minimal GRU": ("u", "c")}
BIASES = {"u": -1.0, "f": 1.0}
"""Biases at the start that are not 0: with them a cell begins by keeping what it has."""


def adding(rng: np.random.Generator, m: int, steps: int) -> tuple[Array, Array]:
    """Draw the adding problem: numbers, two of which are marked and have to be added.

    Args:
        rng: where the numbers come from.
        m: how many examples.
        steps: how long they are.

    Returns:
        x: (2, m, steps): numbers from 0 to 1, and marks: 1 once in each half, else 0.
        y: (1, m, 1): the sum of the two marked numbers.
    """
    x = np.zeros((2, m, steps))
    x[0] = rng.random((m, steps))
    half, every = steps // 2, np.arange(m)
    x[1, every, rng.integers(half, size=m)] = 1.0
    x[1, every, rng.integers(half, steps, size=m)] = 1.0
    return x, np.sum(x[0] * x[1], axis=1)[None, :, None]


def copying(rng: np.random.Generator, m: int, gap: int) -> tuple[Array, Array]:
    """Draw copy memory: three symbols, then silence, then three signals to say them again.

    Args:
        rng: where the symbols come from.
        m: how many examples.
        gap: how many silent steps lie between.

    Returns:
        x: (5, m, gap + 6), one-hot: three symbols, silence, the signal.
        y: (3, m, 3): the symbols, one-hot, due at the last three steps.
    """
    symbols = rng.integers(SYMBOLS, size=(m, SHOWN))
    kinds = np.full((m, 2 * SHOWN + gap), SYMBOLS)
    kinds[:, :SHOWN] = symbols
    kinds[:, SHOWN + gap :] = SYMBOLS + 1
    x = np.eye(SYMBOLS + 2)[kinds].transpose(2, 0, 1)
    return x, np.eye(SYMBOLS)[symbols].transpose(2, 0, 1)


def start(
    kind: str,
    rng: np.random.Generator,
    n_x: int,
    n_a: int,
    n_y: int,
    recurrent: Callable[[np.random.Generator, int], Array],
) -> Parameters:
    """Draw parameters to begin with.

    Args:
        kind: "RNN", "GRU", "LSTM" or "minimal GRU".
        rng: where the numbers come from.
        n_x: how many inputs.
        n_a: how many units.
        n_y: how many outputs.
        recurrent: draws the matrix Waa of an RNN, recurrent(rng, n_a).
    """

    def weights(rows: int, columns: int) -> Array:
        drawn: Array = rng.normal(size=(rows, columns)) / np.sqrt(columns)
        return drawn

    if kind == "RNN":
        own = {"Wax": weights(n_a, n_x), "Waa": recurrent(rng, n_a), "ba": np.zeros((n_a, 1))}
        return {**own, "Wya": weights(n_y, n_a), "by": np.zeros((n_y, 1))}
    width = n_x if kind == "minimal GRU" else n_a + n_x
    own = {}
    for gate in GATES[kind]:
        own[f"W{gate}"] = weights(n_a, width)
        own[f"b{gate}"] = np.full((n_a, 1), BIASES.get(gate, 0.0))
    return {**own, "Wy": weights(n_y, n_a), "by": np.zeros((n_y, 1))}


def _sigmoid(z: Array) -> Array:
    return np.asarray(0.5 + 0.5 * np.tanh(0.5 * z))


def lstm_forward(x: Array, a0: Array, parameters: Parameters) -> tuple[Array, None, Array, Any]:
    """Run an LSTM as lesson 05 does, without its predictions: a, None, c, caches."""
    rows = np.concatenate([parameters[f"W{gate}"] for gate in GATES["LSTM"]])
    bias = np.concatenate([parameters[f"b{gate}"] for gate in GATES["LSTM"]])
    a, c, kept = a0, np.zeros_like(a0), []
    for xt in np.moveaxis(x, 2, 0):
        seen, before = np.concatenate([a, xt]), c
        f, i, g, o = np.split(rows @ seen + bias, 4)
        f, i, g, o = _sigmoid(f), _sigmoid(i), np.tanh(g), _sigmoid(o)
        c = f * before + i * g
        a = o * np.tanh(c)
        kept.append((seen, before, f, i, g, o, c, a))
    states, cells = (np.stack([step[k] for step in kept], axis=2) for k in (7, 6))
    return states, None, cells, (kept, x, rows)


def lstm_backward(da: Array, caches: Any) -> dict[str, Array]:
    """Return the gradients of the eight parameters, as lesson 05 does; dx and da0 are left out."""
    kept, _, rows = caches
    n_a, m, T_x = da.shape
    message, dc = np.zeros((n_a, m)), np.zeros((n_a, m))
    dW, db = np.zeros(rows.shape), np.zeros((len(rows), 1))
    for t in reversed(range(T_x)):
        seen, before, f, i, g, o, c, _ = kept[t]
        heard, high = da[:, :, t] + message, np.tanh(c)
        dc = dc + heard * o * (1 - high**2)
        inside = np.concatenate([dc * before * f * (1 - f), dc * g * i * (1 - i),
                                 dc * i * (1 - g**2), heard * high * o * (1 - o)])  # fmt: skip
        dW += inside @ seen.T
        db += np.sum(inside, axis=1, keepdims=True)
        message, dc = (rows.T @ inside)[:n_a], dc * f
    return {
        f"d{name}{gate}": part
        for name, whole in (("W", dW), ("b", db))
        for gate, part in zip(GATES["LSTM"], np.split(whole, 4), strict=True)
    }


def initialize_adam(parameters: Parameters) -> dict[str, Any]:
    """Return Adam's state before the first update, as lesson 04 does."""
    zeros = {name: np.zeros_like(value) for name, value in parameters.items()}
    return {"t": 0, "m": zeros, "v": dict(zeros)}


def adam_update(
    parameters: Parameters, gradients: Mapping[str, Array], state: Any, learning_rate: float
) -> tuple[Parameters, dict[str, Any]]:
    """Return new parameters and a new state, as lesson 04 does (Kingma and Ba 2015)."""
    t = state["t"] + 1
    new, m, v = {}, {}, {}
    for name, value in parameters.items():
        gradient = gradients[f"d{name}"]
        m[name] = 0.9 * state["m"][name] + 0.1 * gradient
        v[name] = 0.999 * state["v"][name] + 0.001 * gradient**2
        root = np.sqrt(v[name] / (1 - 0.999**t))
        new[name] = value - learning_rate * m[name] / (1 - 0.9**t) / (root + 1e-8)
    return new, {"t": t, "m": m, "v": v}
