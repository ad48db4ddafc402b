"""Whether each axis that a contract promises has a name that says something."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from difflib import get_close_matches

from graders.exercise import Booleans, Integers, ListOf, Returned, TupleOf
from graders.judging.table import Table
from graders.lessons.reference import reference


def unexplained(table: Table, numbers: AbstractSet[str]) -> Iterator[str]:
    """Yield each name of an axis that says nothing, as a misspelt one does.

    A name says something where it is a size of a case or an integer among the arguments, where
    another returned value has it, too, or where the function's docstring names it: such are the
    axes whose length depends on the data.

    Args:
        table: what is promised, and the cases.
        numbers: the names of the integers among the arguments.
    """
    known = {name for sizes in table.sizes for name in sizes} | numbers
    said = set(re.findall(r"\w+", _docstring(table)))
    named = [(path, set(_names(spec))) for path, spec in table.returns.items()]
    for path, names in named:
        elsewhere = {name for other, found in named if other != path for name in found}
        for name in sorted(names - known):
            begin = f"{path} is promised with an axis {name}, which is no size of a case"
            alike = [one for one in sorted(known) if _bare(one) == _bare(name)]
            near = get_close_matches(name, sorted(known), n=1)
            if alike:
                yield (
                    f"{begin}. Did you mean {alike[0]}? Names that differ in capitals or "
                    "underscores alone cannot be told apart."
                )
            elif name not in said | elsewhere:
                yield (
                    f"{begin}.{f' Did you mean {near[0]}?' if near else ''} An axis whose length "
                    f"depends on the data is named in the docstring of {table.exercise}, too, as "
                    f"in `shape ({name},)`."
                )


def _docstring(table: Table) -> str:
    (function,) = ast.parse(reference(table.lesson).source(table.exercise)).body
    assert isinstance(function, ast.FunctionDef | ast.ClassDef)
    return ast.get_docstring(function) or ""


def _bare(name: str) -> str:
    return name.replace("_", "").casefold()


def _names(spec: Returned) -> Iterator[str]:
    """Yield the names of the axes of a returned value; numbers and names of categories are none."""
    if isinstance(spec, str):
        yield from re.findall(r"[A-Za-z_]\w*", spec)
    elif isinstance(spec, Integers | Booleans):
        yield from _names(spec.axes)
    elif isinstance(spec, ListOf):
        yield from (*_names(spec.length), *_names(spec.entry))
    elif isinstance(spec, TupleOf):
        yield from _names(spec.entries)
    elif isinstance(spec, Mapping):
        for one in spec.values():
            yield from _names(one)
