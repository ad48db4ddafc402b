"""The functions that a lesson defines, in exercises and in experiments."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

import jupytext
import numpy as np

from graders.lessons import earlier
from graders.lessons.reference import reference
from graders.paths import solution_source


def functions(lesson: str, **given: Any) -> Mapping[str, Any]:
    """Return a lesson's functions by name, among NumPy and what it takes from earlier lessons.

    Args:
        lesson: the lesson's name.
        **given: what its import cells make besides, by name.
    """
    names: dict[str, Any] = {"np": np, **given}
    for before, borrowed in earlier(lesson).items():
        names |= {name: getattr(reference(before), name) for name in borrowed}
    for node, _ in definitions(lesson):
        exec(compile(ast.Module([node], []), lesson, "exec"), names)
    return names


def definitions(lesson: str) -> Iterator[tuple[ast.FunctionDef, str]]:
    """Yield each function that a lesson defines, parsed, and its source."""
    for cell in jupytext.read(solution_source(lesson)).cells:
        if cell.cell_type == "code":
            for node in ast.parse(cell.source).body:
                if isinstance(node, ast.FunctionDef):
                    yield node, ast.get_source_segment(cell.source, node) or ""
