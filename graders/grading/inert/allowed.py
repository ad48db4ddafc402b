"""What the HTML of a submission may hold: elements, attributes, classes, and styles."""

from __future__ import annotations

import re
from functools import lru_cache

from pygments.token import STANDARD_TYPES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TEXT = (
    "abbr b blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5"
    " h6 hr i ins kbd li mark ol p pre q s samp section small span strike strong sub summary sup tt"
    " u ul var"
)
_TABLES = "col colgroup table tbody td tfoot th thead tr"
_DRAWINGS = "circle desc ellipse g line path polygon polyline rect svg text title tspan"

TAGS = set(_words(f"a img {_TEXT} {_TABLES} {_DRAWINGS}"))

DROPPED = {"head", "iframe", "math", "noembed", "noframes", "noscript", "object", "script", "style"}
"""Elements whose content is no text to read, or is another document."""

SHAPE = _words(
    "cx cy d dx dy fill fill-opacity fill-rule font-family font-size font-weight height opacity"
    " points preserveAspectRatio r rx ry stroke stroke-dasharray stroke-linecap stroke-linejoin"
    " stroke-opacity stroke-width text-anchor transform viewBox width x x1 x2 y y1 y2"
)

ATTRIBUTES: dict[str, set[str]] = {
    "*": {"align", "aria-hidden", "aria-label", "aria-valuemax", "aria-valuemin"}
    | {"aria-valuenow", "role", "style", "title", "valign"},
    "a": {"href"},
    "col": {"span", "width"},
    "colgroup": {"span", "width"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "li": {"value"},
    "ol": {"start", "type"},
    "table": {"border", "cellpadding", "cellspacing", "width"},
    "td": {"colspan", "height", "rowspan", "width"},
    "th": {"colspan", "height", "rowspan", "scope", "width"},
    **{name: set(SHAPE) for name in _words(_DRAWINGS)},
}

CLASSES: dict[str, set[str]] = {
    "div": {"highlight"},
    "span": {name for name in STANDARD_TYPES.values() if name},
    "table": {"dataframe"},
}
"""Marks of tables and of code in colours. Any other class could be one of the page around."""

SCHEMES = {"data", "http", "https", "mailto"}

PROPERTIES = _words(
    "align-items background background-color baseline-shift border border-bottom border-collapse"
    " border-color border-left border-radius border-right border-spacing border-style border-top"
    " border-width box-sizing caption-side color cursor display fill fill-opacity flex"
    " flex-direction flex-wrap font font-family font-size font-style font-variant"
    " font-variant-numeric font-weight gap grid-template-columns height justify-content"
    " letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right"
    " margin-top max-height max-width min-height min-width opacity overflow overflow-wrap padding"
    " padding-bottom padding-left padding-right padding-top row-gap stroke stroke-dasharray"
    " stroke-opacity stroke-width table-layout text-align text-decoration text-transform text-wrap"
    " vertical-align white-space width word-break word-wrap"
    " --g-accent --g-faint --g-ink --g-line --g-paper --g-quiet"
)
"""What a style may set. Nothing here takes content out of the flow of its box."""

_PLAIN = r"[\w\s#%.,+!-]|'[\w\s-]*'|\"[\w\s-]*\"|\)"
_COLOURS = "var|color-mix|rgba?|hsla?"
_VALUE = re.compile(rf"(?:{_PLAIN}|\b(?:{_COLOURS}|minmax|linear-gradient)\()+", re.ASCII)
"""Words, numbers, quoted names of fonts, and functions that mix colours or look up a length."""

_MOVES = "translate|scale|rotate|skew[XY]|matrix"
_SHAPE_VALUE = re.compile(rf"(?:{_PLAIN}|\b(?:{_COLOURS}|{_MOVES})\()*", re.ASCII)
"""Browsers read attributes of shapes as styles, with the escapes in which `url(` can be written."""

LONGEST_STYLE = 2000


@lru_cache(maxsize=1024)
def style(text: str) -> str:
    """Return those declarations of a `style` attribute that may stay."""
    if len(text) > LONGEST_STYLE:
        return ""
    kept = []
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip(), value.strip()
        if name.lower() in PROPERTIES and _VALUE.fullmatch(value) and _closed(value):
            kept.append(f"{name}:{value}")
    return ";".join(kept)


def shape(value: str) -> bool:
    """Return whether an attribute of a shape may have this value."""
    return _SHAPE_VALUE.fullmatch(value) is not None


def _closed(value: str) -> bool:
    return value.count("(") == value.count(")")
