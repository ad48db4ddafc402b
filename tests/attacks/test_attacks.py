"""Every attack in the corpus is tried: it earns what it deserves, and touches nothing.

What attacks are, and how to write one, stands in `corpus.py`.
"""

from __future__ import annotations

import ast
import copy
import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from attacks.corpus import EXERCISES, FAMILIES, Attack, fill, load_attacks, solved
from attacks.ground import VARIABLE, Ground, hidden_numbers, visible_answers
from attacks.limits import LIMITS
from bs4 import BeautifulSoup
from conftest import as_bytes
from inert_attempts import acting
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from graders.cells import name_of, role
from graders.grading.handed_in.idle import is_card
from graders.grading.handed_in.sanitise import REMARKS_CELL
from graders.grading.inert import make_inert
from graders.grading.isolation import layers
from graders.grading.materials import Materials
from graders.grading.submission import Graded, grade_submission
from graders.judging import Outcome
from graders.judging.table import visible_table

PATIENCE = 75.0
"""Seconds that a submission takes at most, with those limits, whatever it does."""

MEMORY_KB = 400_000
"""By how much the grader's own process may grow."""

ATTACKS = load_attacks()
HONEST = dict(zip(EXERCISES, (10.0, 60.0, 30.0), strict=True))
AROUND = """\
import builtins, os, resource, signal, sys, threading, warnings
print("variables", sorted(set(os.environ) - {"GRADERS_TEST_SECRET"}))
print("folder", sorted(os.listdir(".")), oct(os.umask(0o22)), os.getpriority(0, 0))
print("builtins", sorted(dir(builtins)))
print("numpy", np.get_printoptions(), np.geterr(), sorted(dir(np)), np.array([1 / 3, 1e-9]))
print("limits", [resource.getrlimit(n) for n in range(16) if n != 9], sys.getrecursionlimit())
print("python", sys.path, sys.flags, type(sys.displayhook), len(warnings.filters))
print("signals", [str(signal.getsignal(n)) for n in (2, 10, 12, 14, 15)], threading.active_count())
print("memory", sorted(os.listdir("/dev/shm")) if os.access("/dev/shm", os.R_OK) else "closed")
"""
"""What the next student could find of the one before: printed by honest submissions."""
PROBE = """\
{attempt}
import os, socket
attempt("fork", os.fork)
attempt("socket", socket.socket)
attempt("signal", lambda: os.kill(os.getppid(), 0))
attempt("read", lambda: open("{home}/answers.txt").read())
attempt("write", lambda: open("{home}/{marker}", "w"))
"""
HARMLESS_HERE = ("metadata", "forging", "displaying")
"""Families that do nothing to the machine, even where a kernel is not isolated."""


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


@pytest.fixture
def honest(template: NotebookNode) -> bytes:
    """An honest submission that looks around."""
    notebook = solved(template)
    notebook.cells.append(nbformat.v4.new_code_cell(AROUND))
    return as_bytes(notebook)


@pytest.fixture(scope="module")
def first() -> dict[str, Graded]:
    """What the honest submission got before all attacks, once it was graded."""
    return {}


def outputs(graded: Graded) -> str:
    """Return all that cells displayed, as one text."""
    cells = nbformat.reads(graded.notebook, as_version=4).cells
    shown = [o for c in cells if c.cell_type == "code" for o in c.outputs]
    return "\n".join(
        text
        for output in shown
        for text in (output.get("text", ""), *map(str, output.get("data", {}).values()))
    ) + "\n".join(str(output.get("evalue", "")) for output in shown)


def shown_as_it_is(graded: Graded, template: NotebookNode) -> None:
    """Make sure that what a submission shows is inert, whoever shows it, and stays as it is."""
    notebook = nbformat.reads(graded.notebook, as_version=4)
    for cell in notebook.cells:
        if role(cell) == "check" or is_card(cell):
            cell.outputs = []  # the grader's own
    remarks = [c for c in notebook.cells[:1] if c.id == REMARKS_CELL]
    trusted = {(c.id, c.source) for c in (*template.cells, *remarks)}
    before = copy.deepcopy(notebook)
    make_inert(notebook, trusted)
    assert notebook == before
    exporter = HTMLExporter(template_name="basic")
    lessons = acting(exporter.from_notebook_node(template)[0])
    page, _ = exporter.from_notebook_node(nbformat.reads(graded.notebook, as_version=4))
    assert Counter(acting(page)) - Counter(lessons) == Counter()
    names = {name_of(cell) for cell in template.cells}
    assert [tag.name for tag in BeautifulSoup(page, "html.parser").find_all(id=list(names))] == []


def points(graded: Graded) -> dict[str, float]:
    return {name: verdict.points for name, verdict in graded.verdicts.items()}


def secrets_in(graded: Graded, ground: Ground, lesson: Materials) -> list[str]:
    """Return what stands in the graded notebook or its verdicts and is nobody's business."""
    verdicts = [verdict.to_json() for verdict in graded.verdicts.values()]
    text = graded.notebook + json.dumps(verdicts)
    contract = (ground.package / "lessons" / "02_vanilla_rnn.py").read_text(encoding="utf-8")
    hidden = {contract.splitlines()[0].strip('"'), *ground.canaries.values()}
    return [secret for secret in hidden if secret in text] + hidden_numbers(lesson).findall(text)


def scratch_folders() -> list[str]:
    """Return the folders of kernels; a warm parent that is new has another one, and may."""
    names = sorted(os.listdir(tempfile.gettempdir()))
    return [name for name in names if not name.startswith("graders-warm-")]


def peak_from_now_on() -> int:
    """Forget how much memory this process had at most, and return how much it has."""
    Path("/proc/self/clear_refs").write_text("5")
    return peak()


def peak() -> int:
    """Return how much memory this process had at most, in kB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def shape(notebook: NotebookNode) -> dict[str, object]:
    """Return what the lesson says of its own cells."""
    cells = [c for c in notebook.cells if "nbgrader" in c.metadata]
    return {c.id: (c.cell_type, c.metadata, c.source * c.metadata.nbgrader.locked) for c in cells}


@pytest.fixture
def isolated(lesson: Materials, template: NotebookNode, places: dict[str, str]) -> None:
    """Make sure that nothing dangerous is run where the kernel is not isolated."""
    missing = [layer.detail for layer in layers() if layer.needed and not layer.present]
    if missing:
        pytest.skip(f"Submissions cannot be isolated here: {' '.join(missing)}")
    notebook = solved(template)
    notebook.cells.append(nbformat.v4.new_code_cell(fill(PROBE, places)))
    seen = outputs(grade_submission(as_bytes(notebook), lesson, limits=LIMITS))
    assert seen.count(" -> ") == PROBE.count("\nattempt("), seen
    assert "-> done" not in seen, f"The kernel is not isolated:\n{seen}"


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda a: f"{a.family}-{a.name}")
def test_an_attack_earns_what_it_deserves_and_touches_nothing(
    attack: Attack,
    lesson: Materials,
    template: NotebookNode,
    ground: Ground,
    places: dict[str, str],
    honest: bytes,
    first: dict[str, Graded],
    request: pytest.FixtureRequest,
) -> None:
    if attack.family not in HARMLESS_HERE:
        request.getfixturevalue("isolated")
    if not first:
        graded = grade_submission(honest, lesson, limits=LIMITS)
        assert points(graded) == HONEST
        first["honest"] = graded
    data, before = attack.submission(template, places), ground.files()
    folders = scratch_folders()
    ground.heard()
    memory = peak_from_now_on()

    graded = grade_submission(data, lesson, limits=LIMITS)

    assert points(graded) == attack.earns
    assert [n for n, v in graded.verdicts.items() if v.outcome is Outcome.BROKEN] == []
    assert graded.seconds < PATIENCE
    assert peak() - memory < MEMORY_KB
    assert {n: v.max_points for n, v in graded.verdicts.items()} == HONEST
    assert shape(nbformat.reads(graded.notebook, as_version=4)) == shape(template)
    assert [text for text in attack.shows if fill(text, places) not in outputs(graded)] == []
    assert [text for text in attack.hides if fill(text, places) in outputs(graded)] == []
    assert secrets_in(graded, ground, lesson) == []
    shown_as_it_is(graded, template)
    assert ground.heard() == []
    assert ground.traces() == []
    assert sorted(before.items() ^ ground.files().items()) == []
    assert scratch_folders() == folders
    if attack.visible:
        tables = {name: visible_table(lesson.lesson, name) for name in EXERCISES}
        seen = points(grade_submission(data, lesson, limits=LIMITS, tables=tables))
        assert {name: seen[name] for name in attack.visible} == attack.visible
    after = grade_submission(honest, lesson, limits=LIMITS)
    assert after.verdicts == first["honest"].verdicts
    assert outputs(after) == outputs(first["honest"])


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


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda a: f"{a.family}-{a.name}")
def test_an_attack_says_what_it_tries_in_a_sentence(attack: Attack) -> None:
    assert attack.tries[0].isupper()
    assert attack.tries.endswith(".")
    assert len({a.tries for a in ATTACKS}) == len(ATTACKS)
    assert all(0 <= attack.earns[name] <= HONEST[name] for name in EXERCISES)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda a: f"{a.family}-{a.name}")
def test_the_code_of_an_attack_can_run(attack: Attack, places: dict[str, str]) -> None:
    for source in attack.sources():
        ast.parse(fill(source, places))
