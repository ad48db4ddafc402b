"""What is said of windows where none fits, and that ordinary cases are told first."""

from __future__ import annotations

import numpy as np
import pytest

from graders.judging import Outcome, frozen_table
from graders.judging.judge import judge_function

pytestmark = pytest.mark.lesson("01_sequences")


TABLE = frozen_table("next_token_windows")


def said(function):
    return judge_function(TABLE, function, 5.0, 5.0)


def _windows(indices, length, stride):
    starts = range(0, len(indices) - length, stride)
    inputs = [indices[s : s + length] for s in starts]
    return inputs, [indices[s + 1 : s + length + 1] for s in starts]


def test_an_empty_array_that_lost_its_shape_and_type_is_told_so():
    def next_token_windows(indices, length, stride):
        inputs, targets = _windows(indices, length, stride)
        return np.array(inputs), np.array(targets)

    verdict = said(next_token_windows)
    assert "reverse" not in verdict.message
    assert "no window fits" in verdict.returned
    assert "dtype=int" in verdict.usually


def test_an_empty_array_of_floats_is_told_so():
    def next_token_windows(indices, length, stride):
        inputs, targets = _windows(indices, length, stride)
        return np.array(inputs).reshape(-1, length), np.array(targets).reshape(-1, length)

    verdict = said(next_token_windows)
    assert verdict.returned.startswith("inputs is empty and of floats on the case “no window fits”")
    assert verdict.usually.startswith("Where no window fits, the arrays hold floats: np.zeros and")


def test_the_way_that_the_pass_card_names_passes():
    def next_token_windows(indices, length, stride):
        inputs, targets = _windows(indices, length, stride)
        both = (np.array(x, dtype=int).reshape(-1, length) for x in (inputs, targets))
        return tuple(both)

    assert said(next_token_windows).outcome is Outcome.PASSED
    assert "np.array(..., dtype=int).reshape(-1, length)" in TABLE.after_success


def test_what_is_wrong_in_ordinary_cases_is_told_before_what_is_wrong_with_nothing():
    def next_token_windows(indices, length, stride):
        inputs, _ = _windows(indices, length, stride)
        return np.array(inputs), np.array([row[0] for row in inputs])

    verdict = said(next_token_windows)
    assert "no window fits" not in verdict.returned
    assert "one step" not in verdict.returned


def test_an_exception_that_is_returned_is_told_from_one_that_is_raised():
    def one_hot(indices, depth):
        if max(indices) >= depth:
            raise ValueError
        if min(indices) < 0:
            return ValueError
        return np.eye(depth)[:, indices]

    verdict = judge_function(frozen_table("one_hot"), one_hot, 5.0, 5.0)
    assert "return ValueError only hands it over; raise stops." in verdict.usually
