"""A verdict on hidden cases tells nothing that the submission could have put there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graders.judging import Outcome, Table, judge
from graders.judging.judge import judge_json
from graders.judging.observe import Observation
from graders.judging.plain import Opaque
from graders.judging.table import visible_table

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
