"""What learners hear of wrong code of lesson 03 is what the page says, and keeps its promises."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    path = Path(__file__).with_name("measuring_03.py")
    spec = importlib.util.spec_from_file_location("measuring_03", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def unseen(measuring: ModuleType) -> list:
    return measuring.rows("unseen")


def share(rows: list, kind: str) -> float:
    return len([row for row in rows if row.kind == kind]) / len(rows)


def test_of_the_half_that_was_only_measured_nearly_all_hear_what_is_wrong(unseen):
    assert len(unseen) >= 120
    assert not [row.title for row in unseen if row.kind == "accepted"]
    assert not [row.title for row in unseen if row.contradicted]
    assert share(unseen, "general") <= 0.03


def test_other_right_ways_are_right(measuring):
    assert {row.kind for row in measuring.rows("right")} == {"accepted"}


@pytest.mark.slow
@pytest.mark.parametrize("exercise", ["wrong_gradients", "relative_error"])
def test_no_wrong_code_passes_a_hidden_table(measuring, exercise):
    module = measuring.measuring
    for name, title, source in module.variants(measuring.HERE / "unseen"):
        if name == exercise:
            assert not measuring.passes_hidden(name, source), title


@pytest.mark.slow
def test_the_page_is_what_comes_out(measuring, unseen):
    learned = measuring.rows("learned")
    assert share(learned, "general") <= 0.03
    assert measuring.PAGE.read_text(encoding="utf-8") == measuring.page(learned, unseen)
