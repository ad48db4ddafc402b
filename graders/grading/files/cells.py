"""The pieces of a learner's file that are run one after the other."""

from __future__ import annotations

import json
import re

from graders.cells import is_experiment, role
from graders.grading.causes import LEAVES_NOTHING
from graders.grading.handed_in.definitions import defined, without_magics
from graders.grading.handed_in.reading import read_notebook


def cells_of(data: bytes, exercise: str) -> list[str]:
    """Return what of a file is run: all of a Python file, and of a notebook the learner's cells.

    Args:
        data: the bytes of the file.
        exercise: the function that is judged. Of a notebook the cells down to its check are taken,
            if the function is defined above that.

    Raises:
        UnreadableNotebookError: it begins as a notebook does, and is none that can be read.
    """
    if not _is_notebook(data):
        return [data.decode("utf-8-sig", "replace")]
    checks = re.compile(rf"^check\({re.escape(exercise)}[,)]", re.M)
    cells: list[str] = []
    there = False
    for cell in read_notebook(data).notebook.cells:
        if cell.cell_type != "code" or not cell.source.strip() or is_experiment(cell):
            continue
        there = there or bool(defined(cell.source, frozenset((exercise,))))
        skipped = cell.source.startswith(("check(", "progress(")) or LEAVES_NOTHING.match(
            cell.source
        )
        if role(cell) != "check" and not skipped:
            cells.append(without_magics(cell.source))
        if there and checks.search(cell.source):
            break
    return cells or [""]


def _is_notebook(data: bytes) -> bool:
    """Return whether a file is, or was, a notebook: a JSON object, which no Python file begins as.

    A Python file may begin with a dict; then it is no JSON that has cells.
    """
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{") or b'"cells"' not in start:
        return False
    try:
        compile(data, "file", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    try:
        return isinstance(json.loads(start), dict)
    except (ValueError, RecursionError):
        return False
