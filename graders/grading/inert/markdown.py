"""Markdown of others: left as it stands where it cannot act, and else made HTML that cannot."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape, unescape

from graders.grading.inert.macros import without_macros
from graders.grading.inert.markup import BOX, BOX_END, inert_html
from graders.grading.inert.pictures import SVG, address, picture
from graders.grading.inert.plain import legible

LONGEST, TOGETHER = 10_000, 30_000
"""How many characters of a text, and of a notebook, are rendered: the time of Markdown's parser can
grow with the square of a text's length. Lessons are longer, and are not rendered here."""
HTML = 6_000_000
"""How many characters of HTML are displayed of one notebook."""
NO_ROOM = (
    f"{BOX}[HTML is left out here: this notebook displays more of it than can be shown.]{BOX_END}"
)
MATHS = 100
"""How many formulas may begin in a text that is left as it is: for each, the parser looks for an
end."""

_ACTING = re.compile(
    r"<[A-Za-z/!?]"  # HTML, and comments
    r"|!\["  # pictures
    r"|\](?:\[|:|\((?!https?://|mailto:))"  # links to anything but a page of the web
    r"|mermaid",  # diagrams, which a program of the page draws
    re.I,
)
_MATHS = re.compile(r"\\begin\{|\\\\[\[(]")
_NO_LETTER = re.compile(r"[\W_]+")
_BLANK_LINE = re.compile(r"\n(?=[ \t\r]*(?:\n|\Z))")
_KINDS = (SVG, "image/png", "image/jpeg", "image/gif", "image/webp")


@dataclass
class Room:
    """How much of a notebook may still be rendered, and what must not be named in it.

    Args:
        left: how many characters of Markdown may still be rendered.
        html: how many characters of HTML may still be displayed.
        names: what elements around the notebook are called. Headings become elements that are
            called like their text: formgrader would look for a score in a student's heading.
    """

    left: int = TOGETHER
    html: int = HTML
    names: Collection[str] = ()

    def __post_init__(self) -> None:
        self.names = {_letters(name) for name in self.names} - {""}

    def holds(self, source: str) -> bool:
        """Return whether there is room for a text, and take it."""
        fits = len(source) <= min(self.left, LONGEST)
        self.left -= len(source) if fits else 0
        return fits

    def inert_html(self, text: str) -> str:
        """Return HTML made inert, or a sentence if there is no room for it.

        What fits once fits again: making it inert twice changes nothing more.
        """
        made = inert_html(text) if len(text) <= self.html else ""
        self.html -= max(len(text), len(made))
        return made if self.html >= 0 or not text else NO_ROOM


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).lower()


def inert_markdown(source: str, attachments: object = None, room: Room | None = None) -> str:
    """Return the source of a Markdown cell that shows the same and does nothing.

    What cannot act stays as it is. Anything else becomes one block of HTML, which Markdown leaves
    alone: rendering it gives itself.

    Args:
        source: Markdown.
        attachments: the cell's attached pictures, as nbformat has them.
        room: how much of the notebook may still be rendered.
    """
    source, room = legible(source), room or Room()
    if not _acts(source) and not _takes_a_name(source, room.names):
        return source
    block = _as_block(rendered(source, attachments, room))
    if len(block) > len(BOX) and _render(block, {}).strip() == block:
        return block
    return _as_block(inert_html(literal(source)))


def rendered(source: str, attachments: object = None, room: Room | None = None) -> str:
    """Return Markdown as inert HTML; what cannot be rendered, or has no room, as it is written."""
    source = legible(source)
    if source.startswith(BOX) and source.endswith(BOX_END) and not _BLANK_LINE.search(source):
        return inert_html(source)  # a block of HTML already
    clean = inert_html if room is None or attachments else room.inert_html
    if room is not None and not room.holds(source):
        return clean(literal(source))
    try:
        return clean(_render(source, _checked(attachments)))
    except RecursionError:
        return clean(literal(source))


def _acts(source: str) -> bool:
    """Return whether a source holds anything that could act when some program renders it."""
    if _ACTING.search(source) or len(_MATHS.findall(source)) > MATHS:
        return True
    seen = unescape(source) if "&" in source else source
    return legible(without_macros(seen)) != seen


def _takes_a_name(source: str, names: Collection[str]) -> bool:
    """Return whether a heading may get the name of something else on the page."""
    lines = source.splitlines() if names else []
    for line, below in zip(lines, [*lines[1:], ""], strict=False):
        if "#" in line or below.strip(" \t>")[:1] in ("=", "-"):
            text = _letters(unescape(line))
            if "](" in line or any(name in text for name in names):
                return True
    return False


def _render(source: str, attachments: Mapping[str, str]) -> str:
    # Loading nbconvert takes as long as grading a submission, and few need it.
    from graders.grading.inert.renderer import render

    return render(source, attachments)


def _checked(attachments: object) -> dict[str, str]:
    """Return the addresses of a cell's attached pictures, by name."""
    found = {}
    for name, kinds in attachments.items() if isinstance(attachments, Mapping) else ():
        for kind in _KINDS if isinstance(kinds, Mapping) else ():
            where = address(kind, picture(kind, kinds.get(kind)))
            if where is not None:
                found[str(name)] = where
                break
    return found


def literal(source: str) -> str:
    """Return a text as HTML that shows it as it is written."""
    return f"<pre>\n{escape(source, quote=False)}</pre>"


def _as_block(html: str) -> str:
    """Return HTML without blank lines, at which a block of HTML would end in Markdown."""
    return _BLANK_LINE.sub("&#10;", html).strip()
