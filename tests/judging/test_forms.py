"""What came back in another form is told by it, and another number of values by their names."""

from __future__ import annotations

import numpy as np
import pytest

from graders.judging import frozen_table
from graders.judging.forms import form, form_advice, number_advice
from graders.judging.judge import judge_function
from graders.lessons.reference import reference

solved = reference("02_vanilla_rnn")
WANT = {"a": np.array([1.0, 2.0]), "b": np.array([3.0])}


@pytest.mark.parametrize(
    ("got", "want", "says"),
    [
        ({"x": 1.0}, (1.0,), "A dict stands where a tuple is asked for: keep its entries, in the "
                             "order of the docstring, between parentheses."),
        (np.ones(2), [1.0], "An array stands where a list is asked for: make it before the loop, "
                            "and append to it in every round."),
        ((1.0, 2.0), {"x": 1.0}, "A tuple stands where a dict is asked for: give every value the "
                                 "key that the docstring has for it."),
        ((1.0,), np.ones(2), "A tuple stands where an array is asked for: keep or return the array "
                             "by itself."),
        ((1.0, 2.0), (1.0,), "There are more or fewer entries in the tuple than asked for: "
                             "count them."),
        (None, (1.0,), ""),
    ],
)  # fmt: skip
def test_another_form_is_told(got, want, says):
    assert form_advice(form(got), form(want)) == says


@pytest.mark.parametrize(
    ("got", "says"),
    [
        ((WANT["b"],), "a is not returned: the rest is right."),
        ((WANT["b"] + 1,), "Fewer things came back than a and b: compare with the docstring."),
        ((*WANT.values(), 1.0), "More came back than a and b: what was asked for is there."),
        ((0.0, 0.0, 0.0), "More came back than a and b: compare with the docstring."),
        (WANT, "The values came back in a dict: return them by themselves, separated by commas."),
        (1.0, ""),
    ],
)
def test_another_number_of_values_is_told(got, says):
    assert number_advice(got, WANT) == says


def test_a_learner_hears_of_another_form():
    def cell(xt, a_prev, Wa, ba):
        return solved.rnn_cell_forward_stacked(xt, a_prev, Wa, ba), xt, {"Wa": Wa}

    verdict = judge_function(frozen_table("rnn_cell_forward_stacked"), cell, 5.0)
    assert verdict.returned == "a_next is a tuple of 3."
    assert verdict.usually.startswith("A tuple stands where an array is asked for")
