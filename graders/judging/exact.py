"""Comparing what is judged exactly: integers, truth values, texts, and nests of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.judging.differences import Difference, Kind, shape_usually, sizes_text
from graders.judging.nests import nest
from graders.judging.plain import Plain
from graders.judging.sameness import short
from graders.judging.words import Words
from graders.kinds import Booleans, Exactly, Integers


def exact_difference(
    got: Plain, want: Plain, spec: Integers | Booleans | Exactly, path: str, words: Words
) -> Difference | None:
    """Return the first difference between a returned value and the expected one, or None.

    Args:
        got: what was returned.
        want: what was expected.
        spec: the kind that the contract promises.
        path: the name of the value in messages.
        words: what may be said of what was returned.
    """
    if isinstance(spec, Exactly):
        first = next(nest(got, want, "", spec.ordered), None)
        if first is None:
            return None
        return Difference(
            first.kind,
            path,
            words.exactly(f"{path}{first.returned}.", f"{path}{first.known}."),
            words.exactly(f"Expected {first.expected}.", f"Expected {spec.what}."),
            first.usually,
        )
    return _array(got, np.asarray(want), spec, path, words)


def _array(
    got: Plain, want: NDArray[Any], spec: Integers | Booleans, path: str, words: Words
) -> Difference | None:
    truth = isinstance(spec, Booleans)
    one, many = ("a truth value", "truth values") if truth else ("an integer", "integers")
    wanted = sizes_text(spec.axes, want.shape)
    expected = f"Expected {f'an array of {many}, shape {wanted}' if want.ndim else one}."
    if not isinstance(got, np.ndarray | bool | int | float):
        usually = _no_array(got, want, many)
        return Difference(Kind.TYPE, path, f"{path} is {words.thing(got)}.", expected, usually)
    array = np.asarray(got)
    if array.ndim and not array.size and not want.size:
        return _empty(array, want, spec, path, words)
    letter = "i" if array.dtype.kind in "iu" else array.dtype.kind
    if letter != ("b" if truth else "i"):
        held = {"b": "truth values", "i": "integers", "f": "floats"}[letter]
        single = {"b": "a truth value", "i": "an integer", "f": "a float"}[letter]
        says = f"{path} holds {held}" if array.ndim else f"{path} is {single}"
        return Difference(Kind.DTYPE, path, f"{says}.", expected, _USUALLY[letter, truth])
    if array.shape != want.shape:
        other = f"has {words.shape(array.shape, want.shape)}"
        has = other if array.ndim else f"is a single {one.partition(' ')[2]}"
        return Difference(
            Kind.SHAPE, path, f"{path} {has}.", expected,
            shape_usually(array.shape, want.shape, spec.axes) if want.ndim else "",
            axes=spec.axes, shapes=(array.shape, want.shape) if want.ndim else None,
        )  # fmt: skip
    wrong = array != want
    if not wrong.any():
        return None
    at = tuple(int(i) for i in np.unravel_index(int(np.argmax(wrong)), wrong.shape))
    place = f"{path}[{', '.join(map(str, at))}]" if at else path
    share = f"{int(wrong.sum())} of {wrong.size} {many} of {path} are wrong; the first is "
    return Difference(
        Kind.VALUES,
        path,
        words.exactly(
            f"{share if at else ''}{place} = {short(array[at].item())}.",
            f"{path} has wrong values.",
        ),
        words.exactly(
            f"Expected {short(want[at].item())} there.",
            "Expected the values that the docstring describes.",
        ),
        axes=spec.axes,
    )


def _empty(
    got: NDArray[Any], want: NDArray[Any], spec: Integers | Booleans, path: str, words: Words
) -> Difference | None:
    """Return what is wrong with an array without entries: its shape, or what it could hold."""
    held = "truth values" if isinstance(spec, Booleans) else "integers"
    kinds, name = ("b", "bool") if isinstance(spec, Booleans) else ("iu", "int")
    if got.dtype.kind in kinds and got.shape == want.shape:
        return None
    wanted = sizes_text(spec.axes, want.shape)
    same = got.shape == want.shape
    return Difference(
        Kind.DTYPE if same else Kind.SHAPE,
        path,
        f"{path} is empty and {'of floats' if same else words.shape(got.shape, want.shape)}."
        if got.dtype.kind == "f" or not same
        else f"{path} is empty and holds no {held}.",
        f"Expected an empty array of {held}, shape {wanted}.",
        f"np.array([]) is a float array of shape (0,): say dtype={name}, and give it its shape "
        "with np.zeros or reshape.",
    )


_USUALLY = {
    ("f", False): "np.zeros and np.ones make floats unless dtype=int is given, and / gives floats "
    "where // gives integers.",
    ("b", False): "A comparison gives truth values: count or index with them, or convert them with "
    "astype(int).",
    ("f", True): "A comparison (== or <) gives truth values; numbers do not stand for them here.",
    ("i", True): "A comparison (== or <) gives truth values; 0 and 1 do not stand for them here.",
}
"""What another dtype usually means, by what it is and whether truth values were expected."""


def _no_array(got: Plain, want: NDArray[Any], many: str) -> str:
    if got is None:
        return "Something that was meant to be computed or returned was left out."
    if isinstance(got, str):
        return f"A string stands where {many} should: convert it, or look up its index."
    if isinstance(got, list | tuple) and _holds_strings(got):
        return f"It holds strings where {many} should be: look up the index of each."
    if isinstance(got, list | tuple) and want.ndim:
        kind = "list" if isinstance(got, list) else "tuple"
        return f"A {kind} is no array: np.array(...) makes one of it."
    return ""


def _holds_strings(tree: Sequence[Plain]) -> bool:
    return any(
        isinstance(item, str) or (isinstance(item, list | tuple) and _holds_strings(item))
        for item in tree
    )
