"""The card of `hint(f, where=True)`: the line that is to blame alone."""

from __future__ import annotations

from graders.judging import Outcome, Table, judge_function
from graders.judging.where import blamed
from graders.notebook.notice import Notice

SECONDS = 0.2
"""How long one case may take before it is not looked at further."""


def where_to_blame(table: Table, function: object) -> Notice:
    """Return the card that names a line, or says why there is none.

    Args:
        table: the visible table.
        function: what the learner wrote, or None.
    """
    name = table.exercise
    if not callable(function):
        return _card(table, f"Pass the function itself: `hint({name}, where=True)`.")
    if judge_function(table, function, SECONDS).outcome is Outcome.PASSED:
        return _card(table, f"No line is to blame: `check({name})` passes.")
    found = blamed(table, function)
    if found is None:
        return _card(
            table,
            "None of the small changes that were tried in a single line makes it right.",
            f"More than one line may be to blame: `check({name})` says what is known.",
        )
    return _card(
        table,
        f"Look at line {found.line} of the function: `{found.text}`",
        "With one small change in this line, and none elsewhere, it would be right.",
    )


def _card(table: Table, headline: str, *sentences: str) -> Notice:
    return Notice(
        "note", "\N{RIGHTWARDS ARROW}", "Where", headline, table.exercise, table.title, sentences
    )
