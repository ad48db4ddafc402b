"""What a course gives for questions: in every total, the same for both commands, or one message."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from conftest import as_bytes, write
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from worded import LESSON

from graders.cli import main
from graders.course_points import POINTS_FILE, PointsError
from graders.errors import RefusalError
from graders.grading import ClassResult, GradebookError, grade_class
from graders.grading.gradebook.address import database
from graders.grading.materials import materials
from graders.grading.settings import course_directory, nbgrader_settings
from graders.reporting import class_text, export
from graders.reporting.results import load_class

SCALED = "def scaled(x, factor):\n    return factor * x"
"""A solution that is worth 10 points."""


@pytest.fixture
def course(tmp_path: Path, worded: NotebookNode) -> Path:
    """A course of two: ada writes one exercise and answers everything, bob hands in the stubs."""
    course = tmp_path / "course"
    ada = nbformat.from_dict(json.loads(json.dumps(worded)))
    write(ada, "scaled", SCALED)
    for cell in ada.cells:
        cell.source = cell.source.replace('why_so="?"', 'why_so="The rows are summed."')
        cell.source = cell.source.replace("how_many=...", "how_many=3")
        cell.source = cell.source.replace('which="?"', 'which="b"')
    for student, notebook in {"ada": ada, "bob": worded}.items():
        folder = course / "submitted" / student / LESSON
        folder.mkdir(parents=True)
        (folder / f"{LESSON}.ipynb").write_bytes(as_bytes(notebook))
    return course


def give(course: Path, text: str) -> None:
    (course / POINTS_FILE).write_text(text, encoding="utf-8")


def scores(course: Path) -> dict[str, tuple[float, float]]:
    """Return the gradebook's totals, earned and possible."""
    with Gradebook(database(course)) as book:
        return {
            one.student.id: (one.score, one.max_score)
            for one in book.notebook_submissions(LESSON, LESSON)
        }


def totals(result: ClassResult) -> dict[str, tuple[float, float]]:
    return {one.student: (one.points, result.max_points) for one in result.students}


def csv_totals(course: Path) -> dict[str, tuple[float, float]]:
    """Return the sums of `mistakes.csv`."""
    export(LESSON, course, course)
    found: dict[str, tuple[float, float]] = {}
    with (course / "mistakes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            earned, possible = found.get(row["student"], (0.0, 0.0))
            found[row["student"]] = (
                earned + float(row["points"] or 0),
                possible + float(row["max_points"]),
            )
    return found


def card(course: Path, student: str) -> str:
    """Return the text of the score card in an autograded notebook."""
    path = course / "autograded" / student / LESSON / f"{LESSON}.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    (found,) = (cell for cell in cells if cell.source == "progress()")
    html, text = (found.outputs[0].data[kind] for kind in ("text/html", "text/plain"))
    assert " ".join(BeautifulSoup(html, "html.parser").text.split()).startswith("■Graded")
    return str(text)


@pytest.mark.parametrize(
    ("text", "ada", "bob"),
    [
        ("", (12.0, 107.0), (0.0, 107.0)),
        ("[00_words]\nhow_many = 20\n", (30.0, 125.0), (0.0, 125.0)),
        ("[00_words]\nhow_many = 0\nwhy_so = 0\n", (10.0, 100.0), (0.0, 100.0)),
        ("[00_words]\nwhich = 1.5\nhow_many = 0.5\n", (10.5, 107.0), (0.0, 107.0)),
    ],
)
def test_every_total_is_the_gradebook_s(
    course: Path,
    no_kernel: None,
    text: str,
    ada: tuple[float, float],
    bob: tuple[float, float],
) -> None:
    give(course, text)
    result = grade_class(LESSON, course)
    expected = {"ada": ada, "bob": bob}
    assert scores(course) == expected
    assert totals(result) == expected
    assert totals(load_class(LESSON, course)) == expected
    assert csv_totals(course) == expected
    assert f"of {ada[1]:g}" in class_text(result)
    for student, (earned, possible) in expected.items():
        assert f"{earned:g} of {possible:g} points" in card(course, student)


def test_the_table_and_the_card_say_what_waits_for_a_person(course: Path, no_kernel: None) -> None:
    give(course, "[00_words]\nwhich = 1\n")
    result = grade_class(LESSON, course)
    lines = [" ".join(line.split()) for line in class_text(result).splitlines()]
    assert "student 1 2 3 q of 108" in lines
    assert "ada 10 – – 2? 12" in lines
    assert "bob – – – 0 0" in lines
    text = " ".join(lines)
    assert "q questions (8: why_so 5, how_many 2, which 1)" in text
    assert "? own words that wait for a person" in text
    text = card(course, "ada")
    words = [line.split() for line in text.splitlines() if len(line.split()) > 1]
    rows = {one[1]: " ".join(one[2:]) for one in words}
    assert rows["why_so"] == "a person gives these points – / 5"
    assert rows["how_many"] == "right 2 / 2"
    assert rows["which"] == "not right, answer b 0 / 1"
    assert "1 of 2 questions with points right; a person reads the own words of 1 more." in text


def test_points_that_a_person_gives_are_in_the_totals(course: Path, no_kernel: None) -> None:
    grade_class(LESSON, course)
    with Gradebook(database(course)) as book:
        words = book.find_grade("why_so", LESSON, LESSON, "ada")
        words.manual_score, words.needs_manual_grade, words.extra_credit = 4, False, 0.5
        number = book.find_grade("how_many", LESSON, LESSON, "bob")
        number.extra_credit = 1
        book.db.commit()
    expected = {"ada": (16.5, 107.0), "bob": (1.0, 107.0)}
    assert scores(course) == expected
    assert totals(load_class(LESSON, course)) == expected
    assert totals(grade_class(LESSON, course)) == expected
    assert csv_totals(course) == expected
    with (course / "mistakes.csv").open(encoding="utf-8") as file:
        rows = {(r["student"], r["exercise"]): r for r in csv.DictReader(file)}
    assert rows["ada", "why_so"]["outcome"] == "kept"
    assert rows["bob", "how_many"]["outcome"] == "not answered"


def test_mistakes_csv_has_a_line_for_each_question_with_points(
    course: Path, no_kernel: None
) -> None:
    give(course, "[00_words]\nwhich = 1\n")
    grade_class(LESSON, course)
    export(LESSON, course, course)
    with (course / "mistakes.csv").open(encoding="utf-8") as file:
        found = [r for r in csv.reader(file) if r[1] in ("why_so", "how_many", "which")]
    assert [row for row in found if row[0] == "ada"] == [
        ["ada", "why_so", "", "5.0", "waits for a person", "", ""],
        ["ada", "how_many", "2.0", "2.0", "right", "", "Expected 3."],
        ["ada", "which", "0.0", "1.0", "wrong", "", "No: y."],
    ]


def test_changed_points_make_results_stale_and_nothing_is_remarked(
    course: Path, no_kernel: None
) -> None:
    first = grade_class(LESSON, course)
    give(course, "[00_words]\nwhich = 3\nhow_many = 1\n")
    said: list[str] = []
    again = grade_class(LESSON, course, on_start=lambda begin: said.extend(begin.sentences))
    assert any(sentence.startswith("The lesson changed since 2") for sentence in said)
    assert [one.remarks for one in (*first.students, *again.students)] == [()] * 4
    assert scores(course) == {"ada": (11.0, 109.0), "bob": (0.0, 109.0)}
    said.clear()
    grade_class(LESSON, course, on_start=lambda begin: said.extend(begin.sentences))
    assert said == ["2 were graded before and are unchanged; 0 are new or changed."]


def test_what_a_person_gave_is_not_lost_by_a_question_without_points(
    course: Path, no_kernel: None
) -> None:
    grade_class(LESSON, course)
    with Gradebook(database(course)) as book:
        book.find_grade("why_so", LESSON, LESSON, "ada").manual_score = 4
        book.db.commit()
    give(course, "[00_words]\nwhy_so = 0\n")
    with pytest.raises(GradebookError) as caught:
        grade_class(LESSON, course)
    assert (
        "a person gave points or wrote comments at why_so, which is worth no points now (for ada)."
    ) in str(caught.value)
    assert "be lost. Give these questions points again in question_points.toml, use a new" in str(
        caught.value
    )


MESSAGES = {
    "a question": (
        "[00_words]\nhow_mny = 2",
        "gives how_mny points, and 00_words has no question of that name. Did you mean how_many?",
    ),
    "an odd name": (
        '[00_words]\n"\\u001b" = 2',
        r"gives '\x1b' points, and 00_words has no question of that name. Take the line out.",
    ),
    "a lesson": ("[00_wrds]\nhow_many = 2", "has the table [00_wrds], and there is no lesson"),
    "an exercise": (
        "[00_words]\nscaled = 2",
        "gives scaled points, which is an exercise. Expected a question of 00_words",
    ),
    "a guess": ("[00_words]\nbest = 2", "gives best points, which is a guess"),
    "a shared cell": (
        "[00_words]\nsecond = 2",
        "gives second points, and one cell asks second together with first. Expected a question "
        "that stands alone in its cell.",
    ),
    "a text": (
        '[00_words]\nhow_many = "2"',
        "gives how_many the points '2'. Expected a number, 0 or more, without quotes.",
    ),
    "true": ("[00_words]\nhow_many = true", "the points True. Expected a number"),
    "less than nothing": ("[00_words]\nhow_many = -1", "the points -1. Expected a number, 0 or"),
    "nan": ("[00_words]\nhow_many = nan", "the points nan. Expected a number, 0 or more"),
    "no table": ("how_many = 2", "has how_many outside of a table. Expected a table for each"),
    "no TOML": ("[00_words\n", "cannot be read: "),
}


@pytest.mark.parametrize("kind", MESSAGES)
def test_a_wrong_name_or_value_is_one_message(
    course: Path, no_kernel: None, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text, says = MESSAGES[kind]
    give(course, text)
    assert main(["grade", LESSON, "--course", str(course)]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert POINTS_FILE in said
    assert not (course / "gradebook.db").exists()
    config = nbgrader_settings()
    with pytest.raises(NbGraderException) as caught:
        Autograde(coursedir=course_directory(course, LESSON, config), config=config).start()
    assert says in str(caught.value)


def test_a_file_that_cannot_be_read_is_a_refusal(course: Path, no_kernel: None) -> None:
    (course / POINTS_FILE).mkdir()
    with pytest.raises(PointsError, match="cannot be read") as caught:
        grade_class(LESSON, course)
    assert isinstance(caught.value, RefusalError)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
def test_nbgrader_s_own_command_gives_the_same_totals(course: Path) -> None:
    config = nbgrader_settings()
    autograde = Autograde(coursedir=course_directory(course, LESSON, config), config=config)
    autograde.start()
    assert scores(course) == {"ada": (12.0, 107.0), "bob": (0.0, 107.0)}
    give(course, "[00_words]\nhow_many = 20\nwhich = 3\n")
    config.Autograde.force = True
    Autograde(coursedir=course_directory(course, LESSON, config), config=config).start()
    assert scores(course) == {"ada": (30.0, 128.0), "bob": (0.0, 128.0)}
    assert totals(load_class(LESSON, course)) == scores(course)
    assert "30 of 128 points" in card(course, "ada")
    assert totals(grade_class(LESSON, course, again=True)) == scores(course)


def test_another_right_answer_is_another_contract(worded: NotebookNode) -> None:
    lesson = materials(LESSON, 7)
    other = lesson.questions.replace('"answer": 3.0', '"answer": 4.0')
    assert other != lesson.questions
    assert replace(lesson, questions=other).contract != lesson.contract
