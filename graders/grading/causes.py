"""Why an exercise earned nothing, where that stands in the notebook and not in its function.

What is said here is known from the text of the submission, and from no hidden case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from nbformat import NotebookNode

from graders.cells import SOLUTION, name_of, role
from graders.grading.handed_in.definitions import defined
from graders.grading.handed_in.limits import MAX_SEARCHED
from graders.grading.handed_in.names import names_of
from graders.grading.handed_in.restored import METADATA
from graders.judging import Outcome, Verdict
from graders.wording import quoted

LEAVES_NOTHING = re.compile(
    r"\s*%%(timeit|writefile|bash|sh|script|html|HTML|javascript|js|latex|markdown|svg|perl|ruby)\b"
)
"""A cell magic after which no name is there that the cell seems to make."""

_ELSEWHERE = "what it runs leaves no names behind"
_WHY = {"timeit": _ELSEWHERE, "writefile": "it only writes the cell to a file"}


def truer(verdicts: Mapping[str, Verdict], notebook: NotebookNode) -> dict[str, Verdict]:
    """Return the verdicts, with the cause in the notebook where one is known.

    Args:
        verdicts: by exercise.
        notebook: the sanitised notebook that they are about.
    """
    return {name: _with_cause(name, verdict, notebook) for name, verdict in verdicts.items()}


def _with_cause(name: str, verdict: Verdict, notebook: NotebookNode) -> Verdict:
    if verdict.outcome is Outcome.PASSED or verdict.mistake is not None:
        return verdict
    absent = verdict.returned in (f"{name} is not written yet.", no_function(name))
    cause = None
    if absent:
        cause = _magic(name, notebook) or _below(name, notebook)
    elif "raised NameError" in verdict.returned:
        cause = _taken_out(name, notebook)
    return verdict if cause is None else replace(verdict, usually=cause)


def no_function(name: str) -> str:
    """Return what to say where nothing of an exercise's name is there at its check."""
    return f"After all cells above, there is no function {name}."


def _own(name: str, notebook: NotebookNode) -> NotebookNode | None:
    """Return the cell of an exercise."""
    return next((c for c in notebook.cells if name_of(c) == name + SOLUTION), None)


def _magic(name: str, notebook: NotebookNode) -> str | None:
    cell = _own(name, notebook)
    found = LEAVES_NOTHING.match(cell.source) if cell is not None else None
    if found is None:
        return None
    why = _WHY.get(found[1], "it gives the cell to something other than Python")
    return f"The cell of {name} begins with %%{found[1]}: {why}. Take that line out."


def _below(name: str, notebook: NotebookNode) -> str | None:
    """Return what to say where the function is defined below its check."""
    below = False
    for cell in notebook.cells:
        if role(cell) == "check" and name_of(cell) == name:
            below = True
        elif below and _defines(cell, name):
            return (
                f"The notebook has another {name} below its check, where it does not count. Move "
                f"it into the cell of {name}."
            )
    return None


def _defines(cell: NotebookNode, name: str) -> bool:
    """Return whether a cell that ran defines a name."""
    if cell.cell_type != "code" or role(cell) == "check" or len(cell.source) > MAX_SEARCHED:
        return False
    return bool(defined(cell.source, frozenset((name,))))


def _taken_out(name: str, notebook: NotebookNode) -> str | None:
    """Return what to say where a function uses what only a changed locked cell made."""
    lost = notebook.metadata.get(METADATA, {}).get("lost", {})
    cell = _own(name, notebook)
    if not lost or cell is None or len(cell.source) > MAX_SEARCHED:
        return None
    try:
        used = names_of(cell.source).reads & lost.keys()
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not used:
        return None
    missing = sorted(used)[0]
    return (
        f"The name {quoted(missing)} was made by a line that was added to the lesson's own cell "
        f"'{lost[missing]}', and that line was taken out. Write it into the cell of {name}."
    )
