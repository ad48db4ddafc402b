"""What `import graders` costs and gives."""

from __future__ import annotations

import subprocess
import sys

import graders


def test_a_student_meets_seven_functions():
    names = ["case", "check", "earlier", "guess", "hint", "progress", "solution"]
    assert graders.__all__ == names
    for name in graders.__all__:
        assert getattr(graders, name).__doc__


def test_importing_graders_imports_nothing_heavy():
    program = (
        "import sys, graders\n"
        "heavy = {'numpy', 'tensorflow', 'keras', 'nbgrader', 'dask', 'matplotlib', 'IPython'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert (run.stdout, run.stderr) == ("[]\n", "")
