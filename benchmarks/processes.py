"""Run a command, and find out what all of its processes together cost."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_ADOPT = 36
"""PR_SET_CHILD_SUBREAPER: orphaned descendants become our children, and we can wait for them."""

ORPHANS_SECONDS = 20.0
TICK = os.sysconf("SC_CLK_TCK")


class BenchmarkError(RuntimeError):
    """Something that is measured did not run as it should; its numbers would mean nothing."""


class Watching(Protocol):
    """Whatever looks at a command's processes while they run.

    Args:
        seconds: how long it waits from one look to the next.
    """

    seconds: float

    def look(self, process: int) -> None:
        """Look at the process, and at those that it started."""
        ...


@dataclass(frozen=True)
class Ran:
    """What one run of a command took.

    Args:
        wall: seconds from its start to its end.
        cpu: seconds of processor time of the command and of everything that it started.
        status: its exit status.
        output: what it wrote, to either stream.
    """

    wall: float
    cpu: float
    status: int
    output: str


def run(
    command: Sequence[str],
    cwd: Path,
    env: Mapping[str, str] | None = None,
    watching: Watching | None = None,
) -> Ran:
    """Run a command to its end, and wait for every process that it leaves behind.

    The kernel adds a process's time to its parent's when the parent waits for it. Processes that
    outlive their parent are adopted and waited for here, so nothing is lost.

    Args:
        command: the program and its arguments.
        cwd: where it runs.
        env: its environment; None is ours.
        watching: looks at it meanwhile.

    Raises:
        BenchmarkError: it left processes behind that do not end.
    """
    ctypes.CDLL(None, use_errno=True).prctl(_ADOPT, 1, 0, 0, 0)
    others = _own_children()
    before, started = _children_cpu(), time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            list(command), cwd=cwd, env=env, stdout=said, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                status = process.wait(watching.seconds if watching else None)
                break
            if watching:
                watching.look(process.pid)
        wall = time.perf_counter() - started
        _wait_for_orphans(command, others)
        said.seek(0)
        output = said.read().decode("utf-8", "replace")
    return Ran(wall, _children_cpu() - before, status, output)


def _children_cpu() -> float:
    """Return the processor time of all that this process has waited for, and of their children."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _own_children() -> set[int]:
    """Return the processes whose parent this one is."""
    paths = Path("/proc/self/task").glob("*/children")
    return {int(process) for path in paths for process in path.read_text().split()}


def _wait_for_orphans(command: Sequence[str], others: set[int]) -> None:
    """Wait for what the command left behind and this process adopted."""
    deadline = time.monotonic() + ORPHANS_SECONDS
    while left := _own_children() - others:
        if time.monotonic() > deadline:
            raise BenchmarkError(f"{' '.join(command)} left processes behind that do not end.")
        for process in left:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(process, os.WNOHANG)
        time.sleep(0.02)


@dataclass(frozen=True)
class Process:
    """One process as /proc shows it.

    Args:
        id, parent: its number, and its parent's.
        cpu: seconds of processor time that it has used.
        waited: seconds that the processes had used for whose end it has waited.
    """

    id: int
    parent: int
    cpu: float
    waited: float


def processes() -> dict[int, Process]:
    """Return all processes of this machine, by id."""
    found = {}
    for name in os.listdir("/proc"):
        if name.isdecimal():
            one = process_of(int(name))
            if one is not None:
                found[one.id] = one
    return found


def process_of(number: int) -> Process | None:
    """Return one process, or None if it has ended."""
    try:
        text = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    fields = text.rpartition(")")[2].split()
    own, system, waited, waited_system = (int(ticks) / TICK for ticks in fields[11:15])
    return Process(number, int(fields[1]), own + system, waited + waited_system)


def descendants(process: int) -> list[Process]:
    """Return a process and all that it started, directly or not, as far as they still run."""
    everything = processes()
    found: list[Process] = []
    queue = [process]
    while queue:
        at = queue.pop()
        if at in everything:
            found.append(everything[at])
            queue += [p.id for p in everything.values() if p.parent == at]
    return found
