"""Made arguments, probes and counts, in a miniature lesson of their own."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from judging.adversary import Adversary

import graders.lessons
import graders.paths
from graders import probes
from graders.counts import Counts
from graders.judging import (
    Outcome,
    Verdict,
    answering,
    hidden_table,
    judge,
    judge_json,
    observe,
)
from graders.judging.answering import visible_table
from graders.judging.coded import decode, encode
from graders.judging.described import describe
from graders.judging.frozen import table_from_json, table_to_json
from graders.judging.observe import CaseInput, Observation, cases_from_json, observe_json
from graders.judging.plain import Opaque, plain
from graders.judging.table import Table
from graders.lessons.reference import reference
from graders.made import Made

LESSON = "00_probed"
HERE = Path(__file__).parents[1] / "probed"
NAMES = ("slope", "missing_names", "draw_token", "orthogonal", "scan")


@pytest.fixture(scope="module", autouse=True)
def _probed() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graders.paths, "SOLUTIONS", HERE / "solutions")
        contracts = [*graders.lessons.__path__, str(HERE / "contracts")]
        patch.setattr(graders.lessons, "__path__", contracts)
        yield


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    """Each exercise's visible table, as it comes out of its file."""
    return {n: table_from_json(table_to_json(visible_table(LESSON, n))) for n in NAMES}


def verdict(table: Table, function: object) -> Verdict:
    return judge(table, observe(function, table.cases))


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_passes_on_visible_and_hidden_cases(name, tables):
    right = getattr(reference(LESSON), name)
    for table in (tables[name], hidden_table(LESSON, name, seed=3)):
        assert verdict(table, right).message == ""
        assert verdict(table, right).outcome is Outcome.PASSED


@pytest.mark.parametrize("name", NAMES)
def test_each_mistake_fails_and_is_named(name, tables):
    solved = reference(LESSON)
    for mistake in graders.lessons.load(LESSON).exercises[name].mistakes:
        failed = verdict(tables[name], solved.with_mistake(name, mistake)[name])
        assert failed.outcome is Outcome.FAILED, mistake.key
        assert failed.mistake == mistake.key


def test_a_mistake_is_drawn_for_hidden_cases_as_far_as_it_may_fit(monkeypatch):
    """Drawing takes long: few draws come first, and the first case that differs is the last."""
    ran: list[int] = []

    def counted(function: object, cases: Sequence[CaseInput]) -> list[Observation]:
        ran.extend(case.arguments["draws"] for case in cases)
        return observe(function, cases)

    table = hidden_table(LESSON, "draw_token", seed=3)
    fewest = min(case.arguments["draws"] for case in table.cases)
    last = observe(lambda logits, rng, temperature: len(logits) - 1, table.cases)
    monkeypatch.setattr(answering, "observe", counted)
    assert judge(table, last).mistake is None
    known = len(list(table.mistakes))
    assert ran == [fewest] * known
    assert judge(table, last).mistake is None
    assert len(ran) == known  # each is drawn once for all whose answers are judged


def test_a_made_argument_is_plain_data_in_a_table(tables):
    data = json.loads(tables["slope"].cases_json())[0]["arguments"]
    (name, made), (_, theta) = data["dict"]
    assert (name, made["made"]) == ("f", "gradients.remembering")
    assert [key for key, _ in made["with"]["dict"]] == ["A", "b"]
    assert theta["shape"] == [5, 2]
    (again, *_) = cases_from_json(json.loads(tables["slope"].cases_json()))
    assert again.fresh()[0](np.zeros((5, 2))) == 0.0


def test_a_made_argument_is_said_in_words():
    made = Made("gradients.quadratic", A=np.eye(3), b=np.zeros(3))
    assert describe(made) == "a function: quadratic(A of shape (3, 3), b of shape (3,))"
    assert describe(Made("random.generator", seed=7)) == "a NumPy generator: generator(seed=7)"
    counting = Made("calls.counting", function=Made("calls.max_plus"))
    assert describe(counting) == "a function: counting(function: a function: max_plus())"


def test_a_made_argument_is_made_anew_for_each_call(tables):
    case = tables["draw_token"].cases[0]
    one, other = case.fresh()[1], case.fresh()[1]
    assert one is not other
    assert one.random() == other.random()


def test_hidden_generators_have_other_seeds_and_visible_ones_always_the_same(tables):
    def seeds(table: Table) -> list[int]:
        return [case.arguments["rng"].plain["seed"] for case in table.cases]

    visible = seeds(visible_table(LESSON, "draw_token"))
    assert visible == seeds(tables["draw_token"])
    hidden = [seeds(hidden_table(LESSON, "draw_token", seed=s)) for s in (1, 1, 2)]
    assert hidden[0] == hidden[1]
    assert not set(hidden[0]) & {*hidden[2], *visible}
    assert max(hidden[0]) > 2**53  # they are not drawn from a few


def test_nothing_else_than_what_is_entered_can_be_made_or_called():
    for name in ("os.system", "gradients", "random.np", "gradients._usable", "..made.Made", ""):
        with pytest.raises(KeyError, match="is the name of nothing that can be a made argument"):
            probes.make(Made(name))
        with pytest.raises(KeyError, match="is the name of nothing that can be a probe"):
            probes.probe(name)


def test_everything_that_is_entered_exists():
    assert all(callable(probes.maker(name)) for name in probes.MAKERS)
    assert all(callable(probes.probe(name)) for name in probes.PROBES)


def test_what_comes_from_a_submission_makes_nothing():
    made = Made("random.generator", seed=7)
    assert plain([made]) == [Opaque("an object of type Made")]
    with pytest.raises(ValueError, match="no plain data"):
        decode(encode(made))


def test_a_function_that_changes_one_array_over_and_over_hears_of_it_at_its_own_line(tables):
    def slope(f, theta):
        moved, gradient = np.array(theta), np.zeros(theta.shape)
        for index in np.ndindex(theta.shape):
            moved[index] += 1e-5
            gradient[index] = f(moved)
        return gradient

    failed = verdict(tables["slope"], slope)
    assert failed.outcome is Outcome.ERROR
    assert failed.returned == (
        f"Your code raised ValueError in slope, line {slope.__code__.co_firstlineno + 4} "
        "(`gradient[index] = f(moved)`) on the case “ordinary” (n_a=5, m=2): an array that f was "
        "given earlier has been changed since."
    )


def test_an_exception_below_a_probe_is_that_of_the_learners_line(tables):
    def draw_token(logits, rng, temperature):
        return rng.choice(len(logits), p=logits / temperature)

    failed = verdict(tables["draw_token"], draw_token)
    line = draw_token.__code__.co_firstlineno + 1
    assert failed.returned.startswith(f"Your code raised ValueError in draw_token, line {line} ")
    assert failed.expected == "Expected it to return what its docstring says."


def test_what_a_probe_cannot_call_or_use_is_told_from_the_learners_own_exceptions(tables):
    failed = verdict(tables["scan"], lambda combine, elements: combine.nothing)
    assert failed.returned.startswith("Your code raised AttributeError in test_what_a_probe")
    failed = verdict(tables["scan"], lambda: 0)
    assert failed.returned.startswith(
        "Calling scan, or using what it returned, ended on the case “ordinary” (m=2) with "
        "TypeError: "
    )
    hidden = hidden_table(LESSON, "scan", seed=5)
    assert verdict(hidden, lambda: 0).returned == (
        "Calling scan, or using what it returned, ended on the case “ordinary” (m=2) with an "
        "exception."
    )


def test_a_stub_below_a_probe_is_unwritten(tables):
    def draw_token(logits, rng, temperature):
        raise NotImplementedError

    assert verdict(tables["draw_token"], draw_token).outcome is Outcome.UNWRITTEN


def test_a_probe_that_never_ends_runs_out_of_time(tables):
    def draw_token(logits, rng, temperature):
        while True:
            pass

    cases = tables["draw_token"].cases
    assert [o.outcome for o in observe(draw_token, cases, seconds=0.1)] == ["timeout"] * 3


def test_another_source_of_randomness_is_found_though_the_shares_are_right(tables):
    own = np.random.default_rng(1)

    def draw_token(logits, rng, temperature):
        return reference(LESSON).draw_token(logits, own, temperature)

    failed = verdict(tables["draw_token"], draw_token)
    assert failed.message == (
        "Two generators with the same seed gave different draws. Expected the same draws from the "
        "same seed. Draw from `rng` alone: np.random and a generator of your own are other sources."
    )
    assert {p.name: p.outcome.value for p in failed.parts} == {
        "counts": "passed",
        "same_seed": "failed",
        "leaves its inputs unchanged": "passed",
    }


@pytest.mark.parametrize("factor", [1.1, 1 / 1.1])
def test_a_temperature_that_is_ten_percent_off_fails_in_the_miniature_lesson(factor, tables):
    def draw_token(logits, rng, temperature):
        return reference(LESSON).draw_token(logits, rng, factor * temperature)

    word = "high" if factor > 1 else "low"
    failed = verdict(tables["draw_token"], draw_token)
    assert failed.message.startswith("The shares of what was drawn are not the probabilities")
    assert f"as they are at a temperature that is too {word}" in failed.message


def test_too_many_calls_fail_though_the_values_are_right(tables):
    def scan(combine, elements):
        pairs = [tuple(part[..., :1] for part in elements)]
        for t in range(1, elements[0].shape[-1]):
            pairs.append(combine(pairs[-1], tuple(part[..., t : t + 1] for part in elements)))
        return tuple(np.concatenate(parts, axis=-1) for parts in zip(*pairs, strict=True))

    failed = verdict(tables["scan"], scan)
    assert failed.message.startswith("combine was called more than 2 ceil(log2 T) + 2 times")
    assert [p.outcome.value for p in failed.parts] == ["passed", "failed", "passed"]


def test_the_build_refuses_too_few_draws(monkeypatch):
    exercise = graders.lessons.load(LESSON).exercises["draw_token"]
    drawn = exercise.cases

    def few(draw):
        return {**drawn(draw), "draws": 200}

    monkeypatch.setitem(exercise.__dict__, "cases", few)
    with pytest.raises(RuntimeError, match="counts has too few draws to catch a temperature"):
        visible_table(LESSON, "draw_token")


def test_code_that_replaces_probes_in_its_own_process_sees_no_expected_value(tables, monkeypatch):
    """It can forge counts, as it can forge any result, and it finds no probability to forge."""
    seen = []

    def forged(function, **case):
        seen.append(case)
        return {"counts": {"#counts": np.array([1, 2, 3])}, "same_seed": True}

    table = tables["draw_token"]
    monkeypatch.setattr("graders.probes.sampling.categories", forged)
    observations = observe_json(lambda *_: 0, table.cases_json())
    monkeypatch.undo()
    failed = judge(table, [Observation.from_json(o) for o in json.loads(observations)])
    assert failed.points == 0  # what it claims of the same seed earns nothing without right counts
    assert failed.returned.startswith("counts are no counts of")
    assert all("probabilities" not in json.dumps(encode({**c, "rng": None})) for c in seen)
    assert "probabilities" not in table.cases_json()


def test_the_same_table_comes_out_of_every_build(tables):
    again = visible_table(LESSON, "draw_token")
    assert table_to_json(again) == table_to_json(tables["draw_token"])


def test_a_handed_case_holds_what_is_made(tables):
    from graders.notebook.handed import handed_case

    inputs, expected = handed_case(tables["slope"], 0)
    gradient = reference(LESSON).slope(**inputs)
    assert gradient == pytest.approx(expected)


def test_a_handed_case_says_what_is_made_in_words(tables):
    from graders.notebook.handed import handed_case

    shown = repr(handed_case(tables["slope"], 0))
    assert (
        "f: a function: remembering(A of shape (10, 10), b of shape (10,)), theta: an array of "
        "shape (5, 2)"
    ) in shown
    counts = repr(handed_case(tables["draw_token"], 0))
    assert "rng: a NumPy generator: generator(seed=" in counts
    assert "draw_token(**inputs)" not in counts


def test_the_doctor_asks_references_through_their_probes(monkeypatch):
    from graders.authoring.doctor import oracles_agree

    lesson = graders.lessons.load(LESSON)
    assert oracles_agree(lesson) == []
    twin = lesson.exercises["scan"].oracle.twin
    wrong = {"few_calls": False}
    monkeypatch.setitem(
        lesson.exercises["scan"].oracle.__dict__, "twin", lambda *case: twin(*case) | wrong
    )
    assert oracles_agree(lesson) == [
        "scan: the reference and its oracle's twin disagree on the case “ordinary”. Of the twin: "
        "combine was called more than 2 ceil(log2 T) + 2 times. Expected that few calls on whole "
        "arrays."
    ]


def test_a_table_of_counts_takes_no_function_of_a_contract_along():
    table = hidden_table(LESSON, "draw_token", seed=1).without_mistakes()
    assert b"contracts" not in pickle.dumps(table)
    assert b"lessons" not in pickle.dumps(table)


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (Counts("V"), "has no probabilities"),
        (Counts("V", lambda **_: [0.5, 0.4]), "not negative and add up to 1"),
        (Counts("V", lambda **_: [1.5, -0.5]), "not negative and add up to 1"),
    ],
)
def test_a_contract_without_probabilities_is_refused(broken, says):
    with pytest.raises(ValueError, match=says):
        broken.chances({"draws": 10})


def test_a_case_without_draws_is_refused():
    with pytest.raises(ValueError, match="its case has no `draws`"):
        Counts("V", lambda **_: [1.0]).chances({})


@pytest.mark.parametrize("name", ["draw_token", "orthogonal", "scan"])
def test_no_message_gets_out_through_what_a_probe_returned(name):
    table = hidden_table(LESSON, name, seed=5).without_mistakes()
    told = set()
    for seed in range(40):
        adversary = Adversary(table, seed)
        for verdict in (
            judge(table, adversary.observations()),
            judge_json(table, adversary.as_json()),
        ):
            said = " ".join([verdict.message, *(part.finding for part in verdict.parts)])
            known = {str(n) for n in _numbers(table)}
            assert set(adversary.leaked(said)) <= known, (seed, said)
            told.add(said)
    assert len(told) > 5


def _numbers(table):
    draws = [case.arguments.get("draws", 0) for case in table.cases]
    return [*draws, *(n for sizes in table.sizes for n in sizes.values())]


@pytest.mark.parametrize(
    "forged",
    [
        "counts",
        [1, 2],
        np.array([[1, 2]]),
        np.array([], dtype=int),
        np.full(12, 2**63, dtype=np.uint64),
        np.full(12, -(2**62)),
        np.full(12, 0.5),
        np.zeros(12, dtype=int),
        np.ones(12, dtype=bool),
    ],
)
def test_forged_counts_of_any_form_earn_nothing_and_stop_nothing(forged, tables):
    for table in (tables["draw_token"], hidden_table(LESSON, "draw_token", seed=5)):
        value = {"counts": {"#counts": forged}, "same_seed": True}
        failed = judge(table, [Observation("returned", value)] * 3)
        assert {p.name: p.points for p in failed.parts}["counts"] == 0
        assert failed.mistake is None
        assert failed.returned.startswith("counts are no counts of ")
