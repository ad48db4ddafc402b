"""What works in a student's own kernel works when it is graded, or says why not."""

from __future__ import annotations

import nbformat
import pytest
from conftest import as_bytes, cell, write
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from graders.grading.materials import Materials
from graders.grading.running.kernel import KernelChoice
from graders.grading.running.observed import Limits
from graders.grading.submission import Graded, grade_submission

pytestmark = pytest.mark.slow

SCALED = "def scaled(x, factor):\n    return x * factor\n"
QUICK = Limits(cell_seconds=10.0, case_seconds=0.5, check_seconds=3.0, submission_seconds=60.0)
UNFORKED = KernelChoice(provisioner="local-provisioner", isolation="none")


def grade(notebook: NotebookNode, lesson: Materials, kernel: KernelChoice | None = None) -> Graded:
    return grade_submission(as_bytes(notebook), lesson, limits=QUICK, kernel=kernel)


def before(notebook: NotebookNode, grade_id: str, source: str) -> None:
    notebook.cells.insert(notebook.cells.index(cell(notebook, grade_id)), new_code_cell(source))


def printed(graded: Graded, grade_id: str) -> str:
    outputs = cell(nbformat.reads(graded.notebook, as_version=4), grade_id).outputs
    return "".join(output.get("text", "") for output in outputs)


class TestProgramsThatCannotBeStarted:
    @pytest.mark.parametrize(
        ("line", "shown"),
        [
            ("!pip install -q tqdm", "pip install -q tqdm"),
            ("%pip install -q tqdm", "%pip install -q tqdm"),
            ("%conda install tqdm", "%conda install tqdm"),
            ("files = !ls", "ls"),
            ("!!ls", "ls"),
            ("%ls", "ls -F --color"),
            ("%sx ls", "ls"),
            ("if True:\n    !pip install tqdm", "pip install tqdm"),
        ],
    )
    def test_a_line_fails_and_its_cell_goes_on(
        self, line: str, shown: str, solved: NotebookNode, lesson: Materials
    ) -> None:
        write(solved, "scaled", f"{line}\n{SCALED}")
        graded = grade(solved, lesson)
        assert graded.points == 100.0
        assert (
            "Other programs cannot be started where notebooks are graded: "
            f"`{shown}` did nothing, and the cell goes on." in printed(graded, "scaled-solution")
        )

    @pytest.mark.parametrize("magic", ["%%bash", "%%sh", "%%script bash", "%%system"])
    def test_a_cell_for_a_program_costs_nothing(
        self, magic: str, solved: NotebookNode, lesson: Materials
    ) -> None:
        before(solved, "scaled-solution", f"{magic}\nls")
        assert grade(solved, lesson).points == 100.0

    def test_a_listing_is_empty(self, solved: NotebookNode, lesson: Materials) -> None:
        write(solved, "scaled", f"files = !ls *.csv\nassert files.n == ''\n{SCALED}")
        assert grade(solved, lesson).points == 100.0

    def test_where_nothing_is_isolated_programs_start(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        write(solved, "scaled", f"said = !echo started\nassert said == ['started']\n{SCALED}")
        assert grade(solved, lesson, UNFORKED).points == 100.0


@pytest.mark.parametrize("kernel", [KernelChoice(), UNFORKED], ids=["forked", "not forked"])
class TestModulesThatTheNotebookWrites:
    def test_they_can_be_imported(
        self, kernel: KernelChoice, solved: NotebookNode, lesson: Materials
    ) -> None:
        before(solved, "scaled-solution", f"%%writefile helpers_of_mine.py\n{SCALED}")
        write(solved, "scaled", "from helpers_of_mine import scaled")
        assert grade(solved, lesson, kernel).points == 100.0

    def test_a_package_too(
        self, kernel: KernelChoice, solved: NotebookNode, lesson: Materials
    ) -> None:
        files = (
            "import pathlib\n"
            "pathlib.Path('tools').mkdir()\n"
            f"pathlib.Path('tools', '__init__.py').write_text({SCALED!r})\n"
        )
        before(solved, "scaled-solution", files)
        write(solved, "scaled", "import tools\nscaled = tools.scaled")
        assert grade(solved, lesson, kernel).points == 100.0

    def test_they_stand_behind_the_environment(
        self, kernel: KernelChoice, solved: NotebookNode, lesson: Materials
    ) -> None:
        for name in ("wave", "imagesize", "graders"):  # Python's, the environment's and ours
            before(solved, "scaled-solution", f"%%writefile {name}.py\nraise SystemExit")
        write(solved, "scaled", f"import wave, graders, graders.judging.observe\n{SCALED}")
        assert grade(solved, lesson, kernel).points == 100.0


LATER = {
    "an entry": ("settings = {'sign': 1}", "settings['sign']", "settings['sign'] = -1"),
    "a method": ("settings = {'sign': 1}", "settings['sign']", "settings.update(sign=-1)"),
    "an array": ("sign = np.ones(1)", "sign", "sign *= -1"),
    "an array by another name": ("sign = np.ones(1)", "sign", "other = sign\nother[0] = -1"),
    "an output": ("sign = np.ones(1)", "sign", "gone = np.negative(sign, out=sign)"),
    "a class": ("class Setting:\n    sign = 1", "Setting.sign", "Setting.sign = -1"),
    "a default": (
        "def sign(at=[1]):\n    return at[0]",
        "sign()",
        "sign.__defaults__[0][0] = -1",
    ),
    "by a function": (
        "settings = [1]\ndef turn():\n    settings.append(-1)",
        "settings[-1]",
        "result = turn()",
    ),
    "by a magic": ("settings = {'sign': 1}", "settings['sign']", "%time settings['sign'] = -1"),
    "the library": ("sign = 1", "sign", "np.seterr(all='raise')\nnp.multiply = np.divide"),
}


class TestAnExerciseIsJudgedAsThingsWereAtItsCheck:
    @pytest.mark.parametrize("change", LATER)
    def test_whatever_is_changed_later(
        self, change: str, solved: NotebookNode, lesson: Materials
    ) -> None:
        given, used, later = LATER[change]
        answer = f"{given}\n\ndef scaled(x, factor):\n    return np.multiply(x, factor) * {used}\n"
        write(solved, "scaled", answer)
        solved.cells.append(new_code_cell(later))
        graded = grade(solved, lesson)
        assert graded.verdicts["scaled"].points == 10.0

    def test_what_is_mended_later_is_wrong_at_its_check(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        answer = "sign = [-1]\n\ndef scaled(x, factor):\n    return x * factor * sign[0]\n"
        write(solved, "scaled", answer)
        solved.cells.append(new_code_cell("sign[0] = 1"))
        assert grade(solved, lesson).verdicts["scaled"].points == 0.0

    def test_what_is_changed_above_the_check_counts(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        write(
            solved,
            "scaled",
            "sign = [-1]\n\ndef scaled(x, factor):\n    return x * factor * sign[0]",
        )
        before(solved, "scaled", "sign[0] = 1")
        assert grade(solved, lesson).points == 100.0

    def test_no_output_shows_a_case_that_was_met_at_a_check(
        self, solved: NotebookNode, lesson: Materials
    ) -> None:
        """The second kernel observes in between; what its cells display goes nowhere."""
        write(
            solved,
            "scaled",
            "seen = []\n\ndef scaled(x, factor):\n    seen.append(x)\n    return x * factor\n",
        )
        shows = new_code_cell("seen.extend([])\nprint('seen:', len(seen))")
        solved.cells.append(shows)
        graded = grade(solved, lesson)
        assert graded.points == 100.0
        assert "seen: 0" in graded.notebook
