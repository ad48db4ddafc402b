"""What an exception on a visible case means: sentences that are true of this case.

What is known of it comes from `traces`. On hidden cases none of this is said: the general advice of
`diagnose` has fewer sentences, each of which is known before anything is handed in.
"""

from __future__ import annotations

import builtins
import difflib
import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from graders.judging.plain import Plain
from graders.judging.raised import Raised

SUCCESSORS: Mapping[str, str] = {
    **{name: f"{name}" for name in ("float", "int", "bool", "object", "complex", "str")},
    **dict.fromkeys(("NaN", "NAN"), "np.nan"),
    **dict.fromkeys(("Inf", "Infinity", "infty", "PINF"), "np.inf"),
    "NINF": "-np.inf",
    "float_": "np.float64",
    "complex_": "np.complex128",
    "product": "np.prod",
    "cumproduct": "np.cumprod",
    "alltrue": "np.all",
    "sometrue": "np.any",
    "row_stack": "np.vstack",
    "mat": "np.asarray",
    "asfarray": "np.asarray",
    "round_": "np.round",
    "msort": "np.sort",
    "trapz": "np.trapezoid",
    "in1d": "np.isin",
}
"""Names that NumPy no longer has, with what to write instead."""


def advice(error: Raised) -> str:
    """Return what an exception means, in sentences that are true of this case, or ""."""
    return next((says for rule in RULES if (says := rule(error))), "")


def _none(error: Raised) -> str:
    if "NoneType" not in error.message and "None" not in error.segment:
        return ""
    if re.search(r"\bNone\b", error.segment or error.text):
        return (
            "A placeholder None is still in this line: put there what is to be computed or counted."
        )
    names = [value.removesuffix(" None") for value in error.values if value.endswith(" None")]
    if names:
        return (
            f"`{names[0]}` is None in this line: its own line still holds a placeholder, or a "
            "function from which it came returned nothing."
        )
    return ""


def _numpy_name(error: Raised) -> str:
    found = re.search(r"module 'numpy(?:\.\w+)?' has no attribute '(\w+)'", error.message)
    found = found or re.search(r"`np\.(\w+)` was removed", error.message)
    if error.kind != "AttributeError" or not found:
        return ""
    name = found[1]
    if name in SUCCESSORS:
        instead = f"write {SUCCESSORS[name]}"
        if "dtype" in error.text and name == "float":
            instead = "leave dtype out, or write float"
        return f"np.{name} no longer exists in NumPy: {instead}."
    if name in error.table.builds_on:
        return f"NumPy has no {name}: it is an exercise of this lesson, called without np."
    turned = [n for n in dir(np) if sorted(n) == sorted(name)]
    near = turned or difflib.get_close_matches(name, dir(np), n=1, cutoff=0.75)
    return f"NumPy has no np.{name}" + (f": did you mean np.{near[0]}?" if near else ".")


def _name(error: Raised) -> str:
    found = re.search(r"name '(\w+)' is not defined", error.message)
    if error.kind != "NameError" or not found:
        return ""
    name, table = found[1], error.table
    if name in ("np", "numpy"):
        return "NumPy is not imported: run the first cell of the notebook again."
    if name in table.builds_on:
        return f"{name} is an exercise of this lesson: run its cell, then this one."
    known = [*table.cases[error.case].arguments, *table.returns, *table.builds_on]
    near = difflib.get_close_matches(name, [*known, *dir(builtins)], n=1, cutoff=0.75)
    if near:
        return f"There is no {name} here: did you mean {near[0]}?"
    if hasattr(np, name):
        return f"There is no {name} here: NumPy's is written np.{name}."
    if f"{name}(" in error.text:
        given = (
            f" Of this lesson it may call {', '.join(table.builds_on)}." if table.builds_on else ""
        )
        return (
            f"{name} is no function of this lesson, and nothing here defines it: write it with "
            f"NumPy, or do without.{given}"
        )
    return f"Nothing gives {name} a value before this line."


def _unbound(error: Raised) -> str:
    found = re.search(r"local variable '(\w+)'", error.message)
    if error.kind != "UnboundLocalError" or not found:
        return ""
    return (
        f"`{found[1]}` is read in this line before anything gave it a value: give it its start "
        "value before the loop, or mend a branch that does not set it."
    )


def _module(error: Raised) -> str:
    found = re.search(r"No module named '([\w.]+)'", error.message)
    return no_module(found[1]) if error.kind == "ModuleNotFoundError" and found else ""


def no_module(name: str) -> str:
    """Return what to do about a module that is not there."""
    return (
        f"The module {name} is not here. NumPy and the earlier exercises of the lesson are "
        "supplied, so leave the import out."
    )


def _arguments(error: Raised) -> str:
    found = re.match(
        r"(?:(\w+\.)*)(?P<name>\w+)\(\) (takes|missing|got an unexpected|got multiple)",
        error.message,
    )
    if error.kind != "TypeError" or not found:
        return _numpy_arguments(error)
    name = found["name"]
    if name == error.table.exercise and f"{name}(" not in error.segment:
        listed = ", ".join(error.table.cases[error.case].arguments)
        return f"The exercise is called as {name}({listed}): give its first line these arguments."
    call = _callee(error, name)
    if "0 were given" in error.message or "0 given" in error.message:
        return f"{call} is called without an argument in this line: say of what."
    if found[3] == "missing":
        return f"An argument is missing where this line calls {call}: {_short(error.message)}."
    return f"{call} does not get the arguments in this line that it takes: {_short(error.message)}."


def _numpy_arguments(error: Raised) -> str:
    if error.kind != "TypeError" or "argument" not in error.message:
        return ""
    found = re.match(r"(\w+)\(\)|(\w+) missing|function missing", error.message)
    if found and ("missing" in error.message or "positional" in error.message):
        call = _callee(error, found[1] or found[2] or "")
        return f"An argument is missing where this line calls {call}: {_short(error.message)}."
    return ""


def _callee(error: Raised, name: str) -> str:
    found = re.search(rf"((?:\w+\.)*{re.escape(name)})\(", error.segment or error.text)
    return found[1] if found and name else name or "a function"


def _short(message: str) -> str:
    return message.rstrip(".")[:110]


def _append(error: Raised) -> str:
    if "np.append" not in error.text + error.segment:
        return ""
    return (
        "np.append makes one array of its arguments, and a tuple of different arrays is none: use "
        "the list's own append."
    )


def _key(error: Raised) -> str:
    if error.kind != "KeyError":
        return ""
    key = error.message.strip("'\"")
    others = [_keys_with(key, v) for c in error.table.cases for v in c.arguments.values()]
    if any(others):
        there = next(v for v in error.table.cases[error.case].arguments.values() if type(v) is dict)
        fixed = next(keys for keys in others if keys)
        return (
            f"The dict may hold any keys: go through those that it has. This one has "
            f"{', '.join(there)}; another one had {', '.join(fixed)}."
        )
    has = f": {error.keys}" if error.keys else ""
    near = difflib.get_close_matches(key, re.findall(r"'(\w+)'", error.keys), n=1, cutoff=0.5)
    meant = f" Did you mean '{near[0]}'?" if near else ""
    return f"There is no key {error.message}{has}.{meant}"


def _keys_with(key: str, value: Plain) -> list[str]:
    return list(value) if isinstance(value, dict) and key in value else []


def _index(error: Raised) -> str:
    found = re.search(
        r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)", error.message
    )
    if error.kind != "IndexError":
        return ""
    if found:
        index, axis, length = map(int, found.groups())
        where = f"`{error.segment}` asks" if "[" in error.segment else "This line asks"
        named = error.sizes(f"({length})").strip("()")
        beyond = "one beyond its last" if index == length else f"its last is {length - 1}"
        return (
            f"{where} for index {index} of axis {axis}, which has {named} entries, counted from 0: "
            f"{beyond}."
        )
    if "too many indices" in error.message:
        return "There are more indices in this line than the array has axes."
    if "list index" in error.message or "tuple index" in error.message:
        return "This line asks for an entry beyond the end of a list or tuple, counted from 0."
    return ""


def _product(error: Raised) -> str:
    found = re.search(r"size (\d+) is different from (\d+)", error.message)
    found = found or re.search(r"not aligned: (\d+) \(dim \d\) != (\d+)", error.message)
    if error.kind != "ValueError" or not found:
        return ""
    numbers = sorted({error.sizes(f"({n})").strip("()") for n in found.groups()})
    return (
        f"The inner sizes of this matrix product are {' and '.join(numbers)} and must be equal: a "
        "factor needs a transpose, or stands on the wrong side."
    )


def _fit(error: Raised) -> str:
    if error.kind != "ValueError":
        return ""
    found = re.search(r"input array from shape (\([\d,]*\)) into shape (\([\d,]*\))", error.message)
    if found:
        put, place = error.sizes(found[1]), error.sizes(found[2])
        return f"What this line stores has shape {put}, and its place has shape {place}."
    found = re.search(r"with shapes? ([(),\d ]+)", error.message)
    if found and "broadcast" in error.message:
        listed = " and ".join(re.findall(r"\([\d,]*\)", error.sizes(found[1]))) or found[1]
        listed = error.sizes(" and ".join(re.findall(r"\([\d,]+\)", found[1]))) or listed
        return f"Arrays of the shapes {listed} do not fit together in this line."
    if "must have the same shape" in error.message:
        return (
            "This line puts arrays on a new axis, and their shapes differ: concatenate joins them."
        )
    if "inhomogeneous" in error.message:
        return (
            "This line makes one array of things of different shapes: keep them apart, in a list."
        )
    if "must match exactly" in error.message or "dimensions" in error.message:
        return "The arrays that this line joins do not have the same lengths along the other axes."
    if "cannot reshape" in error.message:
        return f"This line reshapes into another number of entries: {_short(error.message)}."
    if "truth value of an array" in error.message:
        return "This line asks whether a whole array is true: use np.where, or any() or all()."
    return ""


def _unpack(error: Raised) -> str:
    few = re.search(r"not enough values to unpack \(expected (\d+), got (\d+)\)", error.message)
    if few:
        return f"This line takes {few[1]} things apart where there are {few[2]}: count them again."
    many = re.search(r"too many values to unpack \(expected (\d+)", error.message)
    return f"This line takes {many[1]} things apart where there are more." if many else ""


def _kind(error: Raised) -> str:
    message = error.message
    if "not callable" in message:
        return (
            "Round brackets call a function, and here they stand after something that is none: "
            "index with square brackets, write * for a product, or do not reuse a function's name."
        )
    if "not subscriptable" in message:
        return "Square brackets index, and here they stand after something that cannot be indexed."
    found = re.search(r"(list|tuple) indices must be integers or slices, not (\w+)", message)
    if found:
        return f"A {found[1]} takes one integer as an index, and here it gets a {found[2]}."
    if "cannot be interpreted as an integer" in message or "or a single integer" in message:
        return "A count or size in this line is no integer: divide with //, or take len or shape."
    if "only integers, slices" in message or "only integer" in message:
        return "An index in this line is no integer."
    found = re.search(r"'([\w.]+)' object has no attribute '(\w+)'", message)
    if found:
        return f"This line asks a {found[1]} for .{found[2]}, and a {found[1]} has none."
    if "unsupported operand" in message or "can't multiply sequence" in message:
        return f"This line computes with things that are no numbers: {_short(message)}."
    found = re.search(r"axis (\d+) is out of bounds for array of dimension (\d+)", message)
    if found:
        return f"This line names axis {found[1]}, and the array has {found[2]}, counted from 0."
    whole = [v.partition(" is a ")[::2] for v in error.values if " is a " in v]
    if error.kind == "TypeError" and whole:
        return (
            f"{whole[0][0]} is a {whole[0][1]}, and this line computes with it: take its entries."
        )
    if error.kind == "ZeroDivisionError":
        return "This line divides by zero."
    return ""


RULES: Sequence[Callable[[Raised], str]] = (
    _append,
    _none,
    _numpy_name,
    _unbound,
    _name,
    _module,
    _key,
    _index,
    _product,
    _unpack,
    _kind,
    _arguments,
    _fit,
)
"""Each speaks of one kind of exception, or returns ""."""
