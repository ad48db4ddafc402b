"""Runs the lesson with Keras of the benchmarks with the oldest versions that pyproject.toml allows.

`make oldest-keras` makes the environment and runs this in it. TensorFlow is too large for every run
of the tests; this is for whoever changes the lower bounds, or writes a lesson with Keras.
"""

from __future__ import annotations

import sys
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
LESSON = "90_keras_lstm"
HOUSE = ROOT / "benchmarks" / "keras_lesson"
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Judge every reference and mistake; return 1 if one is judged wrongly."""
    import keras
    import numpy
    import tensorflow

    import graders.lessons
    import graders.paths

    sys.stdout.write(
        f"NumPy {numpy.__version__}, Keras {keras.__version__}, "
        f"TensorFlow {tensorflow.__version__}\n"
    )
    contracts = [*graders.lessons.__path__, str(HOUSE / "contracts")]
    with (
        mock.patch.object(graders.paths, "SOLUTIONS", HOUSE / "solutions"),
        mock.patch.object(graders.lessons, "__path__", contracts),
    ):
        wrongly = [line for line in _judged() if not line.endswith("as it should")]
    sys.stdout.write("".join(f"{line}\n" for line in wrongly))
    return 1 if wrongly else 0


def _judged() -> list[str]:
    from graders.judging import judge, observe
    from graders.judging.answering import visible_table
    from graders.lessons import load
    from graders.lessons.reference import reference

    solved, lines = reference(LESSON), []
    for name, exercise in load(LESSON).exercises.items():
        table = visible_table(LESSON, name)
        verdict = judge(table, observe(getattr(solved, name), table.cases))
        fits = verdict.points == exercise.points
        lines.append(f"{name}: {verdict.outcome.value}{' as it should' * fits}")
        for mistake in exercise.mistakes:
            wrong = solved.with_mistake(name, mistake)[name]
            said = judge(table, observe(wrong, table.cases)).mistake
            lines.append(f"{name}: {said}{' as it should' * (said == mistake.sentence)}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
