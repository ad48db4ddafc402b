"""From pieces of a notebook's JSON text to plain values, of the kinds that are looked at.

Nothing is made of a piece that is too large or of another kind. A submission may hold as much of
that as fits into its file, and an object takes thirty times the room of its text.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

import msgspec

from graders.grading.handed_in.limits import (
    MAX_ATTACHED,
    MAX_PICTURES,
    MAX_SMALL,
    MAX_TAGS,
    MAX_WRITTEN,
)

MARKS = ("grade", "solution", "locked", "points", "grade_id")
"""What nbgrader wrote into a cell, as far as grading looks at it."""

KINDS = {
    b"{": "a dict",
    b"[": "a list",
    b'"': "a text",
    b"t": "true or false",
    b"f": "true or false",
}
"""What a value is, with its article, by its first byte; all others are numbers."""


class Counter(threading.local):
    """How many of something were made so far, in the file that this thread is reading."""

    made = 0


class TooManyError(Exception):
    """There are more of something than are counted."""


_pictures = Counter()


class _Picture(msgspec.Struct):
    """A picture in the text of a cell, in the kinds that a browser shows."""

    png: str | None = msgspec.field(name="image/png", default=None)
    jpeg: str | None = msgspec.field(name="image/jpeg", default=None)
    gif: str | None = msgspec.field(name="image/gif", default=None)
    svg: str | None = msgspec.field(name="image/svg+xml", default=None)
    webp: str | None = msgspec.field(name="image/webp", default=None)
    bmp: str | None = msgspec.field(name="image/bmp", default=None)

    def __post_init__(self) -> None:
        """Count, so that reading ends with the first one too many."""
        _pictures.made += 1
        if _pictures.made > MAX_PICTURES:
            raise TooManyError


PICTURES = tuple(field.encode_name for field in msgspec.structs.fields(_Picture))
"""The kinds of pictures in texts that are kept."""

_SCALAR = msgspec.json.Decoder(str | bool | int | float | None)
_TEXT = msgspec.json.Decoder(str | list[str] | None)
_ITEMS = msgspec.json.Decoder(list[msgspec.Raw])
_ENTRIES = msgspec.json.Decoder(dict[str, msgspec.Raw])
_PICTURE = msgspec.json.Decoder(_Picture)
_PICTURES = msgspec.json.Decoder(dict[str, _Picture])


class UnusualError(Exception):
    """Bytes that are no JSON, or JSON that is no notebook as Jupyter writes it.

    Its text says where, in words for a sentence, or is empty.
    """


@dataclass(frozen=True)
class Omitted:
    """Stands for a value of which nothing was made.

    Args:
        kind: what it is, with its article.
        size: how many bytes of the file it takes up.
    """

    kind: str
    size: int


def size(raw: msgspec.Raw) -> int:
    """Return how many bytes of the file a piece takes up."""
    return memoryview(raw).nbytes


def scalar(raw: msgspec.Raw) -> Any:
    """Return a short text, a number, true, false or None."""
    return _made(raw, _SCALAR, MAX_SMALL)


def source(raw: msgspec.Raw) -> Any:
    """Return a cell's source: a text, or a list of texts."""
    found = _made(raw, _TEXT, MAX_WRITTEN)
    if isinstance(found, Omitted) and found.kind == "a list":
        items = _made(raw, _ITEMS, MAX_SMALL)
        return found if isinstance(items, Omitted) else [scalar(item) for item in items]
    return found


def marks(raw: msgspec.Raw) -> Any:
    """Return what nbgrader wrote into a cell."""
    found = _made(raw, _ENTRIES, MAX_SMALL)
    if isinstance(found, Omitted):
        return found
    return {key: scalar(found[key]) for key in MARKS if key in found}


def tags(raw: msgspec.Raw) -> Any:
    """Return a cell's first tags."""
    found = _made(raw, _ITEMS, MAX_SMALL)
    return found if isinstance(found, Omitted) else [scalar(tag) for tag in found[:MAX_TAGS]]


def pictures(raw: msgspec.Raw) -> Any:
    """Return the attachments of a cell, as far as they are pictures."""
    _pictures.made = 0
    try:
        found = _made(raw, _PICTURES, MAX_ATTACHED)
        if isinstance(found, Omitted) and found.kind == "a dict":
            entries = _made(raw, _ENTRIES, MAX_SMALL)
            if isinstance(entries, Omitted):
                return entries
            found = {name: _made(piece, _PICTURE, MAX_SMALL) for name, piece in entries.items()}
    except TooManyError:
        return Omitted("a dict", size(raw))
    if isinstance(found, Omitted):
        return found
    kept = {name: one for name, one in found.items() if isinstance(one, _Picture)}
    return msgspec.to_builtins(kept)


def _made(raw: msgspec.Raw, decoder: msgspec.json.Decoder[Any], most: int) -> Any:
    """Return the value of a piece, if it is one that the decoder makes and not too large.

    Raises:
        UnusualError: there are bytes that are not UTF-8.
    """
    if size(raw) <= most:
        try:
            return decoder.decode(raw)
        except UnicodeDecodeError:
            raise UnusualError(" (some bytes are not UTF-8)") from None
        except (msgspec.ValidationError, RecursionError):
            pass
    return Omitted(KINDS.get(bytes(memoryview(raw)[:1]), "a number"), size(raw))
