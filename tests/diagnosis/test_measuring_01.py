"""What is heard of wrong code for lesson 01 is on the page, and right code passes."""

from __future__ import annotations

import measuring_01
import pytest

pytestmark = pytest.mark.lesson("01_sequences")


@pytest.fixture(scope="module")
def unseen():
    return measuring_01.measured("unseen")


@pytest.fixture(scope="module")
def learned():
    return measuring_01.measured("learned")


def test_the_page_is_what_comes_out(unseen, learned):
    page = measuring_01.PAGE.read_text(encoding="utf-8")
    assert page.endswith("\n" + measuring_01.part(unseen, learned))


def test_right_code_passes():
    rows = measuring_01.measured("right")
    assert len(rows) == 38
    assert not [row.title for row in rows if row.kind != "accepted"]


def test_wrong_code_is_told_what_is_wrong(unseen, learned):
    for rows in (unseen, learned):
        assert len(rows) > 160
        assert not [row.title for row in rows if row.kind == "accepted"]
        assert not [row.title for row in rows if row.contradicted]
        returned = [row for row in rows if not row.raised]
        assert len([r for r in returned if r.kind == "general"]) <= 0.03 * len(returned)
        lines = [row for row in rows if row.raised]
        assert len([row for row in lines if row.kind in ("line", "named")]) >= 0.9 * len(lines)
