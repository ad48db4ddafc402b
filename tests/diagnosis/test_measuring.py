"""The page about diagnosis is what comes out, and keeps what is promised."""

from __future__ import annotations

import measuring
import pytest

from graders.judging.judge import GENERAL

pytestmark = pytest.mark.lesson("02_vanilla_rnn")


@pytest.fixture(scope="module")
def rows() -> dict:
    return measuring.measured()


def test_the_page_is_what_comes_out(rows):
    own = measuring.PAGE.read_text(encoding="utf-8").partition("\n# Lesson ")[0]
    assert own == measuring.page(rows)


@pytest.mark.parametrize("name", ["unseen", "learned", "variants"])
def test_wrong_code_is_told_what_is_wrong(rows, name):
    returned, raised = measuring.shares(rows[name])
    assert sum(returned.values()) >= 60
    assert not returned["accepted"] + raised["accepted"]
    assert not [row.title for row in rows[name] if row.contradicted]
    assert raised["line"] + raised["named"] >= 0.9 * sum(raised.values())
    assert returned["named"] + returned["two"] >= 0.75 * sum(returned.values())
    assert returned["general"] <= 0.03 * sum(returned.values())


def test_titles_stand_once(rows):
    for heard in rows.values():
        titles = [(row.exercise, row.title) for row in heard]
        assert len(set(titles)) == len(titles)


def test_a_general_sentence_is_known_as_one(rows):
    for row in (row for heard in rows.values() for row in heard):
        if row.kind == "general" and row.verdict.usually and not row.raised:
            assert any(part in row.verdict.usually for part in GENERAL)
