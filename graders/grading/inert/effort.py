"""Whether HTML of others can be parsed in a time that grows with its length only.

A parser repairs what stands wrongly in each other, and its time, and what it writes, can grow with
the square of that. A text with few tags is parsed as it is; any other must be seen to be written
strictly, so that nothing has to be repaired.
"""

from __future__ import annotations

import re

FEW_TAGS, DEEPEST = 2000, 100
"""Up to how many tags it does not matter how they stand; how deep they may stand if strictly."""
COPIES, MARKS_DEEP = 20_000, 10
"""A mark such as <b> that is not closed begins again in each block that follows: how often they may
do so at most, if all do; and how deep marks may stand in each other if strictly."""
WORDS, NAMES = 2000, 1000
"""Attributes of one tag are compared with each other: how many words may stand where it cannot be
seen whether they are attributes, and how many attributes a tag may have."""

_TAG = re.compile(r"<[A-Za-z/]")
_MARKS = "a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u"
_MARK = re.compile(rf"<(?:{_MARKS})(?=[\s/>])", re.I)
_WORD = re.compile(r"[\s/]+")
_STRICT = re.compile(
    r"[^<]*(?:<(/?)([A-Za-z][A-Za-z0-9]*)"
    r"((?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[\w%.#-]+))?)*)\s*(/?)>|\Z)"
)
_EMPTY = frozenset(("br", "col", "hr", "img"))


def takes_long(text: str) -> bool:
    """Return whether parsing HTML may take longer than its length lets one expect."""
    tags = sum(1 for _ in _TAG.finditer(text))
    marks = sum(1 for _ in _MARK.finditer(text))
    if tags <= FEW_TAGS and marks * tags <= COPIES and not _wordy(text):
        return False
    return not _strict(text)


def _wordy(text: str) -> bool:
    """Return whether there may be a tag with very many attributes."""
    if "<" not in text or len(text) < 2 * WORDS:
        return False
    pieces = text.split("<")[1:]
    return any(len(p) > 2 * WORDS and sum(1 for _ in _WORD.finditer(p)) > WORDS for p in pieces)


def _strict(text: str) -> bool:
    """Return whether every element is closed in its turn, and few stand in each other."""
    at, marks, marking = 0, 0, frozenset(_MARKS.split("|"))
    opened: list[str] = []
    while at < len(text):
        match = _STRICT.match(text, at)
        if match is None or len((match[3] or "").split()) > NAMES:
            return False
        at = match.end()
        name = (match[2] or "").lower()
        if match[1]:
            if not opened or opened.pop() != name:
                return False
            marks -= name in marking
        elif name and name not in _EMPTY and not match[4]:
            opened.append(name)
            marks += name in marking
            if len(opened) > DEEPEST or marks > MARKS_DEEP:
                return False
    return True
