"""What a cell raised, in words that a student understands."""

from __future__ import annotations

import re

from nbformat import NotebookNode

from graders.wording import one_line, uncoloured

_IN_MESSAGE = re.compile(r"\s*\([^()]*, line (\d+)\)$")
_IN_TRACEBACK = re.compile(r"Cell In\[\d+\], line (\d+)")
UNCLOSED = "a bracket, a quotation or a block is not finished"
_USAGE = re.compile(r"^UsageError: (.+)$", re.M)
"""What IPython prints of a line that it does not understand, where it raises nothing."""
_INCOMPLETE = "incomplete input"  # what Python says of it in a notebook


def what_was_raised(outputs: list[NotebookNode]) -> str:
    """Return which exception ended a cell, in which of its lines, and its message, shortened."""
    errors = [output for output in outputs if output.output_type == "error"]
    if not errors:
        return _usage(outputs)
    kind, message = str(errors[-1].ename), str(errors[-1].evalue)
    if message.startswith(_INCOMPLETE):
        kind, message = "SyntaxError", message.replace(_INCOMPLETE, UNCLOSED, 1)
    at = _IN_MESSAGE.search(message) or _IN_TRACEBACK.search(
        uncoloured("\n".join(errors[-1].traceback))
    )
    where = f" in line {at[1]}" if at else ""
    name = one_line(kind[:60])
    words = one_line(" ".join(_IN_MESSAGE.sub("", message).split()).rstrip(".")[:120])
    return f"{name}{where}: {words}" if words else f"{name}{where}"


def _usage(outputs: list[NotebookNode]) -> str:
    """Return what IPython said of a line that is none of its own, if that ended a cell."""
    printed = "".join(str(o.text) for o in outputs if o.get("name") == "stderr")[-10_000:]
    said = _USAGE.search(uncoloured(printed))
    return f"UsageError: {one_line(said[1].rstrip('.')[:120])}" if said else ""
