"""Fresh parameters: what holds of them whatever their distribution."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy as np

Parameters = Mapping[str, Any]


def lstm(
    function: Any, n_x: int, n_a: int, n_y: int, rng: np.random.Generator, forget_bias: float
) -> dict[str, Any]:
    """Call `function(n_x, n_a, n_y, rng, forget_bias)` several times.

    Args:
        function: takes the sizes, a generator and the forget bias.
        n_x: the number of inputs.
        n_a: the number of units.
        n_y: the number of classes.
        rng: the generator; it is copied.
        forget_bias: what every entry of "bf" must be.

    Returns:
        Whether these hold: `usable`, the weights of the gates are arrays of finite floats of their
        shapes; `output_usable`, so is that of the output;
        `same_seed` gives the same weights; `new_each_time`, a second draw from one generator gives
        others; `units_differ`, no weight has two equal rows, so that units can learn different
        things; `gates_differ`, no two gates have the same weights. And the biases as arrays, with
        `bf_usual` for a call without a forget bias.
    """
    shapes = {f"W{gate}": (n_a, n_a + n_x) for gate in "fico"} | {"Wy": (n_y, n_a)}

    def drawn(generator: np.random.Generator) -> Parameters:
        made: Parameters = function(n_x, n_a, n_y, generator, forget_bias)
        return made

    one, other = copy.deepcopy(rng), copy.deepcopy(rng)
    first, again = drawn(one), drawn(other)
    second = drawn(one)
    usual = function(n_x, n_a, n_y, other)
    gates = [first.get(name) for name in shapes if name != "Wy"]
    return {
        "usable": all(_usable(first.get(f"W{gate}"), shapes[f"W{gate}"]) for gate in "fico"),
        "output_usable": _usable(first.get("Wy"), shapes["Wy"]),
        "same_seed": all(_same(first.get(name), again.get(name)) for name in shapes),
        "new_each_time": not any(_same(first.get(name), second.get(name)) for name in shapes),
        "units_differ": not any(_twins(first.get(name)) for name in shapes),
        "gates_differ": not any(_same(a, b) for a, b in combinations(gates, 2)),
        **{f"b{gate}": first.get(f"b{gate}") for gate in "fico"},
        "by": first.get("by"),
        "bf_usual": usual.get("bf"),
    }


def _usable(value: Any, shape: tuple[int, ...]) -> bool:
    floats = isinstance(value, np.ndarray) and value.dtype.kind == "f"
    return floats and value.shape == shape and bool(np.all(np.isfinite(value)))


def _same(one: Any, other: Any) -> bool:
    return bool(np.array_equal(np.asarray(one), np.asarray(other)))


def _twins(value: Any) -> bool:
    """Return whether two rows of a matrix are equal."""
    return np.ndim(value) == 2 and len(np.unique(value, axis=0)) < len(value)
