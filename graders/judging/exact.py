"""Comparing what is judged exactly: integers, truth values, texts, and nests of them."""

from __future__ import annotations

import reprlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.judging.differences import Difference, Kind, shape_usually, sizes_text
from graders.judging.plain import Opaque, Plain
from graders.judging.words import Words
from graders.kinds import Booleans, Exactly, Integers

LONGEST = 60
"""How many characters of a value a message shows."""

MORE_KEYS = 5
"""How many keys of a dict a message shows."""

_SHORT = reprlib.Repr()
_SHORT.maxlevel, _SHORT.maxdict, _SHORT.maxtuple, _SHORT.maxlist = 3, 4, 8, 8
_SHORT.maxstring, _SHORT.maxlong, _SHORT.maxother = 40, 25, 30


def short(value: Plain) -> str:
    """Return a value as Python writes it, at most `LONGEST` characters of it."""
    if isinstance(value, Opaque):
        return value.kind[:LONGEST]
    if isinstance(value, np.ndarray):
        value = value.item() if not value.ndim else value.ravel()[:8].tolist()
    text = _SHORT.repr(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def kind_of(value: Plain) -> str:
    """Return what an entry is, as a noun: "an integer", "a string", "a list"."""
    if isinstance(value, Opaque):
        return value.kind[:LONGEST]
    if isinstance(value, np.ndarray) and value.ndim:
        return "an array"
    if value is None:
        return "None"
    letter = np.asarray(value).dtype.kind if isinstance(value, np.ndarray | float) else ""
    if isinstance(value, bool) or letter == "b":
        return "a truth value"
    if isinstance(value, int) or letter in ("i", "u"):
        return "an integer"
    return "a float" if letter == "f" else f"a {_NOUNS[type(value)]}"


_NOUNS: Mapping[type, str] = {str: "string", list: "list", tuple: "tuple", dict: "dict"}


def same_exactly(one: Plain, other: Plain, ordered: bool = False) -> bool:
    """Return whether two trees are the same in types and values.

    Integers of any width are the same; a truth value is no integer, and a tuple is no list. The
    order of a dict's keys counts where `ordered` is True.
    """
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray) and one.ndim + other.ndim:
        kinds = {"u": "i"}
        alike = kinds.get(one.dtype.kind, one.dtype.kind) == kinds.get(
            other.dtype.kind, other.dtype.kind
        )
        return alike and np.array_equal(one, other)
    if kind_of(one) != kind_of(other):
        return False
    if isinstance(one, dict):
        keys = list(one) == list(other) if ordered else _typed(one) == _typed(other)
        return keys and all(same_exactly(one[k], other[k], ordered) for k in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(
            same_exactly(a, b, ordered) for a, b in zip(one, other, strict=True)
        )
    return bool(np.asarray(one == other).all())


def _typed(keys: dict[Any, Plain]) -> set[tuple[type, Any]]:
    return {(type(key), key) for key in keys}


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
        first = next(_nest(got, want, "", spec.ordered), None)
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


# Arrays.


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


# Nests.


@dataclass(frozen=True)
class _First:
    """A difference in a nest.

    Args:
        kind: what is wrong.
        returned: what is wrong, after the name of the whole.
        expected: what was expected, after "Expected".
        known: what may be said on hidden cases, after the name of the whole.
        usually: what it usually means.
    """

    kind: Kind
    returned: str
    expected: str
    known: str
    usually: str = ""


def _nest(got: Plain, want: Plain, at: str, ordered: bool) -> Iterator[_First]:
    """Yield the differences of two nests, those of types and lengths before those inside."""
    if kind_of(got) != kind_of(want):
        yield _other_kind(got, want, at)
    elif isinstance(want, dict):
        yield from _dict(got, want, at, ordered)
    elif isinstance(want, list | tuple):
        yield from _sequence(got, want, at, ordered)
    elif not same_exactly(got, want):
        yield _First(
            Kind.VALUES,
            f"{_place(at)} is {short(got)} instead of {short(want)}",
            f"{short(want)} there",
            " has wrong entries" if at else " is another one",
        )


def _place(at: str) -> str:
    return f": the entry at {at}" if at else ""


def _other_kind(got: Plain, want: Plain, at: str) -> _First:
    is_text, wants_text = isinstance(got, str), isinstance(want, str)
    usually = ""
    if got is None:
        usually = "Is something left out, or a return statement missing?"
    elif is_text and kind_of(want) == "an integer":
        usually = "A string of digits is no number: int(...) makes one; or an index was expected."
    elif wants_text and kind_of(got) == "an integer":
        usually = "A number is no string: str(...) makes one; or the token itself was expected."
    elif {kind_of(got), kind_of(want)} == {"a list", "a tuple"}:
        kind = kind_of(want).partition(" ")[2]
        usually = f"{kind}(...) makes {kind_of(want)} of it: ( ) are tuples, [ ] are lists."
    elif isinstance(got, Opaque) and got.kind.startswith("an object of type"):
        usually = f"A plain {kind_of(want).partition(' ')[2]} was asked for: convert it."
    shown = (
        "" if isinstance(got, Opaque | list | tuple | dict) or got is None else f" ({short(got)})"
    )
    known = " holds another type" if at else f" is not {kind_of(want)}"
    return _First(
        Kind.TYPE, f"{_place(at)} is {kind_of(got)}{shown}", f"{kind_of(want)} there" if at
        else kind_of(want), known, usually,
    )  # fmt: skip


def _sequence(
    got: list[Plain] | tuple[Plain, ...],
    want: list[Plain] | tuple[Plain, ...],
    at: str,
    ordered: bool,
) -> Iterator[_First]:
    first = next(
        (
            i
            for i, (a, b) in enumerate(zip(got, want, strict=False))
            if not same_exactly(a, b, ordered)
        ),
        None,
    )
    if len(got) != len(want):
        shared = min(len(got), len(want))
        if first is not None:
            more = f"; the first that differs, at {at}[{first}], is {short(got[first])}"
            expected = f", with {short(want[first])} there"
        elif len(got) > shared:
            more, expected = f"; too many from {at}[{shared}] on: {short(got[shared])}", ""
        else:
            more, expected = f"; missing from {at}[{shared}] on: {short(want[shared])}", ""
        yield _First(
            Kind.COUNT,
            f"{_place(at)} has {_entries(len(got))} instead of {len(want)}{more}",
            f"{_entries(len(want))}{expected}",
            " has another number of entries",
        )
    elif first is not None:
        a, b = got[first], want[first]
        if isinstance(b, tuple) and isinstance(a, tuple) and len(a) == len(b) == 2 and _flat(b):
            yield _First(
                Kind.VALUES,
                f": the pair at {at}[{first}] is {short(a)} instead of {short(b)}",
                f"{short(b)} there",
                " has wrong entries",
            )
        yield from _nest(a, b, f"{at}[{first}]", ordered)


def _flat(pair: tuple[Plain, ...]) -> bool:
    return not any(isinstance(item, list | tuple | dict) for item in pair)


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"


def _dict(
    got: dict[Any, Plain], want: dict[Any, Plain], at: str, ordered: bool
) -> Iterator[_First]:
    typed, wanted = _typed(got), _typed(want)
    missing = [k for k in want if (type(k), k) not in typed]
    extra = [k for k in got if (type(k), k) not in wanted]
    if missing or extra:
        parts = [f"lacks {_keys(missing)}"] if missing else []
        parts += [f"has {_keys(extra)} besides"] if extra else []
        usually = ""
        if missing and extra and {type(k) for k in missing} != {type(k) for k in extra}:
            usually = f"The keys should be {_kinds(missing)}, not {_kinds(extra)}."
        yield _First(
            Kind.COUNT,
            f"{_place(at)} {' and '.join(parts)}",
            f"{_keys(list(want), whole=True)} and no other",
            " has other keys",
            usually,
        )
        return
    for key, value in want.items():
        yield from _nest(got[key], value, f"{at}[{short(key)}]", ordered)
    if ordered and list(got) != list(want):
        yield _First(
            Kind.VALUES,
            f"{_place(at)} has its keys in the order {_listed(list(got))}",
            f"the order {_listed(list(want))}",
            " has its keys in another order",
        )


def _kinds(keys: Sequence[Any]) -> str:
    return "strings" if isinstance(keys[0], str) else "integers"


def _keys(keys: Sequence[Any], whole: bool = False) -> str:
    return f"{'the ' if whole or keys else ''}key{'s' if len(keys) > 1 else ''} {_listed(keys)}"


def _listed(keys: Sequence[Any]) -> str:
    shown = keys[:MORE_KEYS]
    while len(shown) > 1 and len(", ".join(map(short, shown))) > LONGEST:
        shown = shown[:-1]
    rest = len(keys) - len(shown)
    return f"{', '.join(map(short, shown))}{f' and {rest} more' if rest else ''}"
