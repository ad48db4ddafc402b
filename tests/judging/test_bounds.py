"""Whatever a function returns is taken over within bounds: one placeholder, or one copy."""

from __future__ import annotations

import json
import time
import tracemalloc
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.lib.stride_tricks import as_strided

from graders.judging import Outcome, Table, judge_json, observe_json
from graders.judging.answering import visible_table
from graders.judging.coded import decode, encode
from graders.judging.observe import CaseInput, Observation, observe
from graders.judging.plain import MAX_ENTRIES, MAX_NODES, MAX_TEXT, Opaque, plain

HUGE = 2**40
LONGEST = 30 * MAX_ENTRIES + 100 * MAX_NODES
"""Of one case's answer as JSON text, in characters."""

MEMORY = 100_000_000
SECONDS = 20.0
"""Generous: what is not bounded takes minutes, and terabytes."""

LIST_OF_MANY = f'{{"list": [{", ".join(["1"] * (MAX_NODES // 10))}]}}'

FIELDS = np.dtype([("a", "f8"), ("b", "f8")])


def itself() -> list[Any]:
    loop: list[Any] = [1.0]
    loop.append(loop)
    return loop


def itself_in_turns() -> dict[str, Any]:
    inner: list[Any] = []
    outer = {"inner": (inner,)}
    inner.append(outer)
    return outer


def shared(levels: int) -> list[Any]:
    tree: list[Any] = [0.5] * 10
    for _ in range(levels):
        tree = [tree] * 10
    return tree


def strided(dtype: Any, shape: tuple[int, ...] = (HUGE,)) -> Any:
    return as_strided(np.zeros(1, dtype), shape, (0,) * len(shape))


REAL_NUMBERS = "which holds no real numbers"
FAR_MORE = f"an array of {HUGE:,} numbers, far more than expected"

NAMED = {
    "a list that holds itself": (itself, [1.0, Opaque("a list that holds itself")]),
    "a dict that holds itself": (
        itself_in_turns,
        {"inner": ([Opaque("a dict that holds itself")],)},
    ),
    "a view of one number": (lambda: strided("f8"), Opaque(FAR_MORE)),
    "a view of one long double": (lambda: strided(np.longdouble), Opaque(FAR_MORE)),
    "a view of one truth value": (lambda: strided("?", (2**20, 2**20)), Opaque(FAR_MORE)),
    "a view of one object": (
        lambda: strided("O"),
        Opaque(f"an array of dtype object, {REAL_NUMBERS}"),
    ),
    "an object": (
        lambda: np.array({"a": 1}, dtype=object),
        Opaque(f"an array of dtype object, {REAL_NUMBERS}"),
    ),
    "fields": (lambda: np.zeros(3, FIELDS), Opaque(f"an array of dtype void128, {REAL_NUMBERS}")),
    "one record": (
        lambda: np.zeros((), FIELDS)[()],
        Opaque(f"an array of dtype void128, {REAL_NUMBERS}"),
    ),
    "0-d fields": (
        lambda: np.zeros((), FIELDS),
        Opaque(f"an array of dtype void128, {REAL_NUMBERS}"),
    ),
    "a view of fields": (
        lambda: strided(FIELDS),
        Opaque(f"an array of dtype void128, {REAL_NUMBERS}"),
    ),
    "a long list": (
        lambda: [0.0] * (MAX_NODES + 1),
        Opaque("a nest of more than this check can read"),
    ),
    "a long key": (
        lambda: {"k" * (MAX_ENTRIES + 1): 1.0},
        Opaque("a nest of more than this check can read"),
    ),
}

COPIED = {
    "negative strides": lambda: np.arange(6.0).reshape(2, 3)[::-1, ::-2],
    "a broadcast view": lambda: np.broadcast_to(np.float32(2.5), (100, 300)),
    "long doubles": lambda: np.arange(4, dtype=np.longdouble),
    "0-d long double": lambda: np.array(0.5, dtype=np.longdouble),
    "another order of bytes": lambda: np.arange(3, dtype=">f8"),
    "a subarray dtype": lambda: np.zeros(4, dtype=("f8", (3,))),
    "one of many fields": lambda: np.zeros(3, FIELDS)["b"],
    "nothing, of gigantic axes": lambda: np.zeros((0, HUGE)),
}

MANY = {
    "one list 10,000 times": lambda: [[0.5] * 10_000] * 10_000,
    "one text 10,000 times": lambda: ["\u4711" * MAX_TEXT] * 10_000,
    "one dict 10,000 times": lambda: [{"key" * 600: 1.0}] * 10_000,
    "one array 10,000 times": lambda: [np.zeros(10_000)] * 10_000,
    "one long name 10,000 times": lambda: [type("\u4711" * 60, (), {})()] * 10_000,
    "a tree of one branch": lambda: shared(11),
}


@pytest.mark.parametrize(("make", "kind"), NAMED.values(), ids=NAMED)
def test_what_cannot_be_taken_over_is_one_placeholder(make: Any, kind: Any) -> None:
    value = make()
    tracemalloc.start()
    tree = plain(value)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert tree == kind
    assert decode(json.loads(json.dumps(encode(tree)))) == tree
    assert peak < MEMORY / 50


@pytest.mark.parametrize("make", COPIED.values(), ids=COPIED)
def test_what_holds_real_numbers_is_one_copy(make: Any) -> None:
    value = make()
    tree = plain(value)
    assert not np.shares_memory(tree, value)
    assert tree.dtype.itemsize <= 8
    back = decode(json.loads(json.dumps(encode(tree))))
    assert back.shape == value.shape
    assert np.array_equal(back, value)


@pytest.mark.parametrize("make", MANY.values(), ids=MANY)
def test_what_is_held_many_times_is_bounded(make: Any) -> None:
    value = make()
    started = time.monotonic()
    tracemalloc.start()
    text = json.dumps(encode(plain(value)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEMORY
    assert len(text) < LONGEST
    assert time.monotonic() - started < SECONDS
    decode(json.loads(text))


def test_a_list_twice_in_another_does_not_hold_itself() -> None:
    twice = [1.0]
    assert plain([twice, twice]) == [[1.0], [1.0]]


@pytest.fixture
def table(mini: str) -> Table:
    return visible_table(mini, "row_sums")


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize(
    "make", [*(make for make, _ in NAMED.values()), *COPIED.values(), *MANY.values()]
)
def test_all_of_it_gets_from_the_students_process_to_a_verdict(
    table: Table, make: Any, hidden: bool
) -> None:
    table = replace(table, hidden=hidden)
    value = make()
    for returned in (value, (value, value), (np.ones((5, 1)), value)):
        text = observe_json(lambda x, returned=returned: returned, table.cases_json())
        assert len(text) < LONGEST * len(table.cases)
        verdict = judge_json(table, text)
        assert verdict.outcome is Outcome.FAILED
        assert verdict.points == 0
        assert "no observation" not in verdict.returned
        assert len(json.dumps(verdict.to_json())) < 5_000


def test_a_list_that_holds_itself_is_called_so(table: Table) -> None:
    text = observe_json(lambda x: (itself(), 1.0), table.cases_json())
    assert judge_json(table, text).returned == "total is a list of 2."
    text = observe_json(lambda x: (itself()[1][1], itself()[1]), table.cases_json())
    seen = Observation.from_json(json.loads(text)[0])
    assert seen.value[0][1] == Opaque("a list that holds itself")


def test_an_input_that_holds_itself_afterwards_has_changed(table: Table) -> None:
    def tie(x: Any) -> Any:
        x[...] = 1.0
        return itself()

    (seen, *_) = json.loads(observe_json(tie, table.cases_json()))
    assert seen["mutated"] == ["x"]


def test_what_is_put_into_an_input_is_named_once() -> None:
    """Not by a path for each of its many numbers, with a key of any length in each."""

    def put(parameters: dict[str, Any]) -> None:
        parameters["ba"] = parameters["ba"] + 1.0
        parameters["\u4711" * (MAX_ENTRIES // 2)] = [0.5] * (MAX_NODES // 2)

    case = CaseInput("ordinary", {"parameters": {"ba": np.zeros(3), "by": np.zeros(2)}})
    tracemalloc.start()
    (seen,) = observe(put, [case])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seen.mutated == ("parameters", "parameters['ba']")
    assert peak < MEMORY


def test_an_exception_is_told_at_a_bounded_length(table: Table) -> None:
    class Named(type):
        @property
        def __name__(cls) -> str:
            raise RuntimeError

    kind = Named("Marker" * 1_000, (Exception,), {})

    def slip(x: Any) -> Any:
        raise kind("marker" * 1_000_000)

    slip.__code__ = slip.__code__.replace(co_name="slip" * 1_000_000)
    text = observe_json(slip, table.cases_json())
    assert len(text) < 5_000
    assert judge_json(table, text).outcome is Outcome.ERROR


@pytest.mark.parametrize(
    "value",
    [
        '{"array": [[0.0, 0.0]], "shape": [2], "dtype": "float64"}',
        '{"array": [0.0], "shape": [-1], "dtype": "float64"}',
        '{"array": [1e999, {}], "shape": [2], "dtype": "float64"}',
        f'{{"list": [{", ".join(["1"] * (MAX_NODES + 1))}]}}',
        f'{{"list": [{", ".join([LIST_OF_MANY] * 11)}]}}',
    ],
    ids=["nested", "any length", "no numbers", "many numbers", "many lists"],
)
def test_forged_data_that_plain_never_leaves_are_refused(value: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        decode(json.loads(value))
