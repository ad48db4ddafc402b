"""A failure costs the cell or the exercise in which it happens, and nothing else."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from dataclasses import replace

import psutil
import pytest
from classes import wait_until
from conftest import as_bytes, cell, write
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from graders.grading.materials import Materials
from graders.grading.running.kernel import Kernel, KernelChoice, KernelLostError
from graders.grading.running.listening import Reply
from graders.grading.running.notebook import run_notebook
from graders.grading.running.observed import Limits, Observed
from graders.grading.running.raised import UNCLOSED
from graders.grading.submission import grade_submission
from graders.grading.warm.client import warm_parent

pytestmark = pytest.mark.slow

QUICK = Limits(cell_seconds=1.0, case_seconds=0.5, check_seconds=3.0, submission_seconds=60.0)

STOPPED = replace(QUICK, case_seconds=5.0, check_seconds=1.0)


def run(
    notebook: NotebookNode,
    lesson: Materials,
    limits: Limits = QUICK,
    choice: KernelChoice | None = None,
) -> dict[str, Observed]:
    cases = {name: table.cases_json() for name, table in lesson.tables(0).items()}
    return run_notebook(notebook, cases, limits, choice or KernelChoice())


def statuses(observed: dict[str, Observed]) -> list[str]:
    return [one.status for one in observed.values()]


def outcomes(observed: Observed) -> set[str]:
    return {case["outcome"] for case in json.loads(observed.observations)}


def after(notebook: NotebookNode, grade_id: str, source: str) -> NotebookNode:
    added = new_code_cell(source)
    notebook.cells.insert(notebook.cells.index(cell(notebook, grade_id)) + 1, added)
    return added


def test_every_exercise_is_observed(solved: NotebookNode, lesson: Materials) -> None:
    observed = run(solved, lesson)
    assert list(observed) == ["scaled", "row_sums", "shifted"]
    assert all(outcomes(one) == {"returned"} for one in observed.values())


def test_what_the_cell_of_a_missing_function_raised_is_told(
    solved: NotebookNode, lesson: Materials
) -> None:
    write(solved, "scaled", "x = 1\n1 / 0\ndef scaled(x, factor):\n    return x * factor")
    write(solved, "shifted", "def shifted(x):\n\n    return (x + 1.0")
    observed = run(solved, lesson)
    assert statuses(observed) == ["missing", "ok", "missing"]
    assert observed["scaled"].raised == "ZeroDivisionError in line 2: division by zero"
    assert observed["shifted"].raised == f"SyntaxError in line 3: {UNCLOSED}"


def test_check_cells_are_not_run(solved: NotebookNode, lesson: Materials) -> None:
    cell(solved, "scaled").source = "scaled = None"
    assert outcomes(run(solved, lesson)["scaled"]) == {"returned"}


def test_what_cells_print_and_raise_is_kept(solved: NotebookNode, lesson: Materials) -> None:
    added = after(solved, "scaled-solution", "print('here')\n1 / 0")
    observed = run(solved, lesson)
    assert [o.output_type for o in added.outputs] == ["stream", "error"]
    assert statuses(observed) == ["ok"] * 3
    assert solved.cells[-1].outputs[0].text == "the experiment: [[1.]]\n"


def test_a_cell_that_never_ends_costs_only_itself(solved: NotebookNode, lesson: Materials) -> None:
    added = after(solved, "scaled-solution", "while True: pass")
    observed = run(solved, lesson)
    assert statuses(observed) == ["ok"] * 3
    assert added.outputs[-1].evalue == "The cell did not end within 1 s and was stopped."


def test_a_function_that_never_ends_costs_only_its_exercise(
    solved: NotebookNode, lesson: Materials
) -> None:
    write(solved, "shifted", "def shifted(x):\n    while True: pass")
    solved.cells.pop()
    observed = run(solved, lesson)
    assert outcomes(observed["shifted"]) == {"timeout"}
    assert outcomes(observed["row_sums"]) == {"returned"}


def test_a_cell_that_ends_the_process_costs_only_itself(
    solved: NotebookNode, lesson: Materials
) -> None:
    added = after(solved, "row_sums-solution", "import os; os._exit(0)")
    observed = run(solved, lesson)
    assert statuses(observed) == ["ok"] * 3
    assert added.outputs[0].evalue == (
        "The cell ended the kernel, or could not be stopped. The rest ran without it."
    )


def test_what_came_before_a_lost_kernel_is_there_after_it(
    solved: NotebookNode, lesson: Materials
) -> None:
    before = after(solved, "scaled-solution", "kept = 'kept'\nwhile True: pass")
    after(solved, "scaled", "import os; os._exit(0)")
    later = after(solved, "row_sums", "print(kept)")
    run(solved, lesson)
    assert before.outputs[-1].ename == "NotRun"
    assert later.outputs[0].text == "kept\n"


def test_a_function_that_ends_the_process_costs_only_its_exercise(
    solved: NotebookNode, lesson: Materials
) -> None:
    write(solved, "scaled", "import os\ndef scaled(x, factor):\n    os._exit(0)")
    write(solved, "row_sums", "def row_sums(x):\n    return x")
    assert statuses(run(solved, lesson)) == ["died", "ok", "ok"]


def test_a_function_that_swallows_every_interrupt_costs_only_its_exercise(
    solved: NotebookNode, lesson: Materials
) -> None:
    source = (
        "def scaled(x, factor):\n"
        "    import signal\n"
        "    signal.signal(signal.SIGALRM, signal.SIG_IGN)\n"
        "    while True:\n"
        "        try:\n"
        "            while True: pass\n"
        "        except BaseException: pass"
    )
    write(solved, "scaled", source)
    write(solved, "row_sums", "def row_sums(x):\n    return x")
    observed = statuses(run(solved, lesson))
    assert observed[0] in ("died", "interrupted")
    assert observed[1:] == ["ok", "ok"]


def test_a_function_that_had_to_be_stopped_leaves_nothing_to_the_next(
    solved: NotebookNode, lesson: Materials
) -> None:
    source = "left = []\ndef scaled(x, factor):\n    left.append(0)\n    while True: pass"
    write(solved, "scaled", source)
    write(solved, "row_sums", "def row_sums(x):\n    return x")
    write(solved, "shifted", "def shifted(x):\n    assert not left")
    observed = run(solved, lesson, STOPPED)
    assert statuses(observed) == ["interrupted", "ok", "ok"]
    assert outcomes(observed["shifted"]) == {"returned"}


def test_a_missing_function_is_missing(solved: NotebookNode, lesson: Materials) -> None:
    write(solved, "shifted", "def schifted(x):\n    return x + 1")
    assert statuses(run(solved, lesson)) == ["ok", "ok", "missing"]


def test_when_the_time_is_over_the_rest_is_not_run(solved: NotebookNode, lesson: Materials) -> None:
    added = after(solved, "row_sums-solution", "while True: pass")
    limits = Limits(cell_seconds=30.0, submission_seconds=4.0)
    assert statuses(run(solved, lesson, limits)) == ["ok", "ok", "out of time"]
    assert added.outputs[-1].evalue.startswith("The cell did not end within ")
    assert "30 s" not in added.outputs[-1].evalue
    assert solved.cells[-1].outputs[0].evalue == (
        "The cell was not run: the notebook's 4 s were over."
    )


def test_when_the_time_for_observing_is_over_the_reason_is_not_the_notebook(
    solved: NotebookNode, lesson: Materials
) -> None:
    limits = Limits(observing_seconds=0.0)
    assert statuses(run(solved, lesson, limits)) == ["too late"] * 3
    graded = grade_submission(as_bytes(solved), lesson, limits=limits)
    assert graded.verdicts["shifted"].returned == (
        "shifted was not judged: calling the functions of this notebook took 0 s before it was "
        "shifted's turn."
    )


def test_a_cell_that_breaks_the_kernel_costs_nothing_of_those_after_it(
    solved: NotebookNode, lesson: Materials
) -> None:
    breaking = "get_ipython().displayhook = None"
    guilty = after(solved, "scaled", breaking)
    later = after(solved, "row_sums", "print('later')")
    limits = Limits(cell_seconds=2.0)
    assert statuses(run(solved, lesson, limits)) == ["ok", "ok", "ok"]
    assert guilty.source == breaking
    assert later.outputs[0].text == "later\n"


def test_hidden_cases_arrive_when_no_output_can_show_them(
    solved: NotebookNode, lesson: Materials
) -> None:
    recording = (
        "seen = []\n"
        "def scaled(x, factor):\n"
        "    seen.append(x)\n"
        "    open('seen', 'a').write(repr(x))\n"
        "    return x * factor"
    )
    write(solved, "scaled", recording)
    later = after(solved, "row_sums", "import os; print(seen, os.path.exists('seen'))")
    assert statuses(run(solved, lesson)) == ["ok", "ok", "ok"]
    assert later.outputs[0].text == "[] False\n"


def test_a_name_that_is_used_again_later_is_observed_as_it_was(
    solved: NotebookNode, lesson: Materials
) -> None:
    after(solved, "row_sums", "scaled = np = x = None")
    observed = run(solved, lesson)
    assert outcomes(observed["scaled"]) == {"returned"}
    assert outcomes(observed["row_sums"]) == {"returned"}


@pytest.mark.parametrize("isolation", ["strict", "none"])
def test_a_kernel_that_is_ended_from_outside_costs_nothing(
    solved: NotebookNode, lesson: Materials, isolation: str
) -> None:
    added = after(solved, "scaled-solution", "import time; time.sleep(2); print('whole')")
    parent = warm_parent().wait()

    def kill_when_it_runs() -> None:
        wait_until(lambda: psutil.Process(parent.process).children(), "the kernel")
        time.sleep(1.0)
        kernels.extend(psutil.Process(parent.process).children())
        os.kill(parent.process, signal.SIGKILL)

    kernels: list[psutil.Process] = []
    killer = threading.Thread(target=kill_when_it_runs)
    killer.start()
    observed = run(solved, lesson, Limits(), KernelChoice(isolation=isolation))
    killer.join()
    assert not parent.alive
    assert kernels
    wait_until(lambda: not any(one.is_running() for one in kernels), "the end of the kernels")
    assert statuses(observed) == ["ok"] * 3
    assert [output.text for output in added.outputs] == ["whole\n"]


def test_a_kernel_that_is_ended_from_outside_twice_is_said(
    solved: NotebookNode, lesson: Materials, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def lost(kernel: Kernel, source: str, *rest: object) -> Reply:
        tried.append(source)
        raise KernelLostError("It was ended from outside.")

    monkeypatch.setattr(Kernel, "run", lost)
    with pytest.raises(KernelLostError):
        run(solved, lesson)
    assert len(tried) == 2
