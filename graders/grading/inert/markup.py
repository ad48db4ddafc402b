"""HTML that does nothing but be read."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

import nh3

from graders.grading.inert import allowed
from graders.grading.inert.macros import without_macros
from graders.grading.inert.pictures import picture_address
from graders.grading.inert.plain import legible
from graders.wording import one_line

BOX = '<div style="overflow:auto">'
"""What stands around all of it. Nothing inside is drawn outside of the box."""
BOX_END = "</div>"

OUTSIDE = "outside:"
"""In front of the address of a picture that is not in the notebook; no browser knows the scheme."""

FEW_TAGS, DEEPEST = 2000, 100
"""The parser's time grows with the square of how deep elements stand in each other. Up to so many
elements that does not matter; where there are more, it must be seen that they are not so deep."""

LONGEST_TEXT = 300  # characters of an alternative text, or of an address

_OPENING = re.compile(r"<[A-Za-z]")
_STRICT = re.compile(
    r"[^<]*(?:<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"<>]*\"|[\w%.#-]+))?)*)"
    r"\s*(/?)>|\Z)"
)
_EMPTY = frozenset(("br", "col", "hr", "img"))
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+(?:=\"[^\"]*\")?)*)\s*>")
_ATTRIBUTE = re.compile(r"\s([\w:-]+)=\"([^\"]*)\"")
_SEEN = re.compile(r"<(?:img|svg|hr)\b")
_LITERAL = ("code", "pre")
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


def is_deep(text: str) -> bool:
    """Return whether elements may stand so deep in each other that parsing them takes long."""
    if sum(1 for _ in _OPENING.finditer(text)) <= FEW_TAGS:
        return False
    at = 0
    opened: list[str] = []
    while at < len(text):
        match = _STRICT.match(text, at)
        if match is None:
            return True
        at = match.end()
        name = (match[2] or "").lower()
        if match[1]:
            if not opened or opened.pop() != name:
                return True
        elif name and name not in _EMPTY and not match[4]:
            opened.append(name)
            if len(opened) > DEEPEST:
                return True
    return False


@lru_cache(maxsize=128)
def _inert(text: str) -> str:
    """Return the inside of the box. The same figures of the lesson come again and again."""
    if is_deep(text):
        return escape("[Elements that stand too deep in each other to be shown.]")
    cleaned = _finished(_CLEANER.clean(text))
    return cleaned if _SEEN.search(cleaned) or _TAG.sub("", cleaned).strip() else ""


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Return what an attribute may say, or None."""
    if name == "style":
        return allowed.style(value) or None
    if name == "src":
        return picture_address(value) or OUTSIDE + value
    if name == "href":
        return value if _LINK.match(value) else None
    return None if name in allowed.SHAPE and "url(" in value.lower() else value


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
