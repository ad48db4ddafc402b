"""Rare mistakes, mistakes made in one value alone, and tables that are read as needed."""

from __future__ import annotations

import numpy as np

import graders.lessons
from graders.judging import Outcome, frozen_names, frozen_table
from graders.judging.frozen import table_from_json, table_to_json
from graders.judging.judge import judge_function
from graders.lessons.reference import reference

LESSON = "02_vanilla_rnn"
solved = reference(LESSON)


def test_rare_mistakes_are_looked_for_in_their_own_exercise_alone():
    exercises = graders.lessons.load(LESSON).exercises
    rare = {(n, m.key) for n, e in exercises.items() for m in e.mistakes if m.rare}
    for name in frozen_names(LESSON):
        known = {(k.exercise, k.key) for k in frozen_table(name).mistakes}
        assert known & rare == {(n, key) for n, key in rare if n == name}


def test_what_is_right_decodes_no_mistake():
    table = table_from_json(table_to_json(frozen_table("rnn_forward")))
    assert judge_function(table, solved.rnn_forward, 5.0).outcome is Outcome.PASSED
    assert not vars(table.mistakes)["_made"]
    assert len(table.mistakes) == len(frozen_table("rnn_forward").mistakes)


def test_a_mistake_that_was_made_in_one_value_alone_is_named_for_it():
    def undivided(y_pred, y, a, parameters):
        right = solved.output_backward(y_pred, y, a, parameters)
        return {**right, "dby": right["dby"] * y.shape[1]}

    verdict = judge_function(frozen_table("output_backward"), undivided, 5.0)
    assert verdict.mistake == "not_divided_by_m"
    assert verdict.usually.startswith("Made in dby alone: The gradient is not divided by m.")


def test_numbers_that_are_counted_are_no_two_mistakes():
    def whole(y_pred, y):
        return -np.sum(y * np.log(np.where(y == 0, 1.0, y_pred))) // y.shape[1]

    verdict = judge_function(frozen_table("sequence_loss"), whole, 5.0)
    assert verdict.mistake is None
    assert "Two mistakes" not in verdict.usually
