"""case(f): the numbers that the card speaks of, to print and debug with."""

from __future__ import annotations

import numpy as np
import pytest

import graders


def scaled_sum(x, factor):
    y = factor * x
    return y, y.sum(axis=1, keepdims=x.shape[1] > 1)


def test_the_case_on_the_card_can_be_called(course):
    score = graders.check(scaled_sum)
    assert "“one example”" in str(score)
    assert "inputs, expected = case(scaled_sum)" in str(score)
    assert "case(scaled_sum)" in score.card.to_html()
    inputs, expected = graders.case(scaled_sum)
    assert inputs["x"].shape == (2, 1)
    got = scaled_sum(**inputs)
    np.testing.assert_allclose(got[0], expected[0])
    assert got[1].shape != expected[1].shape


def test_before_any_check_it_is_the_first_case_and_by_name_too(course):
    inputs, _ = graders.case("scaled_sum")
    assert inputs["x"].shape == (5, 3)


def test_changing_it_changes_nothing_here(course):
    inputs, expected = graders.case("scaled_sum")
    inputs["x"][:] = 0
    expected[0][:] = 0
    again, right = graders.case("scaled_sum")
    assert again["x"].any()
    assert right[0].any()


def test_shown_it_says_how_to_use_it(course):
    text = repr(graders.case("scaled_sum"))
    assert "inputs, expected = case(scaled_sum)" in text
    assert "x: an array of shape (5, 3)" in text


def test_something_else_is_refused_with_advice(course):
    with pytest.raises(ValueError, match="case"):
        graders.case(3)
