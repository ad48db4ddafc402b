"""Open what students handed in. This module does it, and no other.

In the place of a file there can be a link to another student's work or to a file that only the
grader may read, a pipe that never ends, or a device. So every step below the folder of submissions
is opened inside the folder above it, and no link is followed; and whether something is a file, and
how large it is, is asked of what is open already, so that nobody can put something else in its
place between the question and the reading.

A hard link is taken for the file that it is. Linux lets nobody link a file of another owner that he
cannot write (fs.protected_hardlinks), and whoever has a file's content can hand in a copy as well;
backups and archives that save room, on the other hand, are full of hard links.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

LISTED = 1_000
"""How many things of a student's folder are looked at."""

_ALWAYS = os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
_KINDS = (
    (stat.S_ISREG, "a file"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISLNK, "a link"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
)


class NotOpenedError(OSError):
    """Something was handed in that is not opened; its text says what: "a link", say."""

    @property
    def what(self) -> str:
        """What there is instead of a file or a folder, with its article."""
        return str(self)


class TooLargeError(OSError):
    """A file is larger than what is read of it."""


@dataclass(frozen=True)
class Entry:
    """Something in a folder, as the folder tells; what it is when it is opened may differ.

    Args:
        name: its name, in which bytes that are no UTF-8 are lone surrogates.
        kind: "a file", "a folder", "a link", "a pipe", "a socket" or "a device".
    """

    name: str
    kind: str


class Folder:
    """An open folder. Use it as a context manager.

    Args:
        descriptor: of the folder; it is closed at the end.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def at(cls, path: Path) -> Folder:
        """Open a folder that belongs to the course: the only one at which a link may stand."""
        return cls(os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC))

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *details: object) -> None:
        os.close(self._descriptor)

    def folder(self, name: str) -> Folder:
        """Open a folder in this one.

        Raises:
            NotOpenedError: it is a link, or no folder.
            OSError: it is not there, or cannot be read.
        """
        try:
            return Folder(os.open(name, os.O_DIRECTORY | _ALWAYS, dir_fd=self._descriptor))
        except OSError as error:
            if error.errno not in (errno.ENOTDIR, errno.ELOOP):
                raise
            raise NotOpenedError(self.kind(name)) from None

    def made(self, name: str, mode: int = 0o777) -> Folder:
        """Open a folder in this one, which is made if it is not there; raises what `folder` does.

        `os.makedirs` would go through links.
        """
        with suppress(FileExistsError):
            os.mkdir(name, mode, dir_fd=self._descriptor)
        return self.folder(name)

    def entries(self, most: int | None = LISTED) -> tuple[list[Entry], bool]:
        """Return what is in the folder, by name, and whether there is more than was looked at.

        Args:
            most: how many things are looked at; None is all.
        """
        with os.scandir(self._descriptor) as listing:
            kinds = ((entry.name, _kind_of(entry)) for entry in islice(listing, most))
            found = [Entry(name, kind) for name, kind in kinds if kind]
            more = most is not None and next(listing, None) is not None
        return sorted(found, key=lambda entry: entry.name), more

    def kind(self, name: str) -> str:
        """Return what something in the folder is, for a sentence."""
        return _kind(os.stat(name, dir_fd=self._descriptor, follow_symlinks=False).st_mode)

    @contextmanager
    def opened(self, name: str) -> Iterator[int]:
        """Open a regular file of the folder for reading, and yield its descriptor.

        Raises:
            NotOpenedError: it is a link, a pipe, or something else that is no file.
            OSError: it is not there, or cannot be read.
        """
        try:
            descriptor = os.open(name, os.O_RDONLY | _ALWAYS, dir_fd=self._descriptor)
        except OSError as error:
            # A link, and a socket.
            if error.errno in (errno.ELOOP, errno.ENXIO):
                raise NotOpenedError(self.kind(name)) from None
            raise
        try:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise NotOpenedError(_kind(mode))
            yield descriptor
        finally:
            os.close(descriptor)

    def read(self, name: str, most: int) -> bytes:
        """Return the bytes of a file of the folder.

        Args:
            name: the file's name.
            most: how many bytes it may have.

        Raises:
            TooLargeError: it has more; then none are read.
            OSError: as `opened` raises it.
        """
        with self.opened(name) as descriptor, os.fdopen(descriptor, "rb", closefd=False) as file:
            if os.fstat(descriptor).st_size > most:
                raise TooLargeError(f"more than {most} bytes")
            data = file.read(most + 1)
        if len(data) > most:  # it grew meanwhile
            raise TooLargeError(f"more than {most} bytes")
        return data

    def size(self, name: str) -> int:
        """Return how many bytes a file of the folder has; raises what `opened` does."""
        with self.opened(name) as descriptor:
            return os.fstat(descriptor).st_size

    def replace(self, name: str, content: str) -> None:
        """Write a file in one step, so that nobody finds half of it; it is read-only."""
        part = f".{secrets.token_hex(8)}.part"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(part, flags, 0o600, dir_fd=self._descriptor)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(content)
                os.fchmod(descriptor, 0o444)
            os.replace(part, name, src_dir_fd=self._descriptor, dst_dir_fd=self._descriptor)
        except BaseException:
            os.unlink(part, dir_fd=self._descriptor)
            raise

    def remove(self, name: str) -> None:
        """Remove a file of the folder, if it is there; of a link, the link."""
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self._descriptor)


@contextmanager
def lesson_folder(path: Path) -> Iterator[Folder]:
    """Open a student's folder for a lesson, STUDENT/LESSON in a folder of the course, and yield it.

    Raises:
        NotOpenedError: it is a link, or no folder, or that of the student is.
        OSError: it is not there, or cannot be read.
    """
    with (
        Folder.at(path.parent.parent) as top,
        top.folder(path.parent.name) as home,
        home.folder(path.name) as folder,
    ):
        yield folder


@contextmanager
def made_lesson_folder(path: Path) -> Iterator[Folder]:
    """Open the same folder, which is made if it is not there; raises NotOpenedError alike."""
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    with (
        Folder.at(path.parent.parent) as top,
        top.made(path.parent.name) as home,
        home.made(path.name) as folder,
    ):
        yield folder


def _kind_of(entry: os.DirEntry[str]) -> str | None:
    """Return what something is, or None if it is gone meanwhile."""
    if entry.is_symlink():
        return "a link"
    if entry.is_dir(follow_symlinks=False):
        return "a folder"
    if entry.is_file(follow_symlinks=False):
        return "a file"
    try:
        return _kind(entry.stat(follow_symlinks=False).st_mode)
    except FileNotFoundError:
        return None


def _kind(mode: int) -> str:
    return next((kind for holds, kind in _KINDS if holds(mode)), "a device")
