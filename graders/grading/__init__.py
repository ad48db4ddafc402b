"""From submissions to the gradebook.

Names are imported when they are first used: a kernel that imports `graders.grading.inside` beside
a student's code needs nothing of nbgrader.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graders.grading.address import GradebookError
    from graders.grading.batch import grade_class
    from graders.grading.cluster import Cluster
    from graders.grading.kernel import KernelChoice
    from graders.grading.results import ClassResult, StudentResult
    from graders.grading.running import Limits

_HOMES = {
    "ClassResult": "results",
    "Cluster": "cluster",
    "StudentResult": "results",
    "grade_class": "batch",
    "GradebookError": "address",
    "KernelChoice": "kernel",
    "Limits": "running",
}

__all__ = [
    "ClassResult",
    "Cluster",
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
