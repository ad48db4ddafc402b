"""Names and texts of others are shown, and do nothing."""

from __future__ import annotations

import pytest

from graders.wording import one_line, quoted, shown, uncoloured, visible


@pytest.mark.parametrize(
    "name", ["Ada Lovelace", "李小龍", "o'brien", "x[1]*?", "naïve", "=1+1", "می\u200cخواهم"]
)
def test_a_name_that_can_be_seen_is_shown_as_it_is(name: str) -> None:
    assert shown(name) == name
    assert quoted(name) == f"'{name}'"


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("a\x1b[31mb", r"'a\x1b[31mb'"),
        ("two\nlines", r"'two\nlines'"),
        ("J\udcf6rg", r"'J\udcf6rg'"),
        ("txt\u202eexe", r"'txt\u202eexe'"),
        ("\x9b2J", r"'\x9b2J'"),
        (" a", "' a'"),
        ("", "''"),
        (r"a\x1b" + "\n", r"'a\\x1b\n'"),
        ("'a'", "''a''"),
        ("x" * 61, f"'{'x' * 60}...'"),
    ],
)
def test_an_odd_name_is_shown_in_quotation_marks_with_escapes(name: str, seen: str) -> None:
    assert shown(name) == seen


def test_a_text_keeps_its_lines_and_a_line_does_not() -> None:
    assert visible("a\n\tb\x07") == "a\n\tb\\x07"
    assert one_line("a\n\tb\x07") == "a\\n\\tb\\x07"


def test_no_two_names_are_shown_alike() -> None:
    names = [
        "a\x1b",
        "a\\x1b",
        "'a\\x1b'",
        "a\\x1b ",
        "a",
        " a",
        "'a'",
        "' a'",
        "a\n",
        "a\\n",
        "a\\\n",
    ]
    assert len({shown(name) for name in names}) == len(names)


def test_what_colours_a_text_can_be_taken_out() -> None:
    assert uncoloured("\x1b[1;31mred\x1b[0m\x1b]0;title\x07 and \x1b]8;;x\x1b\\on") == "red and on"
    assert uncoloured("[1;31m") == "[1;31m"
