"""A misspelt axis is found, and a dict that has the keys of an argument is looked into."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import graders.lessons
from graders.authoring import axis_names
from graders.authoring.axes import misfits
from graders.exercise import Booleans, Integers, ListOf, Returned, TupleOf
from graders.judging.answering import visible_table
from graders.judging.table import Table

LESSON = "02_vanilla_rnn"


def softmax(**returns: Returned) -> Table:
    return replace(visible_table(LESSON, "softmax"), returns=returns)


def test_an_axis_that_is_almost_a_size_is_taken_to_be_misspelt() -> None:
    assert list(misfits(softmax(probabilities="n_Y m"))) == [
        "probabilities is promised with an axis n_Y, which is no size of a case. Did you mean n_y? "
        "Names that differ in capitals or underscores alone cannot be told apart."
    ]


def test_an_axis_that_nothing_explains_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = softmax(probabilities="n_classes m")
    assert list(misfits(wrong)) == [
        "probabilities is promised with an axis n_classes, which is no size of a case. An axis "
        "whose length depends on the data is named in the docstring of softmax, too, as in `shape "
        "(n_classes,)`."
    ]
    assert "Did you mean T_x? An axis" in next(misfits(softmax(probabilities="T_xx m")))
    monkeypatch.setattr(axis_names, "_docstring", lambda table: "shape (n_classes, m).")
    assert list(misfits(wrong)) == []


@pytest.mark.parametrize(
    "spec",
    [
        Integers("n_odd"),
        Booleans("m n_odd"),
        ListOf("m", "n_odd"),
        ListOf("n_odd", "m"),
        TupleOf(one="m", two="n_a+n_odd"),
        {"a": "m", "b": "n_odd"},
    ],
)
def test_names_are_found_in_every_kind(spec: Returned) -> None:
    table = softmax(probabilities=spec)
    (said,) = axis_names.unexplained(table, set())
    assert said.startswith("probabilities is promised with an axis n_odd, which is no size")
    assert list(axis_names.unexplained(table, {"n_odd"})) == []
    twice = replace(table, returns={"probabilities": spec, "more": "n_odd"})
    assert list(axis_names.unexplained(twice, set())) == []


@pytest.mark.parametrize("exercise", graders.lessons.load(LESSON).exercises)
def test_every_axis_of_the_course_has_a_name_that_says_something(exercise: str) -> None:
    assert list(axis_names.unexplained(visible_table(LESSON, exercise), set())) == []


def clipped(**shapes: tuple[int, ...]) -> list[str]:
    """Return what does not fit if such arrays are returned for a dWax and an `other` handed over.

    The contract promises dWax alone, as (n_a, n_x); `other` is handed over as (2, 3).
    """
    table = visible_table(LESSON, "clip")
    handed = {"dWax": np.zeros((5, 3)), "other": np.zeros((2, 3))}
    one = replace(
        table,
        cases=(replace(table.cases[0], arguments={"gradients": handed}),),
        sizes=({"n_a": 5, "n_x": 3},),
        expected=({name: np.zeros(shape) for name, shape in shapes.items()},),
        returns={"clipped": {"dWax": "n_a n_x"}},
    )
    return list(misfits(one))


def test_of_a_dict_with_the_keys_of_an_argument_each_entry_is_compared() -> None:
    assert clipped(dWax=(5, 3), other=(2, 3)) == []
    (promised,) = clipped(dWax=(3, 5), other=(2, 3))
    assert promised.startswith("clipped['dWax'] is promised as (n_a, n_x), but the reference")
    assert clipped(dWax=(5, 3), other=(3, 2)) == [
        "clipped['other'] is not promised, and was handed over with the shape (2, 3); the "
        "reference returns (3, 2) (ordinary)."
    ]
    assert clipped(dWax=(5, 3), more=(2, 3)) == [
        "clipped is promised with the keys dWax (ordinary)."
    ]


def test_a_dict_inside_of_a_returned_dict_may_have_the_keys_of_the_argument_s() -> None:
    table = visible_table(LESSON, "clip")
    state = {"m": {"other": np.zeros((2, 3))}}

    def of(shape: tuple[int, ...]) -> list[str]:
        one = replace(
            table,
            cases=(replace(table.cases[0], arguments={"state": state}),),
            sizes=({"n_a": 5, "n_x": 3},),
            expected=({"m": {"other": np.zeros(shape)}},),
            returns={"state": {"m": {"dWax": "n_a n_x"}}},
        )
        return list(misfits(one))

    assert of((2, 3)) == []
    (found,) = of((3, 2))
    assert found.startswith("state['m']['other'] is not promised")
