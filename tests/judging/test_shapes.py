"""A wrong shape is read by its axes, a wrong array by what it has in common with the right one."""

from __future__ import annotations

import numpy as np
import pytest

from graders.judging.patterns import pattern
from graders.judging.shapes import shape_advice

SIZES = {"n_x": 3, "n_a": 5, "n_y": 2, "m": 7, "T_x": 4}


@pytest.mark.parametrize(
    ("got", "says"),
    [
        ((4, 5, 7), "The axis T_x stands first: the order is (n_a, m, T_x)."),
        ((5, 4, 7), "The axis T_x stands second: the order is (n_a, m, T_x)."),
        ((5, 7, 5), "The axis T_x has 5 entries instead of 4: the state before the first step is "
                    "in, too, or one step too many."),
        ((5, 7, 3), "The axis T_x has 3 entries instead of 4: the first or the last step is "
                    "missing."),
        ((3, 7, 4), "The axis n_a has 3 entries instead of 5, the length of n_x."),
        ((5, 1, 4), "The axis m has 1 entry instead of 7: something was summed over it, or only "
                    "one of them was kept."),
        ((5, 4), "The axis m is missing: it was summed over, indexed or overwritten."),
        ((140,), "All values stand in one row: keep the axes (n_a, m, T_x)."),
        ((), "One number is left of all of them: a sum or an index takes in too many axes."),
        ((7,), "The axes that came are (m=7); asked for are (n_a, m, T_x)."),
        ((5, 7, 4, 4), "There is an axis of T_x=4 too many: a sum over it or an index is missing."),
        ((2, 7, 5), "The axis n_a has 2 entries instead of 5, the length of n_y. The axis T_x has "
                    "5 entries instead of 4: the state before the first step is in, too, or one "
                    "step too many."),
    ],
)  # fmt: skip
def test_a_wrong_shape_is_read_by_the_names_of_its_axes(got, says):
    assert shape_advice(got, (5, 7, 4), "n_a m T_x", SIZES) == says


def test_a_bias_that_was_not_summed_is_told():
    assert shape_advice((5, 7), (5, 1), "n_a 1", SIZES) == (
        "The axis 1 has 7 entries instead of 1, the length of m: a sum over it is missing."
    )


WANT = np.array([[0.1, 0.4, 0.2], [0.6, 0.5, 0.3], [0.3, 0.1, 0.5]])


@pytest.mark.parametrize(
    ("got", "starts"),
    [
        (WANT * [[1.0, 2.0, 3.0]], "p is wrong at m = 1, 2 alone (of 0 to 2)."),
        (WANT * [[4.0, 2.0, 3.0]], "Along n_y every value of p is off by the same factor"),
        (
            WANT + np.array([[4.0], [2.0], [3.0]]),
            "Along m every value of p is off by the same amount",
        ),
        (WANT**2 / (WANT**2).sum(axis=0), "Over n_y the values of p add up to what they should"),
        (WANT**3 + 0.01, "The values of p come in the right order of size"),
        (-np.cos(9 * WANT), ""),
        (WANT[:, :2], ""),
    ],
)
def test_a_wrong_array_is_read_by_what_it_shares_with_the_right_one(got, starts):
    says = pattern("p", got, WANT, "n_y m")
    assert says.startswith(starts)
    assert bool(says) == bool(starts)
