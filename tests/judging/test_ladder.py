"""The ladder: what a failed backward exercise says of the steps that were returned beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from graders.exercise import Exercise, Oracle, Rungs
from graders.judging import Outcome, Verdict, frozen_table, hidden_table, judge, observe
from graders.judging.frozen import table_from_json, table_to_json
from graders.judging.judge import judge_json
from graders.judging.nearness import EXACT
from graders.judging.observe import observe_json
from graders.judging.plain import MAX_APART
from graders.judging.running import backwards
from graders.lessons import load
from graders.lessons.reference import reference

LESSON = "02_vanilla_rnn"
WITH_RUNGS = {
    "output_backward": LESSON,
    "rnn_cell_backward": LESSON,
    "rnn_backward": LESSON,
    "truncated_bptt": "03_gradients_through_time",
}
LAST = {name: list(load(lesson).exercises[name].returns)[-1] for name, lesson in WITH_RUNGS.items()}


def right(name):
    return getattr(reference(WITH_RUNGS[name]), name)


def climbing(name, change=lambda steps: steps, wrong=True):
    """Return a learner's function with steps; its last returned value is wrong."""
    rungs = load(WITH_RUNGS[name]).exercises[name].rungs

    def learners(*arguments):
        returned = dict(right(name)(*arguments))
        if wrong:
            returned[LAST[name]] = 1.5 * returned[LAST[name]]
        steps = {k: np.array(v) for k, v in rungs.values(*arguments).items()}
        return {"steps": change(steps), **returned}

    return learners


def verdict(name, function, table=None):
    table = table or frozen_table(name)
    return judge(table, observe(function, table.cases))


def said(name, change=lambda steps: steps):
    """Return what a card says: each rung's finding by name, and the sentences."""
    ladder = verdict(name, climbing(name, change)).ladder
    return {rung.name: rung.finding for rung in ladder.rungs}, " ".join(ladder.sentences)


@pytest.mark.parametrize("name", WITH_RUNGS)
def test_the_right_steps_agree_in_order_and_blame_what_comes_after(name):
    ladder = verdict(name, climbing(name)).ladder
    assert [rung.name for rung in ladder.rungs] == list(frozen_table(name).rungs.says)
    assert {rung.outcome for rung in ladder.rungs} == {Outcome.PASSED}
    assert ladder.sentences[0] == ("All that you returned agrees, so what is wrong comes after it.")
    assert f"Of the returned values `{LAST[name]}` parts first." in ladder.sentences[-1]


def spoiled(at, *names):
    """Return a change that spoils rungs at a step, from 1, and at all earlier ones."""

    def change(steps):
        for name in names:
            steps[name][..., :at] += 0.25
        return steps

    return change


def test_a_rung_says_from_which_step_backwards_it_parts():
    rungs, sentences = said("rnn_backward", spoiled(2, "dz"))
    assert rungs["dz"] == (
        "right for t = 4 to 3, wrong from t = 2 backwards; largest difference 0.25."
    )
    assert rungs["da_in_all"] == "agrees."
    assert "The first to part is `dz`, the gradient behind each tanh, at t = 2." in sentences


def test_the_first_to_part_is_the_first_in_the_loop_from_the_last_step_back():
    """`da_in_all` stands before `dz`, and parts one step later because `dz` was wrong."""

    def change(steps):
        return spoiled(3, "dz")(spoiled(2, "da_in_all")(steps))

    rungs, sentences = said("rnn_backward", change)
    assert "wrong from t = 2 backwards" in rungs["da_in_all"]
    assert "The first to part is `dz`, the gradient behind each tanh, at t = 3." in sentences


def test_what_was_not_returned_before_the_first_that_parts_is_named():
    def change(steps):
        return {"dz": spoiled(4, "dz")(steps)["dz"]}

    rungs, sentences = said("rnn_backward", change)
    assert rungs == {
        "dz": "wrong at every step, from the last one, t = 4, on; largest difference 0.25."
    }
    assert "at t = 4. Computed before it, and not returned: `da_in_all`." in sentences


def test_a_rung_without_time_says_how_far_it_is_off():
    def change(steps):
        steps["dz"][0, 0] += 0.5
        return steps

    rungs, sentences = said("rnn_cell_backward", change)
    assert rungs == {"slope": "agrees.", "dz": "parts: largest difference 0.5."}
    assert "The first to part is `dz`, the gradient behind the tanh. Of the" in sentences


def test_single_steps_that_are_wrong_are_listed():
    want = np.ones((2, 5))
    got = want.copy()
    got[:, [1, 4]] = 3
    assert backwards(got, want, EXACT) == "wrong at t = 5 and 2, right at the others"
    got = want.copy()
    got[:, 0] = 3
    assert backwards(got, want, EXACT) == "right for t = 5 to 2, wrong at t = 1"
    assert backwards(got[:, :1], want[:, :1], EXACT) == "wrong at t = 1"


def weights(total):
    """Return a learner's rnn_backward whose dWaa is another sum of its steps than all of them."""

    def learners(da, caches):
        steps = THROUGH_TIME.values(da, caches)
        returned = dict(right("rnn_backward")(da, caches))
        returned["dWaa"] = total(steps["dWaa_steps"])
        return {**returned, "steps": {"dWaa_steps": steps["dWaa_steps"]}}

    return learners


THROUGH_TIME = load(LESSON).exercises["rnn_backward"].rungs


@pytest.mark.parametrize(
    ("total", "what"),
    [
        (lambda w: w[..., 0], "step t = 1 alone: nothing is added up"),
        (lambda w: w[..., -1], "step t = 4 alone: nothing is added up"),
        (lambda w: w[..., 1:].sum(axis=-1), "the sum of t = 4 to 2 only"),
        (lambda w: w[..., :-1].sum(axis=-1), "the sum of t = 3 to 1 only"),
        (lambda w: w.mean(axis=-1), "the sum divided by 4, the number of steps"),
        (lambda w: 3 * w.sum(axis=-1), "another sum"),
    ],
)
def test_a_weight_gradient_is_held_beside_the_sum_of_its_steps(total, what):
    ladder = verdict("rnn_backward", weights(total)).ladder
    assert ladder.sentences[1] == (
        f"The running sum of `dWaa_steps`, from t = 4 down, is right at every step; `dWaa` is "
        f"{what}."
    )


def test_a_running_sum_says_from_which_step_it_parts():
    def learners(da, caches):
        returned = dict(right("rnn_backward")(da, caches))
        steps = np.array(THROUGH_TIME.values(da, caches)["dWaa_steps"])
        steps[..., :3] *= 2
        return {**returned, "dWaa": steps.sum(axis=-1), "steps": {"dWaa_steps": steps}}

    ladder = verdict("rnn_backward", learners).ladder
    assert ladder.sentences[1] == (
        "The running sum of `dWaa_steps`, from t = 4 down, parts at t = 3, and `dWaa` is that sum: "
        "mend the steps."
    )
    assert ladder.sentences[2] == (
        "Of the returned values `dWaa` parts first. `dx`, `da0`, `dWax` and `dba` agree."
    )


def test_a_returned_value_with_time_says_its_step_too():
    def learners(da, caches):
        returned = {k: np.array(v) for k, v in right("rnn_backward")(da, caches).items()}
        returned["dx"][..., :1] = 0
        return {**returned, "steps": {}}

    ladder = verdict("rnn_backward", learners).ladder
    assert ladder.rungs == ()
    assert ladder.sentences == (
        "Of the returned values `dx` (right for t = 4 to 2, wrong at t = 1) parts first. `da0`, "
        "`dWax`, `dWaa` and `dba` agree.",
    )


@pytest.mark.parametrize(
    ("value", "finding"),
    [
        (
            lambda dz: dz[..., 0],
            "dz has shape (5, 7). Expected shape (n_a=5, m=7, T_x=4). This is one step: keep them "
            "all, in an array with T_x as its last axis.",
        ),
        (
            lambda dz: np.moveaxis(dz, -1, 0),
            "dz has shape (4, 5, 7). Expected shape (n_a=5, m=7, T_x=4). Time comes last: "
            "np.moveaxis(values, 0, -1).",
        ),
        (
            lambda dz: [dz[..., t] for t in range(dz.shape[-1])],
            "dz is a list of 4. Expected an array of shape (n_a=5, m=7, T_x=4). np.stack(values, "
            "axis=-1) makes one of a list, with the first step first.",
        ),
        (
            lambda dz: dz[..., ::-1],
            "has the right values in reverse. Time runs forwards along the last axis, t = 1 first: "
            "fill an array by its index, or turn the list round.",
        ),
        (
            lambda dz: np.float64(3),
            "dz is a single number (3). Expected shape (n_a=5, m=7, T_x=4).",
        ),
        (
            lambda dz: dz > 0,
            "dz is an array of truth values. Expected real numbers. A comparison (== or <) "
            "probably stands where a computation should.",
        ),
    ],
)
def test_a_rung_in_another_form_is_said_by_a_sentence(value, finding):
    ladder = verdict("rnn_backward", climbing("rnn_backward", lambda s: {"dz": value(s["dz"])}))
    (rung,) = ladder.ladder.rungs
    assert rung.finding.startswith(finding)
    assert rung.outcome is Outcome.ERROR
    assert not any("first to part" in s for s in ladder.ladder.sentences)


def test_a_rung_that_is_not_finite_says_so_and_from_which_step():
    def change(steps):
        steps["dz"][0, 0, :2] = np.nan
        return steps

    rungs, sentences = said("rnn_backward", change)
    assert rungs["dz"] == ("right for t = 4 to 3, wrong from t = 2 backwards; dz contains NaN.")
    assert "The first to part is `dz`" in sentences


def test_an_unknown_name_hears_the_known_ones_and_the_nearest():
    _, sentences = said("rnn_cell_backward", lambda steps: {"dZ": steps["dz"]})
    assert (
        "No step here is called 'dZ'. Did you mean `dz`? Known are `slope` and `dz`." in sentences
    )
    _, sentences = said("rnn_cell_backward", lambda steps: dict.fromkeys("qwertyu", 1))
    assert "No step here is called 'q'. No step here is called 'w'." in sentences
    assert "Nor are 4 more. Known are `slope` and `dz`." in sentences


def test_steps_that_are_no_dict_hear_what_was_expected():
    _, sentences = said("rnn_cell_backward", lambda steps: [steps["dz"]])
    assert sentences == (
        '`steps` is a list of 1. Expected a dict of arrays by name, as in `{"slope": slope}`.'
    )


def test_without_steps_one_line_says_that_they_may_be_returned():
    def wrong(da_next, cache):
        return {k: 2 * g for k, g in right("rnn_cell_backward")(da_next, cache).items()}

    failed = verdict("rnn_cell_backward", wrong)
    assert failed.ladder is None
    assert failed.notes[-1] == (
        'Return one key more, `"steps": {"slope": slope}`, and this card says at which step the '
        "values part. It is never judged. Known are `slope` and `dz`."
    )
    assert not any("steps" in note for note in verdict("rnn_cell_backward", lambda *a: 1).notes)


def test_a_passed_card_has_no_ladder_even_if_steps_are_wrong():
    function = climbing("rnn_backward", lambda steps: {"dz": "nonsense"}, wrong=False)
    passed = verdict("rnn_backward", function)
    assert passed.points == passed.max_points
    assert (passed.ladder, passed.notes) == (None, ())


class Meta(type):
    """The type of a type that raises when it is compared or hashed."""

    def __eq__(cls, other):
        raise RuntimeError

    __hash__ = None


class Unequal(metaclass=Meta):
    pass


class Odd(dict):
    """Raises whatever is asked of it."""

    def __getattribute__(self, name):
        raise RuntimeError(name)


def _itself(steps):
    steps["dz"] = steps
    return steps


def _deep(steps):
    inner = {}
    for _ in range(10_000):
        inner = {"dz": inner}
    return inner


HOSTILE = {
    "a number": lambda steps: 3,
    "an object": lambda steps: object(),
    "a dict that raises": lambda steps: Odd(dz=1),
    "a type that raises": lambda steps: {"dz": Unequal()},
    "itself": _itself,
    "very deep": _deep,
    "a view of a billion numbers": lambda steps: {"dz": np.broadcast_to(1.0, (10**3, 10**6))},
    "many arrays": lambda steps: {f"dz{i}": np.zeros(MAX_APART // 4) for i in range(500)},
    "a long list": lambda steps: {"dz": [0.0] * 1_000_000},
    "a long text": lambda steps: {"dz": "x" * 10_000_000},
    "long names": lambda steps: {"x" * 1_000_000: 1},
    "odd keys": lambda steps: {("dz",): 1, None: 2, 10**30: 3},
    "objects in an array": lambda steps: {"dz": np.array([object()])},
    "no numbers": lambda steps: {"dz": np.zeros(0), "slope": np.zeros((0, 3, 0))},
    "not finite": lambda steps: {k: np.full_like(v, np.inf) for k, v in steps.items()},
    "largest numbers": lambda steps: {k: np.full_like(v, 1.7e308) for k, v in steps.items()},
    "complex numbers": lambda steps: {k: v * 1j for k, v in steps.items()},
    "half floats": lambda steps: {k: v.astype(np.float16) for k, v in steps.items()},
    "a generator": lambda steps: {"dz": (i for i in range(3))},
    "None": lambda steps: None,
    "scores": lambda steps: {"points": 100, "outcome": "passed", "max_points": 0},
}


def scores(judged: Verdict):
    parts = tuple((p.name, p.outcome, p.points, p.finding) for p in judged.parts)
    return judged.outcome, judged.points, judged.message, judged.mistake, parts


@cache
def hidden():
    return hidden_table(LESSON, "rnn_cell_backward", 7)


@cache
def without_steps(wrong):
    """Return the verdicts on visible and hidden cases of a function that returns no steps."""
    function = climbing("rnn_cell_backward", wrong=wrong)

    def plainly(*arguments):
        return {k: v for k, v in function(*arguments).items() if k != "steps"}

    return tuple(
        verdict("rnn_cell_backward", plainly, table)
        for table in (frozen_table("rnn_cell_backward"), hidden())
    )


@pytest.mark.parametrize("wrong", [False, True], ids=["right", "wrong"])
@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_steps_never_change_a_score(change, wrong):
    function = climbing("rnn_cell_backward", change, wrong)
    visible, concealed = without_steps(wrong)
    table = frozen_table("rnn_cell_backward")
    assert scores(verdict(table.exercise, function)) == scores(visible)
    assert scores(judge_json(table, observe_json(function, table.cases_json()))) == scores(visible)
    assert verdict(table.exercise, function, hidden()) == concealed
    assert judge_json(hidden(), observe_json(function, hidden().cases_json())) == concealed


def test_nothing_of_steps_on_hidden_cases_leaves_the_process_or_is_said():
    assert hidden().rungs.values == ()
    (first, *_) = observe(climbing("rnn_cell_backward"), hidden().cases)
    assert first.steps is None
    forged = [
        {**o.to_json(), "steps": {"dict": [["dz", 1.0]]}}
        for o in observe(climbing("rnn_cell_backward"), hidden().cases)
    ]
    told = judge_json(hidden(), json.dumps(forged))
    assert told.points
    assert told.ladder is None
    assert "steps" not in json.dumps(told.to_json())


def test_steps_among_the_judged_values_are_set_aside_whoever_wrote_them():
    seen = observe(right("rnn_cell_backward"), hidden().cases)
    forged = [replace(o, value={**o.value, "steps": 3}) for o in seen]
    assert judge(hidden(), forged) == judge(hidden(), seen)


def test_a_named_mistake_is_named_with_steps_as_without():
    def sign_swapped(da_next, cache):
        returned = right("rnn_cell_backward")(da_next, cache)
        a_next, a_prev, xt, parameters = cache
        dz = (1 - a_next) * da_next
        returned = {
            "dxt": parameters["Wax"].T @ dz,
            "da_prev": parameters["Waa"].T @ dz,
            "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T,
            "dba": dz.sum(axis=1, keepdims=True),
        }
        return {**returned, "steps": {"dz": dz}}

    failed = verdict("rnn_cell_backward", sign_swapped)
    assert failed.mistake == "tanh_not_squared"
    assert failed.ladder.rungs[0].outcome is Outcome.FAILED
    assert "`slope`" in failed.ladder.sentences[0]


def test_in_other_exercises_the_key_is_like_any_other():
    table = frozen_table("clip")
    assert table.rungs is None
    assert {case.steps for case in table.cases} == {""}
    (seen,) = observe(lambda *arguments: {"steps": 1}, table.cases[:1])
    assert (seen.value, seen.steps) == ({"steps": 1}, None)


def test_another_extra_key_stays_what_it_was():
    (seen,) = observe(lambda *a: {"step": 1, "steps": 2}, frozen_table("rnn_backward").cases[:1])
    assert (seen.value, seen.steps) == ({"step": 1}, 2)


def test_verdicts_and_tables_keep_the_ladder_as_json():
    failed = verdict("rnn_backward", climbing("rnn_backward", spoiled(2, "dz")))
    assert Verdict.from_json(json.loads(json.dumps(failed.to_json()))) == failed
    text = table_to_json(frozen_table("rnn_backward"))
    assert table_to_json(table_from_json(text)) == text


def test_a_table_knows_which_rungs_add_up_to_what():
    assert frozen_table("rnn_backward").rungs.sums == {
        "dWax_steps": "dWax",
        "dWaa_steps": "dWaa",
        "dba_steps": "dba",
    }
    assert frozen_table("output_backward").rungs.sums == {
        "dWya_steps": "dWya",
        "dby_steps": "dby",
    }


def test_a_contract_whose_steps_have_no_place_is_refused():
    rungs = Rungs(lambda x: {"dz": x}, {"dz": ("m", "what is before")})
    one = {
        "title": "One",
        "cases": lambda draw: {},
        "mistakes": (),
        "oracle": Oracle(none_because="It is only looked at."),
        "hints": ("", "", ""),
        "after_success": "",
        "rungs": rungs,
    }
    Exercise(**one, returns={"dx": "m"}, as_dict=True)
    for odd in ({"as_dict": False}, {"as_dict": True, "probe": "gradients.planted"}):
        with pytest.raises(ValueError, match="nowhere to hand over steps"):
            Exercise(**one, returns={"dx": "m"}, **odd)
    with pytest.raises(ValueError, match="no returned value called 'steps'"):
        Exercise(**one, returns={"steps": "m"}, as_dict=True)
    with pytest.raises(ValueError, match="There are no rungs"):
        Rungs(lambda x: {}, {})
    with pytest.raises(ValueError, match="The rung 'dz' says"):
        Rungs(lambda x: {}, {"dz": ("m", "")})
