"""Two known mistakes made at once are both named."""

from __future__ import annotations

import numpy as np

from graders.judging import frozen_names, frozen_table, hidden_table, judge_function
from graders.judging.judge import TWO
from graders.judging.pairs import marks, near
from graders.lessons.reference import reference

LESSON = "02_vanilla_rnn"
solved = reference(LESSON)


def said(exercise, function):
    return judge_function(frozen_table(exercise), function, 2.0, 5.0)


def test_two_mistakes_in_one_returned_value_are_both_named():
    def cell(xt, a_prev, parameters):
        p = parameters
        a_next, _, cache = solved.rnn_cell_forward(xt, a_prev, p)
        return a_next, 1 / (1 + np.exp(-(p["Wya"] @ a_prev + p["by"]))), cache

    mistake = said("rnn_cell_forward", cell).usually
    assert mistake.startswith(f"{TWO} yt_pred is computed from a_prev")
    assert "The output goes through a sigmoid." in mistake


def test_two_mistakes_of_which_each_spoils_several_values_are_both_named():
    def both(y_pred, y, a, parameters):
        right = solved.output_backward(y_pred, y, a, parameters)
        return {name: -y.shape[1] * value for name, value in right.items()}

    mistake = said("output_backward", both).usually
    assert mistake.startswith(TWO)
    assert "not divided by m" in mistake
    assert "the wrong way round" in mistake


def test_two_mistakes_in_two_returned_values_are_both_named():
    def both(da_next, cache):
        right = solved.rnn_cell_backward(da_next, cache)
        return {**right, "dWax": right["dWax"].T, "dWaa": right["dWaa"].T}

    mistake = said("rnn_cell_backward", both).usually
    assert "dWaa is transposed" in mistake
    assert "dWax is transposed" in mistake


def test_a_single_mistake_is_no_pair():
    for name in frozen_names(LESSON):
        table = frozen_table(name)
        small = table.ablations[0]
        wanted = small.expected
        if len(wanted) == len(table.returns):
            right = marks(wanted if table.as_dict else _listed(wanted), table, wanted)
            assert not any(near(right, pair.marks) for pair in table.pairs)
        assert all(pair.first < pair.second < len(table.mistakes) for pair in table.pairs)
        assert all(
            table.mistakes[i].exercise == name for p in table.pairs for i in (p.first, p.second)
        )


def _listed(wanted):
    values = tuple(wanted.values())
    return values[0] if len(values) == 1 else values


def test_a_hidden_table_has_no_pairs():
    assert hidden_table(LESSON, "softmax", 3).pairs == ()
