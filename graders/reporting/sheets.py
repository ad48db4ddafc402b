"""CSV files that open as text in any spreadsheet, and that are read back as they were.

A spreadsheet takes a cell that begins with `=`, say, for a formula, and computes it. Such a cell
gets an apostrophe before it (OWASP's advice), and so does one that begins with an apostrophe, so
that reading knows which to take away. A spreadsheet that is told other separators finds the
beginnings of cells inside a text as well, after a `;` or a line break: these are guarded too.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from graders.wording import JOINERS, visible

Cell = str | int | float | None
"""What a cell holds. Only texts are guarded: a number below zero stays one. None is empty."""

GUARD = "'"
_SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b"
"""Also as they are written among Chinese characters, wide and small."""
_BEGINS = r"(?:\A|(?<=[;|\t\n]))"
_FORMULA = re.compile(
    rf"""\A(?=[\t\n])|{_BEGINS}(?={GUARD}|(?:"|[^\S\t\n]|[{JOINERS}])*[{_SIGNS}])"""
)
_GUARDED = re.compile(_BEGINS + GUARD)


def write_rows(path: Path, rows: Iterable[Sequence[Cell]]) -> None:
    """Write a CSV file.

    Args:
        path: the file.
        rows: the cells of each line. Characters that cannot be seen become their escapes; line
            breaks and tabs stay.

    Raises:
        OSError: it cannot be written.
    """
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerows([guarded(cell) for cell in row] for row in rows)


def read_rows(path: Path) -> list[list[str]]:
    """Return the cells of a file that `write_rows` wrote, as they were before they were guarded.

    Raises:
        OSError: it cannot be read.
    """
    with path.open(newline="", encoding="utf-8") as file:
        return [[_GUARDED.sub("", cell) for cell in row] for row in csv.reader(file)]


def guarded(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return _FORMULA.sub(GUARD, visible(cell)) if isinstance(cell, str) else cell
