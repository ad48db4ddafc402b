"""What the students' own code costs: the limit below which no grader can come.

`python -m benchmarks.students FOLDER` runs the cells that stand in the files of a folder, in
kernels that have imported everything and have drawn a figure, and prints JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager
from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from benchmarks.house import Lesson
from benchmarks.processes import BenchmarkError, process_of, run
from benchmarks.submissions import Submission
from graders.cells import role
from graders.grading.handed_in.idle import idle_experiments, is_card
from graders.grading.warm.parent import IMPORTED
from graders.paths import ROOT, student_notebook

FIRST = 3
"""How many kernels are started, of which each runs one notebook as its first."""

ONE_CORE = {
    **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")},
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
"""What the kernels that grade have in their environment, too."""

WARM = "\n".join(
    [
        *(f"import {name}" for name in IMPORTED if "grading" not in name),
        "import matplotlib.pyplot as plt",
        "plt.plot([1.0, 2.0], label='a'); plt.title('title'); plt.xlabel('$a_{t}$'); plt.legend();",
    ]
)


@dataclass(frozen=True)
class Own:
    """Seconds of processor time of one notebook's code, without its check cells.

    Args:
        again: of the cells that our grading runs, in a process that has run such notebooks before.
        first: the same in a process that has imported everything and has run nothing yet.
        whole: of all cells, the lesson's own experiments too, in a process as for `again`.
    """

    again: float
    first: float
    whole: float


def own_code(lesson: Lesson, submissions: Sequence[Submission], rounds: int) -> Own:
    """Measure the code of submissions.

    Args:
        lesson: the lesson.
        submissions: whose code.
        rounds: how often each notebook is run.

    Raises:
        BenchmarkError: it cannot be measured.
    """
    with tempfile.TemporaryDirectory() as folder:
        with lesson.at_home():
            template = nbformat.read(student_notebook(lesson.name), as_version=4)
        for one in submissions:
            notebook = nbformat.reads(one.content, as_version=4)
            cells = {"graded": graded_code(notebook, template), "whole": code_of(notebook)}
            Path(folder, f"{one.student}.json").write_text(json.dumps(cells), encoding="utf-8")
        ran = run([sys.executable, "-m", "benchmarks.students", folder, str(rounds)], ROOT)
    if ran.status:
        raise BenchmarkError(f"The code of {lesson.name} cannot be run by itself: {ran.output}")
    return Own(**json.loads(ran.output.splitlines()[-1]))


def code_of(notebook: NotebookNode) -> list[str]:
    """Return the code cells of a notebook that are no check cells."""
    return [
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "code" and role(cell) != "check" and cell.source.strip()
    ]


def graded_code(notebook: NotebookNode, template: NotebookNode) -> list[str]:
    """Return the code cells that our grading runs: without what nobody uses."""
    idle = idle_experiments(notebook, template)
    return code_of(
        new_notebook(cells=[c for c in notebook.cells if c.id not in idle and not is_card(c)])
    )


class _WarmKernel:
    """A kernel that has everything imported. Use it as a context manager."""

    def __enter__(self) -> _WarmKernel:
        self._folder = tempfile.TemporaryDirectory()
        self._manager = KernelManager(kernel_name="python3")
        env = {**os.environ, **ONE_CORE}
        self._manager.start_kernel(env=env, cwd=self._folder.name)
        self._client: BlockingKernelClient = self._manager.client()
        self._client.start_channels()
        self._client.wait_for_ready(timeout=60)
        self._process = self._manager.provisioner.pid
        self.cpu([WARM])
        return self

    def __exit__(self, *details: object) -> None:
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)
        self._folder.cleanup()

    def cpu(self, cells: Sequence[str]) -> float:
        """Run cells and return the processor time that the kernel used for them."""
        before = process_of(self._process)
        for source in cells:
            self._client.execute_interactive(
                source, store_history=False, timeout=120, output_hook=lambda message: None
            )
        after = process_of(self._process)
        if before is None or after is None:
            raise BenchmarkError("A kernel ended before its time.")
        return after.cpu - before.cpu


def main(folder: Path, rounds: int) -> None:
    """Measure, and print what was found as JSON."""
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    notebooks, whole = ([each[part] for each in read] for part in ("graded", "whole"))
    first = []
    for cells in [*notebooks, *notebooks][:FIRST]:
        with _WarmKernel() as kernel:
            first.append(kernel.cpu(cells))
            if len(first) == FIRST:
                again = [kernel.cpu(each) for _ in range(rounds) for each in notebooks]
                everything = [kernel.cpu(each) for _ in range(rounds) for each in whole]
    found = {
        "again": statistics.mean(again),
        "first": statistics.median(first),
        "whole": statistics.mean(everything),
    }
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
