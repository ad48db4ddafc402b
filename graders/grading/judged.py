"""The verdict on what came back from the kernel for an exercise."""

from __future__ import annotations

from graders.grading.causes import no_function
from graders.grading.running.observed import Limits, Observed
from graders.judging import Outcome, Table, Verdict, judge_json
from graders.judging.judge import nothing

LARGEST_EXPLAINED = 1_000_000
"""How long the observations of one exercise, as text, may be for its mistake to be looked for. What
is right has a tenth of that; the class does not wait for a submission that returns far more."""


def is_wrong(verdict: Verdict, observed: Observed | None) -> bool:
    """Return whether a mistake may explain what was observed."""
    if observed is None or observed.status != "ok":
        return False
    wrong = verdict.outcome in (Outcome.FAILED, Outcome.ERROR)
    return wrong and len(observed.observations) <= LARGEST_EXPLAINED


def verdict_on(table: Table, observed: Observed, limits: Limits) -> Verdict:
    """Return the verdict on what came back from the kernel for one exercise."""
    name = table.exercise
    if observed.status == "ok":
        return judged(table, observed.observations)
    stopped = (
        f"Expected every case within {limits.check_seconds:g} s together.",
        "A loop probably never ends, or takes far too many rounds.",
    )
    if observed.raised:
        return nothing(
            table,
            Outcome.ERROR,
            f"The cell of {name} raised {observed.raised}.",
            f"Expected a cell that defines {name}.",
            "Run the cell, mend the line, run it again.",
        )
    sentences = {
        "missing": (
            no_function(name),
            f"Expected a function of that name, defined in the cell of {name}.",
            "Its cell raised an error before the function was made, or the name is spelled "
            "differently.",
        ),
        "interrupted": (f"{name} did not come to an end.", *stopped),
        "died": (
            f"{name} ended the whole process, or could not be stopped.",
            stopped[0],
            "Look for a call of exit, for too much memory, and for a loop without an end.",
        ),
        "out of time": (
            f"{name} was not judged: the notebook ran for {limits.submission_seconds:g} s.",
            "Expected the whole notebook to run in less.",
            "Look for the cell that takes long: a loop probably never ends.",
        ),
        "too late": (
            f"{name} was not judged: calling the functions of this notebook took "
            f"{limits.observing_seconds:g} s before it was {name}'s turn.",
            "Expected all cases of all exercises in less.",
            "Look for the exercise that takes long: a loop may have far too many rounds.",
        ),
        "unreadable": (
            f"No answer came back when {name} was observed.",
            "Expected plain numbers, one set for each case.",
            "The code may have changed the machinery around it: restart and run it alone.",
        ),
    }
    returned, expected, usually = sentences[observed.status]
    return nothing(table, Outcome.ERROR, returned, expected, usually)


def judged(table: Table, observations: str) -> Verdict:
    """Return the verdict on what was observed of one exercise; a fault of ours is one, too."""
    if len(observations) > LARGEST_EXPLAINED:
        table = table.without_mistakes()
    try:
        return judge_json(table, observations)
    except Exception as error:
        return nothing(
            table,
            Outcome.BROKEN,
            f"The grader itself failed on {table.exercise} ({type(error).__name__}).",
            "Expected a verdict on what was observed.",
            "This is not your fault: a person will look at this exercise.",
        )
