"""Watching what a running submission uses, where the system has no limit of its own."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graders.grading.isolation.bounds import MIB, Bounds

LONGEST_PATH = 2_000


@dataclass(frozen=True)
class Watch:
    """A process and what it may use.

    Args:
        process: its id.
        scratch: the folders in which it writes.
        bounds: how much it may use.
    """

    process: int
    scratch: Sequence[str]
    bounds: Bounds

    def over(self) -> str | None:
        """Return a sentence on what the process uses too much of, or None."""
        try:
            threads = len(os.listdir(f"/proc/{self.process}/task"))
            written, files = self._written()
            written = max(written, self._ever_written())
        except (FileNotFoundError, ProcessLookupError):
            return None  # it has ended meanwhile
        except OSError as error:
            return f"What it does could not be seen ({error.strerror})."
        bounds = self.bounds
        if threads > bounds.threads:
            return f"It started {threads} threads; {bounds.threads} are allowed."
        if files > bounds.files:
            return f"It made more than {bounds.files} files."
        if written > bounds.written_bytes:
            return f"It wrote more than {bounds.written_bytes // MIB} MB of files."
        return None

    def _written(self) -> tuple[int, int]:
        """Return bytes and number of the files that it made, as far as the bounds."""
        written = files = 0
        for size in self._sizes():
            files += 1
            written += size
            if files > self.bounds.files or written > self.bounds.written_bytes:
                break
        return written, files

    def _ever_written(self) -> int:
        """Return the bytes that it wrote in all, whether their files can still be found or not."""
        with open(f"/proc/{self.process}/io", encoding="ascii") as file:
            counters = dict(line.split(": ") for line in file.read().splitlines())
        return max(int(counters["wchar"]), int(counters["write_bytes"]))

    def _sizes(self) -> Iterator[int]:
        """Yield the size of each file: those in the folders, and open ones without a name."""
        folders = list(self.scratch)
        while folders:
            try:
                with os.scandir(folders.pop()) as entries:
                    for entry in entries:
                        yield entry.stat(follow_symlinks=False).st_blocks * 512
                        if not entry.is_dir(follow_symlinks=False):
                            continue
                        if len(entry.path) > LONGEST_PATH:
                            yield self.bounds.written_bytes + 1
                        folders.append(entry.path)
            except (FileNotFoundError, NotADirectoryError):
                continue  # removed meanwhile
        descriptors = f"/proc/{self.process}/fd"
        for name in os.listdir(descriptors):
            try:
                found = os.stat(f"{descriptors}/{name}")
            except FileNotFoundError:
                continue  # closed meanwhile
            if stat.S_ISREG(found.st_mode) and not found.st_nlink:
                yield found.st_blocks * 512
