"""environment.yml, pyproject.toml and requirements.lock say the same."""

import re
import tomllib

import yaml
from bare_pythons import LOCKS
from packaging.requirements import Requirement
from packaging.version import Version

from graders.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
TAUGHT = ("keras", "lab", "course")
"""The extras of those who teach and learn with everything, in the order of environment.yml."""


def locked():
    """Return every locked version by package, and the text of each entry."""
    text = (ROOT / "requirements.lock").read_text()
    entries = re.split(r"(?m)^(?=[A-Za-z0-9])", text)
    found = {}
    for entry in filter(None, entries):
        match = re.match(r"([\w.-]+)(?:\[[^]]*\])?==([^\s;\\]+)", entry)
        if match:
            found.setdefault(match[1].lower(), []).append((Version(match[2]), entry))
    return found


def test_the_conda_environment_says_what_the_project_says():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    *conda, pip = environment["dependencies"]
    assert pip["pip"] == [*PROJECT["dependencies"], *(e for name in TAUGHT for e in EXTRAS[name])]
    (python,) = (Requirement(line) for line in conda if line.startswith("python"))
    lowest = {str(each) for each in python.specifier if each.operator == ">="}
    assert lowest == {PROJECT["requires-python"]}


def test_a_learners_machine_needs_numpy_and_matplotlib_and_no_newest_python():
    assert [Requirement(line).name for line in PROJECT["dependencies"]] == ["numpy", "matplotlib"]
    for line in [*PROJECT["dependencies"], *EXTRAS["keras"], f"python{PROJECT['requires-python']}"]:
        assert [each.operator for each in Requirement(line).specifier] == [">="], line


def test_every_package_is_locked_at_a_version_that_the_project_allows():
    versions = locked()
    for line in [*PROJECT["dependencies"], *(e for lines in EXTRAS.values() for e in lines)]:
        need = Requirement(line)
        assert need.name.lower() in versions, f"{need.name} is not locked: run `make lock`"
        for version, _ in versions[need.name.lower()]:
            assert version in need.specifier, f"{need.name} {version} is not {need.specifier}"


def test_everything_locked_has_a_hash_and_no_address():
    for name, entries in locked().items():
        for _, entry in entries:
            assert "--hash=sha256:" in entry, f"{name} has no hash"
    for path in (ROOT / "requirements.lock", *LOCKS.values()):
        text = path.read_text()
        assert "://" not in text
        assert "--index-url" not in text
    for path in LOCKS.values():  # one environment for each: no version stands twice
        entries = re.split(r"(?m)^(?=[a-z])", path.read_text())[1:]
        assert entries
        assert all("--hash=sha256:" in each for each in entries)
        assert not any(";" in each for each in entries)


def test_the_packages_that_the_course_promises_are_there():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    names = {Requirement(line).name for line in environment["dependencies"][-1]["pip"]}
    assert {"tensorflow", "jupyter", "nbgrader", "numpy", "matplotlib"} <= names


def test_the_top_level_is_what_the_readme_says():
    for name in ("assignments", "solutions", "graders", "datasets"):
        assert (ROOT / name).is_dir(), name
    for name in ("environment.yml", "README.md", "LICENSE", "CITATION.cff", "CHANGELOG.md"):
        assert (ROOT / name).is_file(), name


def test_the_hosted_workflow_runs_what_everybody_runs():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text())
    steps = workflow["jobs"]["test"]["steps"]
    assert any(step.get("run") == "bash .ci/run" for step in steps)
    assert "exec make test " in (ROOT / ".ci" / "run").read_text()


def test_the_oldest_keras_that_is_tried_is_the_oldest_that_is_allowed():
    (tried,) = re.findall(r"(?m)^OLDEST_KERAS := (.*)$", (ROOT / "Makefile").read_text())
    pinned = dict(word.split("==") for word in tried.split() if "==" in word)
    for line in EXTRAS["keras"]:
        (bound,) = Requirement(line).specifier
        assert Version(pinned[Requirement(line).name]) == Version(bound.version), line
