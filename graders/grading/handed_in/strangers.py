"""What a file is that was handed in for a notebook and is no JSON, and what to do about it."""

from __future__ import annotations

import json
import re

OWN_FILE = (
    "Open your own notebook in JupyterLab, save it, and hand in the .ipynb file that it writes."
)

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=\s|\Z)", re.M)
"""A line that a merge leaves where two versions differ."""

_BEGINNINGS = (
    (re.compile(r"<!doctype html|<html|<head\b", re.I), "a web page"),
    (re.compile(r"%PDF-"), "a PDF document"),
    (re.compile(r"PK\x03\x04"), "an archive or a document of an office program"),
    (re.compile(r"\{\\rtf"), "a document of a word processor"),
    (re.compile(r"<\?xml|<svg"), "an XML file"),
    (re.compile(r"# ?%%|#!.*python|# -\*-|# coding|import |from \w+ import "), "a Python file"),
)
"""How files begin that are no notebooks."""


def no_json(text: str, error: ValueError) -> str:
    """Return what to say of a file that is no JSON.

    Args:
        text: what stands in it.
        error: what Python's reader says.
    """
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        return (
            f"The file has marks of a merge conflict, the first in line {line}. A notebook without "
            "them was expected. Open the file in a text editor, keep one of the two versions at "
            "each conflict, delete the lines that begin with <<<<<<<, ======= and >>>>>>>, look "
            "whether JupyterLab opens the file, and hand it in again."
        )
    start = text[:10_000].lstrip()
    for beginning, what in _BEGINNINGS:
        if beginning.match(start):
            return f"The file is {what}, not a Jupyter notebook. {_ADVICE.get(what, OWN_FILE)}"
    where = ""
    if isinstance(error, json.JSONDecodeError):
        where = f" (line {error.lineno})"
        unfinished = error.msg.startswith("Unterminated") or not text[error.pos :].strip()
        if start.startswith("{") and unfinished:
            return (
                f"The file breaks off{where}: the end of the notebook is missing. A whole notebook "
                f"was expected. {OWN_FILE}"
            )
    return (
        f"The file is not JSON{where}. A Jupyter notebook, which is a JSON file, was expected. "
        f"{OWN_FILE}"
    )


_ADVICE = {
    "a web page": (
        "Perhaps the page on which a notebook is shown was saved instead of the notebook. Download "
        "the notebook itself, and hand in that .ipynb file."
    ),
}
