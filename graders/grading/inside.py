"""What the grader asks of a kernel. This module runs inside the kernel, beside the student's code.

Nothing that it answers is believed: the answer is data that the grader judges.
"""

from __future__ import annotations

from typing import Any

MIME = "application/vnd.graders.observations+json"
MISSING = "missing"


class Answer:
    """A text that travels to the grader as it is, whatever formatters the student has set."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {MIME: self.text}


def observe(name: str, cases_json: str, seconds: float) -> Answer:
    """Observe the student's function of this name.

    Args:
        name: the name of the function.
        cases_json: the cases, as JSON text.
        seconds: how long one case may take.

    Returns:
        The observations as JSON text, or the word "missing" where the name does not exist.
    """
    from IPython import get_ipython

    from graders.judging.observe import observe_json

    shell = get_ipython()
    if name not in shell.user_ns:
        return Answer(MISSING)
    return Answer(observe_json(shell.user_ns[name], cases_json, seconds))
