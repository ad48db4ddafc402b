"""From submissions to the gradebook.

Names are imported when they are first used: a kernel that imports `graders.grading.inside` beside
a student's code needs nothing of nbgrader.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graders.grading.batch import ClassResult, StudentResult, grade_class
    from graders.grading.kernel import KernelChoice
    from graders.grading.running import Limits
    from graders.grading.schema import GradebookError

_HOMES = {
    "ClassResult": "batch",
    "StudentResult": "batch",
    "grade_class": "batch",
    "GradebookError": "schema",
    "KernelChoice": "kernel",
    "Limits": "running",
}

__all__ = [
    "ClassResult",
    "GradebookError",
    "KernelChoice",
    "Limits",
    "StudentResult",
    "grade_class",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
