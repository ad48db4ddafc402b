"""From the bytes that were handed in to a notebook: whatever can be read is read."""

from __future__ import annotations

import json
import re
import warnings
from dataclasses import dataclass
from itertools import count
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from graders.wording import one_line

MAX_BYTES = 200_000_000
MAX_CELLS = 2_000
MAX_SOURCE = 1_000_000
MAX_ATTACHED = 5_000_000
CELL_TYPES = ("code", "markdown", "raw")
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
HAND_IN_AGAIN = "Open the file in JupyterLab, save it as a notebook and hand that file in."


class UnreadableNotebookError(ValueError):
    """A submission that cannot be read as a notebook; its text says why and what to do."""


@dataclass(frozen=True)
class Reading:
    """What was read: the notebook, without outputs, and sentences about what was odd in it."""

    notebook: NotebookNode
    remarks: tuple[str, ...] = ()


def read_notebook(data: bytes) -> Reading:
    """Read a submission, however odd, into a notebook of nbformat 4 without outputs.

    Args:
        data: the bytes of the file.

    Returns:
        The notebook, in which every cell has a type, a source that is text, and metadata that is
        a dict; and remarks on what had to be repaired.

    Raises:
        UnreadableNotebookError: there is no notebook in these bytes.
    """
    remarks: list[str] = []
    raw = _parse(data, remarks)
    cells = _raw_cells(raw, remarks)
    if len(cells) > MAX_CELLS:
        remarks.append(
            f"The notebook has {len(cells)} cells; only the first {MAX_CELLS} were read."
        )
    metadata = raw.get("metadata")
    kernelspec = metadata.get("kernelspec") if isinstance(metadata, dict) else None
    if not isinstance(kernelspec, dict) or not kernelspec.get("name"):
        remarks.append("The notebook does not name its kernel; the lesson's kernel was used.")
    read = [_cell(cell, at, remarks) for at, cell in enumerate(cells[:MAX_CELLS], start=1)]
    kept = [cell for cell in read if cell is not None]
    _unique_ids(kept)
    if not cells:
        remarks.append("The notebook has no cells.")
    return Reading(new_notebook(cells=kept), tuple(remarks))


def too_large() -> str:
    """Return what to say of a file that has more than `MAX_BYTES`."""
    return (
        f"The file is larger than {MAX_BYTES // 1_000_000} MB. A notebook of at most that size "
        "was expected. Clear all outputs in JupyterLab, save, and hand it in again."
    )


def _parse(data: bytes, remarks: list[str]) -> dict[str, Any]:
    """Return the JSON object in the bytes."""
    if len(data) > MAX_BYTES:
        raise UnreadableNotebookError(too_large())
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise UnreadableNotebookError(
            f"The file is empty. A Jupyter notebook was expected. {HAND_IN_AGAIN}"
        )
    text = _decode(data, remarks)
    try:
        raw = json.loads(text)
    except RecursionError:
        raise UnreadableNotebookError(
            "The file is nested too deeply to be read. A Jupyter notebook was expected. "
            + HAND_IN_AGAIN
        ) from None
    except ValueError as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableNotebookError(
            f"The file is not JSON{where}. A Jupyter notebook, which is a JSON file, was expected. "
            + HAND_IN_AGAIN
        ) from None
    if not isinstance(raw, dict) or not ({"cells", "worksheets", "nbformat"} & raw.keys()):
        raise UnreadableNotebookError(
            "The file is JSON, but not a notebook: it has no cells. A Jupyter notebook was "
            f"expected. {HAND_IN_AGAIN}"
        )
    return raw


def _decode(data: bytes, remarks: list[str]) -> str:
    """Return the text in the bytes, with what is not UTF-8 replaced."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
        if encoding == "utf-16":
            remarks.append("The file was UTF-16 text, not UTF-8; it was converted.")
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        remarks.append("Some bytes of the file were not UTF-8; each was replaced by a mark.")
    return text


def _raw_cells(raw: dict[str, Any], remarks: list[str]) -> list[Any]:
    """Return the list of cells, as they stand in the file, of any nbformat."""
    version = raw.get("nbformat")
    minor = raw.get("nbformat_minor")
    if isinstance(version, int) and not isinstance(version, bool) and version < 4:
        raw = _upgrade(raw, version)
        remarks.append(f"The notebook was written in nbformat {version} and was upgraded to 4.")
    elif version != 4:
        remarks.append(
            f"The notebook says that it is nbformat {_short(version)}; it was read as nbformat 4."
        )
    elif not isinstance(minor, int) or minor > nbformat.current_nbformat_minor:
        remarks.append(
            f"The notebook says that it is nbformat 4.{_short(minor)}; it was read as nbformat "
            f"4.{nbformat.current_nbformat_minor}."
        )
    cells = raw.get("cells")
    if not isinstance(cells, list):
        raise UnreadableNotebookError(
            f"The notebook's cells are {_kind(cells)}. A list of cells was expected. "
            + HAND_IN_AGAIN
        )
    return cells


def _upgrade(raw: dict[str, Any], version: int) -> dict[str, Any]:
    """Return a notebook of an older nbformat as nbformat 4; outputs are dropped first."""
    worksheets = raw.get("worksheets")
    for sheet in worksheets if isinstance(worksheets, list) else []:
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        for cell in cells if isinstance(cells, list) else []:
            if isinstance(cell, dict) and "outputs" in cell:
                cell["outputs"] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            upgraded: dict[str, Any] = nbformat.convert(nbformat.from_dict(raw), 4)
    except Exception as error:
        raise UnreadableNotebookError(
            f"The notebook is nbformat {version} and could not be upgraded "
            f"({type(error).__name__}). A notebook of nbformat 4 was expected. {HAND_IN_AGAIN}"
        ) from None
    return upgraded


def _cell(raw: object, at: int, remarks: list[str]) -> NotebookNode | None:
    """Return one cell, rebuilt from what is usable of it."""
    if not isinstance(raw, dict):
        remarks.append(f"Cell {at} is {_kind(raw)}, not a cell; it was left out.")
        return None
    kind = raw.get("cell_type")
    if kind not in CELL_TYPES:
        remarks.append(f"Cell {at} has the unknown type {_short(kind)}; it was read as raw text.")
        kind = "raw"
    source = raw.get("source")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        remarks.append(f"The source of cell {at} is {_kind(source)}, not text; it was emptied.")
        source = ""
    if len(source) > MAX_SOURCE:
        remarks.append(f"The source of cell {at} is longer than 1 MB; it was emptied.")
        source = ""
    metadata = raw.get("metadata")
    # nbformat's own functions would validate each cell, which takes longer than all the rest.
    cell = NotebookNode(cell_type=kind, source=_writable(source))
    if kind == "code":
        cell.outputs, cell.execution_count = [], None
    cell.metadata = nbformat.from_dict(_plain_metadata(metadata))
    if kind != "code" and (attachments := _attachments(raw.get("attachments"))):
        cell.attachments = nbformat.from_dict(attachments)
    if isinstance(raw.get("id"), str) and CELL_ID.fullmatch(raw["id"]):
        cell.id = raw["id"]
    else:
        cell.id = f"unnamed-{at}"
    return cell


def _attachments(raw: object) -> dict[str, dict[str, str]]:
    """Return the pictures that belong to a cell of text, as far as they are well formed."""
    if not isinstance(raw, dict) or len(json.dumps(raw)) > MAX_ATTACHED:
        return {}
    return {
        name: {kind: data for kind, data in bundle.items() if isinstance(data, str)}
        for name, bundle in raw.items()
        if isinstance(bundle, dict)
    }


def _unique_ids(cells: list[NotebookNode]) -> None:
    """Give every cell whose id another one has already, as a copied cell may, an id of its own."""
    used: set[str] = set()
    for at, cell in enumerate(cells, start=1):
        if cell.id in used:
            cell.id = next(i for n in count() if (i := f"copy-{at}-{n}") not in used)
        used.add(cell.id)


def _plain_metadata(metadata: object) -> dict[str, Any]:
    """Return the part of a cell's metadata that grading looks at."""
    if not isinstance(metadata, dict):
        return {}
    kept: dict[str, Any] = {}
    if isinstance(metadata.get("nbgrader"), dict):
        kept["nbgrader"] = {
            key: value
            for key, value in metadata["nbgrader"].items()
            if isinstance(value, bool | int | float | str)
        }
    if isinstance(metadata.get("tags"), list) and metadata["tags"]:
        kept["tags"] = [tag for tag in metadata["tags"] if isinstance(tag, str)]
    return kept


def _writable(text: str) -> str:
    """Return text without lone surrogates, which cannot be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _short(value: object) -> str:
    text = one_line(json.dumps(value, default=str))
    return text if len(text) <= 40 else text[:40] + "..."


def _kind(value: object) -> str:
    """Return what a JSON value is, with its article."""
    kinds = {dict: "a dict", list: "a list", str: "a text", bool: "true or false"}
    if value is None:
        return "missing"
    return kinds.get(type(value), "a number")
