"""The cards of all exercises and mistakes that the course has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graders.judging import Observation, Table, frozen_names, frozen_table, judge
from graders.notebook import to_html, to_text
from graders.notebook.text import wrap

EXERCISES = frozen_names()


def test_the_course_has_exercises():
    assert "rnn_forward" in EXERCISES


@pytest.mark.parametrize("name", EXERCISES)
def test_every_known_mistake_gets_a_card_that_names_it(name):
    table = frozen_table(name)
    for known in table.mistakes:
        seen = [_before(table, i, one) for i, one in enumerate(known.observations)]
        verdict = judge(table, seen)
        text = to_text(verdict)
        assert verdict.mistake, known.key
        assert "".join(verdict.usually.split()) in "".join(text.split())
        assert max(map(len, text.splitlines())) <= 88
        html = to_html(verdict)
        assert html.startswith("<section")
        assert len(html) < 120_000
        assert wrap(verdict.returned)


def _before(table: Table, index: int, seen: Observation) -> Observation:
    """Return an observation of a table as it was before a refusal was settled."""
    error = table.refuses_case(index)
    if error is None or seen.outcome != "returned":
        return seen
    if seen.value is None:
        return Observation("raised", error={"type": error, "bases": error})
    return replace(seen, value=seen.value[0])
