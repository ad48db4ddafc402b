"""Kernels forked from a warm parent: a process that has imported what every lesson imports.

`provisioner.ForkProvisioner` is what Jupyter finds by the name `graders-warm`. It speaks to the
parent through `client`; `parent` is that process, and `child` is what a kernel does between the
fork and its first request.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NAME = "graders-warm"
"""The kernel provisioner's entry point."""

LIBRARIES = ("tensorflow", "keras")
"""What a warm parent imports besides, where a lesson does: it takes seconds, and much memory."""

_IMPORTS = re.compile(rf"^\s*(import|from)\b.*\b({'|'.join(LIBRARIES)})\b", re.MULTILINE)


def libraries(sources: Iterable[str]) -> tuple[str, ...]:
    """Return what kernels should have imported when they start, to run such code at once."""
    return LIBRARIES if any(_IMPORTS.search(source) for source in sources) else ()
