"""What happens on a machine that lacks system packages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graders.paths import ROOT

PACKAGES = ROOT / ".ci" / "packages"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="parts of Linux")


@pytest.fixture
def poor(tmp_path):
    """A PATH without browser, fonts, database and make, with an apt-get that only writes down."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("bash", "uname", "grep", "dirname", "env"):
        (programs / name).symlink_to(f"/usr/bin/{name}")
    (programs / "python3").symlink_to(sys.executable)
    said = tmp_path / "said"
    tell = f'#!/bin/bash\necho "$0 $*" >> {said}\n'
    for name, program in {"apt-get": tell, "id": "#!/bin/bash\necho ${AS:-1000}\n"}.items():
        (programs / name).write_text(program)
        (programs / name).chmod(0o755)
    return programs, said


def packages(poor: tuple[Path, Path], *arguments: str, **environment: str) -> str:
    done = subprocess.run(
        ["/bin/bash", str(PACKAGES), *arguments],
        env={"PATH": str(poor[0]), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_what_is_missing_is_named(poor):
    assert {"make", "chromium", "fonts-dejavu"} <= set(packages(poor, "--missing").split())


def test_root_brings_the_packages(poor):
    said = packages(poor, AS="0")
    update, install = poor[1].read_text().splitlines()
    assert update.endswith("apt-get update -qq")
    assert "apt-get install -y -qq --no-install-recommends make chromium fonts-dejavu" in install
    assert "sudo apt-get install make chromium" in said  # since this apt-get brought nothing


def test_others_are_told_the_one_line(poor):
    said = packages(poor, AS="1000").splitlines()
    assert said[0] == ("Some tests need system packages that are not here. On Debian and Ubuntu:")
    assert said[1].startswith("  sudo apt-get install make chromium fonts-dejavu")
    assert len(said) == 2
    assert not poor[1].exists()


TESTS = """
import pytest
@pytest.mark.browser
def test_looks(): assert False
def test_isolates(): raise RuntimeError("Submissions cannot be isolated on this machine.")
def test_adds(): assert 1 + 1 == {two}
"""


@pytest.mark.slow
@pytest.mark.parametrize(("two", "status"), [(2, 3), (3, 1)])
@pytest.mark.parametrize("workers", [[], ["-n", "1"]])
def test_the_rest_runs_and_what_did_not_run_is_listed(tmp_path, two, status, workers):
    folder = tmp_path / "tests"
    folder.mkdir()
    for name in ("conftest.py", "lacking.py", "near.py"):
        (folder / name).write_text((ROOT / "tests" / name).read_text())
    with (folder / "lacking.py").open("a") as file:
        file.write('\n\ndef lacking():\n    return ("chromium", "libseccomp2")\n')
    (folder / "test_some.py").write_text(TESTS.format(two=two))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *workers, "-c", os.devnull, "--rootdir", ".",
         "-o", "markers=browser: needs one\nslow: takes long", "-p", "no:cacheprovider", "tests"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stdout + done.stderr
    said = done.stdout[done.stdout.index("not run: system packages are missing") :]
    assert "tests/test_some.py::test_looks: chromium\n" in said
    assert "tests/test_some.py::test_isolates: libseccomp2\n" in said
    assert "Bring them: sudo apt-get install chromium libseccomp2\n" in said
    assert "test_adds" not in said.partition("Bring them")[0]


def test_a_package_that_cannot_be_had_keeps_no_other_away(poor):
    programs, said = poor
    refuses = f'#!/bin/bash\necho "$*" >> {said}\n[[ "$*" != *chromium* && "$*" != update* ]]\n'
    (programs / "apt-get").write_text(refuses)
    packages(poor, AS="0")
    lines = said.read_text().splitlines()
    assert lines[0] == "update -qq"
    assert [line.rpartition(" ")[2] for line in lines[2:5]] == ["make", "chromium", "fonts-dejavu"]
