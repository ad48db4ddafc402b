"""Made arguments, probes and counts, in a miniature lesson of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import graders.lessons
import graders.paths
from graders.judging import Outcome, Verdict, hidden_table, judge, observe
from graders.judging.frozen import table_from_json, table_to_json
from graders.judging.table import Table, visible_table
from graders.lessons.reference import reference

LESSON = "00_probed"
HERE = Path(__file__).parents[1] / "probed"
NAMES = ("slope", "missing_names", "draw_token", "orthogonal", "scan")


@pytest.fixture(scope="module", autouse=True)
def _probed() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graders.paths, "SOLUTIONS", HERE / "solutions")
        contracts = [*graders.lessons.__path__, str(HERE / "contracts")]
        patch.setattr(graders.lessons, "__path__", contracts)
        yield


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    """Each exercise's visible table, as it comes out of its file."""
    return {n: table_from_json(table_to_json(visible_table(LESSON, n))) for n in NAMES}


def verdict(table: Table, function: object) -> Verdict:
    return judge(table, observe(function, table.cases))


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_passes_on_visible_and_hidden_cases(name, tables):
    right = getattr(reference(LESSON), name)
    for table in (tables[name], hidden_table(LESSON, name, seed=3)):
        assert verdict(table, right).message == ""
        assert verdict(table, right).outcome is Outcome.PASSED


@pytest.mark.parametrize("name", NAMES)
def test_each_mistake_fails_and_is_named(name, tables):
    solved = reference(LESSON)
    for mistake in graders.lessons.load(LESSON).exercises[name].mistakes:
        failed = verdict(tables[name], solved.with_mistake(name, mistake)[name])
        assert failed.outcome is Outcome.FAILED, mistake.key
        print(mistake.key, failed.mistake, failed.message)
        assert failed.mistake == mistake.key
