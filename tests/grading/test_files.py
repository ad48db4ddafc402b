"""`graders try` reads what people have: a file, an exported notebook, a notebook."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from graders.grading.files import judging
from graders.grading.files.judging import judge_file
from graders.judging import Outcome, Verdict, frozen_table, judge, observe
from graders.judging.judge import judge_function
from graders.notebook.earlier import FILE_NAME

SOFTMAX = """\
def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0, keepdims=True)
"""


def tried(path: Path, text: str) -> tuple[float, str]:
    path.write_text(text, encoding="utf-8")
    verdict = judge_file(frozen_table("softmax"), path)
    return verdict.points, verdict.message


def notebook(*sources: str) -> str:
    cells = [new_markdown_cell("# Mine"), *map(new_code_cell, sources)]
    return json.dumps(new_notebook(cells=cells))


@pytest.mark.parametrize(
    "sources",
    [
        ["import numpy as np", SOFTMAX],
        [f"mine = None\n{SOFTMAX.replace('softmax', 'mine')}softmax = mine"],
        [f"%matplotlib inline\n!pip install tqdm\n{SOFTMAX}"],
        [f"%%time\n{SOFTMAX}"],
        [SOFTMAX, "check(softmax)", "def softmax(z):\n    return z"],
        ["not Python at all", "1 / 0", SOFTMAX],
    ],
)
def test_a_notebook_is_read(tmp_path: Path, sources: list[str]) -> None:
    assert tried(tmp_path / "mine.ipynb", notebook(*sources)) == (5.0, "")


def test_a_cell_that_raises_is_named_where_the_function_is_missing(tmp_path: Path) -> None:
    _, said = tried(tmp_path / "mine.ipynb", notebook("x = 1", f"1 / 0\n{SOFTMAX}"))
    assert said.startswith(
        "Code cell 2 of mine.ipynb raised ZeroDivisionError when it was run: division by zero."
    )


def test_a_notebook_without_the_function_says_what_there_is(tmp_path: Path) -> None:
    _, said = tried(tmp_path / "mine.ipynb", notebook("def soft_max(z):\n    return z"))
    assert said.startswith("mine.ipynb defines no function softmax; it defines soft_max.")


def test_a_notebook_that_cannot_be_read_is_called_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.ipynb"
    path.write_text(notebook(SOFTMAX)[:-30], encoding="utf-8")
    verdict = judge_file(frozen_table("softmax"), path)
    assert verdict.outcome is Outcome.ERROR
    assert verdict.message.startswith(
        "mine.ipynb could not be read as a notebook. Expected a Python file or a notebook that "
        "defines softmax. The file breaks off"
    )


@pytest.mark.parametrize(
    "line",
    [
        "get_ipython().run_line_magic('matplotlib', 'inline')",
        "get_ipython().system('pip install -q tqdm')",
        "files = get_ipython().getoutput('ls')",
        "get_ipython().run_cell_magic('bash', '', 'ls\\n')",
    ],
)
def test_magics_of_an_exported_notebook_do_nothing(tmp_path: Path, line: str) -> None:
    assert tried(tmp_path / "mine.py", f"# In[1]:\n{line}\n# In[2]:\n{SOFTMAX}") == (5.0, "")


def test_a_cell_that_was_exported_as_a_text_is_run(tmp_path: Path) -> None:
    line = f"get_ipython().run_cell_magic('time', '', {SOFTMAX!r})\n"
    assert tried(tmp_path / "mine.py", line) == (5.0, "")


def test_a_python_file_that_begins_with_a_dict_is_none(tmp_path: Path) -> None:
    assert tried(tmp_path / "mine.py", f'{{"cells": 1}}.get("cells")\n{SOFTMAX}') == (5.0, "")


def test_functions_of_earlier_lessons_need_not_be_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text("def truncated_bptt(da, caches, k):\n    return rnn_backward(da, caches)\n")
    verdict = judge_file(frozen_table("truncated_bptt"), path)
    assert verdict.outcome is Outcome.FAILED
    assert verdict.mistake == "nothing_cut" or "Nothing is cut" in verdict.message


DIVIDED = """\
def softmax(z):
    e = np.exp(z - z.max(axis=0)) + 0.01 * z.sum(axis=0)
    return e / e.sum(axis=0, keepdims=True)
"""


def test_ablations_say_where_to_look_as_in_a_notebook(tmp_path: Path) -> None:
    wrong = DIVIDED
    path = tmp_path / "mine.py"
    path.write_text(wrong, encoding="utf-8")
    names: dict[str, object] = {}
    exec(f"import numpy as np\n{wrong}", names)
    table = frozen_table("softmax")
    verdict = judge_file(table, path)
    assert verdict.usually == judge_function(table, names["softmax"], 5.0).usually
    assert verdict.usually != judge(table, observe(names["softmax"], table.cases)).usually


CALLS_AN_EARLIER_LESSON = """\
from graders import earlier
rnn_forward = earlier("02_vanilla_rnn", "rnn_forward")

def gradient_norms(da_last, a, Waa):
    return rnn_forward(da_last)
"""


def test_two_mistakes_that_disagree_are_both_told_and_neither_is_certain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {
        True: Verdict("clip", "Clip", Outcome.FAILED, 1, 3, usually="It is A.", mistake="a"),
        False: Verdict("clip", "Clip", Outcome.FAILED, 1, 3, usually="It is B.", mistake="b"),
    }
    monkeypatch.setattr(judging, "judge_file", lambda table, path: named[table.hidden])
    verdict = judging.judge_hidden("02_vanilla_rnn", "clip", tmp_path, 1)
    assert verdict.mistake is None
    assert verdict.usually == (
        "Two mistakes fit, so neither is certain. These cases say: It is A. The visible ones say: "
        "It is B."
    )
    named[False] = named[True]
    assert judging.judge_hidden("02_vanilla_rnn", "clip", tmp_path, 1) == named[True]


@pytest.mark.parametrize("answers", [True, False])
def test_functions_of_earlier_lessons_are_the_answers_or_what_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: bool
) -> None:
    kept = {"02_vanilla_rnn": {"rnn_forward": "def rnn_forward(x):\n    raise KeyError('mine')"}}
    (tmp_path / "03").mkdir()
    (tmp_path / FILE_NAME).write_text(json.dumps(kept), encoding="utf-8")
    path = tmp_path / "03" / "mine.py"
    path.write_text(CALLS_AN_EARLIER_LESSON, encoding="utf-8")
    table = frozen_table("gradient_norms")
    if not answers:
        monkeypatch.setitem(sys.modules, "graders.lessons.reference", None)
    verdict = judge_file(table, path)
    assert verdict.outcome is Outcome.ERROR
    assert ("KeyError" in verdict.message) is not answers
    assert ("TypeError" in verdict.message) is answers
