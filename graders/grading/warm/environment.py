"""The environment of a warm parent and of its kernels: nothing that a submission must not know."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

ONE_CORE = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}
"""What keeps NumPy in one thread: there are as many processes as cores."""

LOCALE = ("LANG", "LC_ALL", "LC_CTYPE", "TZ")
"""What is taken over from whoever asks."""


OPTIONS = {
    "HistoryManager": {"enabled": False},  # no database and no thread that writes to it
    "IPKernelApp": {"ignore_cwd": True},  # files that a student wrote hide none of our modules
}
"""How ipykernel is configured."""

LAST = ""
"""The end of the path on which modules are looked for: where the process is. What a notebook writes
with `%%writefile` can be imported, and is found only where the environment has no such module."""

ARGUMENTS = (
    *(f"--{name}.{key}={value}" for name, of in OPTIONS.items() for key, value in of.items()),
    f"--IPKernelApp.exec_lines=__import__('sys').path.append({LAST!r})",
)
"""The same for a kernel that is started as a program."""


def environment(home: str) -> dict[str, str]:
    """Return the variables of a process whose own folder is `home`."""
    return {
        **ONE_CORE,
        "HOME": home,
        "PATH": os.defpath,
        "IPYTHONDIR": str(Path(home, "ipython")),
        "MPLCONFIGDIR": str(Path(home, "matplotlib")),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "KERAS_HOME": str(Path(home, "keras")),
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def alone(home: str) -> dict[str, str]:
    """Return the variables that a kernel needs which is started as a program, beside ours.

    It runs with our rights and finds our packages, but no IPython profile of ours, and it writes
    none.
    """
    given = environment(home)
    ours = ("IPYTHONDIR", "TF_CPP_MIN_LOG_LEVEL", "PYTHONDONTWRITEBYTECODE")
    return {**{name: given[name] for name in ours}, "PYTHONSAFEPATH": "1"}


def taken(given: Mapping[str, str], *more: str) -> dict[str, str]:
    """Return what is taken over of an environment: the locale, and the variables named."""
    return {name: given[name] for name in (*LOCALE, *more) if name in given}
