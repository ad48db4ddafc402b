"""What is wrong with a source or a contract is said with its file, its exercise and its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

import graders.lessons
import graders.paths
from graders.authoring import build
from graders.authoring.axes import misfits
from graders.authoring.build import BuildError, generated, solved_notebook
from graders.authoring.release import release
from graders.exercise import ListOf, Mistake, Returned, TupleOf
from graders.judging import pairs
from graders.judging.answering import visible_table
from graders.judging.frozen import frozen_headings, frozen_table
from graders.judging.pairs import Pair
from graders.judging.table import Table
from graders.lessons import ContractError
from graders.lessons.reference import Reference

LESSON = "02_vanilla_rnn"


@pytest.fixture
def source(mini: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the miniature lesson's source, which the build reads."""
    path = tmp_path / f"{mini}.py"
    path.write_bytes(graders.paths.solution_source(mini).read_bytes())
    monkeypatch.setattr(build, "solution_source", lambda lesson: path)
    return path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return 1 + next(at for at, line in enumerate(lines) if text in line)


def test_a_check_of_something_else_is_found(mini: str, source: Path) -> None:
    edit(source, "check(shifted)", "check(shiftet)")
    with pytest.raises(BuildError) as caught:
        generated(mini)
    assert str(caught.value) == (
        f"00_mini.py, line {line_of(source, 'check(shiftet)')}: check(shiftet) checks no exercise "
        "of the contract. One of scaled, row_sums, shifted was expected; or put shiftet into "
        "POINTS in graders/lessons/00_mini/__init__.py."
    )


def test_a_check_that_stands_twice_is_found(mini: str, source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    cell = re.search(r"# %%[^\n]*\n# check\(shifted\)\n", text)
    assert cell
    source.write_text(text + "\n" + cell[0], encoding="utf-8")
    with pytest.raises(BuildError, match=r"00_mini\.py, line \d+: there is more than one cell for"):
        generated(mini)


def test_an_exercise_in_another_place_is_found(
    mini: str, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = graders.lessons.load(mini)
    turned = dict(reversed(lesson.exercises.items()))
    monkeypatch.setattr(build, "load", lambda name: replace(lesson, exercises=turned))
    with pytest.raises(BuildError, match=r"line \d+: shifted is not where the contract has it\."):
        generated(mini)


def test_a_module_that_is_missing_or_empty_is_named(
    mini: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = graders.lessons.load.__wrapped__
    module = __import__(f"graders.lessons.{mini}", fromlist=["POINTS"])
    monkeypatch.setattr(module, "POINTS", {"scaled": 10, "gone": 90})
    with pytest.raises(ContractError) as caught:
        load(mini)
    assert str(caught.value).startswith("graders/lessons/00_mini/gone.py is missing. POINTS in ")
    monkeypatch.setattr(module, "POINTS", {"scaled": 10, "shared": 90})
    with pytest.raises(ContractError) as caught:
        load(mini)
    assert str(caught.value).startswith("graders/lessons/00_mini/shared.py defines no exercise.")


WRONG: dict[str, tuple[str, dict[str, Returned], str]] = {
    "an axis too many": ("softmax", {"probabilities": "n_y m T_x"}, "3 axes; the reference"),
    "another axis": ("softmax", {"probabilities": "n_a m"}, "(n_a, m), but the reference returns"),
    "a sum": ("stack_parameters", {"Wa": "n_a n_a+n_y"}, "where n_a+n_y is "),
    "an array where a number is": ("sequence_loss", {"loss": "m"}, "promised as (m), 1 axes"),
    "other keys": ("output_backward", {"da": {"a": "n_a"}, "dWya": "", "dby": ""}, "with the keys"),
    "entries": ("rnn_forward", {"a": "n_a m T_x", "y_pred": "n_y m T_x", "caches": TupleOf(x="")},
                "caches is promised with 1 entries"),
    "length": ("rnn_forward", {"a": "n_a m T_x", "y_pred": "n_y m T_x",
                               "caches": TupleOf(cells=ListOf("", "n_a"), x="n_x m T_x")},
               "caches[0] is promised with 5 entries"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_axes_that_do_not_fit_the_reference_are_found(what: str) -> None:
    exercise, returns, said = WRONG[what]
    table = replace(frozen_table(exercise), returns=returns)
    assert said in next(misfits(table))


@pytest.mark.parametrize("exercise", graders.lessons.load(LESSON).exercises)
def test_the_axes_of_the_course_fit(exercise: str) -> None:
    assert list(misfits(frozen_table(exercise))) == []


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The exercises of which pairs of mistakes are computed during the test."""
    found: list[str] = []

    def pairs_of(table: Table, mistakes: Sequence[Mistake]) -> Iterator[Pair]:
        found.append(table.exercise)
        return original(table, mistakes)

    original = pairs.pairs_of
    monkeypatch.setattr(pairs, "pairs_of", pairs_of)
    return found


def test_pairs_of_mistakes_that_are_known_of_the_same_sources_are_taken(
    computed: list[str],
) -> None:
    frozen = frozen_table("clip")
    assert visible_table(LESSON, "clip", frozen).pairs == frozen.pairs
    assert computed == []
    assert visible_table(LESSON, "clip").pairs == frozen.pairs
    assert computed == ["clip"]


@pytest.mark.parametrize("exercise", ["clip", "one_hot"])  # nearly, and exactly
def test_pairs_are_computed_where_a_mistake_or_a_case_is_another(
    exercise: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = frozen_table(exercise)
    contract = graders.lessons.load(frozen.lesson).exercises[exercise]
    assert pairs.origin(frozen, contract.mistakes) == frozen.pairs_from
    others = [
        pairs.origin(frozen, contract.mistakes[1:]),
        pairs.origin(frozen, contract.mistakes[::-1]),
        pairs.origin(replace(frozen, cases=frozen.cases[1:]), contract.mistakes),
        pairs.origin(replace(frozen, ablations=()), contract.mistakes),
    ]
    expected = (*frozen.expected[1:], frozen.expected[0])
    others.append(pairs.origin(replace(frozen, expected=expected), contract.mistakes))
    monkeypatch.setattr(Reference, "source", lambda *_: "another")
    monkeypatch.setattr(Reference, "patched_source", lambda *_: "another")
    others.append(pairs.origin(frozen, contract.mistakes))
    assert len({frozen.pairs_from, *others}) == 7


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"arrays": [], "mistakes": []}'])
def test_a_frozen_table_that_cannot_be_read_is_made_anew(
    text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, computed: list[str]
) -> None:
    folder = tmp_path / LESSON
    folder.mkdir()
    (folder / "clip.json").write_text(text)
    only = graders.lessons.load(LESSON)
    only = replace(only, exercises={"clip": only.exercises["clip"]})
    monkeypatch.setattr(build, "frozen_folder", lambda _: folder)
    right = (graders.paths.frozen_folder(LESSON) / "clip.json").read_text("utf-8")
    assert build._table_text(only, "clip", anew=False) == right
    assert computed == ["clip"]
    (folder / "clip.json").write_text(right)
    assert build._table_text(only, "clip", anew=False) == right
    assert computed == ["clip"]
    assert build._table_text(only, "clip", anew=True) == right
    assert computed == ["clip", "clip"]


def test_a_contract_that_does_not_fit_ends_the_build_at_its_line(
    mini: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(lesson: str, name: str, frozen: Table | None) -> Table:
        found = visible_table(lesson, name, frozen)
        return replace(found, returns={"sum": "m n_a"}) if name == "shifted" else found

    monkeypatch.setattr(build, "visible_table", wrong)
    with pytest.raises(BuildError) as caught:
        generated(mini)
    place, _, rest = str(caught.value).partition(": ")
    file, line = place.split(", line ")
    assert file == "tests/mini/contracts/00_mini/shifted.py"
    assert (graders.paths.ROOT / file).read_text("utf-8").splitlines()[int(line) - 1].strip() == (
        'returns={"sum": "n_a m"},'
    )
    assert rest.startswith("sum is promised as (m, n_a), but the reference returns the shape ")
    assert rest.endswith("Mend `returns` there, or the solution.")


def test_the_heading_above_each_exercise_is_kept_for_links() -> None:
    notebook = graders.paths.student_notebook(LESSON).read_text("utf-8")
    for of in frozen_headings(LESSON):
        assert f"# {of.heading}" in notebook
        assert of.anchor == of.heading.replace(" ", "-") != ""
    made = [
        new_markdown_cell("# Lesson\n\n### The `f` of *x*\n\nText # of it"),
        new_code_cell("f", id="f-solution"),
        new_markdown_cell("More.\n\n```\n# a comment\n```"),
        new_code_cell("g", id="g-solution"),
    ]
    assert build._headings(made) == {"f": "The f of x", "g": "The f of x"}


def student_cells() -> list:
    return nbformat.reads(
        release(solved_notebook(graders.lessons.load(LESSON))), as_version=4
    ).cells


def test_what_learners_write_in_an_experiment_is_a_stub() -> None:
    cells = [cell.source for cell in student_cells()]
    (update,) = [source for source in cells if source.startswith("def update(")]
    assert update.endswith('clipping."""\n    raise NotImplementedError\n')
    (draw,) = [source for source in cells if source.startswith("def draw_bits(")]
    assert "\n    raise NotImplementedError\n    return groups" in draw
    assert not [source for source in cells if "SOLUTION" in source or "YOURS" in source]


def test_the_whole_program_stands_in_the_solved_lesson_only() -> None:
    solved = solved_notebook(graders.lessons.load(LESSON)).cells
    (whole,) = [cell.source for cell in solved if "## The whole program" in cell.source]
    (shown,) = [cell.source for cell in student_cells() if "## The whole program" in cell.source]
    assert "def backward(x, y, p):" in whole
    assert "```" not in shown
    assert shown.endswith("It stands here in the solved lesson, for when your own passes.")
