"""Places: the file and the line of what an author has to mend."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable
from pathlib import Path

from graders.paths import ROOT

FIELDS = (
    "title",
    "hints",
    "after_success",
    "oracle",
    "mistakes",
    "builds_on",
    "refuses",
    "returns",
)
"""The fields of a contract, any of which a complaint may name."""


def shown(path: Path) -> str:
    """Return a path as an author knows it, from the root of the repository."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def place(path: Path, text: str) -> str:
    """Return a file and, where it can be found, the line in which a text begins."""
    lines = [line.removeprefix("# ").strip() for line in path.read_text("utf-8").splitlines()]
    first = text.strip().partition("\n")[0].strip()
    at = next((n for n, line in enumerate(lines, 1) if first and line.startswith(first)), None)
    return f"{shown(path)}, line {at}" if at else shown(path)


def cell_place(source: Path, number: int) -> str:
    """Return a lesson's source and the line in which its cell of this number begins, from 1."""
    lines = source.read_text("utf-8").splitlines()
    begins = [at for at, line in enumerate(lines, 1) if line.startswith("# %%")]
    known = 1 <= number <= len(begins)
    return f"{shown(source)}, line {begins[number - 1]}" if known else shown(source)


def contract_place(contract: Path, complaint: str, keys: Iterable[str]) -> str:
    """Return a contract and the line of what a complaint names: a mistake's key, or a field.

    Args:
        contract: the file.
        complaint: what is said about it.
        keys: the keys of its mistakes.
    """
    said, text = re.findall(r"\w+", complaint), contract.read_text("utf-8")
    known = set(keys)
    for key in (word for word in said if word in known):
        if at := re.search(rf"[\"']{key}[\"']", text):
            return f"{shown(contract)}, line {1 + text.count(chr(10), 0, at.start())}"
    words = {*said, *(f"{word}s" for word in said)}
    field = next((one for one in FIELDS if one in words), None)
    return place(contract, f"{field}=" if field else f"{contract.stem} = ")


def blamed(error: BaseException, lesson: str) -> str:
    """Return the innermost line of a lesson's own files from which an exception came; "" if none.

    Args:
        error: it was raised and caught.
        lesson: the lesson's name, which its folders have.
    """
    frames = [(f.filename, f.lineno) for f in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        frames.append((error.filename, error.lineno))
    own = [(Path(name), at) for name, at in frames if Path(name).parent.name == lesson]
    return f"{shown(own[-1][0])}, line {own[-1][1]}" if own else ""


def told(error: BaseException) -> str:
    """Return what an exception says, in one line that ends without a full stop."""
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    return " ".join(f"{type(error).__name__}: {said}".split()).removesuffix(".")
