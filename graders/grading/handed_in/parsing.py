"""From the bytes of a notebook to plain values, past everything that grading does not look at.

Outputs are most of a notebook, and nobody here uses them. msgspec reads over them without making
objects, which takes a hundred bytes for every three of a file of small lists. It is strict: what
Jupyter would not write, such as NaN or half a character, is left to Python's own reader.
"""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from graders.grading.handed_in import pieces
from graders.grading.handed_in.limits import (
    MAX_COUNTED,
    MAX_ODD_BYTES,
    MAX_ODD_VALUES,
    UnreadableNotebookError,
)
from graders.grading.handed_in.pieces import UnusualError
from graders.grading.handed_in.remarks import Remarks
from graders.grading.handed_in.strangers import no_json

HAND_IN_AGAIN = "Open the file in JupyterLab, save it as a notebook and hand that file in."
CLEAR = "Clear all outputs in JupyterLab, save, and hand it in again."
NEWLINE = b"\n"
BOM = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
NULL = msgspec.Raw(b"null")
OLDER_SOURCES = ("input", "code", "text")
"""The source of a cell in notebooks before nbformat 4: `input`, and in the oldest the others."""


_cells = pieces.Counter()


class _Counted(msgspec.Struct):
    def __post_init__(self) -> None:
        """Count, so that reading ends with the first one too many."""
        _cells.made += 1
        if _cells.made > MAX_COUNTED:
            raise pieces.TooManyError


class _CellMetadata(msgspec.Struct):
    nbgrader: msgspec.Raw = NULL
    tags: msgspec.Raw = NULL


class Cell(_Counted):
    """A cell as it stands in the file: pieces of JSON text, of which nothing was made yet."""

    cell_type: msgspec.Raw = NULL
    source: msgspec.Raw = NULL
    input: msgspec.Raw = NULL
    code: msgspec.Raw = NULL
    text: msgspec.Raw = NULL
    level: msgspec.Raw = NULL
    id: msgspec.Raw = NULL
    attachments: msgspec.Raw = NULL
    metadata: _CellMetadata | None = None

    def written(self) -> int:
        """Return how many bytes of the file its source takes up."""
        return sum(map(pieces.size, (self.source, self.input, self.code, self.text)))

    def attached(self) -> int:
        """Return how many bytes of the file the pictures in its text take up."""
        return pieces.size(self.attachments)

    def plain(self, *, text: bool = True, pictures: bool = True) -> dict[str, Any]:
        """Return what `json.loads` would, of that which is looked at.

        Args:
            text: whether to read its source; without, it is empty.
            pictures: whether to read its attachments.

        Raises:
            UnusualError: there are bytes that are not UTF-8.
        """
        metadata = self.metadata or _CellMetadata()
        plain: dict[str, Any] = {
            "cell_type": pieces.scalar(self.cell_type),
            "source": "",
            "level": pieces.scalar(self.level),
            "id": pieces.scalar(self.id),
            "metadata": {
                "nbgrader": pieces.marks(metadata.nbgrader),
                "tags": pieces.tags(metadata.tags),
            },
        }
        if text:
            plain["source"] = pieces.source(self.source)
            plain |= {key: pieces.source(getattr(self, key)) for key in OLDER_SOURCES}
        if pictures:
            plain["attachments"] = pieces.pictures(self.attachments)
        return plain


class _Sheet(_Counted):
    cells: list[Cell] = []


class _Kernelspec(msgspec.Struct):
    name: msgspec.Raw = NULL


class _Metadata(msgspec.Struct):
    kernelspec: _Kernelspec | None = None


class _File(msgspec.Struct):
    cells: list[Cell] | None = None
    worksheets: list[_Sheet] | None = None
    metadata: _Metadata | None = None
    nbformat: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    nbformat_minor: msgspec.Raw = NULL


_FILE = msgspec.json.Decoder(_File)


_TRAILING = re.compile(r"trailing characters \(byte (\d+)\)")
"""What msgspec says where something follows a value that is complete."""


def parse(data: bytes, remarks: Remarks) -> dict[str, Any]:
    """Return the notebook in a file as `json.loads` would, with every cell a `Cell`.

    Args:
        data: the bytes of the file.
        remarks: gets a sentence if something follows the notebook.

    Returns:
        Of the file's entries those that are looked at, and of these only what is.

    Raises:
        UnusualError: the file is none that Jupyter would write.
        UnreadableNotebookError: it is nested too deeply, or has too many cells.
    """
    start = len(BOM) if data.startswith(BOM) else 0
    try:
        found = _decoded(memoryview(data)[start:], remarks)
    except RecursionError:
        raise _too_deep() from None
    except pieces.TooManyError:
        raise UnreadableNotebookError(
            f"The notebook has more than {MAX_COUNTED} cells. One of a few hundred was expected. "
            "Delete cells that are not needed, save, and hand it in again."
        ) from None
    except msgspec.DecodeError as error:
        raise UnusualError(_where(data, error)) from None
    kernelspec = found.metadata.kernelspec if found.metadata else None
    raw: dict[str, Any] = {
        "nbformat_minor": pieces.scalar(found.nbformat_minor),
        "metadata": {
            "kernelspec": {"name": pieces.scalar(kernelspec.name) if kernelspec else None}
        },
    }
    if found.cells is not None:
        raw["cells"] = found.cells
    if found.worksheets is not None:
        raw["worksheets"] = [{"cells": sheet.cells} for sheet in found.worksheets]
    if found.nbformat is not msgspec.UNSET:
        raw["nbformat"] = pieces.scalar(found.nbformat)
    return raw


def _decoded(data: memoryview, remarks: Remarks) -> _File:
    """Return what msgspec reads, without what follows it."""
    _cells.made = 0
    try:
        return _FILE.decode(data)
    except msgspec.DecodeError as error:
        trailing = _TRAILING.search(str(error))
        if not trailing:
            raise
        end = int(trailing[1]) - 1  # it counts from 1
        _cells.made = 0
        found = _FILE.decode(data[:end])
        remarks.append(_ignored(bytes(data[:end]).count(NEWLINE) + 1))
        return found


def parse_unusual(data: bytes, where: str, remarks: Remarks) -> Any:
    """Return the value in a file that `parse` does not read, as `json.loads` does.

    Args:
        data: the bytes of the file.
        where: what the `UnusualError` of `parse` says.
        remarks: gets sentences on what had to be converted.

    Raises:
        UnreadableNotebookError: the file is no JSON, or holds more than Python's reader is given.
    """
    values = sum(map(data.count, (b"[", b"{", b",")))
    if len(data) > MAX_ODD_BYTES or values > MAX_ODD_VALUES:
        raise UnreadableNotebookError(
            f"The file is not a notebook as Jupyter writes it{where}, and it is too large to be "
            f"read in another way: it has {len(data) / 1e6:.1f} MB and up to {values} values, and "
            f"at most {MAX_ODD_BYTES // 1_000_000} MB and {MAX_ODD_VALUES} values were expected. "
            + CLEAR
        )
    text = _decode(data, remarks)
    try:
        found, end = json.JSONDecoder().raw_decode(text, len(text) - len(text.lstrip()))
        behind = text[end:].lstrip(" \t\r\n")
        if behind:
            if not isinstance(found, dict):
                raise json.JSONDecodeError("Extra data", text, end)
            remarks.append(_ignored(text.count("\n", 0, len(text) - len(behind)) + 1))
        return found
    except RecursionError:
        raise _too_deep() from None
    except ValueError as error:
        raise UnreadableNotebookError(no_json(text, error)) from None


def _ignored(line: int) -> str:
    return f"What follows the notebook in its file, in line {line} and below, was ignored."


def _too_deep() -> UnreadableNotebookError:
    return UnreadableNotebookError(
        "The file is nested too deeply to be read. A Jupyter notebook was expected. "
        + HAND_IN_AGAIN
    )


def _where(data: bytes, error: msgspec.DecodeError) -> str:
    """Return the line of an error, in words for a sentence, or nothing."""
    at = re.search(r"\(byte (\d+)\)", str(error))
    return f" (line {data.count(NEWLINE, 0, int(at[1])) + 1})" if at else ""


def _decode(data: bytes, remarks: Remarks) -> str:
    """Return the text in the bytes, with what is not UTF-8 replaced."""
    encoding = "utf-16" if data[:2] in UTF_16 else "utf-8-sig"
    try:
        text = data.decode(encoding)
        if encoding == "utf-16":
            remarks.append("The file was UTF-16 text, not UTF-8; it was converted.")
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        remarks.append("Some bytes of the file were not UTF-8; each was replaced by a mark.")
    return text
