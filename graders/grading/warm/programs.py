"""What stands for other programs in a kernel that can start none.

In an ordinary kernel a line such as `!pip install` never stops its cell, whatever comes of it.
Where no program can be started, IPython's own way of starting one raises, and the cell is lost.
"""

from __future__ import annotations

import sys
from typing import Any

SCRIPTS = ("script", "bash", "sh", "perl", "ruby", "js", "python", "python2", "python3", "pypy")
"""Cell magics that give the cell to another program."""

INSTALLERS = ("pip", "conda", "mamba", "micromamba", "uv")
"""Line magics that look for a program before they start it."""

LONGEST = 60
"""How much of a line is repeated."""


def without_programs(shell: Any) -> None:
    """Let lines for other programs say that they do nothing here, and let their cells go on.

    Args:
        shell: IPython's shell in a kernel that is isolated.
    """
    from IPython.utils.text import SList

    def nothing(line: str, *others: Any) -> None:
        first = line.strip().partition("\n")[0]
        cut = first[:LONGEST] + ("..." if len(first) > LONGEST else "")
        sys.stderr.write(
            "Other programs cannot be started where notebooks are graded: "
            f"`{cut}` did nothing, and the cell goes on.\n"
        )
        shell.user_ns["_exit_code"] = 127  # a shell's number for a program that is not there

    def no_output(line: str, *others: Any, **more: Any) -> Any:
        nothing(line)
        return SList()

    shell.system = shell.system_raw = shell.system_piped = nothing
    shell.getoutput = no_output
    for name in SCRIPTS:
        shell.register_magic_function(_script(name, nothing), "cell", name)
    for name in INSTALLERS:
        shell.register_magic_function(_installer(name, nothing), "line", name)


def _script(name: str, nothing: Any) -> Any:
    def script(line: str, cell: str) -> None:
        nothing(f"%%{name} {line}")

    return script


def _installer(name: str, nothing: Any) -> Any:
    def installer(line: str) -> None:
        nothing(f"%{name} {line}")

    return installer
