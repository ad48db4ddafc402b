"""Running a solved lesson as a learner would: in a real kernel, from top to bottom."""

from __future__ import annotations

import subprocess
import tempfile
import time

import nbformat
from nbclient import NotebookClient

from graders.authoring.build import solved_notebook
from graders.cells import role
from graders.grading.handed_in.idle import idle_experiments
from graders.lessons import load

MAX_SECONDS = 90.0


def run_solved(lesson: str, experiments: bool = True) -> list[str]:
    """Return what is wrong with a run of the solved notebook; empty when all is well.

    Wrong is: an error, anything on stderr, a check cell that does not show all of its points, and
    more than 90 seconds.

    Args:
        lesson: the lesson's name.
        experiments: whether to run those experiments, too, that grading leaves out.
    """
    notebook = solved_notebook(load(lesson))
    if not experiments:
        idle = idle_experiments(notebook, notebook)
        notebook.cells = [cell for cell in notebook.cells if cell.id not in idle]
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook,
            timeout=int(MAX_SECONDS),
            allow_errors=True,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
        )
        started = time.monotonic()
        client.execute(stderr=subprocess.DEVNULL)  # the kernel's own log, not the notebook's
        seconds = time.monotonic() - started
    complaints = [c for cell in notebook.cells for c in _complaints(cell)]
    if seconds > MAX_SECONDS:
        complaints.append(f"The lesson ran for {seconds:.0f} s, allowed are {MAX_SECONDS:.0f} s.")
    return complaints


def _complaints(cell: nbformat.NotebookNode) -> list[str]:
    found = []
    outputs = cell.get("outputs", [])
    first = cell.source.splitlines()[0] if cell.source else ""
    for output in outputs:
        if output.output_type == "error":
            found.append(f"Cell “{first}” raised {output.ename}: {output.evalue}")
        if output.output_type == "stream" and output.name == "stderr":
            found.append(f"Cell “{first}” wrote to stderr: {output.text[:200]}")
    marks = cell.metadata.get("nbgrader", {})
    if role(cell) == "check":
        shown = [o.data.get("text/plain") for o in outputs if o.output_type == "execute_result"]
        if [float(s) for s in shown] != [float(marks["points"])]:
            found.append(f"Cell “{first}” shows {shown}, expected {marks['points']:g} points.")
    return found
