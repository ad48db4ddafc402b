"""What a wrong value that is judged exactly looks like."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from graders.judging.plain import plain
from graders.judging.resemblances import Pair, resemblance

IDS = np.array([[0, 4, 2], [1, 3, 5]])
WORDS = ["a", "c", "b", "a"]
INDEX = {"a": 0, "b": 1, "c": 2}

LARGER = "Every integer is too large by one: does the count begin at 0 or at 1?"
LISTED = "The values are right, but they stand in a list or tuple: np.array(...) makes an array."


@pytest.mark.parametrize(
    ("got", "want", "says"),
    [
        (IDS + 1, IDS, LARGER),
        (3, 2, LARGER),
        ({k: v + 1 for k, v in INDEX.items()}, INDEX, LARGER),
        ([1, 2], [2, 3], "Every integer is too small by one: does the count begin at 0 or at 1?"),
        (WORDS[::-1], WORDS, "The entries are right and in reverse order."),
        (IDS[::-1], IDS, "The entries are right and in reverse order."),
        (IDS[0, ::-1], IDS[0], "The entries are right and in reverse order."),
        ([*WORDS, "x"], WORDS, "One entry too many stands at the end; all others are right."),
        (["x", *WORDS], WORDS, "One entry too many stands at the start; all others are right."),
        (WORDS[:-1], WORDS, "The last entry is missing; all others are right."),
        (WORDS[1:], WORDS, "The first entry is missing; all others are right."),
        (sorted(WORDS), WORDS, "The entries are right and in another order."),
        ({0: "a", 1: "b", 2: "c"}, INDEX, "Keys and values are swapped."),
        (["0", "4"], [0, 4], "The integers are right, but each is a string of digits: int(...) "
         "makes a number of it."),
        ("7", 7, "The integers are right, but each is a string of digits: int(...) makes a number "
         "of it."),
        (IDS.tolist(), IDS, LISTED),
    ],
)  # fmt: skip
def test_what_it_looks_like_is_said(got: Any, want: Any, says: str) -> None:
    assert resemblance([Pair(plain(got), plain(want))], ordered=False) == says


def test_the_order_of_keys_is_spoken_of_where_it_matters() -> None:
    pair = Pair({"b": 1, "a": 0}, {"a": 0, "b": 1})
    assert resemblance([pair], ordered=False) is None
    assert str(resemblance([pair], ordered=True)).startswith(
        "The keys and values are right and in another order"
    )


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (IDS + 2, IDS),
        (IDS + 1.0, IDS),
        (np.where(IDS == 0, 1, IDS), IDS),
        (["x", "y"], WORDS),
        (True, 0),
        ({"a": 1, "b": 1}, {"a": 0, "b": 1}),
        (None, WORDS),
    ],
)
def test_what_looks_like_nothing_is_left(got: Any, want: Any) -> None:
    assert resemblance([Pair(plain(got), plain(want))], ordered=False) is None


def test_it_must_hold_in_every_case_that_is_wrong() -> None:
    one, other = Pair([2], [1]), Pair([5], [1])
    assert resemblance([one, Pair([1], [1])], ordered=False) == LARGER
    assert resemblance([one, other], ordered=False) is None
