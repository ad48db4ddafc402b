"""Refusals: what a command says instead of a traceback."""


class RefusalError(Exception):
    """Something cannot be done as asked; the message says what was expected and how to fix it."""
