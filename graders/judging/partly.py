"""How far a wrong value that is judged exactly is right: up to a place, but for one entry, uncut.

Each rule sees one returned value beside the expected one. This is said on visible cases alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.judging.plain import Plain
from graders.judging.sameness import same_exactly

Rule = Callable[[Plain, Plain], bool]


def _entries(got: Plain, want: Plain) -> tuple[list[Any], list[Any]] | None:
    """Return the entries of two lists or tuples, None for anything else."""
    if isinstance(got, list | tuple) and type(got) is type(want):
        return list(got), list(want)
    return None


def _listwise(holds: Callable[[list[Any], list[Any]], bool]) -> Rule:
    def rule(got: Plain, want: Plain) -> bool:
        both = _entries(got, want)
        return both is not None and holds(*both)

    return rule


def _dictwise(holds: Callable[[dict[Any, Any], dict[Any, Any]], bool]) -> Rule:
    def rule(got: Plain, want: Plain) -> bool:
        return isinstance(got, dict) and isinstance(want, dict) and holds(got, want)

    return rule


def _arraywise(holds: Callable[[NDArray[Any], NDArray[Any]], bool]) -> Rule:
    def rule(got: Plain, want: Plain) -> bool:
        if not isinstance(got, np.ndarray) or not isinstance(want, np.ndarray):
            return False
        same = got.shape == want.shape and (got.dtype.kind == "b") == (want.dtype.kind == "b")
        return same and got.dtype.kind in "biu" and want.size > 1 and holds(got, want)

    return rule


def _texts(got: list[Any], want: list[Any]) -> bool:
    return all(isinstance(item, str) for item in (*got, *want))


def _cuts(pieces: list[str]) -> set[int]:
    return set(accumulate(map(len, pieces)))


def _same_text(got: list[Any], want: list[Any]) -> bool:
    return _texts(got, want) and "".join(got) == "".join(want)


def _begins(got: list[Any], want: list[Any]) -> bool:
    """Return whether one of two lists is the beginning of the other."""
    shared = min(len(got), len(want))
    return same_exactly(got[:shared], want[:shared])


def _within(short: list[Any], long: list[Any]) -> bool:
    """Return whether the entries of a list stand in another one, in their order."""
    rest = iter(long)
    return all(any(same_exactly(item, other) for other in rest) for item in short)


def _one_value(got: list[Any], want: list[Any]) -> bool:
    """Return whether all wrong entries, and no right ones, are places of one expected value."""
    if len(got) != len(want):
        return False
    pairs = list(zip(got, want, strict=True))
    wrong = [w for g, w in pairs if not same_exactly(g, w)]
    right = [w for g, w in pairs if same_exactly(g, w)]
    return (
        bool(wrong)
        and all(same_exactly(w, wrong[0]) for w in wrong)
        and bool(right)
        and not any(same_exactly(w, wrong[0]) for w in right)
    )


def _inside(got: list[Any], want: list[Any]) -> bool:
    """Return whether each entry holds the right one, in a list or tuple of its own."""
    return len(got) == len(want) and all(
        isinstance(g, list | tuple) and any(same_exactly(part, w) for part in g)
        for g, w in zip(got, want, strict=True)
    )


def _by_table(got: list[Any], want: list[Any]) -> bool:
    """Return whether the same entry always became the same one, and some entry came twice."""
    pairs = {(repr(w), repr(g)) for g, w in zip(got, want, strict=False)}
    kinds = len({repr(w) for w in want})
    return len(got) == len(want) and len(pairs) == kinds < len(want)


def _among(got: list[Any], want: list[Any]) -> bool:
    """Return whether each entry is one that should be there, somewhere."""
    return bool(got) and {repr(g) for g in got} <= {repr(w) for w in want}


def _off(got: NDArray[Any], want: NDArray[Any]) -> bool:
    apart = got.astype(np.int64) - want
    return got.dtype.kind in "iu" and bool(np.all(apart == apart.flat[0]))


def _lines(got: NDArray[Any], want: NDArray[Any]) -> bool:
    """Return whether each row is one that should be there, somewhere."""
    return want.ndim == 2 and {*map(tuple, got.tolist())} <= {*map(tuple, want.tolist())}


def _ends(axis: int, end: int) -> Callable[[NDArray[Any], NDArray[Any]], bool]:
    """Return a rule: all that is wrong stands at the first (0) or last (-1) place of an axis."""

    def holds(got: NDArray[Any], want: NDArray[Any]) -> bool:
        if want.ndim + axis < 0 or want.shape[axis] < 2:
            return False
        wrong = np.moveaxis(got != want, axis, 0)
        return not wrong[1:].any() if end == 0 else not wrong[:-1].any()

    return holds


def _moved(step: int) -> Callable[[NDArray[Any], NDArray[Any]], bool]:
    """Return a rule: along the last axis entries come a step too early, or too late if negative."""

    def holds(got: NDArray[Any], want: NDArray[Any]) -> bool:
        if want.shape[-1] < abs(step) + 2:
            return False
        if step < 0:
            return bool(np.array_equal(got[..., -step:], want[..., :step]))
        return bool(np.array_equal(got[..., :-step], want[..., step:]))

    return holds


def _same_numbers(got: NDArray[Any], want: NDArray[Any]) -> bool:
    return bool(np.array_equal(np.sort(got, axis=None), np.sort(want, axis=None)))


def _truth(holds: Callable[[NDArray[Any], NDArray[Any]], bool]) -> Rule:
    return _arraywise(lambda got, want: got.dtype == want.dtype == bool and holds(got, want))


PARTLY: Sequence[tuple[str, Rule]] = (
    (
        "Each entry holds the right one, wrapped in a list or tuple of its own: take it out.",
        _listwise(_inside),
    ),
    (
        "Joined, the pieces give the right text, and every cut that should be there is there: "
        "others are left besides, where pieces were not joined.",
        _listwise(lambda got, want: _same_text(got, want) and _cuts(got) > _cuts(want)),
    ),
    (
        "Joined, the pieces give the right text, but cuts are missing: pieces were joined that "
        "should stay apart.",
        _listwise(lambda got, want: _same_text(got, want) and _cuts(got) < _cuts(want)),
    ),
    (
        "Joined, the pieces give the right text: no letter is lost, but some cuts are at other "
        "places, so other pieces were joined, or in another order.",
        _listwise(_same_text),
    ),
    (
        "The entries are right as far as they go, and then they end: a loop stops too early, or "
        "a return stands inside of it.",
        _listwise(lambda got, want: len(got) < len(want) and _begins(got, want)),
    ),
    (
        "All entries are right, and more follow after the last one: ask where the loop should "
        "stop.",
        _listwise(lambda got, want: len(got) > len(want) and _begins(got, want)),
    ),
    (
        "Joined, the pieces give a text that is too short: letters were lost.",
        _listwise(
            lambda got, want: _texts(got, want) and len("".join(got)) < len("".join(want))
            and _is_within("".join(got), "".join(want))
        ),
    ),
    (
        "Joined, the pieces give a text that is too long: letters are there twice, or were added.",
        _listwise(
            lambda got, want: _texts(got, want) and len("".join(got)) > len("".join(want))
            and _is_within("".join(want), "".join(got))
        ),
    ),
    (
        "Joined, the pieces hold the right letters in another order: a pair was joined the wrong "
        "way round, or moved.",
        _listwise(
            lambda got, want: _texts(got, want) and sorted("".join(got)) == sorted("".join(want))
        ),
    ),
    (
        "All wrong entries are places of one and the same value: it is treated in another way "
        "than all others.",
        _listwise(_one_value),
    ),
    (
        "The same entry always becomes the same one, so the order is right: what is off is the "
        "table in which entries are looked up.",
        _listwise(_by_table),
    ),
    (
        "Entries are missing in between; all that are there are right and in order.",
        _listwise(lambda got, want: 0 < len(got) < len(want) and _within(got, want)),
    ),
    (
        "All entries are there and in order, but others stand between them.",
        _listwise(lambda got, want: len(got) > len(want) > 0 and _within(want, got)),
    ),
    (
        "In small letters the entries are right: capitals were lost, or brought in.",
        _listwise(
            lambda got, want: (
                _texts(got, want)
                and list(map(str.lower, got)) == list(map(str.lower, want))
            )
        ),
    ),
    (
        "The right pairs are there, but some begin with what should be their second part.",
        _listwise(
            lambda got, want: (
                all(isinstance(g, tuple) for g in (*got, *want))
                and list(map(sorted, map(_strings, got))) == list(map(sorted, map(_strings, want)))
            )
        ),
    ),
    (
        "The first entry is right in every case, and a later one is not: what changes from one "
        "round to the next?",
        _listwise(
            lambda got, want: bool(got) and len(want) > 1 and same_exactly(got[0], want[0])
        ),
    ),
    (
        "The first pair is another one already: before anything was merged, other counts or other "
        "ties decided.",
        _listwise(
            lambda got, want: bool(got and want) and isinstance(want[0], tuple)
            and isinstance(got[0], tuple) and not same_exactly(got[0], want[0])
        ),
    ),
    (
        "All entries are ones that should be there, but at other places, or not as often.",
        _listwise(_among),
    ),
    (
        "The keys are right and in the right order, the values are others.",
        _dictwise(lambda got, want: list(got) == list(want)),
    ),
    (
        "In small letters the keys are right: capitals were lost, or brought in.",
        _dictwise(
            lambda got, want: (
                _texts(list(got), list(want))
                and list(map(str.lower, got)) == list(map(str.lower, want))
            )
        ),
    ),
    (
        "The keys are right and stand in another order, so their values are others, too: look at "
        "what they are sorted by.",
        _dictwise(lambda got, want: set(got) == set(want)),
    ),
    (
        "Some keys are missing; those that are there have the right values: too much is left out.",
        _dictwise(lambda got, want: got.items() < want.items()),
    ),
    (
        "All keys are there with the right values, and others besides: too little is left out.",
        _dictwise(lambda got, want: got.items() > want.items()),
    ),
    (
        "Some keys are missing, and none is there that should not be: those behind them have "
        "moved up.",
        _dictwise(lambda got, want: set(got) < set(want)),
    ),
    (
        "All keys are there, and others besides: what should not be counted was, or too little "
        "was cut.",
        _dictwise(lambda got, want: set(got) > set(want)),
    ),
    (
        "There are as many keys as there should be, but other ones: the choice is wrong, not the "
        "number. By what were they ranked before the cut?",
        _dictwise(lambda got, want: len(got) == len(want)),
    ),
    (
        "Each truth value is the opposite of the right one.",
        _truth(lambda got, want: bool(np.all(got != want))),
    ),
    ("Every truth value is True.", _truth(lambda g, w: bool(g.all()))),
    ("Every truth value is False.", _truth(lambda g, w: not g.any())),
    ("Only the last place of each row is wrong.", _arraywise(_ends(-1, -1))),
    ("Only the first place of each row is wrong.", _arraywise(_ends(-1, 0))),
    ("Only the last row is wrong.", _arraywise(_ends(-2, -1))),
    ("Only the first row is wrong.", _arraywise(_ends(-2, 0))),
    (
        "True stands at right places only, but not at all of them.",
        _truth(lambda g, w: bool((w | ~g).all())),
    ),
    (
        "True stands at all right places, and at others besides.",
        _truth(lambda g, w: bool((g | ~w).all())),
    ),
    (
        "Every integer is off by the same amount.",
        _arraywise(_off),
    ),
    ("Every entry comes one place too early.", _arraywise(_moved(1))),
    ("Every entry comes one place too late.", _arraywise(_moved(-1))),
    ("Every entry comes two places too early.", _arraywise(_moved(2))),
    ("Every entry comes two places too late.", _arraywise(_moved(-2))),
    (
        "The right numbers are there, each as often as asked for, but at other places: they "
        "were cut from the text, or reshaped, along another axis.",
        _arraywise(_same_numbers),
    ),
    (
        "All wrong numbers are places of one and the same value: it is treated in another way "
        "than all others.",
        _arraywise(lambda g, w: _one_value(g.ravel().tolist(), w.ravel().tolist())),
    ),
    (
        "The same number always becomes the same one, so the order is right: what is off is the "
        "table in which it is looked up.",
        _arraywise(lambda g, w: _by_table(g.ravel().tolist(), w.ravel().tolist())),
    ),
    (
        "Each row is one that should be there, but at another place, or more than once.",
        _arraywise(_lines),
    ),
    (
        "Every number is one that should be there, but at another place: what is wrong is from "
        "where it is taken.",
        _arraywise(lambda g, w: _among(g.ravel().tolist(), w.ravel().tolist())),
    ),
    (
        "The first row is right, and a later one is not: look at where it begins.",
        _arraywise(lambda g, w: w.ndim > 1 and len(w) > 1 and bool((g[0] == w[0]).all())),
    ),
    (
        "The first entry is right, and a later one is not: what changes from one to the next?",
        _arraywise(lambda g, w: bool(g.flat[0] == w.flat[0])),
    ),
)  # fmt: skip
"""What is said, and when; the more particular sentences come first."""


def _is_within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


def _strings(pair: tuple[Any, ...]) -> list[str]:
    return list(map(str, pair))


def partly(pairs: Sequence[tuple[Plain, Plain]], ordered: bool = False) -> str | None:
    """Return how far wrong values are right, where the same holds for each of them, or None.

    Args:
        pairs: what was returned and what was expected, in each case.
        ordered: whether the order of a dict's keys matters.
    """
    wrong = [pair for pair in pairs if not same_exactly(*pair, ordered)]
    if not wrong:
        return None
    return next((says for says, rule in PARTLY if all(rule(*pair) for pair in wrong)), None)
