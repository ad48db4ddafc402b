"""The page about diagnosis is what comes out, and keeps what is promised."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from graders.judging.judge import GENERAL


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    path = Path(__file__).with_name("measuring.py")
    spec = importlib.util.spec_from_file_location("measuring", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(measuring: ModuleType) -> list:
    return [measuring.heard(*variant) for variant in measuring.variants()]


def test_the_page_is_what_comes_out(measuring, rows):
    own = measuring.PAGE.read_text(encoding="utf-8").partition("\n# Lesson ")[0]
    assert own == measuring.page(rows)


def test_wrong_code_is_told_what_is_wrong(rows):
    assert len(rows) >= 60
    assert not [row.title for row in rows if row.kind == "accepted"]
    assert not [row.title for row in rows if row.contradicted]
    raised = [row for row in rows if row.title.startswith("raises")]
    assert len([row for row in raised if row.kind in ("line", "named")]) >= 0.9 * len(raised)
    returned = [row for row in rows if row not in raised]
    assert len([row for row in returned if row.kind == "general"]) <= 0.03 * len(returned)


def test_a_general_sentence_is_known_as_one(rows):
    for row in rows:
        if row.kind == "general" and row.verdict.usually:
            assert any(part in row.verdict.usually for part in GENERAL)
