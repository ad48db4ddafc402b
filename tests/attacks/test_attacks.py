"""Every attack in the corpus is tried: it earns what it deserves, and touches nothing.

What attacks are, and how to write one, stands in `corpus.py`.
"""

from __future__ import annotations

import ast
import copy
import functools
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from attacks.commands import COMMANDS, EVERY, Graded, grade_corpus, student
from attacks.corpus import EXERCISES, FAMILIES, Attack, fill, load_attacks, solved
from attacks.ground import VARIABLE, Ground, hidden_numbers, visible_answers
from attacks.limits import LIMITS
from bs4 import BeautifulSoup
from conftest import among_the_lessons, as_bytes
from inert_attempts import acting
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from graders.cells import name_of, role
from graders.grading.handed_in.idle import is_card
from graders.grading.handed_in.sanitise import REMARKS_CELL
from graders.grading.inert import make_inert
from graders.grading.isolation import layers
from graders.grading.materials import Materials
from graders.grading.submission import grade_submission
from graders.grading.written import read_verdicts
from graders.judging import Outcome
from graders.judging.answering import visible_table

PATIENCE = 120.0
"""Seconds that a submission takes at most, with those limits, whatever it does."""

MEMORY_KB = 600_000
"""How much memory a process of the grader may take: without attacks it has a third of that."""

# Attacks have little time: `make test` runs the tests of one file one after the other.
ATTACKS = load_attacks()
EXPORTER = functools.cache(functools.partial(HTMLExporter, template_name="basic"))
HONEST = dict(zip(EXERCISES, (10.0, 60.0, 30.0), strict=True))
PROBE = """\
{attempt}
import os, socket
attempt("fork", os.fork)
attempt("socket", socket.socket)
attempt("signal", lambda: os.kill(os.getppid(), 0))
attempt("read", lambda: open("{home}/answers.txt").read())
attempt("write", lambda: open("{home}/{marker}", "w"))
"""


@pytest.fixture(scope="module")
def ground(
    built: tuple[Path, Materials], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ground]:
    """The grader's home and course, full of secrets, while attacks run."""
    ground = Ground(tmp_path_factory.mktemp("ground"), built[0])
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="g") as short:
        patch.setattr(tempfile, "tempdir", short)  # paths of sockets must not be long
        patch.setenv("HOME", str(ground.home))
        patch.setenv(VARIABLE, ground.canaries["environment"])
        yield ground
    ground.close()


@pytest.fixture
def places(ground: Ground, mini: str) -> dict[str, str]:
    """What the words in braces stand for."""
    return ground.places() | visible_answers({n: visible_table(mini, n) for n in EXERCISES})


def outputs(notebook: NotebookNode) -> str:
    """Return all that cells displayed, as one text."""
    shown = [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    return "\n".join(
        text
        for output in shown
        for text in (output.get("text", ""), *map(str, output.get("data", {}).values()))
    ) + "\n".join(str(output.get("evalue", "")) for output in shown)


def page_of(notebook: NotebookNode) -> str:
    """Return a page of a notebook, as nbconvert makes it."""
    page: str = EXPORTER().from_notebook_node(notebook)[0]
    return page


@functools.cache
def lessons_own(template: bytes) -> Counter[str]:
    """Return what acts on a page of the student notebook."""
    return Counter(acting(page_of(nbformat.reads(template.decode(), as_version=4))))


def shown_as_it_is(notebook: NotebookNode, template: NotebookNode) -> None:
    """Make sure that what a submission shows is inert, whoever shows it, and stays as it is."""
    theirs = copy.deepcopy(notebook)
    for cell in theirs.cells:
        if role(cell) == "check" or is_card(cell):
            cell.outputs = []  # the grader's own
    remarks = [c for c in theirs.cells[:1] if c.id == REMARKS_CELL]
    trusted = {(c.id, c.source) for c in (*template.cells, *remarks)}
    before = copy.deepcopy(theirs)
    make_inert(theirs, trusted)
    assert theirs == before
    page = page_of(notebook)
    assert Counter(acting(page)) - lessons_own(as_bytes(template)) == Counter()
    names = {name_of(cell) for cell in template.cells}
    assert [tag.name for tag in BeautifulSoup(page, "html.parser").find_all(id=list(names))] == []


def secrets_in(notebook: NotebookNode, ground: Ground, lesson: Materials) -> list[str]:
    """Return what stands in a graded notebook, verdicts included, and is nobody's business."""
    text = json.dumps(notebook)
    contract = (ground.package / "lessons" / "02_vanilla_rnn" / "softmax.py").read_text("utf-8")
    hidden = {contract.splitlines()[0].strip('"'), *ground.canaries.values()}
    return [secret for secret in hidden if secret in text] + hidden_numbers(lesson).findall(text)


def shape(notebook: NotebookNode) -> dict[str, object]:
    """Return what the lesson says of its own cells."""
    cells = [c for c in notebook.cells if "nbgrader" in c.metadata]
    return {c.id: (c.cell_type, c.metadata, c.source * c.metadata.nbgrader.locked) for c in cells}


@pytest.fixture(scope="module")
def among(built: tuple[Path, Materials]) -> Iterator[None]:
    """The miniature lesson stands among the lessons while attacks are graded and looked at."""
    with pytest.MonkeyPatch.context() as patch:
        among_the_lessons(patch, built[0])
        yield


@pytest.fixture(scope="module")
def isolated(built: tuple[Path, Materials], ground: Ground, among: None) -> None:
    """Make sure that nothing dangerous is run where the kernel is not isolated."""
    missing = [layer.detail for layer in layers() if layer.needed and not layer.present]
    if missing:
        pytest.skip(f"Submissions cannot be isolated here: {' '.join(missing)}")
    lesson = built[1]
    notebook = solved(lesson.notebook())
    notebook.cells.append(nbformat.v4.new_code_cell(fill(PROBE, ground.places())))
    graded = grade_submission(as_bytes(notebook), lesson, limits=LIMITS)
    seen = outputs(nbformat.reads(graded.notebook, as_version=4))
    assert seen.count(" -> ") == PROBE.count("\nattempt("), seen
    assert "-> done" not in seen, f"The kernel is not isolated:\n{seen}"


@pytest.fixture(scope="module", params=COMMANDS)
def graded(
    request: pytest.FixtureRequest,
    built: tuple[Path, Materials],
    ground: Ground,
    isolated: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Graded:
    """Every attack, graded by one of the commands."""
    lesson = built[1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))  # programs write there
        seen = visible_answers({n: visible_table(lesson.lesson, n) for n in EXERCISES})
        return grade_corpus(
            request.param,
            ATTACKS,
            tmp_path_factory.mktemp("corpus"),
            lesson.notebook(),
            ground,
            ground.places() | seen,
            lesson.seed,
        )


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS, ids=student)
def test_an_attack_earns_what_it_deserves_and_tells_nothing(
    attack: Attack,
    graded: Graded,
    lesson: Materials,
    template: NotebookNode,
    ground: Ground,
    places: dict[str, str],
) -> None:
    notebook = graded.notebooks[student(attack)]
    verdicts, shown = read_verdicts(notebook), outputs(notebook)
    assert {name: verdict.points for name, verdict in verdicts.items()} == attack.earns
    assert graded.points[student(attack)] == attack.earns
    assert [n for n, v in verdicts.items() if v.outcome is Outcome.BROKEN] == []
    assert graded.seconds.get(student(attack), 0.0) < PATIENCE
    assert {n: v.max_points for n, v in verdicts.items()} == HONEST
    assert shape(notebook) == shape(template)
    assert [text for text in attack.shows if fill(text, places) not in shown] == []
    assert [text for text in attack.hides if fill(text, places) in shown] == []
    assert secrets_in(notebook, ground, lesson) == []
    shown_as_it_is(notebook, template)


@pytest.mark.slow
def test_attacks_touch_nothing_and_leave_nothing(graded: Graded) -> None:
    assert graded.heard == []
    assert graded.traces == []
    assert graded.changed == []
    assert graded.left == []
    assert 50_000 < graded.most < MEMORY_KB
    assert "Traceback" not in graded.said
    assert set(graded.seconds) in (set(), set(graded.points))


@pytest.mark.slow
def test_honest_students_between_attacks_find_the_same_around_them(graded: Graded) -> None:
    first = outputs(graded.notebooks[graded.honest[0]])
    assert "variables" in first
    assert len(graded.honest) > len(ATTACKS) / EVERY
    for one in graded.honest:
        assert graded.points[one] == HONEST
        assert outputs(graded.notebooks[one]) == first


@pytest.mark.slow
@pytest.mark.usefixtures("isolated")
@pytest.mark.parametrize("attack", [a for a in ATTACKS if a.visible], ids=student)
def test_an_attack_that_knows_the_visible_cases_passes_on_them(
    attack: Attack, lesson: Materials, template: NotebookNode, places: dict[str, str]
) -> None:
    tables = {name: visible_table(lesson.lesson, name) for name in EXERCISES}
    data = attack.submission(template, places)
    verdicts = grade_submission(data, lesson, limits=LIMITS, tables=tables).verdicts
    assert {name: verdicts[name].points for name in attack.visible} == attack.visible


@pytest.mark.slow
@pytest.mark.usefixtures("isolated")
@pytest.mark.parametrize("name", ["printed_while_observed", "told_by_the_observer", "environment"])
def test_no_feedback_page_tells_what_is_hidden(
    name: str,
    lesson: Materials,
    template: NotebookNode,
    ground: Ground,
    places: dict[str, str],
) -> None:
    (attack,) = [a for a in ATTACKS if (a.family, a.name) == ("reading", name)]
    graded = grade_submission(attack.submission(template, places), lesson, limits=LIMITS)
    page, _ = HTMLExporter().from_notebook_node(nbformat.reads(graded.notebook, as_version=4))
    assert "A product" in page
    assert [text for text in ground.canaries.values() if text in page] == []
    words = re.sub(r"<(style|script).*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    assert hidden_numbers(lesson).findall(words) == []


def test_no_family_is_forgotten() -> None:
    found = Counter(attack.family for attack in ATTACKS)
    assert found.keys() == FAMILIES.keys()
    assert {family: found[family] for family in FAMILIES if found[family] < FAMILIES[family]} == {}


@pytest.mark.parametrize("attack", ATTACKS, ids=student)
def test_an_attack_says_what_it_tries_in_a_sentence(attack: Attack) -> None:
    assert attack.tries[0].isupper()
    assert attack.tries.endswith(".")
    assert len({a.tries for a in ATTACKS}) == len(ATTACKS)
    assert all(0 <= attack.earns[name] <= HONEST[name] for name in EXERCISES)


@pytest.mark.parametrize("attack", ATTACKS, ids=student)
def test_the_code_of_an_attack_can_run(attack: Attack, places: dict[str, str]) -> None:
    for source in attack.sources():
        ast.parse(fill(source, places))
