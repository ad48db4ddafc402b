"""Looking at the memory of a class that is being graded."""

from __future__ import annotations

import os
import re
import statistics
from pathlib import Path

from benchmarks.processes import descendants

KINDS = ("coordinator", "workers", "warm parents", "kernels")
"""What a class is graded by: the command, its workers, and what they start."""

WARM_PARENT = b"graders.grading.warm.parent"
PAGE = os.sysconf("SC_PAGE_SIZE")
MB = 1e6
_PRIVATE = re.compile(rb"^Private_(?:Clean|Dirty):\s+(\d+) kB", re.MULTILINE)


class Coordinator:
    """Writes down the resident memory of the coordinator, the process that is the command itself.

    Args:
        seconds: how long it waits from one look to the next.
    """

    def __init__(self, seconds: float = 0.5) -> None:
        self.seconds = seconds
        self.resident: list[float] = []

    def look(self, process: int) -> None:
        """Write down the coordinator's memory."""
        try:
            pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        except (OSError, IndexError):
            return
        if pages:
            self.resident.append(pages * PAGE / MB)

    def quarters(self, skipped: float) -> tuple[float, float]:
        """Return the median of the first and of the last quarter of the grading, in MB.

        Args:
            skipped: seconds at the beginning in which nothing was graded yet.
        """
        grading = self.resident[int(skipped / self.seconds) :] or self.resident
        quarter = max(1, len(grading) // 4)
        return statistics.median(grading[:quarter]), statistics.median(grading[-quarter:])


class Kernels:
    """Writes down the private memory of kernels, and what each kind of process has used.

    Args:
        seconds: how long it waits from one look to the next.
    """

    def __init__(self, seconds: float = 0.05) -> None:
        self.seconds = seconds
        self.private: dict[int, float] = {}
        self.used: dict[str, dict[int, float]] = {kind: {} for kind in KINDS}
        self._warm: set[int] = set()

    def look(self, process: int) -> None:
        """Look at all processes; keep the most that was seen of each."""
        for one in descendants(process):  # a parent comes before its children
            if one.id == process:
                self._keep("coordinator", one.id, one.cpu)
            elif one.parent in self._warm:
                held = private_memory(one.id)
                self.private[one.id] = max(held, self.private.get(one.id, 0.0))
            elif one.id in self._warm or _is_warm(one.id):
                self._warm.add(one.id)  # at its end it has no name any more
                self._keep("warm parents", one.id, one.cpu)
                self._keep("kernels", one.id, one.waited)  # exact: it waits for all of them
            else:
                self._keep("workers", one.id, one.cpu)

    def _keep(self, kind: str, process: int, cpu: float) -> None:
        self.used[kind][process] = max(cpu, self.used[kind].get(process, 0.0))

    def cpu(self) -> dict[str, float]:
        """Return the processor time that was seen by kind: less than there was, never more."""
        return {kind: sum(used.values()) for kind, used in self.used.items()}


def private_memory(process: int) -> float:
    """Return the memory in MB that no other process shares with this one; 0 if it has ended."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_bytes()
    except OSError:
        return 0.0
    return sum(map(int, _PRIVATE.findall(text))) * 1024 / MB


def _is_warm(process: int) -> bool:
    try:
        return WARM_PARENT in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
