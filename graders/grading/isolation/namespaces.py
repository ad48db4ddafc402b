"""Namespaces in which there is no network: a second wall, where the system allows it."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys

_NEWUSER, _NEWIPC, _NEWNET = 0x10000000, 0x08000000, 0x40000000


def unshare() -> None:
    """Move the calling process, which has one thread, into namespaces of its own.

    Raises:
        OSError: the system does not allow it.
    """
    user, group = os.getuid(), os.getgid()
    if ctypes.CDLL(None, use_errno=True).unshare(_NEWUSER | _NEWIPC | _NEWNET):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), "unshare")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(text)


def can_unshare() -> bool:
    """Return whether `unshare` works here: a process that ends at once tries it."""
    if not sys.platform.startswith("linux"):
        return False
    attempt = [sys.executable, "-P", "-m", __name__]
    return subprocess.run(attempt, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    unshare()
