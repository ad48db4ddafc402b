r"""TeX macros that do more than draw a formula.

Formgrader and nbconvert let MathJax typeset whatever stands between dollars, wherever it stands.
Some of its macros link, load, style, name elements of the page, or change what macros of others
mean: `\def\frac...` would change every later formula of the page, the lesson's own included. Some
move what they draw to any other place of the page, where it would cover a score.
"""

from __future__ import annotations

import re

_LINKING = "href url nolinkurl hyperref hyperlink hypertarget label"
_LOADING = "require includegraphics unicode setOptions mathtoolsset"
_STYLING = "style class cssId data bbox mmlToken texttip mathtip toggle tooltip"
_DEFINING = (
    "def gdef edef xdef let global futurelet newcommand renewcommand providecommand newenvironment"
    " renewenvironment newcolumntype newtagform renewtagform usetagform definecolor"
    " DeclareMathOperator DeclarePairedDelimiter DeclarePairedDelimiters DeclarePairedDelimitersX"
    " DeclarePairedDelimitersXPP DeclarePairedDelimiterX DeclarePairedDelimiterXPP"
    " NewDocumentCommand begingroup endgroup begingroupReset begingroupSandbox catcode csname"
)
_MOVING = (
    "raise lower moveleft moveright raisebox hskip hspace vspace kern mkern mskip mspace rule Rule"
    " Space smash uproot leftroot skew llap mathllap"
)

_ACTING = re.compile(
    r"\\(?=(?:"
    + "|".join(f"{_LINKING} {_LOADING} {_STYLING} {_DEFINING} {_MOVING}".split())
    + r")(?![A-Za-z]))"
)
HARMLESS = "\N{REVERSE SOLIDUS OPERATOR}"
"""Looks like a backslash, and is none."""


def without_macros(text: str) -> str:
    r"""Return a text in which no macro acts: of `\href`, only what it looks like is left."""
    return _ACTING.sub(HARMLESS, text) if "\\" in text else text
