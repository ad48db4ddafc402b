"""What builds on what is said as the references call each other."""

from __future__ import annotations

from dataclasses import replace

from graders import lessons
from graders.authoring.graph import called, disagreements, drawn

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
