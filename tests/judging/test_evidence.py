"""A named mistake agrees with all that came back, and the sentences around it speak of it."""

from __future__ import annotations

import numpy as np

from graders.judging import frozen_table, judge_function
from graders.lessons.reference import reference

solved = reference("02_vanilla_rnn")


def said(exercise, function):
    return judge_function(frozen_table(exercise), function, 2.0, 5.0)


def test_a_mistake_that_would_spoil_what_is_right_is_not_named():
    def never_added(da, caches):
        return {**solved.rnn_backward(da, caches), "dWaa": np.zeros((da.shape[0],) * 2)}

    verdict = said("rnn_backward", never_added)
    assert verdict.mistake is None
    assert verdict.usually == (
        "dWaa stays zero though dx, da0, dWax and dba are right: what each round or term gives is "
        "never added to it, or never put into it."
    )
    assert "da never enters" not in str(verdict.to_json())


def test_a_mistake_is_not_named_if_another_value_came_back_otherwise():
    def empty_column(x, a0, parameters):
        a, y_pred, pages = [], [], []
        for t in range(x.shape[2]):
            one, two, page = solved.rnn_cell_forward(x[:, :, t], 0 * a0, parameters)
            a.append(one)
            y_pred.append(two)
            pages.append(page)
        return np.stack(a, axis=2), np.stack(y_pred, axis=2), (pages, x)

    verdict = said("rnn_forward", empty_column)
    assert "rnn_cell_forward" not in verdict.usually
    assert verdict.mistake == "zeros_at_every_step"


def test_the_first_sentence_is_of_a_case_that_the_named_mistake_gives():
    def unlimited(gradients, max_value):
        return {k: gradients[k] + 0.0 for k in ("dWax", "dWaa", "dWya", "dba", "dby")}

    verdict = said("clip", unlimited)
    assert verdict.usually.startswith("Nothing is limited.")
    assert "values of clipped['dWax'] are wrong" in verdict.returned
    assert verdict.notes[0].startswith("Besides: Your code raised KeyError in unlimited, line ")
    assert "The dict may hold any keys: go through those that it has." in verdict.notes[0]


def test_ordinary_inputs_come_before_large_ones():
    def over_examples(z):
        return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)

    verdict = said("softmax", over_examples)
    assert "NaN" not in verdict.returned
    assert "over the examples" in verdict.usually
    assert "overflow" in verdict.notes[0]
    assert "NaN" in next(p.finding for p in verdict.parts if p.name == "holds for large inputs")


def test_changing_in_place_is_told_by_its_road_and_with_what_else_is_wrong():
    def fixed(gradients, max_value):
        for g in gradients.values():
            np.clip(g, -7, 7, out=g)
        return {**gradients}

    verdict = said("clip", fixed)
    assert verdict.usually.startswith("The arrays are changed in place: out= writes into")
    assert verdict.notes == ("Besides: clipped does not change when max_value does: it should.",)


def test_new_arrays_in_the_old_dict_are_not_called_in_place():
    def five(gradients, max_value):
        kept = [gradients[k] for k in ("dWax", "dWaa", "dWya", "dba", "dby")]
        for name in gradients:
            gradients[name] = np.clip(gradients[name], -max_value, max_value)
        return gradients if kept else {}

    verdict = said("clip", five)
    assert "put into the dict that was handed in" in verdict.usually
    assert verdict.returned.startswith("Your function changed what it was given")
    assert "KeyError" in verdict.notes[0]


def test_a_list_in_itself_is_told_and_costs_only_itself():
    def looped(x, a0, parameters):
        a, y_pred, _ = solved.rnn_forward(x, a0, parameters)
        pages = []
        for _ in range(x.shape[2]):
            pages.append(pages)
        return a, y_pred, (pages, x)

    verdict = said("rnn_forward", looped)
    assert verdict.usually == (
        "The list was appended to itself: append to it what the step gave instead."
    )
    assert [p.name for p in verdict.parts if p.points][:2] == ["a", "y_pred"]
