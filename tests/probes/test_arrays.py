"""Arrays that count what is made of them."""

from __future__ import annotations

import numpy as np
import pytest

from graders.lessons.reference import reference
from graders.probes.arrays import all_at_once

SOLVED = reference("06_gru")


@pytest.fixture
def rng():
    return np.random.default_rng(0)


def _case(rng, n_x=2, n_a=3, m=2, T_x=4):
    parameters = {
        "Wu": rng.normal(size=(n_a, n_x)),
        "bu": rng.normal(size=(n_a, 1)),
        "Wc": rng.normal(size=(n_a, n_x)),
        "bc": rng.normal(size=(n_a, 1)),
    }
    return rng.normal(size=(n_x, m, T_x)), rng.normal(size=(n_a, m)), parameters


def _looped_over_numbers(x, a0, parameters):
    """Read single numbers, of which no array is made."""
    z = np.einsum("ij,jmt->imt", parameters["Wu"], x) + parameters["bu"][..., None]
    a = np.zeros(z.shape)
    for i, j, t in np.ndindex(z.shape):
        a[i, j, t] = z[i, j, t]
    return a


def test_a_loop_over_steps_is_seen_and_a_scan_is_not(rng):
    case = _case(rng)
    scanned = all_at_once(SOLVED.min_gru_parallel, *case, times=1000)
    looped = all_at_once(SOLVED.min_gru_forward, *case, times=1000)
    assert scanned["few_arrays"]
    assert not looped["few_arrays"]
    np.testing.assert_allclose(scanned["a"], looped["a"], rtol=1e-10, strict=True)


def test_single_numbers_are_counted_too(rng):
    assert not all_at_once(_looped_over_numbers, *_case(rng), times=1000)["few_arrays"]


def test_short_sequences_may_be_looped_over(rng):
    assert all_at_once(SOLVED.min_gru_forward, *_case(rng), times=1)["few_arrays"]


def test_a_square_of_all_steps_is_seen(rng):
    def squared(x, a0, parameters):
        row = np.cumsum(x[0, 0])
        return row[:, None] - row[None, :]

    x, a0, parameters = _case(rng, n_a=1, m=1)
    found = all_at_once(squared, x, a0, parameters, times=1000)
    assert found["few_arrays"]
    assert not found["no_square"]


@pytest.mark.parametrize("times", [1, 3])
def test_what_comes_back_is_of_the_last_steps_or_as_it_is(rng, times):
    x, a0, parameters = _case(rng)

    def numbered(x, a0, parameters):
        return np.zeros((*a0.shape, 1)) + np.arange(x.shape[-1])

    a = all_at_once(numbered, x, a0, parameters, times)["a"]
    assert a[0, 0].tolist() == [4 * (times - 1) + t for t in range(4)]
    assert type(a) is np.ndarray
    assert all_at_once(lambda *_: a0, x, a0, parameters, times)["a"].shape == a0.shape
    assert all_at_once(lambda *_: None, x, a0, parameters, times)["a"] is None


def test_a_changed_input_is_still_seen(rng):
    x, a0, parameters = _case(rng)

    def changing(x, a0, parameters):
        a0 *= 2
        return a0

    before = a0.copy()
    all_at_once(changing, x, a0, parameters, times=1)
    np.testing.assert_array_equal(a0, 2 * before)
