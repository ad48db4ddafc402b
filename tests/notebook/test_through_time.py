"""The diagrams of lesson 03, its measures of time and memory, and its suspects."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from graders.judging import frozen_table, judge, observe
from graders.lessons.reference import reference
from graders.notebook import measure, through_time
from graders.notebook.plots import signed
from graders.notebook.suspects import FAULTS, suspect


def test_a_message_shrinks_by_the_factor_in_picture_and_words():
    picture = through_time.fading(3, factor=0.5)
    assert "1.00, 0.50, 0.25, 0.12." in picture.description
    heights = [picture.nodes[f"bar {t}"].height for t in range(4)]
    assert np.allclose(np.divide(heights[1:], heights[:-1]), 2.0)


def test_a_cut_message_stops_after_k_cells():
    picture = through_time.cut(4, k=3)
    assert "from a<4> to a<1>" in picture.description
    assert "from a<2> to a<0>" in picture.description
    assert [name for name in picture.nodes if name.startswith("end")] == ["end 4"]
    assert picture.title == "Cut after 3 cells"
    assert through_time.cut(2, k=1).title == "Cut after 1 cell"


def test_what_is_carried_forwards_runs_beside_the_states():
    picture = through_time.carried(2)
    assert {"a<0>", "a<2>", "S<0>", "S<2>", "share 1", "share 2"} <= set(picture.nodes)
    assert "nothing runs back through time" in picture.description


@pytest.mark.parametrize("size", [10_000, 1_000_000])
def test_memory_is_what_is_held_at_once(size):
    def twice_one_after_the_other():
        np.ones(size)
        np.ones(size)

    assert 8 * size <= measure.memory(twice_one_after_the_other) < 8 * size + 20_000
    kept = np.ones(size)
    assert measure.memory(lambda: kept.sum()) < 20_000


def test_seconds_are_those_of_the_quickest_call():
    calls = []
    assert 0 <= measure.seconds(lambda: calls.append(1), repeats=5) < 1
    assert len(calls) == 5


def _run(steps, n_a=3):
    rng = np.random.default_rng(0)
    shapes = {"Wax": (n_a, 2), "Waa": (n_a, n_a), "Wya": (2, n_a), "ba": (n_a, 1), "by": (2, 1)}
    parameters = {name: 0.5 * rng.normal(size=shape) for name, shape in shapes.items()}
    return (
        rng.normal(size=(2, 2, steps)),
        rng.normal(size=(n_a, 2)),
        parameters,
        rng.normal(size=(n_a, 2, steps)),
    )


@pytest.mark.parametrize(
    ("name", "long", "short", "one_unit"),
    [
        ("A", ["dWaa", "dWax", "da0", "dba", "dx"], ["da0"], []),
        ("B", ["dWaa"], ["dWaa"], ["dWaa"]),
        ("C", ["dWaa", "dWax", "da0", "dba", "dx"], [], ["dWaa", "dWax", "da0", "dba", "dx"]),
        ("D", [], [], []),
    ],
)
def test_each_suspect_is_caught_where_its_fault_shows(name, long, short, one_unit):
    hunt = reference("03_gradients_through_time").wrong_gradients
    assert hunt(suspect(name), *_run(4)) == long
    assert hunt(suspect(name), *_run(1)) == short
    assert hunt(suspect(name), *_run(4, n_a=1)) == one_unit


@pytest.mark.parametrize("name", FAULTS)
def test_no_suspect_can_be_handed_in_as_an_answer(monkeypatch, tmp_path, name):
    monkeypatch.chdir(tmp_path)
    for module in [m for m in sys.modules if m.startswith("graders.lessons")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "graders.lessons", None)  # as where a submission is graded
    table = frozen_table("rnn_backward")
    verdict = judge(table, observe(suspect(name), table.cases))
    assert verdict.points == 0
    assert "This waits for rnn_backward of lesson 02_vanilla_rnn" in verdict.returned


def test_a_suspect_without_a_name_is_refused():
    with pytest.raises(ValueError, match=f"no suspect 'E'. Expected one of {', '.join(FAULTS)}"):
        suspect("E")


def test_what_has_no_value_is_hatched_and_nothing_else():
    plot = signed(np.array([[1.0, np.nan], [2.0, 3.0], [np.nan, 1.0]]))
    hatched = [p for p in plot.card.figure.axes[0].patches if p.get_hatch()]
    boxes = [p.get_path().get_extents().bounds for p in hatched]
    assert boxes == [(0.5, -0.5, 1.0, 1.0), (-0.5, 1.5, 1.0, 1.0)]
