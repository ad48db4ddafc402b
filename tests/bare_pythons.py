"""Fetches the few wheels that a learner's machine needs, for each Python that is here.

`make setup` runs it: `python tests/bare_pythons.py FOLDER`. The tests then install from that
folder, without an index. Everything has a hash in tests/installed/.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent / "installed"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
LOCKS = {"newest": HERE / "newest.lock", "oldest": HERE / "oldest.lock"}
THIS = "{}.{}".format(*sys.version_info)


def found() -> dict[str, str]:
    """Return the Pythons of this machine that run, by version: this one, on PATH, in pyenv."""
    there = {}
    for version in PYTHONS:
        candidates = [shutil.which(f"python{version}")]
        pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
        candidates += map(str, sorted(pyenv.glob(f"{version}.*/bin/python{version}")))
        if version == THIS:
            candidates.insert(0, sys.executable)
        runs = next((path for path in candidates if path and _is(path, version)), None)
        if runs:
            there[version] = runs
    return there


def _is(path: str, version: str) -> bool:
    program = "import sys, venv; print('{}.{}'.format(*sys.version_info))"
    done = subprocess.run([path, "-c", program], capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.strip() == version


def environments() -> list[tuple[str, str]]:
    """Return what is tried, (lock, version): the newest on each Python, the oldest on this one."""
    return [*(("newest", version) for version in PYTHONS), ("oldest", THIS)]


def main(folder: str) -> int:
    """Download, and say what was not fetched because there is no such Python."""
    there = found()
    for lock, version in environments():
        if version not in there:
            continue
        command = [sys.executable, "-m", "pip", "download", "--quiet"]
        command += ["--disable-pip-version-check", "--require-hashes", "--no-deps"]
        command += ["--only-binary=:all:", "--python-version", version, "--dest", folder]
        done = subprocess.run([*command, "-r", str(LOCKS[lock])], check=False)
        if done.returncode:
            return done.returncode
    missing = [version for version in PYTHONS if version not in there]
    if missing:
        sys.stdout.write(f"Python {', '.join(missing)}: not here, so not tested with.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
