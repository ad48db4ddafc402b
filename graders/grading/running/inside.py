"""What the grader asks of a kernel. This module runs inside the kernel, beside the student's code.

Nothing that it answers is believed: the answer is data that the grader judges.

At a check cell the grader asks for `capture`, which keeps the student's names as they are then.
It asks for `observe` only after the last cell: no output of any cell can show a hidden case,
because when the first one arrives there are no cells left.
"""

from __future__ import annotations

from typing import Any

MIME = "application/vnd.graders.observations+json"
MISSING = "missing"
CAPTURED = "captured"

_captured: dict[str, dict[str, Any]] = {}


class Answer:
    """A text that travels to the grader as it is, whatever formatters the student has set."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {MIME: self.text}


def capture(name: str) -> Answer:
    """Keep the student's names as they are now, for the exercise of this name.

    Returns:
        "captured", or "missing" where the name does not exist.
    """
    from IPython import get_ipython

    names = get_ipython().user_ns
    if name not in names:
        return Answer(MISSING)
    _captured[name] = dict(names)
    return Answer(CAPTURED)


def observe(cases: dict[str, str], seconds: float) -> Answer:
    """Observe functions that were captured, each among the names of its time.

    Args:
        cases: the cases as JSON text, by the name of the function.
        seconds: how long one case may take.

    Returns:
        JSON text: the observations by name, each as JSON text, or the word "missing" where
        nothing was captured.
    """
    import json

    from IPython import get_ipython

    from graders.judging.observe import observe_json

    names = get_ipython().user_ns
    observed = {}
    for name, cases_json in cases.items():
        if name not in _captured:
            observed[name] = MISSING
            continue
        names.clear()
        names.update(_captured[name])
        observed[name] = observe_json(names[name], cases_json, seconds)
    return Answer(json.dumps(observed))
