"""Writing a small file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a file; whoever reads it meanwhile finds what was there before.

    Raises:
        OSError: it cannot be written; then nothing has changed.
    """
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(
            prefix=path.with_suffix("").name + "-", suffix=".tmp", dir=path.parent
        )
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, path)
    except BaseException:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise
