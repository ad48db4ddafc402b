"""One cell of a submission, rebuilt from what is usable of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

import nbformat
from nbformat import NotebookNode

from graders.grading.handed_in.limits import (
    MAX_ALL_ATTACHED,
    MAX_ALL_PICTURES,
    MAX_ATTACHED,
    MAX_PICTURES,
    MAX_SMALL,
    MAX_SOURCE,
    MAX_TAGS,
    MAX_TEXT,
    MAX_WRITTEN,
    Deadline,
)
from graders.grading.handed_in.parsing import OLDER_SOURCES, Cell
from graders.grading.handed_in.pieces import MARKS, PICTURES, Omitted
from graders.grading.handed_in.remarks import Remarks

CELL_TYPES = ("code", "markdown", "raw")
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
OLDER_TYPES = {"html": "markdown", "text": "markdown", "heading": "markdown"}
"""Types of cells that there were before nbformat 4, and what they are now."""


@dataclass
class Progress:
    """What has been read so far of one file.

    Args:
        deadline: when reading ends.
        older: whether the notebook is older than nbformat 4.
    """

    deadline: Deadline
    older: bool = False
    remarks: Remarks = field(default_factory=Remarks)
    text: int = 0
    """How many bytes the sources took up in the file."""
    pictures: int = 0
    """How many bytes the attachments took up in the file."""
    kept: int = 0
    """How many pictures were read."""


def read_cell(raw: object, at: int, progress: Progress) -> NotebookNode | None:
    """Return one cell, rebuilt from what is usable of it, or None.

    Args:
        raw: a `Cell`, or what stands in its place.
        at: its place in the notebook, from 1 on.
        progress: what was read before; gets remarks.

    Raises:
        UnreadableNotebookError: the time is over.
        UnusualError: there are bytes that are not UTF-8.
    """
    progress.deadline.check()
    remarks = progress.remarks
    if isinstance(raw, Cell):
        raw = _within_limits(raw, at, progress)
    if not isinstance(raw, dict):
        remarks.append(f"Cell {at} is {kind_of(raw)}, not a cell; it was left out.")
        return None
    if progress.older:
        raw = _upgraded(raw)
    kind = raw.get("cell_type")
    if kind not in CELL_TYPES:
        remarks.append(f"Cell {at} has the unknown type {short(kind)}; it was read as raw text.")
        kind = "raw"
    # nbformat's own functions would validate each cell, which takes longer than all the rest.
    cell = NotebookNode(cell_type=kind, source=_source(raw.get("source"), at, remarks))
    if kind == "code":
        cell.outputs, cell.execution_count = [], None
    cell.metadata = nbformat.from_dict(_plain_metadata(raw.get("metadata"), at, remarks))
    if kind != "code" and (attachments := _attachments(raw.get("attachments"), at, progress)):
        cell.attachments = nbformat.from_dict(attachments)
    if isinstance(raw.get("id"), str) and CELL_ID.fullmatch(raw["id"]):
        cell.id = raw["id"]
    else:
        cell.id = f"unnamed-{at}"
    return cell


def _within_limits(cell: Cell, at: int, progress: Progress) -> dict[str, Any]:
    """Return what is in a cell, without what is too much for the notebook as a whole."""
    text, pictures = progress.text, progress.pictures
    progress.text += cell.written()
    progress.pictures += cell.attached()
    if text <= MAX_TEXT < progress.text:
        progress.remarks.append(
            f"From cell {at} on, sources were emptied: all sources together take up more than "
            f"{MAX_TEXT // 1_000_000} MB of the file."
        )
    if pictures <= MAX_ALL_ATTACHED < progress.pictures:
        progress.remarks.append(
            f"From cell {at} on, pictures in texts were left out: together they take up more than "
            f"{MAX_ALL_ATTACHED // 1_000_000} MB of the file."
        )
    return cell.plain(
        text=progress.text <= MAX_TEXT,
        pictures=progress.pictures <= MAX_ALL_ATTACHED and progress.kept <= MAX_ALL_PICTURES,
    )


def _upgraded(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a cell that is older than nbformat 4 as one of nbformat 4."""
    written = [raw.get(key) for key in ("source", *OLDER_SOURCES)]
    source = next((text for text in written if text is not None), "")
    kind, level = raw.get("cell_type"), raw.get("level")
    if kind == "heading" and isinstance(source, str | list):
        line = " ".join(_joined(source).splitlines())
        source = f"{'#' * min(max(level, 1), 6) if isinstance(level, int) else '#'} {line}"
    kind = OLDER_TYPES.get(kind, kind) if isinstance(kind, str) else kind
    return {**raw, "cell_type": kind, "source": source}


def _source(raw: object, at: int, remarks: Remarks) -> str:
    """Return the source of a cell."""
    if isinstance(raw, Omitted) and raw.size > MAX_WRITTEN:
        remarks.append(
            f"The source of cell {at} takes up more than {MAX_WRITTEN // 1_000_000} MB of the "
            "file; it was emptied."
        )
        return ""
    if not isinstance(raw, str | list):
        remarks.append(f"The source of cell {at} is {kind_of(raw)}, not text; it was emptied.")
        return ""
    source = _joined(raw)
    if len(source) > MAX_SOURCE:
        remarks.append(f"The source of cell {at} is longer than 1 MB; it was emptied.")
        return ""
    return _writable(source)


def _joined(source: str | list[Any]) -> str:
    if isinstance(source, str):
        return source
    return "".join(line for line in source if isinstance(line, str))


def _attachments(raw: object, at: int, progress: Progress) -> dict[str, dict[str, str]]:
    """Return the pictures that belong to a cell of text, as far as they are well formed."""
    if progress.kept > MAX_ALL_PICTURES:
        return {}
    omitted = isinstance(raw, Omitted) and raw.kind == "a dict"
    kept = {
        name: {kind: bundle[kind] for kind in PICTURES if isinstance(bundle.get(kind), str)}
        for name, bundle in (raw.items() if isinstance(raw, dict) else ())
        if isinstance(bundle, dict)
    }
    size = sum(len(data) for bundle in kept.values() for data in bundle.values())
    if omitted or size > MAX_ATTACHED or len(kept) > MAX_PICTURES:
        progress.remarks.append(
            f"The pictures in the text of cell {at} were left out: they are more than "
            f"{MAX_PICTURES} or {MAX_ATTACHED // 1_000_000} MB, or not as Jupyter writes them."
        )
        return {}
    progress.kept += len(kept)
    if progress.kept > MAX_ALL_PICTURES:
        progress.remarks.append(
            f"After cell {at}, pictures in texts were left out: there are more than "
            f"{MAX_ALL_PICTURES}."
        )
    return kept


def _plain_metadata(metadata: object, at: int, remarks: Remarks) -> dict[str, Any]:
    """Return the part of a cell's metadata that grading looks at."""
    if not isinstance(metadata, dict):
        return {}
    kept: dict[str, Any] = {}
    marks, tags = metadata.get("nbgrader"), metadata.get("tags")
    if isinstance(marks, dict):
        found = {key: marks.get(key) for key in MARKS}
        kept["nbgrader"] = {
            key: value
            for key, value in found.items()
            if isinstance(value, bool | int | float | str)
        }
    if isinstance(tags, list) and tags:
        kept["tags"] = [tag for tag in tags[:MAX_TAGS] if isinstance(tag, str)]
    if any(isinstance(value, Omitted) and value.size > MAX_SMALL for value in (marks, tags)):
        remarks.append(
            f"Settings or tags of cell {at} take up more than {MAX_SMALL // 1_000} kB; they were "
            "left out."
        )
    return kept


def _writable(text: str) -> str:
    """Return text without lone surrogates, which cannot be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def short(value: object) -> str:
    """Return a value as JSON, for a sentence; a long one is cut."""
    if isinstance(value, list | dict | Omitted):
        return kind_of(value)
    text = json.dumps(value[:41] if isinstance(value, str) else value)
    return text if len(text) <= 40 else text[:40] + "..."


def kind_of(value: object) -> str:
    """Return what a JSON value is, with its article."""
    kinds = {dict: "a dict", list: "a list", str: "a text", bool: "true or false"}
    if value is None:
        return "missing"
    if isinstance(value, Omitted):
        return value.kind
    return kinds.get(type(value), "a number")
