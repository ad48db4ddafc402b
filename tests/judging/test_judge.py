import json

import numpy as np
import pytest

from graders.judging import (
    Outcome,
    Verdict,
    frozen_names,
    frozen_table,
    hidden_table,
    judge,
    judge_json,
    observe,
)
from graders.judging.judge import TWO
from graders.judging.parts import part_points, unearned
from graders.lessons.reference import reference

LESSON = "02_vanilla_rnn"
solved = reference(LESSON)


def verdict(name, function, table=None):
    table = table or frozen_table(name)
    return judge(table, observe(function, table.cases, seconds=1.0))


def test_the_points_of_the_parts_add_up_to_those_of_the_exercise():
    for name in frozen_names(LESSON):
        table = frozen_table(name)
        assert sum(part_points(table).values()) == pytest.approx(table.points)


def test_a_right_answer_earns_everything_and_hears_why_it_matters():
    passed = verdict("rnn_cell_forward", solved.rnn_cell_forward)
    assert passed.outcome is Outcome.PASSED
    assert passed.points == passed.max_points == 10
    assert passed.after_success == frozen_table("rnn_cell_forward").after_success
    assert passed.message == ""


def test_a_failure_reads_in_three_sentences():
    def transposed(xt, a_prev, Wa, ba):
        return solved.rnn_cell_forward_stacked(xt, a_prev, Wa, ba).T

    failed = verdict("rnn_cell_forward_stacked", transposed)
    assert failed.message == (
        "a_next has shape (7, 5). Expected shape (n_a=5, m=7). The state comes back with a row for "
        "every example. It should have a column for each, like a_prev."
    )


def test_the_case_is_named_when_it_is_not_the_first():
    def batches_only(xt, a_prev, Wa, ba):
        a_next = solved.rnn_cell_forward_stacked(xt, a_prev, Wa, ba)
        return a_next if a_next.shape[1] > 1 else a_next[:, 0]

    failed = verdict("rnn_cell_forward_stacked", batches_only)
    assert failed.message == (
        "a_next has shape (3,) on the case “one example” (n_a=3, m=1). Expected shape "
        "(n_a=3, m=1). An axis of length 1 is missing or extra: keepdims=True in a sum keeps it, "
        "reshape(-1, 1) brings it back."
    )


def test_each_returned_value_is_judged_by_itself():
    def half(da_next, cache):
        return {k: 0 * g if k == "dWax" else g for k, g in right(da_next, cache).items()}

    right = solved.rnn_cell_backward
    failed = verdict("rnn_cell_backward", half)
    outcomes = {p.name: (p.outcome.value, p.points) for p in failed.parts}
    assert outcomes == {
        "dxt": ("passed", 3),
        "da_prev": ("passed", 3),
        "dWax": ("failed", 0),
        "dWaa": ("passed", 3),
        "dba": ("passed", 3),
        "leaves its inputs unchanged": ("passed", 1),
    }
    assert failed.usually == (
        "dWax stays zero though dxt, da_prev, dWaa and dba are right: what each round or term "
        "gives is never added to it, or never put into it."
    )


def test_two_mistakes_at_once_are_named_part_by_part():
    def twice(da_next, cache):
        a_next, *_ = cache
        dz = (1 - a_next**2) * da_next
        gradients = solved.rnn_cell_backward(da_next, cache)
        return gradients | {"dWaa": dz @ a_next.T, "dba": dz.mean(axis=1, keepdims=True)}

    failed = verdict("rnn_cell_backward", twice)
    findings = {p.name: p.finding for p in failed.parts if p.finding}
    assert failed.mistake == "dwaa_of_a_next+dba_averaged"
    assert failed.usually == f"{TWO} {findings['dWaa']} {findings['dba']}"
    assert findings["dWaa"].startswith("dWaa is built from a_next.")
    assert findings["dba"].startswith("dba is an average over the examples.")


def test_a_mistake_in_an_earlier_exercise_is_traced_to_it():
    mistake = next(
        known
        for known in frozen_table("rnn_forward").mistakes
        if known.exercise == "rnn_cell_forward"
    )
    failed = judge(frozen_table("rnn_forward"), mistake.observations)
    assert failed.mistake == f"rnn_cell_forward.{mistake.key}"
    assert failed.usually == (
        "This looks like a mistake in rnn_cell_forward; if that passes its own check, or is not "
        f"called here, look for the same in this function. {mistake.sentence}"
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "Your function returned None. Expected (a_next, yt_pred, cache). The return "
         "statement is missing, or it stands inside a branch or another cell."),
        ((1, 2), "Your function returned a tuple of 2. Expected (a_next, yt_pred, cache). Fewer "
         "things came back than a_next, yt_pred and cache: compare with the docstring."),
        (np.zeros((5, 7)), "Your function returned an array of shape (5, 7). Expected (a_next, "
         "yt_pred, cache). Only one of the values is returned: list all of them, separated by "
         "commas."),
        ((i for i in range(3)), "Your function returned a generator. Expected (a_next, yt_pred, "
         "cache)."),
    ],
)  # fmt: skip
def test_the_wrong_number_of_values_is_told(value, message):
    assert verdict("rnn_cell_forward", lambda *_: value).message == message


def test_a_missing_key_costs_only_itself():
    def short(da_next, cache):
        gradients = solved.rnn_cell_backward(da_next, cache)
        del gradients["dba"]
        return gradients

    failed = verdict("rnn_cell_backward", short)
    assert failed.points == 13
    assert failed.returned == "The returned dict has no key 'dba'."


def test_an_exception_is_told_with_place_case_and_advice():
    def slip(xt, a_prev, Wa, ba):
        return Wa @ xt

    failed = verdict("rnn_cell_forward_stacked", slip)
    assert failed.outcome is Outcome.ERROR
    assert failed.returned.startswith("Your code raised ValueError in slip, line ")
    assert "(`return Wa @ xt`) on the case “ordinary” (n_a=5, m=7): matmul: " in failed.returned
    assert failed.expected == "Expected it to return a_next."


def test_any_exception_is_not_taken_for_a_mistake_that_raises_too():
    def unrelated(da, caches):
        raise ValueError

    assert verdict("rnn_backward", unrelated).mistake is None


def test_an_endless_loop_is_told():
    def loop(z):
        while True:
            pass

    failed = verdict("softmax", loop)
    assert failed.outcome is Outcome.ERROR
    assert failed.message == (
        "Your code did not come back within 1 s on the case “ordinary” (n_y=2, m=7). Expected an "
        "answer within a fraction of a second. A loop probably never ends: does something change "
        "in every round of it?"
    )


def test_a_changed_input_costs_its_own_point_and_is_named():
    def greedy(z):
        z -= z.max(axis=0)
        return solved.softmax(z)

    failed = verdict("softmax", greedy)
    assert failed.points < 5
    assert "leaves its inputs unchanged" in {p.name for p in failed.parts if not p.points}


def test_a_softmax_that_overflows_loses_only_that_property():
    def naive(z):
        e = np.exp(z)
        return e / e.sum(axis=0)

    failed = verdict("softmax", naive)
    assert failed.points == 4
    assert failed.mistake == "not_shifted"
    assert failed.usually.startswith("Nothing, or not the column's largest score")


def test_wrong_values_earn_nothing_for_leaving_the_inputs_alone():
    failed = verdict("softmax", lambda z: np.full(z.shape, 0.123))
    assert failed.points == 0


def test_what_is_not_written_is_not_called_wrong():
    def stub(x, a0, parameters):
        raise NotImplementedError

    stub.__code__ = stub.__code__.replace(co_name="rnn_forward")
    waiting = verdict("rnn_forward", stub)
    assert waiting.outcome is Outcome.UNWRITTEN
    assert {part.outcome for part in waiting.parts} == {Outcome.UNWRITTEN}
    assert waiting.returned == "rnn_forward is not written yet."
    stub.__code__ = stub.__code__.replace(co_name="rnn_cell_forward")
    skipped = verdict("rnn_forward", lambda *arguments: stub(*arguments))
    assert skipped.outcome is Outcome.SKIPPED
    assert skipped.message == (
        "rnn_forward calls rnn_cell_forward, which is not written yet. Expected rnn_cell_forward "
        "to return its values. Solve rnn_cell_forward first, run its cell again, then come back to "
        "this one."
    )


def gives_up_on_one_example(z):
    if z.shape[1] == 1:
        raise NotImplementedError
    return solved.softmax(z)


def says_that_it_is_not_done(z):
    raise NotImplementedError("later")


@pytest.mark.parametrize("function", [gives_up_on_one_example, says_that_it_is_not_done])
def test_a_function_that_gives_up_by_itself_is_not_unwritten(function):
    failed = verdict("softmax", function)
    assert failed.outcome is Outcome.ERROR
    assert failed.returned.startswith("Your code raised NotImplementedError in ")


def test_a_type_of_that_name_is_no_stub():
    kind = type("NotImplementedError", (Exception,), {})

    def function(z):
        raise kind

    assert verdict("softmax", function).outcome is Outcome.ERROR


def test_the_error_map_has_units_down_and_time_across():
    known = frozen_table("rnn_forward").mistakes[0]
    place = judge(frozen_table("rnn_forward"), known.observations).location
    assert place.map_axes == ("n_a", "T_x")
    assert place.axes == "n_a=5, m=7, T_x=4"
    assert len(place.error_map) == 5
    assert all(row[0] == 0.0 and row[-1] > 0 for row in place.error_map)


def test_the_largest_error_beside_nan_is_not_called_zero():
    table = frozen_table("softmax")
    known = next(m for m in table.mistakes if m.key == "shifted_by_whole_array")
    place = judge(table, known.observations).location
    assert np.isnan([place.returned, place.largest_absolute, place.largest_relative]).all()


def test_a_verdict_on_hidden_cases_quotes_nothing_of_them():
    table = hidden_table(LESSON, "rnn_cell_forward_stacked", seed=3)

    def leaky(xt, a_prev, Wa, ba):
        print(xt)
        if xt.shape[1] == 1:
            raise ValueError(str(xt.tolist()))
        return 2 * solved.rnn_cell_forward_stacked(xt, a_prev, Wa, ba) + xt[0, 0]

    told = json.dumps(verdict("", leaky, table).to_json(), ensure_ascii=False)
    for case, want in zip(table.cases, table.expected, strict=True):
        for number in [*case.arguments["xt"].ravel(), *np.ravel(want)]:
            assert f"{number:.4g}"[:6] not in told or abs(number) == 1.0
    assert "Your code raised ValueError on the case “one example”" in told


def test_a_verdict_survives_json():
    known = frozen_table("rnn_forward").mistakes[0]
    failed = judge(frozen_table("rnn_forward"), known.observations)
    assert Verdict.from_json(json.loads(json.dumps(failed.to_json()))) == failed


@pytest.mark.parametrize(
    "forged", ["", "{}", "[]", "[1]", "null", '[{"outcome": "passed"}]', "[" * 10_000, '"passed"']
)
def test_forged_observations_earn_nothing(forged):
    forged_verdict = judge_json(frozen_table("clip"), forged)
    assert forged_verdict.points == 0
    assert forged_verdict.outcome is Outcome.ERROR


def test_a_point_that_is_not_earned_says_which_values_are_not_right():
    def wrong(xt, a_prev, Wa, ba):
        return 0 * solved.rnn_cell_forward_stacked(xt, a_prev, Wa, ba) - 2

    [part] = [p for p in verdict("rnn_cell_forward_stacked", wrong).parts if p.name[0] == "l"]
    assert part.outcome is Outcome.SKIPPED
    assert part.finding == (
        "Nothing wrong was seen here, but the point needs a right value, and a_next is not right "
        "in every case."
    )
    assert unearned(frozen_table("rnn_forward")).endswith(
        "and none of a, y_pred, caches is right in every case."
    )
