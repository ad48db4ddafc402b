"""What a docstring tells of arguments and returned values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graders.settings import SIZES

Kind = Literal["floats", "integers", "booleans", "exactly"]

_SHAPE = re.compile(r"shape \(([^()]*)\)|shape, \(([^()]*)\)")
_ENTRY = re.compile(r"^(\w+): (.*)")
_NESTS = (
    r"\b(?:strings?|texts?|tokens?|words?|pairs)\b"
    r"|\b(?:list|tuple|dict)s? of .*\b(?:integers?|ints?|indices|counts?)\b"
)
_WORDS: Sequence[tuple[Kind, re.Pattern[str]]] = (
    ("exactly", re.compile(_NESTS, re.I)),
    ("integers", re.compile(r"\b(?:integers?|ints?|indices|index)\b", re.I)),
    ("booleans", re.compile(r"\b(?:truth values?|booleans?|bools?)\b", re.I)),
)
_BELOW = re.compile(r"\b(?:below|less than|smaller than) (\w+)")
LENGTH = "n"
"""What the length of a list is called whose docstring names none. It is 11: words then repeat."""
_PRIMES = (3, 5, 7, 13, 17, 19, 23)


@dataclass(frozen=True)
class Described:
    """What a docstring says of an argument or a returned value.

    Args:
        name: what it is called.
        axes: its axes by name; () is a number, and None says that the docstring names no shape.
        kind: what it holds.
        text: the description.
    """

    name: str
    axes: tuple[str, ...] | None
    kind: Kind = "floats"
    text: str = ""


def section(docstring: str, title: str) -> list[Described]:
    """Return what a section of a docstring describes, entry by entry."""
    found = re.search(rf"^{title}:\n((?:[ \t]+.*\n?|\n)*)", docstring, re.M)
    if not found:
        return []
    entries: list[list[str]] = []
    for line in (one.strip() for one in found[1].splitlines()):
        entry = _ENTRY.match(line)
        if entry:
            entries.append([entry[1], entry[2]])
        elif entries:
            entries[-1][1] += f" {line}"
        elif line:
            entries.append(["result", line])
    return [_described(name, text) for name, text in entries]


def _described(name: str, text: str) -> Described:
    shape = _SHAPE.search(text)
    kind: Kind = "floats"
    for word, pattern in _WORDS:
        if pattern.search(text) and not (word == "exactly" and shape):
            kind = word
            break
    axes: tuple[str, ...] | None = None
    if shape:
        listed = (shape[1] or shape[2] or "").split(",")
        axes = tuple(axis.strip() for axis in listed if axis.strip())
    elif kind in ("integers", "booleans") or re.search(r"\b(?:number|float)\b", text):
        axes = ()
    return Described(name, axes, kind, text.strip().rstrip("."))


def quoted(text: str) -> str:
    """Return a text as source, between double quotes."""
    return json.dumps(text, ensure_ascii=False)


def returned(one: Described) -> str:
    """Return the kind that a contract promises, as source."""
    axes = " ".join(one.axes or ())
    if one.kind == "exactly":
        what = one.text.partition(",")[0]
        return f"Exactly({quoted(what[:1].lower() + what[1:])})"
    if one.kind == "floats":
        return f'"{axes}"'
    return f'{one.kind.capitalize()}("{axes}")'


def drawn(argument: Described) -> str:
    """Return an expression that draws an argument."""
    if argument.kind == "exactly":
        words = f'[f"w{{i}}" for i in draw.rng.integers(5, size=s.{LENGTH})]'
        if re.match(r"(?:a |the )?dict", argument.text, re.I):
            return '{f"w{i}": i for i in range(5)}'
        return words if "list" in argument.text else '"w1 w2 w1"'
    if argument.axes is None:
        return "None"  # the docstring names no shape; the reference will say so
    if argument.kind == "booleans":
        return f"draw.rng.random({_size(argument.axes)}) < 0.5" if argument.axes else "True"
    if argument.kind == "integers":
        below = _BELOW.search(argument.text)
        most = _length(below[1]) if below else "5"
        if argument.axes:
            return f"draw.rng.integers({most}, size={_size(argument.axes)})"
        return f"int(draw.rng.integers({most}))" if below else "3"
    if not argument.axes:
        return "0.7"
    return f"draw.normal({', '.join(map(_length, argument.axes))}, scale=s.scale)"


def _size(axes: Sequence[str]) -> str:
    return f"({', '.join(map(_length, axes))}{',' if len(axes) == 1 else ''})"


def _length(axis: str) -> str:
    return re.sub(r"[A-Za-z_]\w*", lambda name: f"s.{name[0]}", axis)


def _names(all_of_it: Sequence[Described]) -> Iterator[str]:
    for one in all_of_it:
        for axis in one.axes or ():
            yield from re.findall(r"[A-Za-z_]\w*", axis)
        if one.kind == "integers" and (below := _BELOW.search(one.text)):
            yield from re.findall(r"^[A-Za-z_]\w*", below[1])
        if f"s.{LENGTH})" in drawn(one):
            yield LENGTH


def settings_of(arguments: Sequence[Described]) -> str:
    """Return a call of `settings`, as source; "" where the usual settings will do."""
    names = list(dict.fromkeys(_names(arguments)))
    floats = any(one.kind == "floats" for one in arguments)
    if floats and SIZES.keys() >= set(names):
        return ""
    free = iter(_PRIMES)
    sizes = [f"{name}={11 if name == LENGTH else next(free)}" for name in names or ["m"]]
    return f"settings({', '.join([*sizes, *([] if floats else ['floats=False'])])})"
