"""Formulas of a page as MathML, which browsers draw by themselves: no program has to run."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

import nh3
from latex2mathml.converter import convert

from graders.grading.inert import without_macros

LONGEST = 2000
"""How many characters of a formula are looked at."""
FORMULAS, BEGINNINGS = 3000, 3000
"""How many formulas of a page are drawn, and for how many that begin without a dollar their end is
searched."""

_FORMULA = re.compile(
    r"(?<!\\)\$\$(?P<display>[^$]+?)(?<!\\)\$\$"
    r"|(?<![\\$])\$(?P<inline>[^$\n]+(?:\n[^$\n]+)*)(?<!\\)\$(?!\$)"
    rf"|\\\[(?P<brackets>.{{1,{LONGEST}}}?)\\\]"
    rf"|\\\((?P<parentheses>.{{1,{LONGEST}}}?)\\\)"
    rf"|(?P<environment>\\begin\{{(?P<name>[a-z]+\*?)\}}.{{1,{LONGEST}}}?\\end\{{(?P=name)\}})",
    re.S,
)
_BEGINNING = re.compile(r"\\[\[(]|\\begin\{")
_PIECES = re.compile(r"(<[^>]*>)")
_LITERAL = re.compile(r"<(/?)(?:code|pre|svg)\b")
_ALIASES = re.compile(r"\{(?:aligned|gathered|split)\}")
_MARKUP_IN_TEXT = re.compile(r"\\(?:text|mbox|hbox|operatorname)\w*\s*\{[^}]*[<>&]")
_UNREAD = re.compile(r">\\[A-Za-z]")
"""A command that the library does not know: it shows its name."""
_KNOWN_OTHERWISE = (
    (re.compile(r"\\operatorname\*"), r"\\operatorname"),  # it would take the star for the name
    (re.compile(r"\\operatorname\{(\w+)\\,(\w+)\}"), r"\\operatorname{\1}\\,\\operatorname{\2}"),
    (re.compile(r"\\label\{[^{}]*\}"), ""),
    (re.compile(r"\\arg(?![A-Za-z])\s*"), r"\\operatorname{arg}\\,"),
)
_BARE_AMPERSAND = re.compile(r"<m[ino]>&</m[ino]>")

_LAYOUT = {"displaystyle", "linethickness", "mathvariant", "maxsize", "minsize", "scriptlevel"}
_LAYOUT |= {"accent", "columnalign", "columnspacing", "fence", "form", "mathcolor", "rowspacing"}
_LAYOUT |= {"lspace", "notation", "rspace", "separator", "stretchy", "symmetric", "width"}

_CLEANER = nh3.Cleaner(
    tags={"math", "menclose", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded"}
    | {"mphantom", "mprescripts", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup"}
    | {"msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover"},
    attributes={"*": _LAYOUT, "math": {"display"}},
    attribute_filter=lambda _, __, value: value if re.fullmatch(r"#?[\w. %]+", value) else None,
    link_rel=None,
)


class Formulas:
    """How many formulas of a page may still be drawn: each takes a moment."""

    def __init__(self) -> None:
        self.left, self.beginnings = FORMULAS, BEGINNINGS

    def draw(self, formula: re.Match[str]) -> str:
        """Return a formula as MathML, or as it is written."""
        self.left -= 1
        return _drawn(formula) if self.left >= 0 else formula[0]


def with_formulas(html: str, formulas: Formulas | None = None) -> str:
    """Return inert HTML with its formulas as MathML, except in code.

    A formula that cannot be drawn stays as the TeX that was written.

    Args:
        html: inert HTML.
        formulas: how many may still be drawn.
    """
    formulas = formulas or Formulas()
    if "$" not in html and "\\" not in html:
        return html
    formulas.beginnings -= sum(1 for _ in _BEGINNING.finditer(html))
    if formulas.beginnings < 0:
        return html
    pieces, literal = [], 0
    for piece in _PIECES.split(html):
        mark = _LITERAL.match(piece)
        if mark:
            literal += -1 if mark[1] else 1
        tag = piece.startswith("<")
        pieces.append(piece if tag or literal else _FORMULA.sub(formulas.draw, piece))
    return "".join(pieces)


def _drawn(formula: re.Match[str]) -> str:
    kind = formula.lastgroup
    inline = kind in ("inline", "parentheses")
    text = next(t for t in formula.group("display", "inline", "brackets", "parentheses",
                                         "environment") if t is not None)  # fmt: skip
    return mathml(unescape(text), "inline" if inline else "block") or formula[0]


@lru_cache(maxsize=1024)
def mathml(tex: str, display: str) -> str | None:
    """Return a formula as MathML, or None where it cannot be drawn.

    Args:
        tex: the formula, without its dollars.
        display: "inline", or "block" for a line of its own.
    """
    if len(tex) > LONGEST or _MARKUP_IN_TEXT.search(tex) or not tex.strip():
        return None
    written = tex
    for pattern, known in _KNOWN_OTHERWISE:
        tex = pattern.sub(known, tex)
    try:
        drawn = convert(_ALIASES.sub("{align*}", without_macros(tex)), display=display)
    except Exception:  # whatever the library says of a formula of a student's: it is no formula
        return None
    if _BARE_AMPERSAND.search(drawn) or _UNREAD.search(drawn):
        return None
    cleaned = _CLEANER.clean(drawn)
    label = escape(" ".join(written.split()))
    return cleaned.replace("<math", f'<math aria-label="{label}"', 1)
