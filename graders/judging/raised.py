"""An exception on a visible case, as far as `traces` tells of it, with the lengths named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graders.judging.table import Table
from graders.wording import one_line


@dataclass(frozen=True)
class Raised:
    """An exception on a visible case.

    Args:
        kind, message: of the exception.
        text: the learner's line; empty where it is not known.
        segment: the expression in it that failed.
        values: what stood in it, "xt (3, 7)".
        keys: which dict lacked a key, and which it has.
        table: what is judged.
        case: the number of the case.
    """

    kind: str
    message: str
    text: str
    segment: str
    values: tuple[str, ...]
    keys: str
    table: Table
    case: int

    def sizes(self, text: str) -> str:
        """Return a text with the lengths in its shapes named, where a length has one name."""
        sizes = self.table.sizes[self.case]
        names: dict[str, list[str]] = {}
        for name, length in sizes.items():
            names.setdefault(str(length), []).append(name)

        def named(shape: re.Match[str]) -> str:
            lengths = [n for n in re.split(r",\s*", shape[1]) if n]
            one = [names.get(n, []) for n in lengths]
            both = zip(lengths, one, strict=True)
            inner = ", ".join(f"{o[0]}={n}" if len(o) == 1 else n for n, o in both)
            return f"({inner},)" if shape[1].endswith(",") else f"({inner})"

        return re.sub(r"\((\d+(?:,\s*\d+)*,?)\)", named, text)

    @property
    def shapes(self) -> str:
        """What stood in the line, in a sentence; empty where nothing is known."""
        listed = [self.sizes(value) for value in self.values]
        return f"In this line: {', '.join(listed)}." if listed else ""


def raised(error: Mapping[str, Any], table: Table, case: int) -> Raised:
    """Return what is known of an exception."""
    known = {k: one_line(str(error.get(k, ""))) for k in ("message", "text", "segment", "keys")}
    values = tuple(v for v in one_line(str(error.get("values", ""))).split("; ") if v)
    return Raised(
        one_line(str(error.get("type", ""))), values=values, table=table, case=case, **known
    )
