"""The folders in which submissions run."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile

LONGEST = 38
"""How long the path of the folder may be that holds temporary folders. The system limits the path
of a socket to about a hundred characters, and a kernel's sockets lie three folders deeper."""


def make_folder(prefix: str = "graders-", within: str | None = None) -> str:
    """Make a temporary folder that only its owner can enter, and return its path.

    Args:
        prefix: what its name begins with.
        within: the folder to make it in; None is the system's own (TMPDIR), or /tmp where the path
            of that is too long for sockets.
    """
    if within is None and len(tempfile.gettempdir()) > LONGEST:
        within = "/tmp"
    return tempfile.mkdtemp(prefix=prefix, dir=within)


def remove_tree(folder: str) -> None:
    """Remove a folder with whatever a submission left in it, however deep."""
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(folder)
    if os.path.exists(folder):  # too deep for Python, or folders that cannot be listed
        subprocess.run(["chmod", "-R", "u+rwx", "--", folder], check=False, capture_output=True)
        subprocess.run(["rm", "-rf", "--", folder], check=False, capture_output=True)
