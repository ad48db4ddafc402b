"""What this machine has to isolate submissions with."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from graders.errors import RefusalError

CONTAINER = (
    "Grade in a Linux container (docs/instructors.md, 'On macOS and Windows'), or name "
    "--isolation none if you trust everybody who handed something in."
)


class IsolationError(RefusalError):
    """This machine cannot isolate submissions; the text says what to install."""


@dataclass(frozen=True)
class Layer:
    """One means of isolation.

    Args:
        name: what it is called.
        guards: what it keeps submissions from.
        present: whether this machine has it.
        needed: whether grading refuses without it.
        detail: its version, or why it is missing and what to do.
    """

    name: str
    guards: str
    present: bool
    needed: bool
    detail: str


def layers() -> tuple[Layer, ...]:
    """Return every layer, whether this machine has it or not."""
    return (*_needed(), _namespaces())


def _needed() -> tuple[Layer, ...]:
    return (
        _examined("Landlock", "reading and writing files, signals to others", _landlock),
        _examined(
            "seccomp", "the network, other processes, new processes, shared memory", _seccomp
        ),
        _examined("limits", "memory, processor time, open files, bytes written, threads", _limits),
    )


def _examined(name: str, guards: str, examine: Callable[[], str]) -> Layer:
    """Return a layer that is needed; `examine` returns its version, or says what is missing."""
    try:
        if not sys.platform.startswith("linux"):
            raise _MissingError(_not_linux())
        return Layer(name, guards, True, True, examine())
    except _MissingError as missing:
        return Layer(name, guards, False, True, str(missing))
    except ImportError as error:
        return Layer(name, guards, False, True, _install(str(error.name)))


class _MissingError(Exception):
    """A layer is missing; the text says why, and what to do."""


def can_isolate() -> bool:
    """Return whether this machine has every layer that is needed."""
    return all(layer.present for layer in _needed())


def require_isolation() -> None:
    """Make sure that submissions can be isolated here.

    Raises:
        IsolationError: a needed layer is missing.
    """
    missing = [layer for layer in _needed() if not layer.present]
    if missing:
        reasons = " ".join(f"{layer.name} is missing: {layer.detail}" for layer in missing)
        raise IsolationError(f"Submissions cannot be isolated on this machine. {reasons}")


def _landlock() -> str:
    from landlockpy import abi_version

    abi = abi_version()
    if abi:
        return f"version {abi}"
    raise _MissingError(
        f"Linux {platform.release()} does not offer it. Linux 5.13 or newer was expected, with "
        "landlock among its security modules: add it to the boot parameter lsm=, or update. "
        "Otherwise: " + CONTAINER
    )


def _seccomp() -> str:
    try:
        import pyseccomp
    except (OSError, RuntimeError):
        raise _MissingError(
            "its library libseccomp was not found. Install it: `apt-get install libseccomp2`, or "
            "`dnf install libseccomp`."
        ) from None
    if not os.path.exists("/proc/sys/kernel/seccomp/actions_avail"):
        raise _MissingError(f"Linux {platform.release()} was built without it. " + CONTAINER)
    return f"filters, interface {pyseccomp.get_api()}"


def _limits() -> str:
    return "resource limits, and a watch over each process"


@cache
def _namespaces() -> Layer:
    from graders.grading.isolation.namespaces import can_unshare

    name, guards = "namespaces", "the network and shared memory, a second time"
    if can_unshare():
        return Layer(name, guards, True, False, "user, network and IPC namespaces of their own")
    return Layer(name, guards, False, False, "not allowed here; grading does not need them")


def _not_linux() -> str:
    return f"it is a part of Linux, and this is {platform.system() or sys.platform}. " + CONTAINER


def _install(package: str) -> str:
    return f"the Python package {package} is not installed. Install it: `pip install {package}`."
