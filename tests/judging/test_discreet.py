"""A verdict on hidden cases tells nothing that the submission could have put there."""

from __future__ import annotations

import inspect
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from judging.adversary import Adversary
from judging.vocabulary import Vocabulary, bits_of_cases

from graders.judging import Outcome, Table, Verdict, frozen_names, hidden_table, judge
from graders.judging.answering import visible_table
from graders.judging.discreet import Discreet
from graders.judging.judge import judge_json
from graders.judging.observe import Observation
from graders.judging.plain import Opaque
from graders.judging.words import Words
from graders.paths import ROOT

LESSON = "02_vanilla_rnn"
HARD = ("rnn_forward", "rnn_cell_backward", "clip", "softmax", "sequence_loss")
"""A nest of lists, two dicts, a property with a case of its own, a single number."""

TOLD = "0.4711 4711 Secret4711"


@pytest.fixture
def table(mini: str) -> Table:
    return replace(visible_table(mini, "row_sums"), hidden=True)


def said(table: Table, *seen: Observation) -> str:
    verdict = judge(table, [*seen] * (len(table.cases) // len(seen)))
    assert verdict.outcome is not Outcome.PASSED
    return str(verdict.to_json())


def answer(table: Table, value: str) -> str:
    """Return a forged answer for all cases."""
    rest = '"mutated": [], "error": {}, "printed": ""'
    one = f'{{"outcome": "returned", "value": {value}, {rest}}}'
    return f"[{', '.join([one] * len(table.cases))}]"


def returned(value: object) -> Observation:
    return Observation("returned", value)


@pytest.mark.parametrize(
    "value",
    [
        0.4711,
        4711,
        "Secret4711",
        Opaque("an object of type Secret4711"),
        (Opaque("an object of type Secret4711"), 0.4711),
        {"Secret4711": np.ones(3)},
        (np.ones((4711, 1)), 0.4711),
        [0.4711] * 4711,
        (np.full((3, 1), 0.4711), {"Secret4711": 4711}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_nothing_that_was_returned_is_quoted(table: Table, value: object) -> None:
    text = said(table, returned(value))
    assert not [word for word in ("0.4711", "4711", "Secret") if word in text], text


@pytest.mark.parametrize(
    "error",
    [
        {
            "type": "Secret4711",
            "message": TOLD,
            "function": "Secret4711",
            "text": TOLD,
            "line": 4711,
        },
        {"type": "ValueError", "message": f"matmul {TOLD}"},
        {"type": "NotImplementedError", "message": TOLD, "function": "Secret4711"},
    ],
    ids=lambda error: str(error["type"]),
)
def test_nothing_of_an_exception_is_quoted(table: Table, error: dict[str, object]) -> None:
    text = said(table, Observation("raised", error=error))
    assert not [word for word in ("0.4711", "4711", "Secret") if word in text], text


def test_the_seconds_of_a_time_out_are_not_the_submissions(table: Table) -> None:
    assert "0.47" not in said(table, Observation("timeout", error={"seconds": 0.4711}))


def test_only_inputs_that_exist_are_said_to_have_changed(table: Table) -> None:
    text = said(table, Observation("returned", None, mutated=("x", TOLD)))
    assert "Secret" not in text


def test_what_is_pythons_own_is_said(table: Table) -> None:
    error = {"type": "ValueError", "message": "matmul: Input operand 1 has a mismatch"}
    text = said(table, Observation("raised", error=error))
    assert "Your code raised ValueError on the case" in text
    assert "inner sizes of a matrix product differ" in text
    assert "a generator" in said(table, returned((Opaque("a generator"), 1.0)))


@pytest.mark.parametrize("dtype", ["float64,(60000000,)f8", "O", "U99999999", "float9999", "V8"])
def test_an_answer_has_only_the_dtypes_that_observing_leaves(table: Table, dtype: str) -> None:
    value = f'{{"array": [0.0], "shape": [1], "dtype": "{dtype}"}}'
    one = (
        f'{{"outcome": "returned", "value": {value}, "mutated": [], "error": {{}}, "printed": ""}}'
    )
    verdict = judge_json(table, f"[{', '.join([one] * len(table.cases))}]")
    assert verdict.outcome is Outcome.ERROR
    assert verdict.points == 0


def test_an_answer_too_large_to_be_observed_earns_nothing(table: Table) -> None:
    nest = '{"list": [' + ", ".join(["null"] * 20_000) + "]}"
    verdict = judge_json(table, answer(table, nest))
    assert verdict.points == 0


def sentences(verdict: Verdict) -> str:
    return " ".join([verdict.message, *(part.finding for part in verdict.parts)])


@cache
def hidden(exercise: str) -> Vocabulary:
    return Vocabulary(hidden_table(LESSON, exercise, seed=20))


def check_no_message_gets_out(vocabulary: Vocabulary, seeds: range) -> None:
    """Try many messages; each verdict must be one that could be written down before."""
    different = set()
    for seed in seeds:
        adversary = Adversary(vocabulary.table, seed)
        for verdict in (
            judge(vocabulary.table, adversary.observations()),
            judge_json(vocabulary.table, adversary.as_json()),
        ):
            assert adversary.leaked(sentences(verdict)) == [], (seed, verdict)
            assert vocabulary.strange(verdict) == [], (seed, verdict)
            different.add(sentences(verdict))
    assert len(different) > len(seeds) / 4, "the adversary is too weak to show anything"


def test_no_message_gets_out_of_a_small_table(table: Table) -> None:
    check_no_message_gets_out(Vocabulary(table), range(150))


@pytest.mark.parametrize("exercise", HARD)
def test_no_message_gets_out_of_a_table_of_the_course(exercise: str) -> None:
    check_no_message_gets_out(hidden(exercise), range(12))


def test_every_word_has_a_discreet_form() -> None:
    """What is not written down in `Discreet` would quote on hidden cases, too."""
    words = {name for name, _ in inspect.getmembers(Words, inspect.isfunction) if name[0] != "_"}
    assert words <= set(vars(Discreet))


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        ((4, 5, 7), "a has shape (4, 5, 7) on"),
        ((5, 7), "a has shape (5, 7) on"),
        ((5, 1, 7, 4), "a has shape (5, 1, 7, 4) on"),
        ((5, 7, 3), "a has shape (5, 7, 3) on"),
        ((6, 8, 5), "a has shape (6, 8, 5) on"),
        ((5, 7, 4, 47), "a has one axis too many on"),
        ((5, 7, 6), "a has another shape on"),
        ((47, 11), "a has another shape on"),
        ((), "a is a single number on"),
    ],
)
def test_shapes_are_named_where_they_are_near_the_expected_one(
    shape: tuple[int, ...], says: str
) -> None:
    table = hidden("rnn_forward").table
    want = table.expected[0]
    assert want[0].shape == (5, 7, 4)
    seen = [returned((np.zeros(shape), *want[1:])), *map(returned, table.expected[1:])]
    verdict = judge(table, seen)
    assert verdict.returned.startswith(says)
    assert verdict.expected == "Expected shape (n_a=5, m=7, T_x=4)."


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([1.0], "Your function returned a list of 1."),
        ((1.0,) * 4, "Your function returned a tuple of another length."),
        ((np.ones((5, 1)), [1.0] * 47), "largest is a list on"),
        ((np.ones((5, 1)), {"Secret": 1.0}), "largest is a dict on"),
        ((np.ones((5, 1)), 10**12), "largest has wrong values on"),
        ((np.ones((5, 1)), "Secret"), "largest is a string on"),
        ((np.ones((5, 1)), True), "largest is a truth value on"),
        ((Opaque("an array of dtype Secret, which holds no real numbers"), 1.0),
         "total is an array that holds no real numbers on"),
        ((Opaque("a list that holds itself"), 1.0), "total is a list that holds itself on"),
    ],
)  # fmt: skip
def test_what_was_returned_is_told_in_known_words(table: Table, value: object, says: str) -> None:
    verdict = judge(table, [returned(value)] * len(table.cases))
    told = [verdict.returned, *(part.finding for part in verdict.parts)]
    assert any(sentence.startswith(says) for sentence in told), told


@pytest.mark.parametrize(
    ("kind", "says"),
    [("IndexError", "IndexError"), ("BlockingIOError", "an exception"), ("TOLD", "an exception")],
)
def test_only_exceptions_that_learners_meet_are_named(table: Table, kind: str, says: str) -> None:
    error = {"type": kind, "message": TOLD}
    verdict = judge(table, [Observation("raised", error=error)] * len(table.cases))
    assert verdict.returned.startswith(f"Your code raised {says} on the case “ordinary” (")


def test_what_is_wrong_with_large_inputs_is_not_told_as_a_change_of_inputs() -> None:
    table = hidden("softmax").table
    writes = Observation("raised", error={"type": "ValueError", "message": "is read-only"})
    seen = [writes if case.read_only else returned(np.ones(97)) for case in table.cases]
    verdict = judge(table, seen)
    assert verdict.returned == "Your function tried to write into an array that it was given."
    assert verdict.expected == "Expected everything handed in to stay as it is."


@pytest.mark.parametrize(
    ("mutated", "says"),
    [
        (("gradients['dba']", "gradients['dWaa']"), "gradients['dWaa']"),
        (("gradients", "gradients['dba']"), "gradients['dba']"),
        (("gradients['4711']", "gradients"), "gradients"),
    ],
)
def test_of_changed_entries_of_a_dict_the_first_is_named(
    mutated: tuple[str, ...], says: str
) -> None:
    table = hidden("clip").table
    seen = [Observation("returned", value, mutated=mutated) for value in table.expected]
    assert judge(table, seen).returned == f"Your function changed what it was given: {says}."


def test_an_input_that_was_changed_is_named_without_what_is_in_it(table: Table) -> None:
    seen = [Observation("returned", value, mutated=("x[4][7]", "x")) for value in table.expected]
    verdict = judge(table, seen)
    assert verdict.returned == "Your function changed what it was given: x."


@pytest.mark.parametrize(
    ("ratio", "says"),
    [(2.0, "2"), (0.5, "0.5"), (0.4711, "the same factor"), (47, "the same factor")],
)
def test_a_constant_factor_is_told_only_if_it_is_a_usual_one(ratio: float, says: str) -> None:
    table = hidden("rnn_cell_forward_stacked").table
    verdict = judge(table, [returned(ratio * want) for want in table.expected])
    assert verdict.usually == (
        f"Every value is {says} times what it should be: a constant factor is off."
    )


def test_what_a_hand_in_can_carry_is_what_the_design_says() -> None:
    """The page gives these numbers; whoever changes the vocabulary changes them."""
    tables = {name: hidden(name) for name in frozen_names(LESSON)}
    carried = {name: vocabulary.bits() for name, vocabulary in tables.items()}
    cases = sum(bits_of_cases(vocabulary.table) for vocabulary in tables.values())
    parts = sum(len(vocabulary.findings) for vocabulary in tables.values())
    worst = max(carried, key=lambda name: carried[name])
    page = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    for says in (
        f"at most {sum(carried.values()):,.0f} bits in one hand-in",
        f"{carried[worst]:.0f} bits for `{worst}`",
        f"Its hidden cases hold {cases:,.0f} bits",
        f"which parts passed ({parts} bits in lesson 02",
    ):
        assert says in " ".join(page.split()), says
