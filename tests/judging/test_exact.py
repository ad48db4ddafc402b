"""What is judged exactly, and what is said of it."""

from __future__ import annotations

import json
import time
from typing import Any

import numpy as np
import pytest

from graders.exercise import Booleans, Exactly, Integers
from graders.judging.coded import decode, encode
from graders.judging.compare import difference
from graders.judging.differences import Kind
from graders.judging.discreet import Discreet
from graders.judging.nearness import EXACT, alike, tolerance
from graders.judging.plain import Opaque, plain
from graders.judging.sameness import LONGEST, same_exactly, short
from graders.judging.words import FRANK

PAIRS = Exactly("a list of pairs")
INDEX = Exactly("a dict of token to index")
IDS = Integers("m T")
MATRIX = np.arange(6).reshape(2, 3)


def told(got: object, want: object, spec: Any, words: Any = FRANK) -> tuple[str, ...]:
    found = difference(plain(got), plain(want), spec, "out", EXACT, words)
    assert found is not None
    return found.kind.name, found.returned, found.expected, found.usually


@pytest.mark.parametrize(
    ("got", "want", "spec"),
    [
        (MATRIX.astype(np.int8), MATRIX, IDS),
        (MATRIX.astype(np.uint64), MATRIX, IDS),
        (np.int64(3), 3, Integers("")),
        (3, 3, Integers()),
        (np.bool_(True), True, Booleans()),
        (MATRIX > 2, MATRIX > 2, Booleans("m T")),
        ([("a", "b"), (np.str_("b"), "c")], [("a", "b"), ("b", "c")], PAIRS),
        ({"b": np.int64(1), "a": 0}, {"a": 0, "b": 1}, INDEX),
        ({np.int64(0): "a"}, {0: "a"}, INDEX),
        (None, None, Exactly("nothing")),
    ],
)
def test_what_is_the_same_is_right(got: object, want: object, spec: Any) -> None:
    assert difference(plain(got), plain(want), spec, "out", EXACT) is None


WRONG: list[tuple[object, object, Any, tuple[str, ...]]] = [
    (1000001, 1000000, Integers(), ("VALUES", "out = 1000001.", "Expected 1000000 there.", "")),
    (True, 1, Integers(), (
        "DTYPE", "out is a truth value.", "Expected an integer.",
        "A comparison gives truth values: count or index with them, or convert them with "
        "astype(int).",
    )),
    (1, True, Booleans(), (
        "DTYPE", "out is an integer.", "Expected a truth value.",
        "A comparison (== or <) gives truth values; 0 and 1 do not stand for them here.",
    )),
    ("7", 7, Integers(), (
        "TYPE", "out is a string.", "Expected an integer.",
        "A string stands where integers should: convert it, or look up its index.",
    )),
    (7, "7", Exactly("a token"), (
        "TYPE", "out is an integer (7).", "Expected a string.",
        "A number is no string: str(...) makes one; or the token itself was expected.",
    )),
    (MATRIX * 1.0, MATRIX, IDS, (
        "DTYPE", "out holds floats.", "Expected an array of integers, shape (m=2, T=3).",
        "np.zeros and np.ones make floats unless dtype=int is given, and / gives floats where // "
        "gives integers.",
    )),
    (MATRIX.tolist(), MATRIX, IDS, (
        "TYPE", "out is a list of 2.", "Expected an array of integers, shape (m=2, T=3).",
        "A list is no array: np.array(...) makes one of it.",
    )),
    ([["a"]], MATRIX, IDS, (
        "TYPE", "out is a list of 1.", "Expected an array of integers, shape (m=2, T=3).",
        "It holds strings where integers should be: look up the index of each.",
    )),
    (MATRIX.T, MATRIX, IDS, (
        "SHAPE", "out has shape (3, 2).", "Expected an array of integers, shape (m=2, T=3).",
        "The axes are in another order: look for a transpose too many or too few.",
    )),
    (3, MATRIX, IDS, (
        "SHAPE", "out is a single integer.", "Expected an array of integers, shape (m=2, T=3).",
        "Write the shape under every term of the formula and find where they part.",
    )),
    (np.where(MATRIX == 4, 7, MATRIX), MATRIX, IDS, (
        "VALUES", "1 of 6 integers of out are wrong; the first is out[1, 1] = 7.",
        "Expected 4 there.", "",
    )),
    ([("a", "b"), ("a", "b")], [("a", "b"), ("b", "c")], PAIRS, (
        "VALUES", "out: the pair at [1] is ('a', 'b') instead of ('b', 'c').",
        "Expected ('b', 'c') there.", "",
    )),
    ([["a", "b"]], [("a", "b")], PAIRS, (
        "TYPE", "out: the entry at [0] is a list.", "Expected a tuple there.",
        "tuple(...) makes a tuple of it: ( ) are tuples, [ ] are lists.",
    )),
    (("a",), ["a"], PAIRS, (
        "TYPE", "out is a tuple.", "Expected a list.",
        "list(...) makes a list of it: ( ) are tuples, [ ] are lists.",
    )),
    (["a", "b"], ["a", "b", "c"], PAIRS, (
        "COUNT", "out has 2 entries instead of 3; missing from [2] on: 'c'.",
        "Expected 3 entries.", "",
    )),
    (["a", "b", "c"], ["a", "b"], PAIRS, (
        "COUNT", "out has 3 entries instead of 2; too many from [2] on: 'c'.",
        "Expected 2 entries.", "",
    )),
    (["x", "a"], ["a"], PAIRS, (
        "COUNT", "out has 2 entries instead of 1; the first that differs, at [0], is 'x'.",
        "Expected 1 entry, with 'a' there.", "",
    )),
    ({"a": 0, "x": 1}, {"a": 0, "b": 1}, INDEX, (
        "COUNT", "out lacks the key 'b' and has the key 'x' besides.",
        "Expected the keys 'a', 'b' and no other.", "",
    )),
    ({0: "a"}, {"a": 0}, INDEX, (
        "COUNT", "out lacks the key 'a' and has the key 0 besides.",
        "Expected the key 'a' and no other.", "The keys should be strings, not integers.",
    )),
    ({"a": {"b": [1, True]}}, {"a": {"b": [1, 1]}}, INDEX, (
        "TYPE", "out: the entry at ['a']['b'][1] is a truth value (True).",
        "Expected an integer there.", "",
    )),
    ({"b": 1, "a": 0}, {"a": 0, "b": 1}, Exactly("a dict", ordered=True), (
        "VALUES", "out has its keys in the order 'b', 'a'.", "Expected the order 'a', 'b'.", "",
    )),
    (1.0, 1, Exactly("a count"), (
        "TYPE", "out is a float (1.0).", "Expected an integer.", "",
    )),
    ({"a"}, ["a"], Exactly("a list"), (
        "TYPE", "out is a set.", "Expected a list.",
        "A set has no order: keep what comes in a list.",
    )),
    (None, ["a"], Exactly("a list"), (
        "TYPE", "out is None.", "Expected a list.",
        "Is something left out, or a return statement missing?",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("got", "want", "spec", "says"), WRONG)
def test_what_differs_is_told(got: object, want: object, spec: Any, says: tuple[str, ...]) -> None:
    assert told(got, want, spec) == says


@pytest.mark.parametrize(("got", "want", "spec", "says"), WRONG)
def test_nothing_of_it_is_told_on_hidden_cases(
    got: object, want: object, spec: Any, says: tuple[str, ...]
) -> None:
    kind, returned, expected, _ = told(got, want, spec, Discreet({}))
    assert kind == says[0]
    for quoted in ("'", "1000", "(7)", "= 7", "[0]", "[1]", "True"):
        assert quoted not in returned + expected
    if isinstance(spec, Exactly):
        assert expected == f"Expected {spec.what}."


def test_no_message_shows_more_than_sixty_characters_of_a_value() -> None:
    for value in ("x" * 10_000, ["word"] * 5_000, {str(i): i for i in range(9_000)}, 10**18):
        assert len(short(value)) <= LONGEST
    many = {f"a long key number {i}": i for i in range(5_000)}
    _, returned, expected, _ = told({}, many, INDEX)
    assert len(returned) < 150
    assert len(expected) < 150
    assert returned.endswith("and 4998 more.")


def test_exact_trees_are_alike_only_in_types_and_order_and_floats_by_tolerance() -> None:
    exact = tolerance("float64", exact=True)
    assert alike({"a": 1.0}, {"a": 1.0 + 1e-12}, exact)
    assert not alike((1000000,), (1000001,), exact)
    assert alike((1000000,), (1000001,), EXACT)
    assert not alike([1], (1,), exact)
    assert not alike(True, 1, exact)
    assert alike({"a": 0, "b": 1}, {"b": 1, "a": 0}, exact)
    ordered = tolerance("float64", exact=True, ordered=True)
    assert not alike({"a": 0, "b": 1}, {"b": 1, "a": 0}, ordered)
    assert not same_exactly({1: 0}, {"1": 0})


def test_a_vocabulary_of_ten_thousand_words_is_plain_data_with_both_its_dicts() -> None:
    words = [f"word{i:06d}" for i in range(10_000)]
    value = ({w: i for i, w in enumerate(words)}, dict(enumerate(words)))
    tree = plain(value)
    assert tree == value
    assert decode(json.loads(json.dumps(encode(tree)))) == value


def test_keys_keep_their_types_in_json() -> None:
    tree = {1: "a", "1": "b"}
    assert list(decode(json.loads(json.dumps(encode(tree))))) == [1, "1"]
    with pytest.raises(ValueError, match="a key that is no string or integer"):
        decode({"dict": [[True, 1]]})


class Lazy:
    """Says that it is endless, and would be if anybody asked."""

    def __len__(self) -> int:
        return 10**12

    def __iter__(self) -> Any:
        while True:
            yield 1


def itself() -> Any:
    made: dict[str, Any] = {}
    made["me"] = made
    return made


ENDLESS = {
    "a generator": (lambda: (i for i in iter(int, 1)), "a generator"),
    "a view of one number": (
        lambda: np.broadcast_to(np.int64(1), (10**9,)),
        "an array of 1,000,000,000 numbers, far more than expected",
    ),
    "a lazy object": (Lazy, "an object of type Lazy"),
    "a range": (lambda: range(10**12), "an object of type range"),
    "a long list": (lambda: [1] * 1_000_000, "a nest of more than this check can read"),
}


@pytest.mark.parametrize(("make", "kind"), ENDLESS.values(), ids=ENDLESS.keys())
def test_what_has_no_end_becomes_one_word_at_once(make: Any, kind: str) -> None:
    value = make()
    started = time.perf_counter()
    assert plain(value) == Opaque(kind)
    assert time.perf_counter() - started < 0.05


def test_a_dict_that_holds_itself_ends_at_once() -> None:
    assert plain(itself()) == {"me": Opaque("a dict that holds itself")}
    assert told(itself(), {"me": 1}, INDEX)[:2] == (
        "TYPE",
        "out: the entry at ['me'] is a dict that holds itself.",
    )


def test_the_kind_of_a_difference_has_its_place_in_the_judging_order() -> None:
    assert Kind[told("7", 7, Integers())[0]] < Kind[told(8, 7, Integers())[0]]
