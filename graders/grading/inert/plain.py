"""Text that is only text."""

from __future__ import annotations

import re

_UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_ESCAPES = re.compile(
    "\x1b(?!\\[[0-9;]*m)(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\))?"
)
"""Codes of terminals, links among them, except for those that colour what follows."""


def legible(text: str) -> str:
    """Return a text without what is none: control characters, marks of direction, half characters.

    Codes that colour a text stay; exceptions are full of them.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    text = _UNREADABLE.sub("", _ESCAPES.sub("", text))
    return text.encode("utf-8", "replace").decode("utf-8")


def text_of(value: object) -> str:
    """Return what should be a text: as it is, joined if it came in lines, or else nothing."""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "".join(value)
    return value if isinstance(value, str) else ""
