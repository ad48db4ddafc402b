"""What a learner waits for: the check of each exercise, the import, the build of a lesson."""

from __future__ import annotations

import numpy as np

from benchmarks.timing import median_seconds, python
from graders import check, lessons
from graders.authoring.build import generated
from graders.exercise import Setting
from graders.judging.drawing import draw_case
from graders.lessons.reference import reference

CHECK_LIMIT = 0.050
IMPORT_LIMIT = 0.150
BUILD_LIMIT = 30.0


def measure(lesson: str) -> list[str]:
    """Return lines of a report on one lesson."""
    solved, contract = reference(lesson), lessons.load(lesson)
    lines = [f"check, right and wrong answers (limit {CHECK_LIMIT * 1000:.0f} ms a check)"]
    for name, exercise in contract.exercises.items():
        right = getattr(solved, name)
        case = draw_case(exercise, Setting("ordinary"), np.random.default_rng(0))
        bare = median_seconds(lambda f=right, c=case: f(*c.fresh()), 50)  # type: ignore[misc]
        wrong = [solved.with_mistake(name, m)[name] for m in exercise.mistakes]
        passed = median_seconds(lambda f=right: check(f), 21)  # type: ignore[misc]
        slowest = max(median_seconds(lambda f=f: check(f), 5) for f in wrong)  # type: ignore[misc]
        lines.append(
            f"  {name:26} right {passed * 1e3:6.1f} ms ({passed / bare:5.0f} x one bare call), "
            f"slowest of {len(wrong)} wrong {slowest * 1e3:6.1f} ms"
        )
    built = median_seconds(lambda: generated(lesson), 1)
    lines.append(f"build of {lesson}: {built:.1f} s (limit {BUILD_LIMIT:.0f} s)")
    return lines


def measure_import() -> list[str]:
    """Return lines on the import of the package."""
    code = (
        "import sys, time; t = time.perf_counter(); import {}; "
        "print(time.perf_counter() - t, 'tensorflow' in sys.modules)"
    )
    runs = [python(code.format("graders")).split() for _ in range(7)]
    graders = sorted(float(seconds) for seconds, _ in runs)[3]
    numpy = sorted(float(python(code.format("numpy")).split()[0]) for _ in range(7))[3]
    return [
        f"import graders: {graders * 1e3:.0f} ms (limit {IMPORT_LIMIT * 1e3:.0f} ms), "
        f"{graders / numpy:.2f} x import numpy; TensorFlow imported: {runs[0][1]}"
    ]
