"""Which file of a folder is the notebook that was handed in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graders.grading.handed_in.opening import LISTED, Entry, Folder, NotOpenedError
from graders.wording import quoted

ENDING = ".ipynb"
SHOWN = 5

LOOKED_AT = 4_096
"""How many bytes of a file are looked at to see whether it may be a notebook."""

_BEGINS = (b'"cells"', b'"nbformat"', b'"metadata"', b'"worksheets"')
"""What stands near the beginning of a notebook's file."""


@dataclass(frozen=True)
class Choice:
    """The file that is the notebook.

    Args:
        name: the file's name, or None where there is no notebook.
        inside: the folder in which it lies, if that is one too deep, or "".
        size: how many bytes it has, as far as that is known.
        remarks: what to say of its name and place.
        trouble: why there is no notebook.
    """

    name: str | None = None
    inside: str = ""
    size: int = 0
    remarks: tuple[str, ...] = ()
    trouble: str | None = None


def choose(folder: Folder, usual: str, others: Sequence[Entry], more: bool) -> Choice:
    """Return which file of a student's folder for a lesson is the notebook.

    That is the one of the usual name; otherwise the only one whose name ends as a notebook's does,
    or as one with another ending behind; the only file, if it looks like a notebook; or one of the
    same in the only folder. Hidden files are none that somebody handed in.

    Args:
        folder: the folder.
        usual: how the file should be called.
        others: what there is in the folder that somebody put there.
        more: whether there is more than was looked at.
    """
    odd = None
    try:
        with folder.opened(usual):
            return Choice(usual, size=_size(folder, usual))
    except FileNotFoundError:
        pass
    except NotOpenedError as error:
        odd = error.what
    except PermissionError:  # reading it will say so
        return Choice(usual)
    seen = [entry for entry in others if not entry.name.startswith(".")]
    notebooks = _notebooks(folder, seen)
    if len(notebooks) == 1 and not more:
        name = notebooks[0].name
        called = f"The file is called {quoted(name)}, not '{usual}'."
        return Choice(name, size=_size(folder, name), remarks=(called,))
    if not notebooks and not odd and not more and (deeper := _one_too_deep(folder, usual, seen)):
        return deeper
    return Choice(trouble=_why_none(usual, odd, notebooks, others, more))


def _notebooks(folder: Folder, seen: Sequence[Entry]) -> list[Entry]:
    """Return the files that may be the notebook, by the surest sign that there is."""
    files = [entry for entry in seen if entry.kind == "a file"]
    if found := [entry for entry in files if entry.name.endswith(ENDING)]:
        return found
    for some in ([entry for entry in files if ENDING in entry.name.lower()], files):
        looking = some if len(some) == 1 else []
        if found := [entry for entry in looking if _looks_like_one(folder, entry.name)]:
            return found
    return []


def _looks_like_one(folder: Folder, name: str) -> bool:
    """Return whether a file begins as a notebook does."""
    try:
        with folder.opened(name) as descriptor:
            head = os.pread(descriptor, LOOKED_AT, 0)
    except OSError:
        return False
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and any(word in start for word in _BEGINS)


def _one_too_deep(folder: Folder, usual: str, seen: Sequence[Entry]) -> Choice | None:
    """Return the notebook in the only folder that there is, or None."""
    folders = [entry.name for entry in seen if entry.kind == "a folder"]
    if len(folders) != 1:
        return None
    try:
        with folder.folder(folders[0]) as inner:
            found, more = inner.entries()
            inside = [entry for entry in found if not entry.name.startswith(".")]
            files = [entry for entry in inside if entry.kind == "a file" and entry.name == usual]
            notebooks = files or _notebooks(inner, inside)
            if len(notebooks) != 1 or more:
                return None
            name = notebooks[0].name
            size = _size(inner, name)
    except OSError:
        return None
    return Choice(
        name,
        folders[0],
        size,
        (f"The file lies one folder too deep: {quoted(f'{folders[0]}/{name}')}, not '{usual}'.",),
    )


def _size(folder: Folder, name: str) -> int:
    try:
        return folder.size(name)
    except OSError:  # reading it will say why
        return 0


def _why_none(
    usual: str, odd: str | None, notebooks: list[Entry], others: Sequence[Entry], more: bool
) -> str:
    """Return why there is no notebook, and what to do."""
    if more and not odd:
        there = f"The folder holds more than {LISTED} things, and no file '{usual}', which"
    elif notebooks:
        there = f"There are several notebooks: {named(notebooks)}. One called '{usual}'"
    elif odd:
        return f"'{usual}' is {odd}. {no_link('file')}"
    elif others:
        there = f"There is no notebook, only {named(others)}. A file '{usual}'"
    else:
        there = f"The folder is empty. A file '{usual}'"
    return f"{there} was expected. Ask for it, or put it there, and grade again."


def no_link(what: str) -> str:
    """Return what to do where something is none of the files or folders that are opened."""
    return (
        f"A {what} was expected; nothing is followed out of what was handed in. Put the {what} "
        "itself there, and grade again."
    )


def named(entries: Iterable[Entry]) -> str:
    """Return the names of things in a folder, for a sentence that stays short."""
    each = [
        quoted(e.name) + ("" if e.kind in ("a file", "a folder") else f" ({e.kind})")
        for e in entries
    ]
    return ", ".join(each[:SHOWN]) + (f" and {len(each) - SHOWN} more" if len(each) > SHOWN else "")
