"""What learners hear of wrong code is what the pages say, and keeps what is promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import measuring
import pages
import pytest
from banks import BANKS, DOCS, MEASURED, contradicted, heard, page_of
from measuring import Heard

from graders.judging.judge import GENERAL

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize(
        "lesson", [pytest.param(name, marks=pytest.mark.lesson(name)) for name in BANKS]
    ),
]

Rows = Mapping[str, Sequence[Heard]]


def all_of(rows: Rows) -> list[Heard]:
    return [row for found in rows.values() for row in found]


def test_the_page_is_what_comes_out(lesson):
    path = DOCS / page_of(BANKS[lesson])
    assert path.read_text(encoding="utf-8") == pages.page(BANKS[lesson], heard(lesson))


def test_the_table_of_all_lessons_is_what_comes_out(lesson):
    assert pages.lines()[lesson] == pages.line(BANKS[lesson], heard(lesson)[MEASURED])
    assert pages.OVERVIEW.read_text(encoding="utf-8") == pages.overview(pages.lines())


def test_no_wrong_code_passes_and_no_sentence_is_contradicted(lesson):
    rows = all_of(heard(lesson))
    assert len(rows) >= 100
    assert not [row.title for row in rows if row.kind == "accepted"]
    assert not contradicted(BANKS[lesson], rows)
    assert set(BANKS[lesson].true) <= {row.title for row in rows if row.contradicted}


def test_nearly_all_wrong_code_is_told_what_is_wrong(lesson):
    for group, rows in heard(lesson).items():
        returned, raised = pages.shares(rows).values()
        assert returned["named"] + returned["two"] >= 0.75 * returned.total(), group
        assert returned["general"] <= 0.03 * returned.total(), group
        assert raised["line"] + raised["named"] >= 0.9 * raised.total(), group


def test_other_right_ways_are_right(lesson):
    rows = [measuring.heard(lesson, *way) for way in measuring.variants(lesson, "right")]
    assert not [row.title for row in rows if row.kind != "accepted"]


def test_titles_stand_once(lesson):
    for rows in heard(lesson).values():
        titles = [(row.exercise, row.title) for row in rows]
        assert len(set(titles)) == len(titles)


def test_a_general_sentence_is_known_as_one(lesson):
    for row in all_of(heard(lesson)):
        if row.kind == "general" and row.verdict.usually and not row.raised:
            assert any(part in row.verdict.usually for part in GENERAL)
