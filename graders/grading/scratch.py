"""The folders in which submissions run."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile

LONGEST = 103
"""How long the path of a socket may be, on every system."""

NAME = 8
"""How many letters a temporary folder gets after its prefix."""

KERNEL = len("/kernel-ipc-5")
"""How much longer than its folder the path of a kernel's sockets is."""

WORKER = 2 * (len("/graders-") + NAME) + KERNEL
"""The same for a folder with a folder for each worker, in which are those of kernels."""


def make_folder(prefix: str = "graders-", within: str | None = None, *, room: int = KERNEL) -> str:
    """Make a temporary folder that only its owner can enter, and return its path.

    Args:
        prefix: what its name begins with.
        within: the folder to make it in; None is the system's own (TMPDIR), or /tmp where the path
            of that is too long for sockets.
        room: how much longer than the folder's the path of a socket in it may be.
    """
    longest = LONGEST - room - len(f"/{prefix}") - NAME
    if within is None and len(tempfile.gettempdir()) > longest:
        within = "/tmp"
    return tempfile.mkdtemp(prefix=prefix, dir=within)


def remove_tree(folder: str) -> None:
    """Remove a folder with whatever a submission left in it, however deep."""
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(folder)
    if os.path.exists(folder):  # too deep for Python, or folders that cannot be listed
        subprocess.run(["chmod", "-R", "u+rwx", "--", folder], check=False, capture_output=True)
        subprocess.run(["rm", "-rf", "--", folder], check=False, capture_output=True)
