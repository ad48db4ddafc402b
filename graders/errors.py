"""Refusals: what a command says instead of a traceback."""


class RefusalError(Exception):
    """Something cannot be done as asked; the message says what was expected and how to fix it."""


class WorkersError(RefusalError):
    """There are no workers to grade on, or not the right ones."""
