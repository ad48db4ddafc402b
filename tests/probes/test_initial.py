"""What the probe of fresh parameters finds, for starts of several kinds."""

from __future__ import annotations

from typing import Any

import numpy as np

from graders.lessons.reference import reference
from graders.probes import initial

HELD = ("usable", "output_usable", "same_seed", "new_each_time", "units_differ", "gates_differ")
right = reference("05_lstm").initialize_lstm


def found(function: Any, n_a: int = 3) -> dict[str, Any]:
    return initial.lstm(function, 2, n_a, 2, np.random.default_rng(5), 0.7)


def broken(found: dict[str, Any]) -> set[str]:
    return {name for name in HELD if not found[name]}


def test_a_right_start_holds_in_all_and_tells_its_biases():
    one = found(right)
    assert not broken(one)
    assert np.all(one["bf"] == 0.7)
    assert np.all(one["bf_usual"] == 1.0)
    assert np.all(one["by"] == 0.0)


def test_one_unit_is_enough():
    assert not broken(found(right, n_a=1))


def test_each_kind_of_wrong_start_breaks_its_own():
    def own_seed(n_x, n_a, n_y, rng, forget_bias=1.0):
        return right(n_x, n_a, n_y, np.random.default_rng(0), forget_bias)

    def shared(n_x, n_a, n_y, rng, forget_bias=1.0):
        made = right(n_x, n_a, n_y, rng, forget_bias)
        return made | {f"W{gate}": made["Wf"] for gate in "ico"}

    def alike(n_x, n_a, n_y, rng, forget_bias=1.0):
        made = right(n_x, n_a, n_y, rng, forget_bias)
        return made | {"Wi": np.repeat(made["Wi"][:1], n_a, axis=0)}

    def flat(n_x, n_a, n_y, rng, forget_bias=1.0):
        made = right(n_x, n_a, n_y, rng, forget_bias)
        return made | {"Wy": made["Wy"].T[:, :1]}

    assert broken(found(own_seed)) == {"new_each_time"}
    assert broken(found(shared)) == {"gates_differ"}
    assert broken(found(alike)) == {"units_differ"}
    assert broken(found(flat)) == {"output_usable"}
