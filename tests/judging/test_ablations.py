"""After a failure the learner hears what small changes of the inputs show, as facts."""

from __future__ import annotations

import time

import numpy as np
import pytest

from graders.judging import frozen_names, frozen_table, hidden_table, judge, judge_function, observe
from graders.judging.ablations import ablate, inputs
from graders.judging.frozen import table_from_json, table_to_json
from graders.lessons.reference import reference

LESSON = "02_vanilla_rnn"
solved = reference(LESSON)


def said(exercise, function):
    return judge_function(frozen_table(exercise), function, 2.0, 5.0).usually


def without_bias_twice(xt, a_prev, Wa, ba):
    stacked = np.concatenate([a_prev, xt])
    return np.tanh(Wa @ stacked + ba + np.sin(ba))


def weighted_by_rank(y_pred, y):
    m = y.shape[1]
    return -sum((i + 1) * np.sum(y[:, i] * np.log(y_pred[:, i])) for i in range(m)) / m


def sure_of_everything(y_pred, y):
    return -np.sum(np.log(y_pred)) / (3.0 * y.shape[1])


def always_the_second_input(x, a0, parameters):
    second = x[:, :, [min(1, x.shape[2] - 1)]]
    return solved.rnn_forward(np.repeat(second, x.shape[2], axis=2), a0, parameters)


def looks_ahead(x, a0, parameters):
    return solved.rnn_forward(x + 0.3 * x[:, :, -1:], a0, parameters)


def gradient_in_the_weights(da_next, cache):
    out = solved.rnn_cell_backward(da_next, cache)
    dz = (1 - cache[0] ** 2) * da_next
    return {**out, "dWaa": dz @ out["da_prev"].T}


def all_at_the_end(da, caches):
    late = np.zeros_like(da)
    late[:, :, -1] = da.sum(axis=2)
    return solved.rnn_backward(late, caches)


SAID = {
    "the term of one input": (
        "rnn_cell_forward_stacked", without_bias_twice,
        "a_next is right whenever ba is zero: the term with ba is where to look.",
    ),
    "one example": (
        "sequence_loss", weighted_by_rank,
        "loss is right for one example and wrong for several: examples mix, or what is summed, "
        "averaged or indexed over them is where to look.",
    ),
    "an input that is ignored": (
        "sequence_loss", sure_of_everything, "loss does not change when y does: it should.",
    ),
    "the last step that is ignored": (
        "rnn_forward", always_the_second_input,
        "a does not change when x of the last step does: it should. a is right for one step and "
        "wrong for several: what is handed from step to step, or summed over steps, is where to "
        "look.",
    ),
    "the last step that comes too early": (
        "rnn_forward", looks_ahead,
        "x of the last step changes a of the first: no step sees a later one. a is right whenever "
        "x or Wax is zero: the term with x and Wax is where to look.",
    ),
    "the first step that comes too late": (
        "rnn_backward", all_at_the_end,
        "da of the first step changes dx of the last: it should not, as this way leads from the "
        "last step to the first. dx is right for one step and wrong for several: what is handed "
        "from step to step, or summed over steps, is where to look.",
    ),
    "an input that is not asked for": (
        "rnn_cell_backward", gradient_in_the_weights,
        "dWaa does not change when a_prev does: it should. dWaa changes when Waa does: it should "
        "not.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("exercise", "function", "says"), SAID.values(), ids=SAID)
def test_what_ablations_show_is_said(exercise, function, says):
    assert said(exercise, function) == says


@pytest.mark.parametrize("name", frozen_names(LESSON))
def test_the_frozen_ablations_are_what_the_reference_gives(name):
    table = frozen_table(name)
    done = ablate(getattr(solved, name), table.ablations, seconds=5.0)
    kinds = {ablation.kind for ablation in table.ablations}
    assert {"base", "moved", "zero"} <= kinds
    assert len(done.observations) == len(table.ablations)
    for ablation, seen in zip(done.ablations, done.observations, strict=True):
        assert seen.outcome == "returned", ablation
        for part, want in ablation.expected.items():
            got = seen.value[part] if table.as_dict else seen.value
            if isinstance(got, tuple) and len(table.returns) > 1:
                got = got[list(table.returns).index(part)]
            if isinstance(want, dict):
                got, want = got["dWax"], want["dWax"]
            np.testing.assert_allclose(got, want, rtol=1e-6, atol=1e-7)


def test_a_hidden_table_has_no_ablations():
    assert hidden_table(LESSON, "softmax", 3).ablations == ()


def test_ablations_survive_the_file():
    table = frozen_table("rnn_backward")
    again = table_from_json(table_to_json(table)).ablations
    assert [(a.kind, a.what, a.changes, a.anywhere) for a in again] == [
        (a.kind, a.what, a.changes, a.anywhere) for a in table.ablations
    ]
    assert {a.what for a in again} >= {"da", "Wax", "Waa", "a_next", "a_prev", "xt"}
    case = inputs(next(a for a in again if a.kind == "zero" and a.what == "Waa"), again[0].case)
    assert all(not page[3]["Waa"].any() for page in case.arguments["caches"][0])


def test_ablations_end_when_their_time_is_over():
    def slow(y_pred, y):
        time.sleep(0.02)
        return 0.5

    started = time.monotonic()
    done = ablate(slow, frozen_table("sequence_loss").ablations)
    assert time.monotonic() - started < 0.5
    assert 0 < len(done.observations) < len(done.ablations)


def test_a_failing_check_takes_at_most_150_milliseconds():
    table = frozen_table("rnn_forward")
    judge_function(table, looks_ahead, 2.0)
    took = []
    for _ in range(5):
        started = time.process_time()
        judge_function(table, looks_ahead, 2.0)
        took.append(time.process_time() - started)
    assert min(took) < 0.15


def test_a_named_mistake_needs_no_ablation():
    table = frozen_table("sequence_loss")
    calls = []

    def summed(y_pred, y):
        calls.append(1)
        return -np.sum(y * np.log(y_pred))

    verdict = judge_function(table, summed, 2.0)
    assert verdict.mistake
    assert len(calls) == len(table.cases)


def test_judging_alone_says_what_was_seen_without_ablations():
    table = frozen_table("sequence_loss")
    verdict = judge(table, observe(weighted_by_rank, table.cases))
    assert "right for one example" not in verdict.usually


def test_integers_are_moved_by_one_and_those_of_a_vocabulary_are_not():
    from graders.judging.ablations import Ablation, input_paths, inputs
    from graders.judging.observe import CaseInput

    case = CaseInput("small", {"ids": np.array([[1, 2], [3, 4]]), "index": {"w0": 0}, "T": 3})
    assert [path for path, _ in input_paths(case.arguments)] == ["ids", "T"]
    moved = inputs(Ablation("moved", "ids", "ids"), case).arguments["ids"]
    assert moved.dtype.kind == "i"
    assert moved.tolist() == [[2, 3], [4, 5]]
    assert inputs(Ablation("moved", "T", "T"), case).arguments["T"] == 4
    last = inputs(Ablation("last", "ids", "ids@T", axis=1), case).arguments["ids"]
    assert last.tolist() == [[1, 3], [3, 5]]
