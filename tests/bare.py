"""Empty environments in which wheels are tried."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bare_pythons import LOCKS, found

from graders.paths import ROOT

WHEELS = Path(sys.prefix, "wheels")
"""Where `make setup` puts what the environments need."""


@dataclass(frozen=True)
class Bare:
    """An environment that holds the thin wheel, NumPy, matplotlib, and what these need."""

    python: str
    folder: Path

    def run(self, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
        """Run its Python, which sees nothing of this one, and return what it said."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "MPL"))}
        environment = {**kept, "MPLBACKEND": "agg", **more.pop("env", {})}
        return subprocess.run(
            [self.python, "-I", *arguments],
            cwd=more.pop("cwd", self.folder), env=environment, capture_output=True, text=True,
            check=False, timeout=300, **more,
        )  # fmt: skip


def make_bare(folder: Path, lock: str, version: str, *wheels: Path) -> Bare:
    """Make an empty environment and install into it, without an index, what a lock names."""
    pythons = found()
    if version not in pythons:
        pytest.skip(f"not run: there is no Python {version} here")
    if not WHEELS.is_dir():
        pytest.fail(
            f"The wheels for an empty environment are not in {WHEELS}. `make setup` fetches them: "
            "run it again."
        )
    _call([pythons[version], "-m", "venv", "--without-pip", str(folder)])
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps"]
    pip += ["--disable-pip-version-check", "--no-index", "--no-compile"]
    _call([*pip, "--find-links", str(WHEELS), "--require-hashes", "-r", str(LOCKS[lock])])
    _call([*pip, *map(str, wheels)])
    return Bare(str(python), folder)


def _call(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
