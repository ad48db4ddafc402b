"""From submissions to the gradebook.

Names are imported when they are first used: a kernel that imports `inside` beside a student's code
needs nothing of nbgrader.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graders.grading.driver.batch import grade_class
    from graders.grading.driver.cluster import Cluster
    from graders.grading.driver.results import ClassResult, StudentResult
    from graders.grading.gradebook.address import GradebookError
    from graders.grading.running.kernel import KernelChoice
    from graders.grading.running.observed import Limits

_HOMES = {
    "ClassResult": "driver.results",
    "Cluster": "driver.cluster",
    "StudentResult": "driver.results",
    "grade_class": "driver.batch",
    "GradebookError": "gradebook.address",
    "KernelChoice": "running.kernel",
    "Limits": "running.notebook",
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
