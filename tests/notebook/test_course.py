"""The cards of all exercises and mistakes that the course has."""

from __future__ import annotations

import pytest

from graders.judging import frozen_names, frozen_table, judge
from graders.notebook import to_html, to_text
from graders.notebook.text import wrap

EXERCISES = frozen_names()


def test_the_course_has_exercises():
    assert "rnn_forward" in EXERCISES


@pytest.mark.parametrize("name", EXERCISES)
def test_every_known_mistake_gets_a_card_that_names_it(name):
    table = frozen_table(name)
    for known in table.mistakes:
        verdict = judge(table, known.observations)
        text = to_text(verdict)
        assert verdict.mistake, known.key
        assert "".join(verdict.usually.split()) in "".join(text.split())
        assert max(map(len, text.splitlines())) <= 88
        html = to_html(verdict)
        assert html.startswith("<section")
        assert len(html) < 120_000
        assert wrap(verdict.returned)
