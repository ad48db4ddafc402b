"""What must be the same for whoever grades, so that every submission is judged alike."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import graders

PARTS = ("cells.py", "exercise.py", "grading", "judging", "notebook")
"""What of this package decides on a result."""


@dataclass(frozen=True)
class Versions:
    """What must be the same on both sides for the results to be the same.

    Args:
        graders: the version of this package.
        code: the digest of its files, which may differ where the version does not.
        python: the version of Python, without its last number.
    """

    graders: str
    code: str
    python: str

    def __str__(self) -> str:
        return f"graders {self.graders} ({self.code}) and Python {self.python}"


@cache
def versions() -> Versions:
    """Return the versions of this process."""
    home = Path(graders.__file__).parent
    code = hashlib.sha256()
    for part in PARTS:
        paths = [home / part] if part.endswith(".py") else sorted((home / part).rglob("*.py"))
        for path in paths:
            code.update(f"{path.relative_to(home)}\0".encode() + path.read_bytes())
    python = ".".join(platform.python_version_tuple()[:2])
    return Versions(graders.__version__, code.hexdigest()[:8], python)


def other_versions(who: str, theirs: object, ours: Versions | None = None) -> str:
    """Return what to say of a worker or a scheduler that has other versions."""
    return (
        f"{who} has {theirs}; here it is {ours or versions()}. The same were expected, so that "
        "every submission is judged alike. Install the same version there, and grade again."
    )
