"""Run every benchmark: `make bench`."""

from __future__ import annotations

import sys

from benchmarks import learner
from graders import lessons


def main() -> None:
    """Print the report."""
    for lesson in lessons.names():
        print("\n".join(learner.measure(lesson)))
    print("\n".join(learner.measure_import()))


if __name__ == "__main__":
    sys.exit(main())
