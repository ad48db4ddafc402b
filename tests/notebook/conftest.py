"""A course of one exercise, small enough to see through, and verdicts made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from graders.judging import Location, Outcome, Part, Table, Verdict, observe
from graders.judging.frozen import Heading
from graders.judging.observe import CaseInput
from graders.judging.table import KnownMistake
from graders.notebook import surface
from graders.question import Question

HINTS = ("What does the factor do?", "Which axis is summed?", "Write factor * x, then sum axis 1.")


def scaled_sum(x, factor):
    y = factor * x
    return y, y.sum(axis=1, keepdims=True)


def _without_factor(x, factor):
    return x, x.sum(axis=1, keepdims=True)


def make_table() -> Table:
    rng = np.random.default_rng(5)
    cases = tuple(
        CaseInput(name, {"x": rng.standard_normal(shape), "factor": 3.0})
        for name, shape in (("ordinary", (5, 3)), ("one example", (2, 1)))
    )
    return Table(
        lesson="00_sums",
        exercise="scaled_sum",
        title="A sum with a factor",
        points=10,
        returns={"y": "n_a m", "total": "n_a 1"},
        as_dict=False,
        properties=("inputs_unchanged",),
        builds_on=(),
        hints=HINTS,
        after_success="A sum with a factor stands at the heart of every unit.",
        cases=cases,
        sizes=({"n_a": 5, "m": 3}, {"n_a": 2, "m": 1}),
        expected=tuple(o.value for o in observe(scaled_sum, cases)),
        mistakes=(
            KnownMistake(
                "scaled_sum",
                "factor_missing",
                "The factor is missing.",
                tuple(observe(_without_factor, cases)),
            ),
        ),
    )


QUESTIONS = {
    "sharing": Question.letter(
        "What does a recurrent network share over time?",
        options={"a": "its weights", "b": "its inputs", "c": "nothing"},
        right="a",
        explanations={
            "a": "The same matrices serve every step.",
            "b": "Every step has an input of its own.",
            "c": "Without sharing, every length would need its own network.",
        },
    ),
    "da1_total": Question.number(
        "Which gradient reaches the first state in all?",
        answer=0.48,
        tolerance=0.005,
        slips={-0.51: "The message of the second step is missing.", 0.99: "tanh was forgotten."},
    ),
    "steps": Question.order(
        "In which order does one step go?",
        items={"a": "tanh", "b": "add", "c": "multiply"},
        right="cba",
        explanations={"acb": "tanh is applied to the sum, so the sum comes first."},
    ),
    "in_my_words": Question.words(
        "Why does a sum over time appear in the gradient?",
        model="Every step uses the same weights, so each adds its share.",
        look_for=("the weights are shared", "each step adds a term"),
    ),
    "best_loss": Question.guess("Which loss will be reached?", unit="nats"),
    "winner": Question.guess(
        "Which network wins?", form="letter", options={"a": "Elman's", "b": "Jordan's"}
    ),
}
QUESTIONS = {name: replace(one, lesson="00_sums") for name, one in QUESTIONS.items()}


@pytest.fixture
def course(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Table]:
    """Put a learner into an empty folder, in a course of one lesson with one exercise."""
    table = make_table()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setattr(surface, "SESSION", surface.Session())
    monkeypatch.setattr(surface, "frozen_names", lambda lesson=None: ["scaled_sum"])
    heading = Heading(table.exercise, table.title, table.points)
    monkeypatch.setattr(surface, "frozen_headings", lambda lesson: [heading])
    monkeypatch.setattr(surface, "frozen_lessons", lambda: ["00_sums"])
    monkeypatch.setattr(surface, "frozen_questions", lambda lesson=None: QUESTIONS)
    monkeypatch.setattr(surface, "frozen_table", {"scaled_sum": table}.__getitem__)
    return table


@pytest.fixture
def failed() -> Verdict:
    """A verdict on a recurrent network that starts from a0 at every step."""
    sentence = "Every step starts from a0. The state of the step before is never used."
    return Verdict(
        exercise="rnn_forward",
        title="A whole sequence",
        outcome=Outcome.FAILED,
        points=1.0,
        max_points=12.0,
        parts=(
            Part("a", Outcome.FAILED, 0.0, 11.0, "a[0, 0, 1] is 0.9."),
            Part("leaves its inputs unchanged", Outcome.PASSED, 1.0, 1.0),
        ),
        returned="a has the right shape, but a[0, 0, 1] is 0.9.",
        expected="Expected a[0, 0, 1] = 0.4.",
        usually=sentence,
        mistake="a0_at_every_step",
        location=Location(
            part="a",
            case="ordinary",
            index=(0, 0, 1),
            returned=0.9,
            expected=0.4,
            largest_absolute=0.75,
            largest_relative=1.25,
            axes="n_a=2, m=7, T_x=3",
            error_map=((0.0, 0.5, 0.25), (0.0, None, 0.75)),
            map_axes=("n_a", "T_x"),
        ),
        printed="step 0\nstep <b>1</b>\n",
        cases=5,
    )


@pytest.fixture
def passed() -> Verdict:
    """A verdict on a right solution."""
    return Verdict(
        exercise="rnn_forward",
        title="A whole sequence",
        outcome=Outcome.PASSED,
        points=12.0,
        max_points=12.0,
        parts=(Part("a", Outcome.PASSED, 12.0, 12.0),),
        after_success="The same three matrices serve every step.",
        cases=5,
    )
