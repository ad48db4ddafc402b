"""Refusals: what a command says instead of a traceback."""

from __future__ import annotations

from graders.wording import visible


class RefusalError(Exception):
    """Something cannot be done as asked; the message says what was expected and how to fix it."""

    def __init__(self, message: object = "") -> None:
        super().__init__(visible(str(message)))


class WorkersError(RefusalError):
    """There are no workers to grade on, or not the right ones."""
