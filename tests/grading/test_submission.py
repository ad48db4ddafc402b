"""The score is what the hidden cases say, never what the student's process says."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace

import nbformat
import pytest
from conftest import as_bytes, cell, write
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output
from nbgrader.utils import determine_grade

from graders.grading.handed_in.restored import METADATA
from graders.grading.judged import judged
from graders.grading.materials import Materials
from graders.grading.running.observed import Limits, Observed
from graders.grading.running.raised import what_was_raised
from graders.grading.submission import IDLE, Graded, grade_submission
from graders.grading.written import read_verdicts
from graders.judging import POOL, Outcome, Table, Verdict
from graders.judging.frozen import key_of

CARD_IS_RUN = "def progress(): raise SystemExit\ndef scaled(x, factor): return x * factor\n"
QUICK = Limits(cell_seconds=2.0, case_seconds=0.5, check_seconds=3.0, submission_seconds=60.0)


def grade(notebook: NotebookNode, lesson: Materials) -> Graded:
    return grade_submission(as_bytes(notebook), lesson, limits=QUICK)


def points(graded: Graded) -> list[float]:
    return [verdict.points for verdict in graded.verdicts.values()]


def checks(graded: Graded) -> list[NotebookNode]:
    notebook = nbformat.reads(graded.notebook, as_version=4)
    return [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")]


@pytest.mark.usefixtures("no_kernel")
class TestWhatComesOut:
    def test_the_score_card_shows_what_was_earned(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        locked = {"nbgrader": {"grade": False, "solution": False, "locked": True}}
        card = new_code_cell("progress()", id="card", metadata=locked)
        write(solved, "scaled", CARD_IS_RUN)
        template = lesson.notebook()
        template.cells.append(card)
        lesson = replace(lesson, template=nbformat.writes(template))
        solved.cells.append(card)
        write(solved, "shifted", "def shifted(x):\n    return x - 1.0")
        shown = nbformat.reads(grade(solved, lesson).notebook, as_version=4).cells[-1].outputs
        text = shown[0].data["text/plain"]
        assert text.startswith("Graded ")
        assert "70 of 100 points" in text
        assert "One is subtracted, not added." in text
        assert "Look again at `shifted`; the cards above say why." in " ".join(text.split())

    def test_the_right_answers_earn_all(self, solved: NotebookNode, lesson: Materials) -> None:
        assert points(grade(solved, lesson)) == [10.0, 60.0, 30.0]

    def test_a_mistake_that_stands_there_as_its_sentence_has_its_key(
        self, monkeypatch: pytest.MonkeyPatch, solved: NotebookNode, lesson: Materials
    ) -> None:
        """As it was written before mistakes had keys."""
        write(solved, "shifted", "def shifted(x):\n    return x - 1.0")
        text = grade(solved, lesson).notebook
        sentence = "Only large positive entries are limited. Large negative ones explode as well."
        text = text.replace('"mistake": "subtracted"', f'"mistake": "{sentence}"')
        assert sentence in text
        read = read_verdicts(nbformat.reads(text, as_version=4))["shifted"]
        assert read.mistake is None  # the miniature lesson has no frozen tables
        assert key_of("clip", sentence) == "only_positive"
        assert key_of("clip", "No such sentence.") is None

    def test_a_known_mistake_is_named(self, solved: NotebookNode, lesson: Materials) -> None:
        write(solved, "shifted", "def shifted(x):\n    return x - 1.0")
        verdict = grade(solved, lesson).verdicts["shifted"]
        assert verdict.mistake == "subtracted"
        assert verdict.usually == "One is subtracted, not added."
        assert verdict.points == 0.0

    def test_an_unsolved_notebook_earns_nothing(
        self, template: NotebookNode, lesson: Materials
    ) -> None:
        graded = grade(template, lesson)
        assert points(graded) == [0.0, 0.0, 0.0]
        assert graded.verdicts["scaled"].returned == "scaled is not written yet."

    def test_nbgrader_reads_exactly_our_points_from_each_check_cell(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        write(solved, "row_sums", "def row_sums(x):\n    return x.sum(1, keepdims=True) * 2, 0.0")
        graded = grade(solved, lesson)
        read = [determine_grade(check)[0] for check in checks(graded)]
        assert read == points(graded) == [10.0, 30.5, 30.0]

    def test_the_card_stands_in_the_check_cell(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        (output,) = checks(grade(solved, lesson))[0].outputs
        assert output.output_type == "execute_result"
        assert "A product" in output.data["text/html"]

    def test_verdicts_can_be_read_back(self, solved: NotebookNode, lesson: Materials) -> None:
        graded = grade(solved, lesson)
        assert read_verdicts(nbformat.reads(graded.notebook, as_version=4)) == graded.verdicts

    def test_no_hidden_case_stands_in_the_notebook(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        write(solved, "shifted", "def shifted(x):\n    print(x)\n    return x * 2.0")
        graded = grade(solved, lesson)
        tables = [lesson.tables(index)["shifted"] for index in range(POOL)]
        drawn = [value for table in tables for value in table.cases[0].arguments["x"].flat]
        digits = [f"{abs(value):.5f}" for value in drawn]
        assert not [number for number in digits if number in graded.notebook]
        assert graded.verdicts["shifted"].location is None

    def test_a_function_that_is_not_there_is_named(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        write(solved, "shifted", "def schifted(x):\n    return x + 1")
        verdict = grade(solved, lesson).verdicts["shifted"]
        assert verdict.message == (
            "After all cells above, there is no function shifted. Expected a function of that "
            "name, defined in the cell of shifted. Its cell raised an error before the function "
            "was made, or the name is spelled differently."
        )

    @pytest.mark.parametrize(
        ("kind", "evalue", "traceback", "said"),
        [
            (
                "SyntaxError",
                "'(' was never closed (1234.py, line 3)",
                [],
                "The cell of shifted raised SyntaxError in line 3: '(' was never closed.",
            ),
            (
                "NameError",
                "name 'nq' is not defined",
                ["\x1b[31mNameError\x1b[0m", "\x1b[32mCell \x1b[0mIn[7], line 2\n----> 2 nq"],
                "The cell of shifted raised NameError in line 2: name 'nq' is not defined.",
            ),
            ("KeyError", "", [], "The cell of shifted raised KeyError."),
        ],
    )
    def test_an_error_in_the_cell_of_the_function_is_named(
        self,
        solved: NotebookNode,
        lesson: Materials,
        monkeypatch: pytest.MonkeyPatch,
        kind: str,
        evalue: str,
        traceback: list[str],
        said: str,
    ) -> None:
        error = new_output("error", ename=kind, evalue=evalue, traceback=traceback)
        seen = {"shifted": Observed("missing", raised=what_was_raised([error]))}
        monkeypatch.setattr("graders.grading.submission.run_notebook", lambda *_: seen)
        assert grade(solved, lesson).verdicts["shifted"].message == (
            f"{said} Expected a cell that defines shifted. Run the cell, mend the line, run it "
            "again."
        )

    def test_remarks_stand_at_the_top_as_plain_text(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        cell(solved, "scaled").source = "10.0"
        graded = grade_submission(as_bytes(solved), lesson, ["A file '<b>*x*</b>' was there."])
        top = nbformat.reads(graded.notebook, as_version=4).cells[0]
        assert top.source.startswith("**Remarks on what was handed in**")
        assert "&#60;b&#62;&#42;x&#42;" in top.source
        assert len(graded.remarks) == 2

    def test_without_remarks_there_is_no_such_cell(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        notebook = nbformat.reads(grade(solved, lesson).notebook, as_version=4)
        assert [c.id for c in notebook.cells] == [c.id for c in solved.cells]

    def test_what_is_no_notebook_earns_nothing_and_says_why(self, lesson: Materials) -> None:
        graded = grade_submission(b"My homework", lesson)
        assert graded.trouble is not None
        assert graded.trouble.startswith("The file is not JSON (line 1).")
        assert points(graded) == [0.0, 0.0, 0.0]
        notebook = nbformat.reads(graded.notebook, as_version=4)
        assert "The file is not JSON" in notebook.cells[0].source
        assert [determine_grade(check)[0] for check in checks(graded)] == [0.0, 0.0, 0.0]

    def test_all_that_goes_in_and_out_travels_to_another_process(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        there = pickle.loads(pickle.dumps(lesson))
        graded = grade_submission(as_bytes(solved), there)
        assert pickle.loads(pickle.dumps(graded)) == graded
        assert points(graded) == [10.0, 60.0, 30.0]

    def test_a_fault_of_the_judge_is_ours_and_costs_one_exercise(
        self, solved: NotebookNode, lesson: Materials, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = judged.__globals__["judge_json"]

        def fails_on_one(table: Table, observations: str) -> Verdict:
            if table.exercise == "row_sums":
                raise ZeroDivisionError
            verdict: Verdict = real(table, observations)
            return verdict

        monkeypatch.setattr("graders.grading.judged.judge_json", fails_on_one)
        graded = grade(solved, lesson)
        assert points(graded) == [10.0, 0.0, 30.0]
        assert graded.verdicts["row_sums"].outcome is Outcome.BROKEN
        assert "This is not your fault" in graded.verdicts["row_sums"].message

    def test_a_forged_verdict_is_replaced(self, solved: NotebookNode, lesson: Materials) -> None:
        write(solved, "scaled", "def scaled(x, factor):\n    return x")
        right = grade(solved, lesson).verdicts["shifted"].to_json()
        data = {"text/plain": "10.0"}
        forged = nbformat.v4.new_output("execute_result", data, metadata={METADATA: right})
        cell(solved, "scaled").outputs = [forged]
        graded = grade(solved, lesson)
        assert determine_grade(checks(graded)[0])[0] == 0.0


TRICKS = {
    "a tag": "",
    "an object that equals everything": (
        "class Yes(float):\n"
        "    def __eq__(self, other): return True\n"
        "    __hash__ = None\n"
        "    __array_priority__ = 1e9\n"
        "def scaled(x, factor): return Yes(10)\n"
    ),
    "a patched check": (
        "import graders, graders.judging, graders.judging.judge\n"
        "for module in (graders, graders.judging, graders.judging.judge):\n"
        "    module.check = module.judge = lambda *a, **k: 10.0\n"
    ),
    "a patched observer": (
        "import graders.judging.observe as o\n"
        'o.observe_json = lambda *a, **k: \'[{"outcome": "passed", "points": 10}]\'\n'
    ),
    "garbage for an answer": (
        "import graders.grading.running.inside as i\n"
        "i.observe = lambda *a, **k: i.Answer('{\"points\": 10.0}')\n"
    ),
    "an output forged before each cell": (
        "from IPython.display import publish_display_data\n"
        "def forge(*info):\n"
        "    publish_display_data({'text/plain': '10.0'})\n"
        "get_ipython().events.register('pre_run_cell', forge)\n"
    ),
    "a formatter that says ten": (
        "ip = get_ipython()\n"
        "ip.display_formatter.formatters['text/plain'].for_type(str, lambda *a: '10.0')\n"
        "ip.user_expressions = lambda e: {'answer': {'data': {'text/plain': '10.0'}}}\n"
    ),
    "an assert that is switched off": (
        "import ast\n"
        "class Off(ast.NodeTransformer):\n"
        "    def visit_Assert(self, node): return ast.Pass()\n"
        "get_ipython().ast_transformers.append(Off())\n"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("trick", TRICKS)
def test_tricks_earn_nothing(trick: str, solved: NotebookNode, lesson: Materials) -> None:
    write(solved, "scaled", "def scaled(x, factor):\n    return None\n" + TRICKS[trick])
    if trick == "a tag":
        cell(solved, "scaled").metadata.tags = ["skip-execution"]
    graded = grade(solved, lesson)
    assert graded.verdicts["scaled"].points == 0.0
    assert determine_grade(checks(graded)[0])[0] == 0.0


@pytest.mark.slow
def test_what_is_printed_on_stderr_costs_nothing(solved: NotebookNode, lesson: Materials) -> None:
    noise = "import sys; print('warning', file=sys.stderr)\n"
    write(
        solved,
        "scaled",
        noise + "def scaled(x, factor):\n    print('w', file=sys.stderr)\n    return x * factor",
    )
    assert points(grade(solved, lesson)) == [10.0, 60.0, 30.0]


@pytest.mark.slow
def test_one_bad_exercise_does_not_cost_the_others(solved: NotebookNode, lesson: Materials) -> None:
    write(solved, "scaled", "import os\ndef scaled(x, factor):\n    os._exit(0)")
    write(solved, "row_sums", "def row_sums(x):\n    while True: pass")
    solved.cells.insert(1, new_code_cell("while True: print('x' * 10_000)"))
    graded = grade(solved, lesson)
    assert points(graded) == [0.0, 0.0, 30.0]
    assert graded.verdicts["scaled"].outcome is Outcome.ERROR
    assert len(graded.notebook) < 400_000


@pytest.mark.slow
class TestExperiments:
    def shown(self, notebook: NotebookNode, lesson: Materials, limits: Limits = QUICK) -> str:
        graded = grade_submission(as_bytes(notebook), lesson, limits=limits)
        assert points(graded) == [10.0, 60.0, 30.0]
        text: str = nbformat.reads(graded.notebook, as_version=4).cells[-1].outputs[0].text
        return text

    def test_what_nobody_needs_is_not_run_and_says_so(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        assert self.shown(solved, lesson) == IDLE

    def test_what_the_learner_changed_is_run(self, solved: NotebookNode, lesson: Materials) -> None:
        solved.cells[-1].source += "\nprint('mine')"
        assert self.shown(solved, lesson) == "the experiment: [[1.]]\nmine\n"

    def test_all_are_run_when_asked_for(self, solved: NotebookNode, lesson: Materials) -> None:
        limits = replace(QUICK, experiments=True)
        assert self.shown(solved, lesson, limits) == "the experiment: [[1.]]\n"


EARLIER = """\
from graders import earlier
lent = earlier("02_vanilla_rnn", "clip")

def scaled(x, factor):
    assert lent.__doc__ is None
    return lent({"g": x * factor}, 1e9)["g"]
"""


@pytest.mark.slow
def test_a_submission_calls_references_of_earlier_lessons(
    solved: NotebookNode, lesson: Materials
) -> None:
    source = "import numpy as np\ndef clip(gradients, max_value): return dict(gradients)\n"
    write(solved, "scaled", EARLIER)
    with_them = replace(lesson, earlier=json.dumps({"02_vanilla_rnn": source}))
    assert grade(solved, with_them).verdicts["scaled"].points == 10
    assert grade(solved, lesson).verdicts["scaled"].outcome is Outcome.ERROR
