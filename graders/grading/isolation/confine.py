"""Confine the calling process, for ever, to what a submission may do. Linux only.

There are two steps, because a Jupyter kernel needs sockets of its own: `confine` before any
thread is started, and `seal` when the sockets are there and before the student's code runs. The
first step binds files by Landlock and what is used by resource limits. The second removes, by
seccomp, every way to the network, to other processes and to what outlives the process.

Landlock: https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from collections.abc import Iterable

from landlockpy import AccessFS, Ruleset, Scope, fs_for_abi, scope_for_abi

from graders.grading.isolation.bounds import Bounds
from graders.grading.isolation.places import DEVICES, Places

NEWEST_ABI = 7
"""The version of Landlock whose rights are handled here, at most."""

_PR_SET_PDEATHSIG = 1
_CAPABILITY_VERSION = 0x20080522

_READ = AccessFS.READ_FILE
_SCRATCH = (
    AccessFS.READ_FILE
    | AccessFS.READ_DIR
    | AccessFS.WRITE_FILE
    | AccessFS.TRUNCATE
    | AccessFS.REMOVE_DIR
    | AccessFS.REMOVE_FILE
    | AccessFS.MAKE_DIR
    | AccessFS.MAKE_REG
    | AccessFS.MAKE_SYM
    | AccessFS.MAKE_FIFO
    | AccessFS.REFER
)
_SOCKETS = AccessFS.MAKE_SOCK | AccessFS.REMOVE_FILE | AccessFS.READ_DIR


def end_with_parent() -> None:
    """Let the system kill this process when the process that forked it ends."""
    _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def confine(places: Places, bounds: Bounds, abi: int = NEWEST_ABI) -> None:
    """Bind files and resources. Call it while the process has one thread.

    Args:
        places: what may be read and where may be written.
        bounds: how much may be used.
        abi: the newest version of Landlock to use, to see that an older one is enough.

    Raises:
        OSError: the system refuses a step; nothing of a student's may run then.
    """
    _write("/proc/self/oom_score_adj", "1000")  # the first to go when memory runs out
    _limit(bounds)
    handled = fs_for_abi(abi)
    with Ruleset(handled_fs=handled, scoped=_scopes(abi)) as rules:
        _allow(rules, places.files, _READ)
        _allow(rules, places.folders, AccessFS.READ_DIR)
        _allow(rules, [f"/proc/{os.getpid()}"], _READ | AccessFS.READ_DIR)
        _allow(rules, DEVICES, _READ | AccessFS.WRITE_FILE)
        _allow(rules, places.scratch, _SCRATCH)
        if places.sockets is not None:
            _allow(rules, [places.sockets], _SOCKETS)
        rules.restrict()
    _drop_capabilities()


def _scopes(abi: int) -> Scope:
    return scope_for_abi(abi) & (Scope.SIGNAL | Scope.ABSTRACT_UNIX_SOCKET)


def _allow(rules: Ruleset, paths: Iterable[str], access: AccessFS) -> None:
    for path in paths:
        if os.path.isdir(path):
            rules.allow_path(path, access)
        elif os.path.exists(path):
            rules.allow_path(path, access & (_READ | AccessFS.WRITE_FILE | AccessFS.TRUNCATE))


def _limit(bounds: Bounds) -> None:
    """Set resource limits that cannot be raised again."""
    mapped = int(_read("/proc/self/statm").split()[0]) * resource.getpagesize()
    for kind, most in (
        (resource.RLIMIT_AS, mapped + bounds.memory_bytes),
        (resource.RLIMIT_CPU, bounds.cpu_seconds),
        (resource.RLIMIT_NOFILE, bounds.open_files),
        (resource.RLIMIT_FSIZE, bounds.file_bytes),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a file too large is an OSError


def _drop_capabilities() -> None:
    """Give up what root may do beyond others. Nothing gives it back: there is no exec."""

    class Header(ctypes.Structure):
        _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))

    header = Header(_CAPABILITY_VERSION, 0)
    none = (ctypes.c_uint32 * 6)()
    if _libc().capset(ctypes.byref(header), ctypes.byref(none)):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), "capset")


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _read(path: str) -> str:
    with open(path, encoding="ascii") as file:
        return file.read()


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="ascii") as file:
        file.write(text)
