"""The first difference of two nests of integers, truth values, texts, lists, tuples and dicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graders.judging.differences import Kind
from graders.judging.plain import Opaque, Plain
from graders.judging.sameness import LONGEST, kind_of, same_exactly, short, typed

MORE_KEYS = 5
"""How many keys of a dict a message shows."""


@dataclass(frozen=True)
class First:
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


def nest(got: Plain, want: Plain, at: str, ordered: bool) -> Iterator[First]:
    """Yield the differences of two nests, those of types and lengths before those inside."""
    if kind_of(got) != kind_of(want):
        yield _other_kind(got, want, at)
    elif isinstance(want, dict):
        yield from _dict(got, want, at, ordered)
    elif isinstance(want, list | tuple):
        yield from _sequence(got, want, at, ordered)
    elif not same_exactly(got, want):
        yield First(
            Kind.VALUES,
            f"{_place(at)} is {short(got)} instead of {short(want)}",
            f"{short(want)} there",
            " has wrong entries" if at else " is another one",
        )


def _place(at: str) -> str:
    return f": the entry at {at}" if at else ""


def _other_kind(got: Plain, want: Plain, at: str) -> First:
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
    elif isinstance(got, Opaque) and got.kind in _UNORDERED:
        usually = _UNORDERED[got.kind].format(kind_of(want).partition(" ")[2])
    elif isinstance(got, dict | Opaque) and kind_of(got).startswith("a dict"):
        usually = f"The {kind_of(want).partition(' ')[2]} itself was asked for, and no dict."
    elif isinstance(got, Opaque) and got.kind.startswith("an object of type"):
        usually = f"A plain {kind_of(want).partition(' ')[2]} was asked for: convert it."
    shown = (
        "" if isinstance(got, Opaque | list | tuple | dict) or got is None else f" ({short(got)})"
    )
    known = " holds another type" if at else f" is not {kind_of(want)}"
    return First(
        Kind.TYPE, f"{_place(at)} is {kind_of(got)}{shown}", f"{kind_of(want)} there" if at
        else kind_of(want), known, usually,
    )  # fmt: skip


_UNORDERED = {
    "a generator": "yield, or ( ) around a loop, makes a generator: return a {} of what it gives.",
    "a set": "A set has no order: keep what comes in a {}.",
}
"""What usually stands behind what has no place for its entries."""


def _sequence(
    got: list[Plain] | tuple[Plain, ...],
    want: list[Plain] | tuple[Plain, ...],
    at: str,
    ordered: bool,
) -> Iterator[First]:
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
        yield First(
            Kind.COUNT,
            f"{_place(at)} has {_entries(len(got))} instead of {len(want)}{more}",
            f"{_entries(len(want))}{expected}",
            " has another number of entries",
        )
    elif first is not None:
        a, b = got[first], want[first]
        if isinstance(b, tuple) and isinstance(a, tuple) and len(a) == len(b) == 2 and _flat(b):
            yield First(
                Kind.VALUES,
                f": the pair at {at}[{first}] is {short(a)} instead of {short(b)}",
                f"{short(b)} there",
                " has wrong entries",
            )
        yield from nest(a, b, f"{at}[{first}]", ordered)


def _flat(pair: tuple[Plain, ...]) -> bool:
    return not any(isinstance(item, list | tuple | dict) for item in pair)


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"


def _dict(got: dict[Any, Plain], want: dict[Any, Plain], at: str, ordered: bool) -> Iterator[First]:
    given, wanted = typed(got), typed(want)
    missing = [k for k in want if (type(k), k) not in given]
    extra = [k for k in got if (type(k), k) not in wanted]
    if missing or extra:
        parts = [f"lacks {_keys(missing)}"] if missing else []
        parts += [f"has {_keys(extra)} besides"] if extra else []
        usually = ""
        if missing and extra and {type(k) for k in missing} != {type(k) for k in extra}:
            usually = f"The keys should be {_kinds(missing)}, not {_kinds(extra)}."
        yield First(
            Kind.COUNT,
            f"{_place(at)} {' and '.join(parts)}",
            f"{_keys(list(want), whole=True)} and no other",
            " has other keys",
            usually,
        )
        return
    for key, value in want.items():
        yield from nest(got[key], value, f"{at}[{short(key)}]", ordered)
    if ordered and list(got) != list(want):
        yield First(
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
