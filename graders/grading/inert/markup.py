"""HTML that does nothing but be read."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

import nh3

from graders.grading.inert import allowed
from graders.grading.inert.effort import takes_long
from graders.grading.inert.macros import without_macros
from graders.grading.inert.pictures import picture_address
from graders.grading.inert.plain import legible
from graders.grading.inert.tables import with_styles_in_cells
from graders.wording import one_line

BOX = '<div style="overflow:auto">'
"""What stands around all of it. Nothing inside is drawn outside of the box."""
BOX_END = "</div>"

OUTSIDE = "outside:"
"""In front of the address of a picture that is not in the notebook; no browser knows the scheme."""

TRIES = 3
"""How often HTML is parsed until that changes nothing more: browsers repair what stands wrongly in
each other once more, and so what they see is what was looked at."""

MOST_TIMES = 4
"""How many times longer HTML may become when what is not closed in it is."""

TOO_LONG = "[HTML that would take too long to be made safe is left out here.]"

LONGEST_TEXT = 300  # characters of an alternative text, or of an address

_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+(?:=\"[^\"]*\")?)*)\s*>")
_ATTRIBUTE = re.compile(r"\s([\w:-]+)=\"([^\"]*)\"")
_SEEN = re.compile(r"<(?:img|svg|hr)\b")
_LITERAL = ("code", "pre")
_FIRST_LINE = re.compile(r"<pre(?: [^>]*)?>\n")
"""Parsing takes the first line break of a <pre> away, and so it needs another one."""
_LINK = re.compile(r"\s*(?:https?://|mailto:|#)", re.I)
"""Where links may lead. What has no scheme would lead to the server that shows the page."""


def inert_html(text: str) -> str:
    """Return HTML of others as HTML that only shows something; "" if there is nothing to see.

    Doing it twice changes nothing more.
    """
    text = legible(text)
    if text.startswith(BOX) and text.endswith(BOX_END):
        text = text[len(BOX) : -len(BOX_END)]
    cleaned = _inert(text) if len(text) < 50_000 else _inert.__wrapped__(text)
    return f"{BOX}{cleaned}{BOX_END}" if cleaned else ""


@lru_cache(maxsize=128)
def _inert(text: str) -> str:
    """Return the inside of the box. The same figures of the lesson come again and again."""
    if takes_long(text):
        return TOO_LONG
    cleaned = _cleaned(with_styles_in_cells(text))
    if len(cleaned) > MOST_TIMES * len(text) + 1000:
        return TOO_LONG
    for _ in range(TRIES):
        before, cleaned = cleaned, _cleaned(cleaned)
        if cleaned == before:
            break
    else:
        return TOO_LONG
    return cleaned if _SEEN.search(cleaned) or _TAG.sub("", cleaned).strip() else ""


def _cleaned(text: str) -> str:
    # A reference such as &#8238; is a character only when it has been parsed.
    cleaned = legible(_CLEANER.clean(text)).replace("\r", "\n")
    return _finished(_FIRST_LINE.sub(r"\g<0>\n", cleaned))


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Return what an attribute may say, or None."""
    if name == "style":
        return allowed.style(value) or None
    if name == "src":
        return picture_address(value) or OUTSIDE + value
    if name == "href":
        return value if _LINK.match(value) else None
    return None if name in allowed.SHAPE and not allowed.shape(value) else value


_CLEANER = nh3.Cleaner(
    tags=allowed.TAGS,
    clean_content_tags=allowed.DROPPED,
    attributes=allowed.ATTRIBUTES,
    allowed_classes=allowed.CLASSES,
    url_schemes=allowed.SCHEMES,
    attribute_filter=_attribute,
    link_rel="noopener noreferrer",
)


def _finished(cleaned: str) -> str:
    """Return cleaned HTML with outside pictures as text, and without macros outside of code."""
    if "\\" not in cleaned and "<img" not in cleaned:
        return cleaned
    pieces, at, literal = [], 0, 0
    for tag in _TAG.finditer(cleaned):
        text = cleaned[at : tag.start()]
        pieces.append(text if literal else without_macros(text))
        at = tag.end()
        pieces.append(_picture(tag) if tag[2] == "img" else tag[0])
        if tag[2] in _LITERAL:
            literal += -1 if tag[1] else 1
    text = cleaned[at:]
    return "".join([*pieces, text if literal else without_macros(text)])


def _picture(tag: re.Match[str]) -> str:
    """Return a picture's tag, or its text if it is not in the notebook itself."""
    said = dict(_ATTRIBUTE.findall(tag[3]))
    address, alt = said.get("src", ""), _short(said.get("alt", ""))
    if address and not address.startswith(OUTSIDE):
        return tag[0]
    where = _short(address.removeprefix(OUTSIDE))
    named = f" “{alt}”" if alt else ""
    if not where or where.startswith("data:"):
        return f"[A picture{named} that cannot be shown.]"
    return f"[A picture{named} from outside, which is not loaded: {where}]"


def _short(value: str) -> str:
    text = unescape(value)
    return escape(one_line(without_macros(text[:LONGEST_TEXT])), quote=False)
