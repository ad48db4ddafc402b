"""What a cell displayed: text, tables, pictures and formulas, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from nbformat import NotebookNode

from graders.grading.inert.macros import without_macros
from graders.grading.inert.markdown import Room, rendered
from graders.grading.inert.markup import inert_html
from graders.grading.inert.pictures import SVG, address, picture
from graders.grading.inert.plain import legible, text_of
from graders.wording import quoted

_EMBEDDED = (SVG, "image/gif", "image/webp")
"""Pictures that not every page shows by itself; they are put into HTML."""
_PICTURES = ("image/png", "image/jpeg")
WIDEST = 10_000
"""How many pixels a picture may say that it has."""


def inert_output(output: Mapping[str, Any], room: Room) -> NotebookNode | None:
    """Return an output that only shows something, made anew of what is known.

    Args:
        output: as the kernel sent it, or as it stands in a notebook.
        room: how much Markdown of the notebook may still be rendered.

    Returns:
        None if it is of no known kind.
    """
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return NotebookNode(output_type=kind, name=name, text=legible(text_of(output.get("text"))))
    if kind == "error":
        lines = output.get("traceback")
        traceback = [legible(text_of(line)) for line in lines] if isinstance(lines, list) else []
        ename, evalue = (legible(text_of(output.get(key))) for key in ("ename", "evalue"))
        return NotebookNode(output_type=kind, ename=ename, evalue=evalue, traceback=traceback)
    if kind not in ("display_data", "execute_result"):
        return None
    data = _mapping(output.get("data"))
    made = NotebookNode(
        output_type=kind,
        data=NotebookNode(_shown(data, room)),
        metadata=_sizes(_mapping(output.get("metadata"))),
    )
    if kind == "execute_result":
        made.execution_count = count(output.get("execution_count"))
    return made


def count(value: object) -> int | None:
    """Return the number of an execution, or None."""
    return value if type(value) is int else None


def _shown(data: Mapping[str, Any], room: Room) -> dict[str, str]:
    """Return what of an output's forms is shown."""
    kept: dict[str, str] = {}
    if "text/plain" in data:
        kept["text/plain"] = legible(text_of(data["text/plain"]))
    if data.keys() == kept.keys():
        return kept
    for kind in _PICTURES:
        checked = picture(kind, data.get(kind))
        if checked is not None:
            kept[kind] = checked
    if text_of(data.get("text/latex")):
        kept["text/latex"] = without_macros(legible(text_of(data["text/latex"])))
    html = _html(data, kept.get("text/plain", ""), room)
    if html:
        kept["text/html"] = html
    return kept or {"text/plain": _left_out(data)}


def _html(data: Mapping[str, Any], plain: str, room: Room) -> str:
    """Return what is shown as HTML, or nothing."""
    html = room.inert_html(text_of(data.get("text/html")))
    if not html and text_of(data.get("text/markdown")):
        html = rendered(text_of(data["text/markdown"]), room=room)
    for kind in _EMBEDDED if not html else ():
        where = address(kind, picture(kind, data.get(kind)))
        if where is not None:
            return inert_html(f'<img alt="{escape(plain or "A picture")}" src="{where}">')
    return html


def _left_out(data: Mapping[str, Any]) -> str:
    kinds = ", ".join(quoted(kind) for kind in sorted(map(str, data))[:5])
    what = f" of the kind {kinds}" if kinds else ""
    return f"[Something was displayed{what} that is left out here: it is no text and no picture.]"


def _sizes(metadata: Mapping[str, Any]) -> NotebookNode:
    """Return the widths and heights of pictures, which is all that metadata may say."""
    sizes = NotebookNode()
    for kind in _PICTURES:
        given = _mapping(metadata.get(kind))
        known = {name: given.get(name) for name in ("width", "height")}
        numbers = {k: v for k, v in known.items() if type(v) is int and 0 < v <= WIDEST}
        if numbers:
            sizes[kind] = NotebookNode(numbers)
    return sizes


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
