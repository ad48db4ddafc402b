"""How far a wrong value is right is said on visible cases, and only where it is true."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from graders.judging.partly import partly
from graders.judging.plain import plain

ROWS = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
MASK = np.array([[True, True, False], [True, False, False]])
INDEX = {"<PAD>": 0, "<UNK>": 1, "Sea": 2, "oil": 3}


@pytest.mark.parametrize(
    ("got", "want", "says"),
    [
        ([["a"], ["b"]], ["a", "b"], "Each entry holds the right one, wrapped"),
        (["a", "b", "c"], ["ab", "c"], "Joined, the pieces give the right text, and every cut"),
        (["abc"], ["ab", "c"], "Joined, the pieces give the right text, but cuts are missing"),
        (["a", "bc"], ["ab", "c"], "Joined, the pieces give the right text: no letter is lost"),
        (["x", "y"], ["x", "y", "x", "z"], "The entries are right as far as they go"),
        ([1, 2, 3, 4], [1, 2], "All entries are right, and more follow"),
        ([9, 2, 9], [0, 2, 0], "All wrong entries are places of one and the same value"),
        ([1, 4], [1, 2, 3, 4], "Entries are missing in between"),
        ([1, 2, 3, 4], [1, 4], "All entries are there and in order, but others"),
        (["sea", "oil"], ["Sea", "Oil"], "In small letters the entries are right"),
        ([("b", "a")], [("a", "b")], "The right pairs are there, but some begin"),
        ([1, 5, 6], [1, 2, 3], "The first entry is right in every case"),
        (["b", "c"], ["ab", "c"], "Joined, the pieces give a text that is too short"),
        (["ab", "bc"], ["ab", "c"], "Joined, the pieces give a text that is too long"),
        (["ba", "c"], ["ab", "c"], "Joined, the pieces hold the right letters"),
        ([7, 8, 7], [1, 2, 1], "The same entry always becomes the same one"),
        ([("c", "d")], [("a", "b")], "The first pair is another one already"),
        ([2, 2, 2], [1, 2, 2, 3], "All entries are ones that should be there"),
        (ROWS + 7, ROWS, "Every integer is off by the same amount."),
        (np.array([[8, 5, 8]]), np.array([[1, 2, 1]]), "The same number always becomes"),
        (ROWS[[1, 1, 0]], ROWS, "Each row is one that should be there"),
        (ROWS[:, [1, 1, 0]], ROWS, "Every number is one that should be there"),
        ({**INDEX, "oil": 9}, INDEX, "The keys are right and in the right order"),
        ({"<pad>": 0, "<unk>": 1, "sea": 2, "oil": 3}, INDEX, "In small letters the keys"),
        ({"<PAD>": 0, "<UNK>": 1, "oil": 2, "Sea": 3}, INDEX, "The keys are right and stand in"),
        ({"<PAD>": 0, "<UNK>": 1}, INDEX, "Some keys are missing; those that are there"),
        ({**INDEX, "x": 4}, INDEX, "All keys are there with the right values"),
        ({"<PAD>": 0, "oil": 1}, INDEX, "Some keys are missing, and none is there"),
        ({"x": 0, **{k: v + 1 for k, v in INDEX.items()}}, INDEX, "All keys are there, and oth"),
        ({"<PAD>": 0, "<UNK>": 1, "a": 2, "b": 3}, INDEX, "There are as many keys"),
        (~MASK, MASK, "Each truth value is the opposite"),
        (MASK | True, MASK, "Every truth value is True."),
        (MASK & False, MASK, "Every truth value is False."),
        (np.where(ROWS % 3 == 0, 0, ROWS), ROWS, "Only the last place of each row is wrong."),
        (np.where(ROWS % 3 == 1, 0, ROWS), ROWS, "Only the first place of each row is wrong."),
        (np.where(ROWS > 6, 0, ROWS), ROWS, "Only the last row is wrong."),
        (np.where(ROWS < 4, 0, ROWS), ROWS, "Only the first row is wrong."),
        (np.array([[2, 4, 8, 0]]), np.array([[1, 2, 4, 8]]), "Every entry comes one place too e"),
        (np.array([[0, 1, 2, 4]]), np.array([[1, 2, 4, 8]]), "Every entry comes one place too l"),
        (ROWS.T, ROWS, "The right numbers are there"),
    ],
)
def test_it_is_said(got: Any, want: Any, says: str) -> None:
    said = partly([(plain(got), plain(want))])
    assert said is not None
    assert said.startswith(says)


@pytest.mark.parametrize(
    ("got", "want"),
    [
        ([], []),
        (("a",), ["a"]),
        (["x", "y"], ["a", "b"]),
        (ROWS * 100 + ROWS**2, ROWS),
        (ROWS.astype(float), ROWS),
        (np.zeros((0, 3), int), np.zeros((0,), int)),
        (None, [1]),
    ],
)
def test_nothing_is_said_where_nothing_is_right(got: Any, want: Any) -> None:
    assert partly([(plain(got), plain(want))]) is None


def test_it_must_hold_in_every_case_that_is_wrong() -> None:
    early, other = ([1, 2], [1, 2, 3]), ([9], [1, 2, 3])
    assert partly([early, ([5], [5])]) is not None
    assert partly([early, other]) is None
