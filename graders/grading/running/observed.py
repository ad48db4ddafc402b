"""How long running a submission may take, and what comes back of each exercise."""

from __future__ import annotations

from dataclasses import dataclass

from graders.judging.observe import SECONDS


@dataclass(frozen=True)
class Limits:
    """How long running a submission may take, and what of it is run.

    Args:
        cell_seconds: one cell.
        case_seconds: one call of a function that is observed.
        check_seconds: all cases of one exercise.
        submission_seconds: all cells of the notebook.
        observing_seconds: all exercises together, after the last cell.
        experiments: whether the lesson's own experiments run although nothing needs them.
    """

    cell_seconds: float = 30.0
    case_seconds: float = SECONDS
    check_seconds: float = 3 * SECONDS
    submission_seconds: float = 300.0
    observing_seconds: float = 120.0
    experiments: bool = False


STATUSES = ("ok", "missing", "interrupted", "died", "unreadable", "out of time", "too late")
"""How observing one exercise can end: with an answer; without a function of that name; because it
ran out of time; because the kernel's process ended; without an answer; because the time for the
whole notebook was over before; because that for observing was."""


@dataclass(frozen=True)
class Observed:
    """What came back from the kernel for one exercise.

    Args:
        status: one of `STATUSES`.
        observations: JSON text, with status "ok".
        raised: with status "missing": what the exercise's own cell raised, or nothing.
    """

    status: str
    observations: str = ""
    raised: str = ""
