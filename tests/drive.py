"""Run `graders` or `nbgrader` in a process of its own, with the miniature lesson among the lessons.

    python drive.py ASSIGNMENTS KERNEL ARGUMENT...

ASSIGNMENTS holds the built miniature lesson. KERNEL is "real"; or "short": real ones, and little
time for everything, as attacks get; or "fake": then workers run notebooks in their own process,
each for a moment, and a notebook in which stands `# kill` kills the worker that runs it. Where the
first argument is the word nbgrader, the rest is for nbgrader's command.
"""

from __future__ import annotations

import functools
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

SECONDS = 0.08
"""How long a fake kernel takes, about."""


def fake_kernels() -> None:
    """Let this process, a worker, run notebooks itself."""
    import conftest

    import graders.grading.submission

    def run(notebook: Any, *rest: Any) -> Any:
        if any("# kill" in cell.source for cell in notebook.cells):
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(SECONDS * random.uniform(0.5, 1.5))
        return conftest._run_here(notebook, *rest)

    graders.grading.submission.run_notebook = run


def short_limits() -> None:
    """Let this process give submissions no more time than the attacks on its own steps get."""
    from attacks.limits import LIMITS

    from graders.grading.running.observed import Limits

    defaults = tuple(getattr(LIMITS, name) for name in Limits.__dataclass_fields__)
    Limits.__init__.__defaults__ = defaults


def main(assignments: Path, kernel: str, arguments: list[str]) -> int:
    import conftest
    import pytest

    import graders.grading.driver.cluster
    from graders.cli import main as graders_main

    conftest.among_the_lessons(pytest.MonkeyPatch(), assignments)
    if kernel == "fake":
        from drive import fake_kernels as prepare  # by the name under which workers find it

        graders.grading.driver.cluster.Cluster = functools.partial(
            graders.grading.driver.cluster.Cluster, prepare=prepare
        )
    if kernel == "short":
        short_limits()
    if arguments[0] == "nbgrader":
        from nbgrader.apps.nbgraderapp import main as nbgrader_main

        sys.argv = arguments
        return int(nbgrader_main() or 0)
    return graders_main(arguments)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
