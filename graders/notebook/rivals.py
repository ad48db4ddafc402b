"""What the race of lesson 06 needs besides the learner's cells: two tasks, and random starts."""

from __future__ import annotations

from collections.abc import Callable

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
