"""From the bytes that were handed in to a notebook: whatever can be read is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import nbformat
from nbformat import NotebookNode

from graders.grading.handed_in.limits import (
    MAX_BYTES,
    MAX_CELLS,
    Deadline,
    UnreadableNotebookError,
)
from graders.grading.handed_in.one_cell import Progress, kind_of, read_cell, short
from graders.grading.handed_in.parsing import (
    CLEAR,
    HAND_IN_AGAIN,
    parse,
    parse_unusual,
)
from graders.grading.handed_in.pieces import UnusualError

__all__ = ["MAX_BYTES", "Reading", "UnreadableNotebookError", "bare", "read_notebook"]

NOTHING = re.compile(rb"[\x00\t\n\r \xef\xbb\xbf]*+")


@dataclass(frozen=True)
class Reading:
    """What was read: the notebook, without outputs, and sentences about what was odd in it."""

    notebook: NotebookNode
    remarks: tuple[str, ...] = ()


def read_notebook(data: bytes, deadline: Deadline | None = None) -> Reading:
    """Read a submission, however odd, into a notebook of nbformat 4 without outputs.

    Args:
        data: the bytes of the file.
        deadline: when reading has to end; None: a usual time from now.

    Returns:
        The notebook, in which every cell has a type, a source that is text, and metadata that is
        a dict; and remarks on what had to be repaired.

    Raises:
        UnreadableNotebookError: there is no notebook in these bytes, or more than is read.
    """
    deadline = deadline or Deadline()
    if len(data) > MAX_BYTES:
        raise UnreadableNotebookError(too_large())
    if NOTHING.fullmatch(data):
        raise UnreadableNotebookError(
            f"The file is empty. A Jupyter notebook was expected. {HAND_IN_AGAIN}"
        )
    progress = Progress(deadline)
    try:
        return _read(parse(data, progress.remarks), progress)
    except UnusualError as unusual:
        where = str(unusual)
    progress = Progress(deadline)
    return _read(parse_unusual(data, where, progress.remarks), progress)


def too_large() -> str:
    """Return what to say of a file that has more than `MAX_BYTES`."""
    return (
        f"The file is larger than {MAX_BYTES // 1_000_000} MB. A notebook of at most that size was "
        f"expected. {CLEAR}"
    )


def bare(cells: Sequence[NotebookNode], metadata: object = None) -> NotebookNode:
    """Return a notebook of these cells.

    nbformat's own function would validate each of them, which takes longer than all the rest.

    Args:
        cells: cells that are valid.
        metadata: the notebook's, which are valid too.
    """
    return NotebookNode(
        nbformat=nbformat.v4.nbformat,
        nbformat_minor=nbformat.v4.nbformat_minor,
        metadata=NotebookNode() if metadata is None else metadata,
        cells=list(cells),
    )


def _read(raw: object, progress: Progress) -> Reading:
    """Return what is in the value that the file holds."""
    progress.deadline.check()
    if not isinstance(raw, dict) or not ({"cells", "worksheets", "nbformat"} & raw.keys()):
        raise UnreadableNotebookError(
            "The file is JSON, but not a notebook: it has no cells. A Jupyter notebook was "
            f"expected. {HAND_IN_AGAIN}"
        )
    remarks = progress.remarks
    cells = _raw_cells(raw, progress)
    if len(cells) > MAX_CELLS:
        remarks.append(
            f"The notebook has {len(cells)} cells; only the first {MAX_CELLS} were read."
        )
    metadata = raw.get("metadata")
    kernelspec = metadata.get("kernelspec") if isinstance(metadata, dict) else None
    if not isinstance(kernelspec, dict) or not kernelspec.get("name"):
        remarks.append("The notebook does not name its kernel; the lesson's kernel was used.")
    read = [read_cell(cell, at, progress) for at, cell in enumerate(cells[:MAX_CELLS], start=1)]
    kept = [cell for cell in read if cell is not None]
    _unique_ids(kept)
    if not cells:
        remarks.append("The notebook has no cells.")
    return Reading(bare(kept), remarks.said())


def _raw_cells(raw: dict[str, Any], progress: Progress) -> list[Any]:
    """Return the list of cells, as they stand in the file, of any nbformat."""
    version, minor, remarks = raw.get("nbformat"), raw.get("nbformat_minor"), progress.remarks
    if version in (1, 2, 3) and not isinstance(version, bool):
        progress.older = True
        remarks.append(f"The notebook was written in nbformat {version} and was upgraded to 4.")
        return _older_cells(raw, version)
    if version != 4:
        remarks.append(
            f"The notebook says that it is nbformat {short(version)}; it was read as nbformat 4."
        )
    elif not isinstance(minor, int) or minor > nbformat.current_nbformat_minor:
        remarks.append(
            f"The notebook says that it is nbformat 4.{short(minor)}; it was read as nbformat "
            f"4.{nbformat.current_nbformat_minor}."
        )
    cells = raw.get("cells")
    if not isinstance(cells, list):
        raise UnreadableNotebookError(
            f"The notebook's cells are {kind_of(cells)}. A list of cells was expected. "
            + HAND_IN_AGAIN
        )
    return cells


def _older_cells(raw: dict[str, Any], version: int) -> list[Any]:
    """Return the cells of a notebook that is older than nbformat 4, from all its sheets."""
    sheets = [raw] if version == 1 else raw.get("worksheets")
    cells: list[Any] = []
    for sheet in sheets if isinstance(sheets, list) else [None]:
        found = sheet.get("cells") if isinstance(sheet, dict) else None
        if not isinstance(found, list):
            raise UnreadableNotebookError(
                f"The notebook is nbformat {version} and could not be upgraded: it has no list of "
                f"cells. A notebook of nbformat 4 was expected. {HAND_IN_AGAIN}"
            )
        cells += found
    return cells


def _unique_ids(cells: list[NotebookNode]) -> None:
    """Give every cell whose id another one has already, as a copied cell may, an id of its own."""
    used: set[str] = set()
    for at, cell in enumerate(cells, start=1):
        if cell.id in used:
            cell.id = next(i for n in count() if (i := f"copy-{at}-{n}") not in used)
        used.add(cell.id)
