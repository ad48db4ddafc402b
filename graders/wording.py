"""Names and texts of others, in a form that a terminal, a log and a sentence can hold.

What students write may hold escape codes, line breaks, marks that turn the direction of writing,
and bytes that are no text. Here each of them becomes its escape, which is shown and does nothing.
"""

from __future__ import annotations

import unicodedata

UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""The Unicode categories of characters that do something, or that have no look of their own."""

JOINERS = "\u200c\u200d"
"""Unseen, and yet a part of how names are written in Persian and in Hindi."""

LONGEST = 60
"""How many characters of a name are shown."""


def visible(text: str) -> str:
    r"""Return a text in which every character is one to look at: an escape code becomes `\x1b`.

    Line breaks and tabs stay: they are no danger where a text may have several lines.
    """
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(c if c in "\n\t" else _seen(c) for c in text)


def one_line(text: str) -> str:
    r"""Return a text as `visible` does, with line breaks and tabs as escapes: `\n`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_seen, text))


def quoted(name: object, longest: int = LONGEST) -> str:
    """Return a name in quotation marks, for a sentence; a long one is cut."""
    text = str(name)
    return f"'{one_line(text[:longest])}{'...' if len(text) > longest else ''}'"


def shown(name: object, longest: int = LONGEST) -> str:
    """Return a name as people write it; one that is odd, in quotation marks."""
    text = str(name)
    odd = one_line(text) != text or text != text.strip() or len(text) > longest or not text
    return quoted(text, longest) if odd else text


def _seen(character: str) -> str:
    if unicodedata.category(character) not in UNSEEN or character in JOINERS:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
