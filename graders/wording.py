"""Names and texts of others, in a form that a terminal, a log and a sentence can hold.

What students write may hold escape codes, line breaks, marks that turn the direction of writing,
and bytes that are no text. Here each of them becomes its escape, which is shown and does nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata

UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""The Unicode categories of characters that do something, or that have no look of their own."""

JOINERS = "\u200c\u200d"
"""Unseen, and yet a part of how names are written in Persian and in Hindi."""

LONGEST = 60
"""How many characters of a name are shown."""

_CODES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-_])")


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
    r"""Return a name in quotation marks, for a sentence; a long one is cut.

    Two names that are not cut are never shown alike: a backslash is shown as `\\`.
    """
    text = str(name)
    cut = one_line(text[:longest].replace("\\", r"\\"))
    return f"'{cut}{'...' if len(text) > longest else ''}'"


def shown(name: object, longest: int = LONGEST) -> str:
    """Return a name as people write it; one that is odd, in quotation marks."""
    text = str(name)
    odd = one_line(text) != text or text != text.strip() or text[:1] in ("", "'")
    return quoted(text, longest) if odd or len(text) > longest else text


def uncoloured(text: str) -> str:
    """Return a text without the codes by which programs colour what they print."""
    return _CODES.sub("", text) if "\x1b" in text else text


def json_line(data: object) -> str:
    """Return data as one line of JSON, in which every character is one to look at."""
    text = json.dumps(data, ensure_ascii=False)
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if _seen(c) == c else json.dumps(c)[1:-1] for c in text)


def _seen(character: str) -> str:
    if unicodedata.category(character) not in UNSEEN or character in JOINERS:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
