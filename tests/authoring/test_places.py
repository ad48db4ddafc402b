"""What an author has to mend is named by file and line, whatever went wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import graders.lessons
import graders.paths
from graders.authoring import build, doctor, placed
from graders.authoring.build import BuildError, generated
from graders.exercise import Lesson, Refusal
from graders.lessons import ContractError, load
from graders.lessons.places import cell_place, contract_place

LESSON = "02_vanilla_rnn"
BROKEN = "18_broken"


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Path]]:
    """Return a function that writes a lesson among the others, of which a file cannot be run."""
    folder = tmp_path / BROKEN
    folder.mkdir()
    monkeypatch.setattr(graders.lessons, "__path__", [*graders.lessons.__path__, str(tmp_path)])

    def write(**files: str) -> Path:
        for name, text in files.items():
            (folder / f"{name}.py").write_text(text, encoding="utf-8")
        return folder

    yield write
    for module in [name for name in sys.modules if BROKEN in name]:
        del sys.modules[module]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('"""One."""\n\none = "a"b"\n', 3, "SyntaxError: unterminated string literal"),
        ("import math\none = math.tau.a\n", 2, "AttributeError: 'float' object has no attribute"),
        ("\n\nfrom . import shared\n", 3, "ImportError: cannot import name 'shared'"),
        ("import nothing_of_that_name\n", 1, "ModuleNotFoundError: No module named"),
    ],
)
def test_a_contract_that_cannot_be_run_is_refused_with_its_line(
    broken: Callable[..., Path], text: str, line: int, said: str
) -> None:
    broken(__init__='POINTS = {"one": 100}\n', one=text)
    with pytest.raises(ContractError) as caught:
        load(BROKEN)
    assert str(caught.value).startswith(f"one.py, line {line}: {said}")
    assert str(caught.value).endswith(". Expected a file that Python can run; mend that line.")


def test_a_lessons_own_file_that_cannot_be_run_is_refused_too(
    broken: Callable[..., Path],
) -> None:
    broken(__init__="POINTS = {\n")
    with pytest.raises(ContractError, match=r"^__init__\.py, line 1: SyntaxError: '\{' was never"):
        load(BROKEN)


@pytest.fixture
def changed(mini: str, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Lesson]:
    """Return a function that replaces fields of the mini lesson's `shifted`."""

    def change(**fields: object) -> Lesson:
        lesson = graders.lessons.load(mini)
        shifted = replace(lesson.exercises["shifted"], **fields)  # type: ignore[arg-type]
        new = replace(lesson, exercises={**lesson.exercises, "shifted": shifted})
        monkeypatch.setattr("graders.lessons.load", lambda _: new)
        monkeypatch.setattr(build, "load", lambda _: new)
        return new

    return change


def said_by_build(lesson: Lesson) -> str:
    with pytest.raises(BuildError) as caught:
        generated(lesson.name)
    return str(caught.value)


def test_a_patch_that_does_not_fit_ends_the_build_at_its_contract(
    changed: Callable[..., Lesson],
) -> None:
    (one,) = load("00_mini").exercises["shifted"].mistakes
    gone = replace(one, swap=("no such text", ""))
    assert said_by_build(changed(mistakes=(gone,))) == (
        "tests/mini/contracts/00_mini/shifted.py, line 14: shifted: 'no such text' stands 0 times "
        "in the body, expected once. Mend the swap of subtracted."
    )
    unfinished = replace(one, swap=("x + 1.0", "(x + 1.0"))
    said = said_by_build(changed(mistakes=(unfinished,)))
    assert said.startswith(
        "tests/mini/contracts/00_mini/shifted.py, line 14: shifted: with the mistake subtracted "
        "its source is no Python ('(' was never closed): “"
    )
    assert said.endswith("”. Mend the mistake.")


def test_a_reference_that_fails_ends_the_build_at_its_line(
    changed: Callable[..., Lesson],
) -> None:
    said = said_by_build(changed(cases=lambda draw: {"x": "text"}))
    source = graders.paths.solution_source("00_mini")
    lines = source.read_text("utf-8").splitlines()
    at = 1 + next(n for n, line in enumerate(lines) if "return x + 1.0" in line)
    assert said.startswith(
        f"{source.relative_to(graders.paths.ROOT)}, line {at}: shifted: the reference fails on the "
        "case “ordinary”: it raised "
    )
    assert said.endswith(
        " Mend the solution there, or the case maker in tests/mini/contracts/00_mini/shifted.py."
    )


def test_a_case_maker_that_fails_ends_the_build_and_names_the_exercise(
    changed: Callable[..., Lesson],
) -> None:
    said = said_by_build(changed(cases=lambda draw: {"x": draw.setting.V}))
    assert said.startswith(
        "tests/mini/contracts/00_mini/shifted.py: shifted: AttributeError: The setting “ordinary” "
        "has no size V."
    )
    assert said.endswith(" Mend that line.")


def test_a_refusal_that_is_missing_ends_the_build_at_its_contract(
    changed: Callable[..., Lesson],
) -> None:
    cases = load("00_mini").exercises["shifted"].cases
    said = said_by_build(changed(refuses={"a text": Refusal(TypeError, cases)}))
    assert said == (
        "tests/mini/contracts/00_mini/shifted.py: shifted: the reference does not refuse a text. "
        "Expected it to raise TypeError; it returned, or changed its inputs. Mend `refuses` "
        "there, or the solution."
    )


def test_the_doctor_asks_for_a_build_where_there_is_no_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "frozen_names", lambda: {"softmax": LESSON})
    (said,) = doctor.examine(load(LESSON), ["softmax", "clip"])
    (complaint,) = said.complaints
    place, _, rest = complaint.partition(": ")
    assert place.startswith("graders/lessons/02_vanilla_rnn/clip.py, line ")
    assert rest == (
        "clip: it has no frozen table yet, from which all else is examined. Run "
        f"`graders build {LESSON}` first."
    )


def test_a_fault_of_the_contract_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    file = f"/somewhere/{LESSON}/clip.py"
    code = compile("def cases(draw):\n    return draw.setting.V", file, "exec")
    names: dict[str, object] = {}
    exec(code, names)
    lesson = load(LESSON)
    broken = replace(lesson.exercises["clip"], cases=names["cases"])  # type: ignore[arg-type]
    monkeypatch.setattr(
        doctor, "OF_AN_EXERCISE", {"One": doctor.oracles_agree, "Two": doctor.oracles_agree}
    )
    one, two = doctor.examine(replace(lesson, exercises={"clip": broken}), ["clip"])
    assert one.complaints[0].startswith(
        "clip.py, line 2: AttributeError: The setting “ordinary” has no size V."
    )
    assert one.complaints[0].endswith("as in settings(V=3). Mend that line.")
    assert two.complaints == ["clip.py, line 2: as above."]


def line(path: str, number: int) -> str:
    return (graders.paths.ROOT / path).read_text("utf-8").splitlines()[number - 1].strip()


@pytest.mark.parametrize(
    ("complaint", "file", "begins"),
    [
        ("clip: passes on hidden cases: only_positive", "graders/lessons/{}/clip.py", None),
        ("clip: hint 2 is empty.", "graders/lessons/{}/clip.py", "hints="),
        ("clip: its oracle is empty, and does not say why.", "graders/lessons/{}/clip.py",
         "oracle="),
        ("clip: nothing of that kind.", "graders/lessons/{}/clip.py", "clip = Exercise("),
        ("clip: the stub earns 3 on visible cases.", "solutions/{0}/{0}.py", "def clip("),
        ("clip: no decision of the learner is listed", "solutions/{0}/{0}.py", "# Decisions that"),
        ("Cell 3 gives 30 lines of code.", "solutions/{0}/{0}.py", "# %%"),
        ("cell 3 of the lesson: a sentence of 301 characters", "solutions/{0}/{0}.py", "# %%"),
        ("Cell “import numpy as np” raised ImportError: x", "solutions/{0}/{0}.py", "import num"),
    ],
)  # fmt: skip
def test_a_complaint_begins_with_its_place(complaint: str, file: str, begins: str | None) -> None:
    said = placed.placed(complaint, load(LESSON))
    assert said.endswith(f": {complaint}")
    path, _, number = said.removesuffix(f": {complaint}").partition(", line ")
    assert path == file.format(LESSON)
    found = line(path, int(number))
    assert found.startswith(begins) if begins else '"only_positive"' in found


def test_a_question_is_found_where_it_is_defined() -> None:
    name = next(iter(load(LESSON).questions))
    said = placed.placed(f"{name}: it asks nothing.", load(LESSON))
    path, _, number = said.removesuffix(f": {name}: it asks nothing.").partition(", line ")
    assert path == f"graders/lessons/{LESSON}/questions.py"
    assert line(path, int(number)).startswith(f"{name} = Question.")


def test_what_has_no_place_is_said_without_one() -> None:
    assert placed.placed("The points add up to 101, not 100.", load(LESSON)) == (
        "The points add up to 101, not 100."
    )
    source = graders.paths.solution_source(LESSON)
    assert cell_place(source, 10_000) == f"solutions/{LESSON}/{LESSON}.py"


def test_a_key_that_is_written_in_no_contract_leads_to_its_field(tmp_path: Path) -> None:
    contract = tmp_path / "one.py"
    contract.write_text("one = Exercise(\n    mistakes=shared,\n)\n", encoding="utf-8")
    assert contract_place(contract, "far_away is no mistake", ["far_away"]) == "one.py, line 2"
