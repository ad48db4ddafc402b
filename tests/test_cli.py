import json
import subprocess
import sys
import textwrap

import nbformat
import pytest

from graders import lessons
from graders.authoring.build import solved_notebook
from graders.cli import DONE, SOME_FAILED, WRONG_USAGE, main
from graders.grading.isolation import require_isolation
from graders.judging import frozen_names
from graders.lessons import names

RIGHT = """
def clip(gradients, max_value):
    return {k: np.minimum(np.maximum(g, -max_value), max_value) for k, g in gradients.items()}
"""
ONE_SIDED = """
import numpy as np
def clip(gradients, max_value):
    return {k: np.minimum(g, max_value) for k, g in gradients.items()}
"""


@pytest.fixture
def write(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(textwrap.dedent(text))
        return str(path)

    return write


def test_try_prints_a_line_of_json_for_each_file(write, capfd):
    right, wrong = write("right.py", RIGHT), write("wrong.py", ONE_SIDED)
    assert main(["try", "clip", right, wrong, "--json"]) == SOME_FAILED
    first, second = (json.loads(line) for line in capfd.readouterr().out.splitlines())
    assert first == {
        "file": right,
        "exercise": "clip",
        "outcome": "passed",
        "points": 3.0,
        "max_points": 3.0,
        "mistake": None,
        "message": "",
    }
    assert second["outcome"] == "failed"
    assert second["points"] < second["max_points"]
    assert second["mistake"] == "only_positive"
    assert second["message"].endswith(
        "Only large positive entries are limited. Large negative ones explode as well."
    )


def test_try_exits_with_0_when_all_pass_on_hidden_cases(write):
    assert main(["try", "clip", write("right.py", RIGHT), "--hidden"]) == DONE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("def clop(): pass", "f.py defines no function clip; it defines clop."),
        ("def clip(: pass", "f.py is not Python: invalid syntax, line 1."),
        ("1 / 0", "f.py raised ZeroDivisionError when it was run: division by zero."),
        ("import os; os._exit(3)", "f.py ended its Python process before clip could be observed."),
        ("clip = 3", "In f.py, clip is not a function but an object of type int."),
        ("", "f.py defines no function clip; it defines none at all."),
        ("def softmax(z): pass", "f.py defines no function clip; it defines softmax."),
        ("\0", "f.py is not Python: source code string cannot contain null bytes."),
    ],
)
def test_try_says_what_is_wrong_with_a_file(write, capfd, text, message):
    assert main(["try", "clip", write("f.py", text), "--json"]) == SOME_FAILED
    line = json.loads(capfd.readouterr().out)
    assert line["outcome"] == "error"
    assert line["points"] == 0
    assert line["message"].startswith(message)


def test_a_file_without_an_end_is_stopped(write, capfd, monkeypatch):
    monkeypatch.setattr("graders.grading.files.judging.SECONDS", 3.0)
    assert main(["try", "clip", write("f.py", "while True: pass"), "--json"]) == SOME_FAILED
    message = json.loads(capfd.readouterr().out)["message"]
    assert message.startswith("f.py did not end before clip could be observed.")


def test_a_file_cannot_shadow_numpy_by_lying_beside_it(write):
    write("numpy.py", "raise SystemExit('shadowed')")
    assert main(["try", "clip", write("right.py", RIGHT)]) == DONE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["try", "rnn_forwrd", "x.py"],
            f"There is no exercise 'rnn_forwrd'. Expected one of the {len(frozen_names())} that "
            "exist. Did you mean rnn_forward or",
        ),
        (["try", "clip", "nowhere.py"], "There is no file nowhere.py. Expected Python files that"),
        (
            ["grade", "02_vanila_rnn"],
            f"There is no lesson '02_vanila_rnn'. Expected one of the {len(names())} that exist. "
            "Did you mean 02_vanilla_rnn?",
        ),
        (["feedback", "3"], "There is no lesson '3'."),
        (["export", "zzz"], "There is no lesson 'zzz'."),
        (["build", "zzz"], "There is no lesson 'zzz'."),
        (["doctor", "zzz"], "There is no lesson 'zzz'."),
        (["doctor", "02_vanilla_rnn", "clipp"], "There is no exercise 'clipp'. Expected one of"),
        (["start", "zzz"], "There is no lesson 'zzz'."),
        (["reset", "02_vanilla_rnn", "--to", "nowhere"], "There is no nowhere/02_vanilla_rnn/"),
        (["grade", "02_vanilla_rnn", "--course", "none"], "There is no folder none/submitted"),
    ],
)
def test_wrong_usage_exits_with_2(arguments, message, capfd, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == WRONG_USAGE
    assert message in capfd.readouterr().err.replace("\n", " ")


@pytest.mark.parametrize(
    "command",
    ["build", "doctor", "grade", "try", "score", "feedback", "export", "start", "reset", "demo"],
)
def test_the_help_of_each_command_says_what_it_does(command, capfd):
    with pytest.raises(SystemExit) as done:
        main([command, "--help"])
    assert done.value.code == 0
    text = capfd.readouterr().out
    assert len(text.split()) > 30


def test_start_and_reset_say_where_the_notebook_is(tmp_path, capfd):
    assert main(["start", "02_vanilla_rnn", "--to", str(tmp_path)]) == DONE
    assert "Your notebook:" in capfd.readouterr().out
    assert main(["reset", "02_vanilla_rnn", "--to", str(tmp_path)]) == DONE
    assert "is kept as" in capfd.readouterr().out


def test_the_command_starts_without_tensorflow_or_nbgrader():
    code = (
        "import sys, graders, graders.cli; "
        "print([m for m in ('numpy', 'tensorflow', 'nbgrader', 'rich') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def graded_with(arguments, monkeypatch):
    """Return how the class driver was called by a command line; nothing is graded."""
    given = {}

    def grade(lesson, course, submitted, **options):
        given.update(options)
        raise KeyboardInterrupt

    monkeypatch.setattr("graders.grading.driver.batch.grade_class", grade)
    assert main(["grade", "02_vanilla_rnn", *arguments]) == 130
    return given


def test_experiments_are_run_when_asked_for(monkeypatch):
    assert not graded_with([], monkeypatch)["limits"].experiments
    assert graded_with(["--experiments"], monkeypatch)["limits"].experiments


def test_the_workers_of_a_cluster_are_asked_whether_they_can_isolate(monkeypatch):
    address = ["--scheduler", "tcp://host:8786"]
    strict = graded_with(address, monkeypatch)["executor"]
    trusting = graded_with([*address, "--isolation", "none"], monkeypatch)["executor"]
    assert strict._prepare is require_isolation
    assert trusting._prepare is None


@pytest.mark.slow
def test_score_judges_the_whole_notebook_on_new_cases(tmp_path, capfd):
    lesson = "03_gradients_through_time"
    notebook = solved_notebook(lessons.load(lesson))
    for cell in notebook.cells:
        if cell.source.startswith("def rtrl("):
            cell.source = "def rtrl(x, a0, parameters, da):\n    raise NotImplementedError"
        elif cell.source.startswith("def gradient_norms("):
            cell.source = "def gradient_norms(da_last, a, Waa):\n    return np.zeros(a.shape[2])"
    mine = tmp_path / lesson / f"{lesson}.ipynb"
    mine.parent.mkdir()
    nbformat.write(notebook, mine)
    assert main(["score", lesson, "--to", str(tmp_path)]) == SOME_FAILED
    said = capfd.readouterr().out
    assert said.startswith(f"{mine}, on cases drawn for this run\n")
    assert "  truncated_bptt                  passed    18 of 18\n" in said  # calls lesson 02's
    assert "  gradient_norms                  failed     0 of 14\n" in said
    assert "  rtrl                         unwritten     0 of 20\n" in said
    assert "      rtrl is not written yet." in said
    assert said.endswith("  66 of 100 points\n")


def test_score_says_where_it_looked_for_a_notebook(tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["score", "02_vanilla_rnn"]) == WRONG_USAGE
    assert capfd.readouterr().err == (
        "graders score: There is no file work/02_vanilla_rnn/02_vanilla_rnn.ipynb. Expected the "
        "notebook of 02_vanilla_rnn that you work in. Start one with `graders start "
        "02_vanilla_rnn`, or name yours: `graders score 02_vanilla_rnn FILE`.\n"
    )
