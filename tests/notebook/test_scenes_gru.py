"""The diagrams of lesson 06, and what its race needs besides the learner's cells."""

from __future__ import annotations

import numpy as np
import pytest

from graders.lessons.reference import reference
from graders.notebook import rivals, scenes_gru

orthogonal = reference("03_gradients_through_time").orthogonal


def test_both_forms_say_where_the_reset_gate_stands():
    before, after = scenes_gru.cell(), scenes_gru.cell("after")
    assert before.nodes["reset"].x < before.nodes["W_ca"].x
    assert after.nodes["reset"].x > after.nodes["W_ca"].x
    assert "before W_ca" in repr(before)
    assert "what W_ca has made" in repr(after)
    with pytest.raises(ValueError, match="before, after"):
        scenes_gru.cell("between")


def test_gradients_run_against_every_arrow():
    plain, back = scenes_gru.cell().svg, scenes_gru.cell(gradients=True).svg
    arrows = plain.count("<polygon")
    assert back.count("<polygon") == 2 * arrows
    assert back.count('stroke-dasharray="6 4"') == arrows + 1  # and the legend


@pytest.mark.parametrize(("steps", "rounds"), [(1, 0), (2, 1), (5, 3), (8, 3), (9, 4)])
def test_a_scan_ends_when_every_place_begins_at_step_1(steps, rounds):
    picture = scenes_gru.rounds(steps)
    assert picture.title == f"{steps} steps in {rounds} rounds"
    assert f"{rounds}, {steps}" in picture.nodes
    assert (steps == 1) or f"1-{steps}" in picture.svg


def test_in_adding_two_marked_numbers_make_the_answer():
    x, y = rivals.adding(np.random.default_rng(0), 50, 9)
    assert x.shape == (2, 50, 9)
    assert y.shape == (1, 50, 1)
    assert np.all(x[1, :, :4].sum(axis=1) == 1)
    assert np.all(x[1, :, 4:].sum(axis=1) == 1)
    np.testing.assert_allclose(y[0, :, 0], (x[0] * x[1]).sum(axis=1), strict=True)


def test_in_copying_the_symbols_come_first_and_are_asked_for_last():
    x, y = rivals.copying(np.random.default_rng(0), 50, 4)
    assert x.shape == (5, 50, 10)
    assert np.all(x.sum(axis=0) == 1)
    np.testing.assert_array_equal(x[:3, :, :3], y)
    assert np.all(x[3, :, 3:7] == 1)
    assert np.all(x[4, :, 7:] == 1)


@pytest.mark.parametrize("kind", ["RNN", "GRU", "LSTM", "minimal GRU"])
def test_a_start_begins_by_keeping(kind):
    net = rivals.start(kind, np.random.default_rng(0), 2, 6, 1, orthogonal)
    if kind == "RNN":
        np.testing.assert_allclose(net["Waa"].T @ net["Waa"], np.eye(6), atol=1e-12, strict=True)
    else:
        assert np.all(net["bf"] == 1) if kind == "LSTM" else np.all(net["bu"] == -1)
