"""How much time attacks get: little, so that those that take all they get do not take long."""

from __future__ import annotations

from graders.grading.running.observed import Limits

LIMITS = Limits(
    cell_seconds=3.0,
    case_seconds=0.7,
    check_seconds=1.5,
    submission_seconds=15.0,
    observing_seconds=12.0,
)
