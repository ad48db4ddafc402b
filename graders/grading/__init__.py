"""From submissions to the gradebook."""

from graders.grading.batch import ClassResult, StudentResult, grade_class
from graders.grading.gradebook import GradebookError
from graders.grading.kernel import KernelChoice
from graders.grading.running import Limits

__all__ = [
    "ClassResult",
    "GradebookError",
    "KernelChoice",
    "Limits",
    "StudentResult",
    "grade_class",
]
