"""CSV files: no cell is a formula, and each is read back as it was."""

from __future__ import annotations

import csv
import random
import re
from pathlib import Path

import pytest

from graders.reporting.sheets import guarded, read_rows, write_rows
from graders.wording import visible

NASTY = (
    *("=1+1", "@x", "+x", "-x", "\tx", "'x", "''x", "'=1+1", " =1", "\u00a0=1", '"=1"', '""', "'"),
    *("\ufe661", "\ufe62x", "\u200d=1", "a;\u200c-1"),
    *("\uff1d1", "\uff0b1", "\uff0d1", "\uff20x", "\n=1", "\n\n'=1", "a\n=1", "a\n'b", "a;=1"),
    *('a; "=1', "a\t@x", "a|+x", "a;'b", "a;''", "-5", "1,5", 'say "so"', "a,b", "two\nlines", ""),
    *(
        " ",
        "李小龍",
        '=HYPERLINK("http://127.0.0.1:9/";"x")',
        "Expected (5, 3).",
        "a=b",
        "x - y",
        "a;b",
    ),
)
ACTING = ("a\x1b[31m", "\x00=1", "\r=1", "\r", "\udcf6", "\x9b2J", "a\u202eb", "\ufeff=1", "\x7f")
FORMULA = re.compile(r"[\t\r\n]|[\s\"\u200c\u200d]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62]")


def cells_by(text: str, separator: str) -> list[str]:
    """Return the cells that a spreadsheet finds which splits lines at a separator."""
    return [cell for row in csv.reader(text.splitlines(True), delimiter=separator) for cell in row]


def test_a_cell_that_spreadsheets_compute_begins_with_an_apostrophe() -> None:
    assert [guarded(cell) for cell in ("=1+1", "@x", "+x", "-x", "\tx", "'x")] == [
        "'=1+1", "'@x", "'+x", "'-x", "'\tx", "''x"
    ]  # fmt: skip
    for cell in ("Ada Lovelace", "o'brien", "a=b", "x - y", "(5, 3)", "a;b", "a; b\n- c"[:5], ""):
        assert guarded(cell) == cell


def test_numbers_stay_numbers(tmp_path: Path) -> None:
    write_rows(tmp_path / "x.csv", [(-1.5, 3, 0.0, "-1.5", None)])
    assert (tmp_path / "x.csv").read_text() == "-1.5,3,0.0,'-1.5,\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_cell_is_a_formula_whatever_separates_cells(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "x.csv"
    write_rows(path, [(cell, "x", cell) for cell in (*NASTY, *ACTING)])
    text = path.read_text(encoding="utf-8")
    found = cells_by(text, separator)
    assert len(found) > 50
    assert list(filter(FORMULA.match, found)) == []


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    rows = [[cell, "x", cell] for cell in NASTY]
    write_rows(path, rows)
    assert read_rows(path) == rows


def test_what_cannot_be_seen_becomes_an_escape(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    write_rows(path, [ACTING])
    (found,) = read_rows(path)
    assert found == list(map(visible, ACTING))
    assert found[:5] == [r"a\x1b[31m", r"\x00=1", r"\r=1", r"\r", r"\udcf6"]


@pytest.mark.parametrize("seed", range(20))
def test_random_cells_are_read_back_and_are_no_formulas(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    letters = "=+-@'\"\t\n;|, ab1\uff1d"
    rows = [
        ["".join(draw.choices(letters, k=draw.randrange(8))) for _ in range(4)] for _ in range(200)
    ]
    path = tmp_path / "x.csv"
    write_rows(path, rows)
    assert read_rows(path) == rows
    with path.open(newline="", encoding="utf-8") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert list(filter(FORMULA.match, cells)) == []
