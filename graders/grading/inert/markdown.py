"""Markdown of others: left as it stands where it cannot act, and else made HTML that cannot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape

from graders.grading.inert.macros import without_macros
from graders.grading.inert.markup import BOX, BOX_END, inert_html
from graders.grading.inert.pictures import SVG, address, picture
from graders.grading.inert.plain import legible

LONGEST, TOGETHER = 10_000, 30_000
"""How many characters of a text, and of a notebook, are rendered: the time of Markdown's parser can
grow with the square of a text's length. Lessons are longer, and are not rendered here."""
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
_BLANK_LINE = re.compile(r"\n(?=[ \t\r]*(?:\n|\Z))")
_KINDS = (SVG, "image/png", "image/jpeg", "image/gif", "image/webp")


@dataclass
class Room:
    """How much of a notebook may still be rendered."""

    left: int = TOGETHER

    def holds(self, source: str) -> bool:
        """Return whether there is room for a text, and take it."""
        fits = len(source) <= min(self.left, LONGEST)
        self.left -= len(source) if fits else 0
        return fits


def inert_markdown(source: str, attachments: object = None, room: Room | None = None) -> str:
    """Return the source of a Markdown cell that shows the same and does nothing.

    What cannot act stays as it is. Anything else becomes one block of HTML, which Markdown leaves
    alone: rendering it gives itself.

    Args:
        source: Markdown.
        attachments: the cell's attached pictures, as nbformat has them.
        room: how much of the notebook may still be rendered.
    """
    source = legible(source)
    if not _acts(source):
        return source
    block = _as_block(rendered(source, attachments, room or Room()))
    if len(block) > len(BOX) and _render(block, {}).strip() == block:
        return block
    return _as_block(literal(source))


def rendered(source: str, attachments: object = None, room: Room | None = None) -> str:
    """Return Markdown as inert HTML; what cannot be rendered, or has no room, as it is written."""
    source = legible(source)
    if source.startswith(BOX) and source.endswith(BOX_END) and not _BLANK_LINE.search(source):
        return inert_html(source)  # a block of HTML already
    if room is not None and not room.holds(source):
        return literal(source)
    try:
        return inert_html(_render(source, _checked(attachments)))
    except RecursionError:
        return literal(source)


def _acts(source: str) -> bool:
    """Return whether a source holds anything that could act when some program renders it."""
    if _ACTING.search(source) or len(_MATHS.findall(source)) > MATHS:
        return True
    seen = unescape(source) if "&" in source else source
    return without_macros(seen) != seen


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
    return inert_html(f"<pre>\n{escape(source, quote=False)}</pre>")


def _as_block(html: str) -> str:
    """Return HTML without blank lines, at which a block of HTML would end in Markdown."""
    return _BLANK_LINE.sub("&#10;", html).strip()
