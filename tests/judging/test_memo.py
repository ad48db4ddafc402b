"""A sequence that is made while it is read is like a tuple to its readers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graders.judging.memo import Memo


def counted(made: list[int], end: int = 5) -> Iterator[int]:
    for at in range(end):
        made.append(at)
        yield at * at


def test_whoever_stops_early_makes_no_more() -> None:
    made: list[int] = []
    squares = Memo(counted(made))
    assert next(square for square in squares if square > 1) == 4
    assert made == [0, 1, 2]


def test_entries_are_made_once_whoever_reads() -> None:
    made: list[int] = []
    squares = Memo(counted(made))
    pairs = list(zip(squares, squares, strict=True))  # one reader is ahead of the other
    assert pairs == [(0, 0), (1, 1), (4, 4), (9, 9), (16, 16)]
    assert (len(squares), squares[-1], squares[1:3]) == (5, 16, (1, 4))
    assert made == [0, 1, 2, 3, 4]


def test_what_goes_wrong_is_told_to_every_reader() -> None:
    def breaking() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError("ours")

    numbers = Memo(breaking())
    for _ in range(2):
        with pytest.raises(ZeroDivisionError, match="ours"):
            list(numbers)
    assert next(iter(numbers)) == 1
