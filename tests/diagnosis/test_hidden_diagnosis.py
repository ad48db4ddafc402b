"""Wrong code that was written without sight of the mistakes earns less than all hidden points."""

from __future__ import annotations

import measuring
import pytest
from banks import BANKS, MEASURED

from graders.judging import Outcome, hidden_table, judge, observe

LESSON = "03_gradients_through_time"

pytestmark = [pytest.mark.slow, pytest.mark.lesson(LESSON)]


@pytest.mark.parametrize("exercise", ["wrong_gradients", "relative_error"])
def test_no_wrong_code_passes_a_hidden_table(exercise):
    table = hidden_table(LESSON, exercise, 1)
    for name, title, source in BANKS[LESSON].variants(MEASURED):
        if name == exercise:
            seen = observe(measuring.written(LESSON, exercise, source), table.cases, 5.0)
            assert judge(table, seen).outcome is not Outcome.PASSED, title
