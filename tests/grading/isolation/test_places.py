"""What a submission's process may read of this package."""

from __future__ import annotations

import subprocess
import sys

from graders.grading.isolation.places import PUBLIC

LOADED = """
import sys
import graders.judging, graders.notebook.surface
print(*(name for name in sys.modules if name.startswith("graders.")))
"""


def test_what_a_learners_check_imports_may_be_read_in_a_confined_process() -> None:
    run = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[1] for name in run.stdout.split()}
    assert "judging" in loaded
    assert loaded <= {part.removesuffix(".py") for part in PUBLIC}
