"""Find the programs of this Python environment."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def find_programs() -> None:
    """Put this environment's programs on the PATH of this process and its children.

    nbgrader calls `alembic` by name when it makes a gradebook, and fails where an environment is
    used without being activated.
    """
    folder = str(Path(sys.executable).parent)
    alembic = shutil.which("alembic")
    if alembic is None or str(Path(alembic).parent) != folder:
        os.environ["PATH"] = os.pathsep.join([folder, os.environ.get("PATH", os.defpath)])
