"""The folders in which submissions run."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile

LONGEST = 103
"""How long the path of a socket may be, on every system."""

ALIVE = "alive"
"""The file by which a folder is known to be in use; see `mark_alive`."""

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


def mark_alive(folder: str) -> int:
    """Mark a folder as one that is in use, for as long as the descriptor is open that is returned.

    Processes that inherit the descriptor keep the mark, too; the system takes it away with the last
    of them, however that ends.
    """
    import fcntl  # there is none on Windows, where nothing is forked

    path = os.path.join(folder, ALIVE)
    descriptor = os.open(f"{path}.part", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    os.rename(f"{path}.part", path)  # nobody finds it without its lock
    return descriptor


def sweep(prefix: str, within: str) -> None:
    """Remove folders that were marked as alive by processes of ours that were killed.

    Args:
        prefix: what the folders' names begin with.
        within: where to look for them.
    """
    import fcntl

    for entry in os.scandir(within):
        if not entry.name.startswith(prefix) or not entry.is_dir(follow_symlinks=False):
            continue
        with contextlib.suppress(OSError):  # it is alive, somebody else's, or gone meanwhile
            if entry.stat(follow_symlinks=False).st_uid != os.getuid():
                continue
            descriptor = os.open(os.path.join(entry.path, ALIVE), os.O_RDWR | os.O_NOFOLLOW)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                remove_tree(entry.path)
            finally:
                os.close(descriptor)


def remove_tree(folder: str) -> None:
    """Remove a folder with whatever a submission left in it, however deep."""
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(folder)
    if os.path.exists(folder):  # too deep for Python, or folders that cannot be listed
        subprocess.run(["chmod", "-R", "u+rwx", "--", folder], check=False, capture_output=True)
        subprocess.run(["rm", "-rf", "--", folder], check=False, capture_output=True)
