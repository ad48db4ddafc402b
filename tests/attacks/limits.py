"""How much time attacks get: little, so that those that take all they get do not take long."""

from __future__ import annotations

from graders.grading.running.notebook import Limits

LIMITS = Limits(
    cell_seconds=4.0,
    case_seconds=1.0,
    check_seconds=4.0,
    submission_seconds=24.0,
    observing_seconds=40.0,
)
