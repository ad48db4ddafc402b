"""Pictures that stand in a notebook themselves: checked to be what they are called."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

SVG = "image/svg+xml"

_SIGNS = {
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/webp": re.compile(rb"RIFF.{4}WEBP", re.S),
    SVG: re.compile(rb"[^<]*<(?:.{0,4000}<)??svg[\s>/]", re.S),
}
"""How the bytes of each kind of picture begin. A browser runs nothing of an SVG in an <img>."""

_ADDRESS = re.compile(
    r"\s*data:(image/(?:png|jpeg|gif|webp|svg\+xml))((?:;[\w=-]+)*),(.*)", re.I | re.S
)


def picture(kind: str, data: object) -> str | None:
    """Return a picture of a notebook in base64, written anew; None if it is none of this kind.

    Args:
        kind: its media type.
        data: base64 text; an SVG may also be its own source.
    """
    text = "".join(data) if isinstance(data, list) and all_text(data) else data
    if not isinstance(text, str) or kind not in _SIGNS:
        return None
    if kind == SVG and "<" in text:
        return _checked(kind, text.encode("utf-8", "replace"))
    return _checked(kind, _decoded(text))


def picture_address(text: str) -> str | None:
    """Return a `data:` address of a picture, written anew, or None if it is no such address."""
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return None
    kind, marks, body = match[1].lower(), match[2].lower(), match[3]
    inside = marks.split(";")[-1] == "base64"
    data = _decoded(unquote_to_bytes(body)) if inside else unquote_to_bytes(body)
    return address(kind, _checked(kind, data))


def address(kind: str, checked: str | None) -> str | None:
    """Return the `data:` address of a picture that `picture` returned."""
    return None if checked is None else f"data:{kind};base64,{checked}"


def all_text(items: list[object]) -> bool:
    """Return whether a list is one of texts, as nbformat writes long texts."""
    return all(isinstance(item, str) for item in items)


def _decoded(text: str | bytes) -> bytes:
    plain = text if isinstance(text, str) else text.decode("ascii", "replace")
    try:
        return base64.b64decode("".join(plain.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _checked(kind: str, data: bytes) -> str | None:
    return base64.b64encode(data).decode() if _SIGNS[kind].match(data) else None
