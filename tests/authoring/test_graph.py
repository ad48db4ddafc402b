"""What builds on what is said as the references call each other."""

from __future__ import annotations

from dataclasses import replace

from graders import lessons
from graders.authoring.graph import called, disagreements, disagreements_over_lessons, drawn, lent

LESSON = "02_vanilla_rnn"


def test_the_graph_of_a_lesson_is_drawn() -> None:
    assert drawn(lessons.load(LESSON)) == [
        "softmax",
        "  rnn_cell_forward",
        "    rnn_forward",
        "  jordan_cell_forward",
        "rnn_cell_backward",
        "  rnn_backward",
    ]


def test_calls_are_read_from_the_references() -> None:
    found = called(lessons.load(LESSON))
    assert found["rnn_forward"] == {"rnn_cell_forward"}
    assert found["softmax"] == set()


def test_an_argument_is_no_exercise_of_its_name() -> None:
    found = called(lessons.load("06_gru"))
    assert found["scan"] == set()
    assert found["min_gru_parallel"] == {"combine", "scan"}


def test_what_is_missing_or_stray_is_said() -> None:
    lesson = lessons.load(LESSON)
    assert list(disagreements(lesson)) == []
    changed = {
        "rnn_forward": {"builds_on": ("softmax", "lstm_forward")},
        "softmax": {"builds_on": ("clip",)},
    }
    exercises = {
        name: replace(exercise, **changed.get(name, {}))
        for name, exercise in lesson.exercises.items()
    }
    assert list(disagreements(replace(lesson, exercises=exercises))) == [
        "softmax: builds_on names clip, which its reference does not call.",
        "softmax: builds_on names clip, which comes after it.",
        "rnn_forward: its reference calls rnn_cell_forward, which builds_on does not name.",
        "rnn_forward: builds_on names lstm_forward, which the lesson does not have.",
        "rnn_forward: builds_on names softmax, which its reference does not call.",
    ]


TAKES = 'from graders import earlier\nclip, norm = earlier("02_vanilla_rnn", "clip", "norm")'


def test_what_is_taken_from_earlier_lessons_is_said_and_drawn() -> None:
    later = replace(lessons.load(LESSON), name="03_x", earlier={LESSON: ("clip", "softmax")})
    assert lent([TAKES, "x = 1"]) == {LESSON: {"clip", "norm"}}
    assert drawn(later)[0] == "clip, softmax (of 02_vanilla_rnn)"
    assert list(disagreements_over_lessons(later, [TAKES])) == [
        "A cell takes norm from 02_vanilla_rnn, which EARLIER does not name.",
        "EARLIER names softmax of 02_vanilla_rnn, which no cell takes by earlier(...).",
    ]
    wrong = replace(later, name="01_x", earlier={LESSON: ("clip", "norm"), "00_y": ("f",)})
    assert list(disagreements_over_lessons(wrong, [TAKES])) == [
        "EARLIER names f of 00_y, which no cell takes by earlier(...).",
        "EARLIER names f of 00_y, and there is no such exercise.",
        "EARLIER names clip of 02_vanilla_rnn, which is no earlier lesson.",
        "EARLIER names norm of 02_vanilla_rnn, and there is no such exercise.",
    ]
