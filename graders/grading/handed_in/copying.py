"""Copy a folder that students filled, and nothing that is not in it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from graders.grading.handed_in.opening import Folder, NotOpenedError, TooLargeError
from graders.wording import quoted

DEEPEST = 20
"""How many folders deep a copy goes."""

PIECE = 1_000_000
"""How many bytes are read at a time."""

MOST = 10_000
"""How many files and folders are copied."""

Skip = Callable[[Path, list[str]], Collection[str]]
"""Tells which names in a folder are not to be copied."""


@dataclass
class Copy:
    """One copy of a folder.

    Args:
        most_bytes: how large all files together may be.
        most_each: how large one file may be; a larger one is left behind.
        skip: tells what else to leave out.
        left: a few words on each thing that was left behind, because it is a link, say.
    """

    most_bytes: int
    most_each: int
    skip: Skip = lambda _folder, _names: ()
    left: list[str] = field(default_factory=list)
    _things: int = 0
    _bytes: int = 0

    def make(self, source: Folder, place: Path, to: Path, depth: int = 0) -> None:
        """Copy what is in an open folder, as far as it consists of files and folders.

        Args:
            source: the folder.
            place: where it is, for `skip` and for `left`.
            to: the folder to make; there must be none.
            depth: how deep in the copy this folder is.

        Raises:
            TooLargeError: there is more than may be copied; what was copied is still there.
            OSError: something cannot be read or written.
        """
        to.mkdir(parents=depth == 0)
        entries, more = source.entries(MOST - self._things)
        if more:
            raise TooLargeError(f"more than {MOST} files")
        self._things += len(entries)
        names = [entry.name for entry in entries if entry.kind in ("a file", "a folder")]
        skipped = set(self.skip(place, names))
        for entry in entries:
            if entry.name in skipped:
                continue
            try:
                if entry.kind != "a folder":
                    self._file(source, entry.name, to / entry.name)
                elif depth < DEEPEST:
                    with source.folder(entry.name) as inner:
                        self.make(inner, place / entry.name, to / entry.name, depth + 1)
                else:
                    self.left.append(f"{quoted(entry.name)} (too deep)")
            except NotOpenedError as error:
                self.left.append(f"{quoted(entry.name)} ({error.what})")

    def _file(self, source: Folder, name: str, to: Path) -> None:
        if source.size(name) > self.most_each:
            self.left.append(f"{quoted(name)} (larger than {_megabytes(self.most_each)})")
            return
        with (
            source.opened(name) as descriptor,
            open(descriptor, "rb", closefd=False) as file,
            to.open("xb") as copy,
        ):
            while piece := file.read(PIECE):  # it may grow meanwhile
                self._bytes += len(piece)
                if self._bytes > self.most_bytes:
                    raise TooLargeError(f"more than {_megabytes(self.most_bytes)}")
                copy.write(piece)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB"
