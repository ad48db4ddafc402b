"""Each student and attempt meets one of a pool of hidden tables, and always the same one."""

from __future__ import annotations

import copy
import json
import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import as_bytes, write
from nbformat import NotebookNode
from nbgrader.converters import Autograde

import graders.lessons
from graders.errors import RefusalError
from graders.exercise import Mistake, Setting
from graders.grading import grade_class, judged, submission
from graders.grading.digests import contract_digest, digest
from graders.grading.materials import Materials, hidden_seed, materials, packed, unpacked
from graders.grading.settings import course_directory, nbgrader_settings
from graders.grading.submission import explained, grade_submission
from graders.judging import POOL, answering
from graders.judging.frozen import table_to_json
from graders.lessons.reference import PatchError, reference

MINI = "00_mini"
STUDENTS = [f"student-{at:03d}" for at in range(400)]


def hand_in(course: Path, student: str, data: bytes) -> None:
    folder = course / "submitted" / student / MINI
    folder.mkdir(parents=True)
    (folder / f"{MINI}.ipynb").write_bytes(data)


class TestWhichTables:
    def test_an_attempt_always_meets_the_same(self, lesson: Materials) -> None:
        again = replace(lesson)
        first = [lesson.index(student, digest(b"notebook")) for student in STUDENTS]
        assert first == [again.index(student, digest(b"notebook")) for student in STUDENTS]

    def test_a_class_with_equal_notebooks_is_spread_over_the_pool(self, lesson: Materials) -> None:
        met = Counter(lesson.index(student, digest(b"notebook")) for student in STUDENTS)
        assert set(met) == set(range(POOL))
        assert max(met.values()) < 2 * len(STUDENTS) / POOL  # that no seed but one in 10,000 breaks
        assert min(met.values()) > len(STUDENTS) / POOL / 2

    @pytest.mark.parametrize("what", ["attempt", "seed", "lesson"])
    def test_another_attempt_is_another_draw(self, lesson: Materials, what: str) -> None:
        other = {"seed": replace(lesson, seed=8), "lesson": replace(lesson, lesson="01")}
        attempts = digest(b"first"), digest(b"second" if what == "attempt" else b"first")
        same = sum(
            lesson.index(student, attempts[0])
            == other.get(what, lesson).index(student, attempts[1])
            for student in STUDENTS
        )
        assert 0.5 * len(STUDENTS) / POOL < same < 2 * len(STUDENTS) / POOL

    def test_any_name_of_a_student_has_tables(self, lesson: Materials) -> None:
        for student in ("", "李小龍", "zo\udcebe"):
            assert lesson.index(student, "") in range(POOL)

    def test_the_tables_of_the_pool_differ_and_are_drawn_alike_again(
        self, lesson: Materials
    ) -> None:
        again = replace(lesson)
        texts = set()
        for index in range(POOL):
            for name, drawn in lesson.tables(index).items():
                text = table_to_json(drawn)
                assert text == table_to_json(again.tables(index)[name])
                texts.add(text)
        assert len(texts) == POOL * len(lesson.exercises)


class TestBothWays:
    @pytest.fixture
    def met(self, no_kernel: None, monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, str]]:
        """The hidden cases that notebooks meet, one after the other."""
        met: list[Mapping[str, str]] = []
        run = submission.run_notebook

        def watched(notebook: NotebookNode, cases: Mapping[str, str], *rest: Any) -> Any:
            met.append(cases)
            return run(notebook, cases, *rest)

        monkeypatch.setattr(submission, "run_notebook", watched)
        return met

    @pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
    def test_students_with_equal_notebooks_meet_what_the_seed_chooses(
        self, mini: str, tmp_path: Path, solved: NotebookNode, met: list[Mapping[str, str]]
    ) -> None:
        ours, stock = tmp_path / "ours", tmp_path / "stock"
        write(solved, "scaled", "def scaled(x, factor):\n    return x + factor")  # is explained
        data = as_bytes(solved)
        seed = hidden_seed(ours)
        (stock / "submitted").parent.mkdir()
        (stock / "hidden_seed").write_text(f"{seed}\n", encoding="ascii")
        lesson = materials(mini, seed)
        names = STUDENTS[:6]
        chosen = [lesson.index(student, digest(data)) for student in names]
        expected = [
            {name: table.cases_json() for name, table in lesson.tables(index).items()}
            for index in chosen
        ]
        for student in names:
            hand_in(ours, student, data)
            hand_in(stock, student, data)
        grade_class(mini, ours)
        assert met == expected
        grade_class(mini, ours, again=True)
        assert met == 2 * expected
        config = nbgrader_settings()
        Autograde(coursedir=course_directory(stock, mini, config), config=config).start()
        assert met == 3 * expected
        texts = set()
        for course in (ours, stock):
            for student in names:
                path = course / "autograded" / student / mini / f"{mini}.ipynb"
                notebook = nbformat.read(path, as_version=4)
                assert notebook.metadata["graders"] == {"remarks": [], "trouble": None}
                texts.add(nbformat.writes(notebook))
                for secret in (str(seed), f"{seed:x}", digest(data)):
                    assert secret not in path.read_text(encoding="utf-8")
        assert len(set(chosen)) > 1
        assert len(texts) == 1  # so that nothing in it tells which tables were met
        for course in (ours, stock):
            assert str(seed).encode() not in (course / "gradebook.db").read_bytes()


ANSWERS = {
    "right": "return x + 1.0",
    "a known mistake": "return x - 1.0",
    "unknown": "return x * 2.0",
    "another type": "return [1, 2]",
    "raises": "raise ValueError('no')",
    "not written": "raise NotImplementedError",
}


@pytest.mark.usefixtures("no_kernel")
class TestElsewhere:
    @pytest.mark.parametrize("answer", ANSWERS)
    def test_what_is_explained_afterwards_is_as_if_it_was_explained_at_once(
        self, solved: NotebookNode, lesson: Materials, answer: str
    ) -> None:
        write(solved, "shifted", f"def shifted(x):\n    {ANSWERS[answer]}")
        tables, data = lesson.tables(3), as_bytes(solved)
        at_once = grade_submission(data, lesson, tables=tables)
        there = grade_submission(data, lesson, tables=unpacked(packed(tables)))
        assert there.points == at_once.points
        known = answer in ("right", "not written")
        assert set(there.unexplained) == (set() if known else {"shifted"})
        afterwards = explained(there, lesson, tables)
        assert afterwards == at_once
        assert afterwards.unexplained == at_once.unexplained == {}
        known = "subtracted" if answer == "a known mistake" else None
        assert at_once.verdicts["shifted"].mistake == known

    def test_nothing_of_a_mistake_travels(self, lesson: Materials) -> None:
        assert b"subtracted" not in packed(lesson.tables(0))
        assert not unpacked(lesson.packed(0))["shifted"].explains

    def test_whoever_returns_far_too_much_is_told_the_same_both_ways(
        self, solved: NotebookNode, lesson: Materials, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(judged, "LARGEST_EXPLAINED", 10)
        write(solved, "shifted", "def shifted(x):\n    return x - 1.0")
        tables, data = lesson.tables(3), as_bytes(solved)
        at_once = grade_submission(data, lesson, tables=tables)
        there = grade_submission(data, lesson, tables=unpacked(packed(tables)))
        assert at_once.verdicts["shifted"].mistake is None
        assert there.unexplained == {}
        assert explained(there, lesson, tables) == at_once

    def test_no_mistake_is_run_for_what_is_right_or_not_written(
        self, solved: NotebookNode, lesson: Materials, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made: list[str] = []
        monkeypatch.setattr(answering, "_with_mistake", lambda *w: made.append(w[2].sentence))
        write(solved, "scaled", "def scaled(x, factor):\n    raise NotImplementedError")
        graded = grade_submission(as_bytes(solved), replace(lesson))
        assert graded.verdicts["shifted"].points == 30.0
        assert made == []


def test_the_first_mistake_that_explains_everything_is_the_last_that_is_run() -> None:
    lesson = materials("02_vanilla_rnn", 7)
    drawn = answering.hidden_table(lesson.lesson, "softmax", 7, 3)
    mistakes = graders.lessons.load(lesson.lesson).exercises["softmax"].mistakes
    wrong = reference(lesson.lesson).with_mistake("softmax", mistakes[2])["softmax"]
    verdict = graders.judging.judge(drawn, graders.judging.observe(wrong, drawn.cases))
    assert verdict.mistake == mistakes[2].key
    run = vars(drawn.mistakes)["_made"]
    assert len(run) == 3
    assert [len(vars(known.observations)["_made"]) for known in run[:2]] == [1, 1]


SHIFTED: dict[str, dict[str, Any]] = {
    "points": {"points": 31},
    "a title": {"title": "Another shift"},
    "hints": {"hints": ("What?", "Why?", "So.")},
    "what is said after success": {"after_success": "Well done."},
    "settings": {"hidden": (Setting("ordinary"), Setting("one example", n_a=4, m=1))},
    "a property": {"properties": ()},
    "the drawing": {"cases": lambda draw: {"x": 2 * draw.normal(draw.setting.n_a, 2)}},
    "a mistake's sentence": {
        "mistakes": (Mistake("subtracted", "One is gone.", swap=("x + 1.0", "x - 1.0")),)
    },
    "a mistake's patch": {
        "mistakes": (
            Mistake("subtracted", "One is subtracted, not added.", swap=("x + 1.0", "x - 2.0")),
        )
    },
}


class TestContractDigest:
    @pytest.mark.parametrize("change", SHIFTED)
    def test_it_changes_with_the_contract(
        self, lesson: Materials, monkeypatch: pytest.MonkeyPatch, change: str
    ) -> None:
        before = contract_digest(replace(lesson))
        exercises: Any = graders.lessons.load(MINI).exercises
        monkeypatch.setitem(exercises, "shifted", replace(exercises["shifted"], **SHIFTED[change]))
        assert contract_digest(replace(lesson)) != before

    def test_it_changes_with_the_notebook_the_seed_and_the_solution(
        self, lesson: Materials, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        notebook = lesson.notebook()
        notebook.cells[0].source += "!"
        found = {
            contract_digest(replace(lesson)),
            contract_digest(replace(lesson, template=json.dumps(notebook))),
            contract_digest(replace(lesson, seed=8)),
        }
        monkeypatch.setattr(reference(MINI), "text", reference(MINI).text + "# faster\n")
        assert len(found | {contract_digest(replace(lesson))}) == 4
        assert contract_digest(replace(lesson)) == contract_digest(replace(lesson))

    def test_a_mistake_that_fits_no_more_ends_the_run_before_it_begins(
        self, lesson: Materials, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exercises: Any = graders.lessons.load(MINI).exercises
        unfit = Mistake("unfit", "It does not fit.", swap=("x * 7", "x"))
        shifted = replace(exercises["shifted"], mistakes=(unfit,))
        monkeypatch.setitem(exercises, "shifted", shifted)
        with pytest.raises(PatchError, match="stands 0 times in the body"):
            contract_digest(lesson)


def as_link(path: Path) -> None:
    path.with_name("elsewhere").write_text("7\n", encoding="ascii")
    path.symlink_to("elsewhere")


def as_huge(path: Path) -> None:
    path.write_text("7" * 10_000, encoding="ascii")


class TestTheSeed:
    @pytest.mark.parametrize(
        ("make", "said"),
        [
            (as_link, "hidden_seed is a link. Expected a file that holds the seed."),
            (as_huge, "hidden_seed does not hold a seed. Expected one whole number."),
            (os.mkfifo, "hidden_seed does not hold a seed. Expected one whole number."),
            (Path.mkdir, "hidden_seed does not hold a seed. Expected one whole number."),
        ],
    )
    def test_only_a_file_with_a_number_is_one(
        self, tmp_path: Path, make: Callable[[Path], object], said: str
    ) -> None:
        make(tmp_path / "hidden_seed")
        with pytest.raises(RefusalError) as caught:
            hidden_seed(tmp_path)
        assert said in str(caught.value)

    def test_it_is_a_number_of_63_bits_in_ascii(self, tmp_path: Path) -> None:
        seed = hidden_seed(tmp_path)
        assert 0 <= seed < 2**63
        assert (tmp_path / "hidden_seed").read_bytes() == f"{seed}\n".encode("ascii")


def test_a_copy_of_the_materials_draws_the_same(lesson: Materials) -> None:
    lesson.tables(1)
    there = copy.copy(lesson)
    assert "_drawn" not in vars(there)
    assert there.packed(1) == lesson.packed(1)
