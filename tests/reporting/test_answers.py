"""What a class answered, as the table and the CSV file show it."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from graders.cells import is_question
from graders.grading import ClassResult, StudentResult
from graders.grading.driver.results import read_result
from graders.grading.handed_in.answers import handed_in_answers
from graders.paths import student_notebook
from graders.question import Question
from graders.question_cells import written_answers
from graders.reporting import answers, class_text

QUESTIONS = {
    "which": Question.letter(
        "Which?",
        options={"a": "one", "b": "two", "c": "three"},
        right="a",
        explanations={"a": "Yes.", "b": "No, two.", "c": "No, three."},
    ),
    "much": Question.number("How much?", answer=2.0, tolerance=0.1, slips={4.0: "Twice."}),
    "why": Question.words("Why?", model="It is so because.", look_for=("because",)),
    "loss": Question.guess("Which loss?", unit="nats"),
    "winner": Question.guess("Who?", form="letter", options={"a": "one", "b": "two"}),
}

CLASS = {
    "Ada": {"which": "a", "much": 2.05, "why": "I think it is so.", "loss": 0.1, "winner": "b"},
    "Bob": {"which": "b", "much": 4.0, "why": "?", "loss": 0.5, "winner": "b"},
    "Eve": {"which": "b", "much": None, "why": "=1+1 is two, you see", "loss": 9.0, "winner": "a"},
}


@pytest.fixture
def result(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ClassResult:
    monkeypatch.setattr(answers, "frozen_questions", lambda lesson: QUESTIONS)
    students = tuple(StudentResult(name, {}, answers=given) for name, given in CLASS.items())
    return ClassResult("00_none", tmp_path, {}, students)


def test_the_class_table_counts_answers_and_names_the_most_frequent_wrong_one(result):
    lines = [" ".join(line.split()) for line in class_text(result).splitlines()]
    assert "which 3 1 b (2 times)" in lines
    assert "much 2 1 4" in lines
    assert "why 2" in lines
    assert "loss 3 0.5 nats" in lines
    assert "winner 3 b (2 times)" in lines


def test_a_row_for_each_student_and_question(result):
    rows = list(answers.rows(result))
    assert len(rows) == len(CLASS) * len(QUESTIONS)
    assert rows[0] == ("Ada", "which", "letter", "a", "right", "Yes.")
    assert ("Bob", "much", "number", 4.0, "wrong", "Twice.") in rows
    assert ("Bob", "why", "words", "?", "not answered", "") in rows
    assert ("Eve", "much", "number", None, "not answered", "") in rows
    assert ("Ada", "loss", "guess", 0.1, "kept", "") in rows


def test_a_class_without_questions_has_no_such_table(result, monkeypatch):
    monkeypatch.setattr(answers, "frozen_questions", lambda lesson: {})
    assert "most frequent wrong answer" not in class_text(result)


def asked(template):
    """Return the questions in the order of the lesson's cells."""
    cells = [cell for cell in template.cells if is_question(cell)]
    return dict.fromkeys(one.name for cell in cells for one in written_answers(cell.source))


@pytest.fixture
def template():
    return nbformat.read(student_notebook("02_vanilla_rnn"), as_version=4)


def test_answers_are_read_from_the_cells_for_questions(template):
    handed_in = nbformat.from_dict(json.loads(json.dumps(template)))
    for cell in handed_in.cells:
        cell.source = cell.source.replace('first_loss="?"', 'first_loss="b"')
        cell.source = cell.source.replace('check(why_reverse="?")', "check(why_reverse=open('x'))")
        cell.source = cell.source.replace('check(jordan_memory="?")', "check(jordan_memory=1e999)")
    found = handed_in_answers(handed_in.cells, template.cells)
    expected = {
        "twice_as_long": "?",
        "first_loss": "b",
        "why_reverse": None,
        "jordan_memory": None,
        "best_loss": None,
    }
    assert {name: found[name] for name in expected} == expected
    assert list(found) == list(asked(template))
    read = read_result("Ada", nbformat.writes(handed_in))
    assert read.answers == found


@pytest.mark.parametrize("value", ["True", "1j", "[1]", "10 ** 400", "1" + "0" * 400, "b'x'"])
def test_what_is_neither_text_nor_number_is_no_answer(template, value):
    for cell in (handed_in := nbformat.from_dict(json.loads(json.dumps(template)))).cells:
        cell.source = cell.source.replace('first_loss="?"', f"first_loss={value}")
    assert handed_in_answers(handed_in.cells, template.cells)["first_loss"] is None


def test_names_that_the_lesson_does_not_ask_are_not_read(template):
    for cell in (handed_in := nbformat.from_dict(json.loads(json.dumps(template)))).cells:
        cell.source = cell.source.replace('check(first_loss="?")', 'check(mine="b")')
    found = handed_in_answers(handed_in.cells, template.cells)
    assert found["first_loss"] is None
    assert "mine" not in found
