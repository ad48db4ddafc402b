"""The folders in which submissions run."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess


def remove_tree(folder: str) -> None:
    """Remove a folder with whatever a submission left in it, however deep."""
    with contextlib.suppress(OSError, RecursionError):
        shutil.rmtree(folder)
    if os.path.exists(folder):  # too deep for Python, or folders that cannot be listed
        subprocess.run(["chmod", "-R", "u+rwx", "--", folder], check=False, capture_output=True)
        subprocess.run(["rm", "-rf", "--", folder], check=False, capture_output=True)
