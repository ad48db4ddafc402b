"""A miniature lesson, built anew for a test session, and submissions for it."""

from __future__ import annotations

import contextlib
import copy
import json
from collections.abc import Collection, Generator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from lacking import INCOMPLETE, excused, lacking, leave_out, not_run
from nbformat import NotebookNode
from near import leave_far_out, told

import graders.lessons
import graders.paths

if TYPE_CHECKING:
    from graders.grading.materials import Materials
    from graders.grading.running.observed import Observed

MINI = "00_mini"
HERE = Path(__file__).parent / "mini"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know `--near`."""
    parser.addoption(
        "--near",
        action="store_true",
        help="leave out the tests of lessons of which nothing has changed; see tests/near.py",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let files with slow tests come first, so that at the end nobody waits for the last one."""
    if config.getoption("near"):
        leave_far_out(config, items)
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
    leave_out(items, lacking())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let what cannot be isolated without a system package count as not run."""
    report = yield
    excused(report, lacking())
    return report


def _left_out(config: pytest.Config) -> list[str]:
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    return not_run(terminal.stats.get("skipped", ())) if terminal else []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what did not run, and how to run it."""
    if terminalreporter.config.getoption("near"):
        terminalreporter.write_line(told())
    tests = _left_out(terminalreporter.config)
    if tests:
        terminalreporter.section("not run: system packages are missing")
        for line in [*tests, f"Bring them: sudo apt-get install {' '.join(lacking())}"]:
            terminalreporter.write_line(line)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """End with a status of its own where something did not run and the rest passed."""
    if exitstatus == pytest.ExitCode.OK and _left_out(session.config):
        session.exitstatus = INCOMPLETE


def among_the_lessons(patch: pytest.MonkeyPatch, assignments: Path) -> None:
    """Let the miniature lesson stand among the lessons."""
    patch.setattr(graders.paths, "SOLUTIONS", HERE / "solutions")
    patch.setattr(graders.paths, "ASSIGNMENTS", assignments)
    contracts = [*graders.lessons.__path__, str(HERE / "contracts")]
    patch.setattr(graders.lessons, "__path__", contracts)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Materials]:
    """The miniature lesson's student notebook and its tables, made once."""
    from graders.authoring.build import solved_notebook
    from graders.authoring.release import release
    from graders.grading.materials import materials

    assignments = tmp_path_factory.mktemp("assignments")
    with pytest.MonkeyPatch.context() as patch:
        among_the_lessons(patch, assignments)
        notebook = graders.paths.student_notebook(MINI)
        notebook.parent.mkdir()
        text = release(solved_notebook(graders.lessons.load(MINI)))
        notebook.write_text(text, encoding="utf-8")
        return assignments, materials(MINI, seed=7)


@pytest.fixture
def mini(monkeypatch: pytest.MonkeyPatch, built: tuple[Path, Materials]) -> str:
    """The name of the miniature lesson, which stands among the lessons during the test."""
    among_the_lessons(monkeypatch, built[0])
    return MINI


@pytest.fixture
def lesson(mini: str, built: tuple[Path, Materials]) -> Materials:
    """What grading the miniature lesson needs."""
    return built[1]


@pytest.fixture
def template(mini: str) -> NotebookNode:
    """The student notebook of the miniature lesson."""
    return nbformat.read(graders.paths.student_notebook(mini), as_version=4)


@pytest.fixture
def solved(template: NotebookNode) -> NotebookNode:
    """The miniature lesson, solved as a student would."""
    notebook = copy.deepcopy(template)
    write(notebook, "scaled", "def scaled(x, factor):\n    return x * factor\n")
    write(
        notebook,
        "row_sums",
        "def row_sums(x):\n"
        "    total = scaled(x.sum(axis=1, keepdims=True), 2.0)\n"
        "    return total, float(total.max())\n",
    )
    write(notebook, "shifted", "def shifted(x):\n    return x + 1.0\n")
    return notebook


def cell(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    """Return the cell of a notebook that has this grade_id."""
    found = [
        c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id
    ]
    assert len(found) == 1, f"{grade_id} stands there {len(found)} times"
    return found[0]


def write(notebook: NotebookNode, exercise: str, source: str) -> None:
    """Write a student's code into the cell of an exercise."""
    cell(notebook, f"{exercise}-solution").source = source


def as_bytes(notebook: NotebookNode) -> bytes:
    """Return a notebook as a student's file, whatever is wrong with it."""
    return json.dumps(notebook).encode()


@pytest.fixture
def no_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run notebooks in this process: for tests of what comes before and after a kernel."""
    monkeypatch.setattr("graders.grading.submission.run_notebook", _run_here)


def _run_here(
    notebook: NotebookNode,
    cases: Mapping[str, str],
    limits: object,
    choice: object,
    left_out: Collection[str] = (),
    changing: Collection[str] = (),
) -> dict[str, Observed]:
    from graders.grading.running.observed import Observed
    from graders.judging import observe_json

    namespace: dict[str, object] = {}
    observed = {}
    for each in notebook.cells:
        name = each.metadata.get("nbgrader", {}).get("grade_id")
        if name in cases:
            missing = name not in namespace
            text = "" if missing else observe_json(namespace[name], cases[name], 1.0)
            observed[name] = Observed("missing" if missing else "ok", text)
        elif each.cell_type == "code" and each.id not in left_out:
            with contextlib.suppress(Exception):
                exec(each.source, namespace)
    return observed
