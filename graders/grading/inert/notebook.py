"""A whole notebook, made inert where it is not the lesson's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from nbformat import NotebookNode

from graders.grading.inert.macros import without_macros
from graders.grading.inert.markdown import Room, inert_markdown
from graders.grading.inert.outputs import count, inert_output
from graders.grading.inert.plain import legible, text_of

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_RAW = re.compile(r"[<&]")
PAGE = ("statusmessage",)
"""What formgrader's page has around a notebook and finds by its name, besides the graded cells."""
_KEYS = frozenset(("cell_type", "execution_count", "id", "metadata", "outputs", "source"))


def make_inert(notebook: NotebookNode, trusted: Collection[tuple[str, str]] = ()) -> None:
    """Make everything that a notebook shows inert, in place. Doing it twice changes nothing more.

    Args:
        notebook: as it ran, or as it was read.
        trusted: ids and sources of Markdown cells that stay as they are: the lesson's own.
    """
    room = Room(names={*PAGE, *map(_graded_as, notebook.cells)})
    for at, cell in enumerate(notebook.cells):
        if not _ID.fullmatch(str(cell.get("id", ""))):
            cell.id = f"cell-{at + 1}"
        if cell.cell_type == "code":
            made = [inert_output(output, room) for output in cell.outputs]
            cell.outputs = [output for output in made if output is not None]
            cell.execution_count = count(cell.get("execution_count"))
        elif cell.cell_type != "markdown" or (cell.id, cell.source) not in trusted:
            _make_text_inert(cell, room)


def _graded_as(cell: NotebookNode) -> str:
    """Return the name of the boxes in which formgrader takes a cell's score and comment, or ""."""
    marks = cell.get("metadata", {}).get("nbgrader")
    if not isinstance(marks, Mapping) or not any(map(marks.get, ("grade", "solution", "task"))):
        return ""
    return str(marks.get("grade_id", ""))


def _make_text_inert(cell: NotebookNode, room: Room) -> None:
    """Make a cell of text inert. A raw cell that could be HTML, or TeX, is shown as written."""
    source, attachments = legible(text_of(cell.source)), cell.get("attachments")
    for key in [key for key in cell if key not in _KEYS]:
        del cell[key]
    if cell.cell_type == "markdown":
        cell.source = inert_markdown(source, attachments, room)
    elif cell.cell_type != "raw" or _RAW.search(source) or without_macros(source) != source:
        cell.cell_type = "markdown"
        cell.source = inert_markdown(_fenced(source), None, room)
    else:
        cell.source = source


def _fenced(source: str) -> str:
    """Return a text as a block of code in Markdown, whatever stands in it."""
    longest = max((len(ticks) for ticks in re.findall(r"`+", source)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{source}\n{fence}"
