"""Which files a submission's process may read, and where it may write."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graders.paths import ASSIGNMENTS, PACKAGE, public_data

SYSTEM = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/share/fonts",
    "/usr/share/fontconfig",
    "/usr/share/locale",
    "/usr/share/zoneinfo",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/sys/devices/system/cpu",
    "/dev/random",
    "/dev/urandom",
)
"""What shared libraries, fonts, time zones and the count of processors need."""

DEVICES = ("/dev/null", "/dev/zero", "/dev/full")

OF_A_PREFIX = ("lib", "lib64", "share", "etc", "Lib")
"""The folders of a Python installation that its programs read."""

PUBLIC = (
    "__init__.py",
    "counts.py",
    "course_points.py",
    "course_settings.py",
    "data.py",
    "errors.py",
    "exercise.py",
    "extras.py",
    "paths.py",
    "publication.py",
    "frozen",
    "judging",
    "kinds.py",
    "made.py",
    "mistakes.py",
    "notebook",
    "probes",
    "question.py",
    "rungs.py",
    "settings.py",
    "watching.py",
    "ways.py",
    "wording.py",
)
"""What of this package a learner's own machine needs: neither contracts nor the grader."""


@dataclass(frozen=True)
class Places:
    """What a submission's process sees of the file system.

    Args:
        files: files, and folders with all that is in them, that may be read.
        folders: folders, with those in them, whose names may be listed.
        scratch: folders in which everything is allowed.
        sockets: the folder in which the kernel makes its own sockets.
    """

    files: tuple[str, ...]
    folders: tuple[str, ...]
    scratch: tuple[str, ...] = ()
    sockets: str | None = None


def places() -> Places:
    """Return what may be read: the Python environment, this package's public parts, public data."""
    roots = [Path(path) for path in SYSTEM]
    for prefix in sorted({sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}):
        roots += [Path(prefix, name) for name in OF_A_PREFIX]
        roots += [Path(prefix, "pyvenv.cfg")]
    roots += [Path(path) for path in sys.path if path and Path(path).name == "site-packages"]
    roots = [root.resolve() for root in roots if root.exists()]
    shown = [PACKAGE / name for name in PUBLIC] + [ASSIGNMENTS, *public_data()]
    files = [*_without(roots, PACKAGE.resolve()), *(path for path in shown if path.exists())]
    folders = [path for path in [*roots, PACKAGE, *shown] if path.is_dir()]
    return Places(_texts(files), _texts(folders))


def _without(roots: Iterable[Path], hidden: Path) -> Iterator[Path]:
    """Yield what covers the roots, but for one folder."""
    for root in roots:
        if root == hidden:
            continue
        if hidden.is_relative_to(root):
            yield from _without(sorted(root.iterdir()), hidden)
        else:
            yield root


def _texts(paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(os.fspath(path.resolve()) for path in paths))
