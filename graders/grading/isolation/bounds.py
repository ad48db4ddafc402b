"""How much a submission may use of a machine."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True)
class Bounds:
    """What one submission's process may use.

    The process's own limits hold at once; what is said to be watched is looked at several times
    a second, and a process that is over it is killed.

    Args:
        memory_bytes: address space beyond what the warm parent had mapped before it forked.
        cpu_seconds: processor time of all threads together.
        open_files: file descriptors.
        file_bytes: the size of one file.
        written_bytes: all files of the scratch folder together, and all that was ever written;
            watched.
        files: files and folders in the scratch folder; watched.
        threads: threads; watched.
    """

    memory_bytes: int = 4096 * MIB
    cpu_seconds: int = 900
    open_files: int = 256
    file_bytes: int = 64 * MIB
    written_bytes: int = 256 * MIB
    files: int = 4_000
    threads: int = 256
