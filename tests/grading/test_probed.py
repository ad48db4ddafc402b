"""Made arguments, probes and counts on their way through a real, confined kernel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from conftest import as_bytes, write
from nbformat import NotebookNode

import graders.lessons
import graders.paths
from graders.authoring.build import solved_notebook
from graders.authoring.release import release
from graders.grading.materials import Materials, materials
from graders.grading.submission import grade_submission
from graders.lessons.reference import reference

pytestmark = pytest.mark.slow
LESSON = "00_probed"
HERE = Path(__file__).parents[1] / "probed"


@pytest.fixture(scope="module")
def probed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Materials]:
    """What grading the miniature lesson with probes needs."""
    assignments = tmp_path_factory.mktemp("assignments")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graders.paths, "SOLUTIONS", HERE / "solutions")
        patch.setattr(graders.paths, "ASSIGNMENTS", assignments)
        contracts = [*graders.lessons.__path__, str(HERE / "contracts")]
        patch.setattr(graders.lessons, "__path__", contracts)
        notebook = graders.paths.student_notebook(LESSON)
        notebook.parent.mkdir()
        text = release(solved_notebook(graders.lessons.load(LESSON)))
        notebook.write_text(text, encoding="utf-8")
        yield materials(LESSON, seed=7)


@pytest.fixture
def solved(probed: Materials) -> NotebookNode:
    """The lesson with the references in place of stubs."""
    notebook = nbformat.read(graders.paths.student_notebook(LESSON), as_version=4)
    for name in graders.lessons.load(LESSON).exercises:
        write(notebook, name, reference(LESSON).source(name))
    return notebook


def test_a_solved_lesson_gets_all_points_from_a_confined_kernel(probed, solved):
    graded = grade_submission(as_bytes(solved), probed)
    assert {n: v.message for n, v in graded.verdicts.items() if v.message} == {}
    assert sum(v.points for v in graded.verdicts.values()) == 100


def test_a_wrong_temperature_is_graded_as_such_and_the_rest_is_not_harmed(probed, solved):
    source = reference(LESSON).source("draw_token")
    write(solved, "draw_token", source.replace("/ temperature", "/ (1.1 * temperature)"))
    graded = grade_submission(as_bytes(solved), probed)
    assert graded.verdicts["draw_token"].message == (
        "The shares of what was drawn are not the probabilities that were asked for. Expected "
        "shares that differ from them by chance only. The draws are too even, as they are at a "
        "temperature that is too high: the logits are divided by the temperature once, before the "
        "softmax."
    )
    assert sum(v.points for v in graded.verdicts.values()) == 100 - 30
