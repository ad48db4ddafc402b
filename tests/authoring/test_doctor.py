from dataclasses import replace

import nbformat
import numpy as np
import pytest

from graders import lessons
from graders.authoring import doctor
from graders.authoring.build import solved_notebook
from graders.exercise import Mistake, Oracle, Rungs
from graders.judging import frozen_table
from graders.judging.answering import answered
from graders.judging.drawing import outline

SLOW = {"experiments_are_idle", "keras_agrees", "lesson_runs", "mistakes_fail"}
LESSON = "02_vanilla_rnn"


INVARIANTS = [
    pytest.param(f, id=f.__name__, marks=[pytest.mark.slow] if f.__name__ in SLOW else [])
    for f in doctor.INVARIANTS.values()
]


@pytest.mark.parametrize("name", lessons.names())
@pytest.mark.parametrize("invariant", INVARIANTS)
def test_every_lesson_is_healthy(name, invariant):
    assert invariant(lessons.load(name)) == []


@pytest.fixture
def changed(monkeypatch):
    """Return a function that replaces fields of one exercise, also in its frozen table."""

    def change(name, **fields):
        lesson = lessons.load(LESSON)
        exercises = dict(lesson.exercises) | {name: replace(lesson.exercises[name], **fields)}
        new = replace(lesson, exercises=exercises)
        monkeypatch.setattr("graders.lessons.load", lambda _: new)
        if "mistakes" in fields:
            table = answered(outline(LESSON, name, exercises[name].visible, [1]))
            monkeypatch.setattr(doctor, "frozen_table", lambda _: table)
        return replace(new, exercises={name: exercises[name]})

    return change


def mistakes(name="clip"):
    return lessons.load(LESSON).exercises[name].mistakes


def test_a_mistake_that_passes_is_found(changed):
    lesson = changed(
        "clip", mistakes=(*mistakes(), Mistake("fine", "Fine.", swap=("-max", "- max")))
    )
    found = doctor.mistakes_fail(lesson)
    assert "clip: passes on visible cases: fine" in found
    assert "clip: passes on hidden cases: fine" in found
    assert doctor.mistakes_are_clear(lesson) == ["clip: too near to the reference: fine"]


def test_two_mistakes_that_look_the_same_are_found(changed):
    twin = replace(mistakes()[0], key="again", sentence="The same again.")
    lesson = changed("clip", mistakes=(*mistakes(), twin))
    assert doctor.mistakes_are_clear(lesson) == [
        f"clip: these give the same observations: {mistakes()[0].key} and again"
    ]
    (first, *_) = doctor.mistakes_fail(lesson)
    assert first.endswith(
        f"on visible cases again is diagnosed as {mistakes()[0].key}. Draw cases that tell them "
        "apart, or mend one of them."
    )


def test_a_patch_that_does_not_apply_is_found(changed):
    exercises = lessons.load(LESSON).exercises
    broken = replace(
        exercises["clip"], mistakes=(Mistake("gone", "Gone.", swap=("no such text", "")),)
    )
    lesson = replace(lessons.load(LESSON), exercises={"clip": broken})
    assert doctor.mistakes_fail(lesson) == [
        "clip: 'no such text' stands 0 times in the body, expected once. Mend the swap of gone."
    ]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (None, "clip: the key 'only_positive' stands twice."),
        ("Only positive", "clip: the key 'Only positive' is no word like bias_missing."),
    ],
)
def test_keys_are_words_that_stand_once(changed, key, said):
    one = mistakes()[0]
    again = replace(one, key=key or one.key, sentence="Another sentence.")
    found = doctor.contract_is_whole(changed("clip", mistakes=(*mistakes(), again)))
    assert said in found


def test_an_oracle_is_named_or_its_lack_explained(changed):
    assert "clip: its oracle is empty, and does not say why." in doctor.oracles_agree(
        changed("clip", oracle=Oracle())
    )
    assert doctor.oracles_agree(changed("clip", oracle=Oracle(none_because="It is trivial."))) == []


def test_a_weak_input_that_hides_nothing_is_found(changed):
    wrong = replace(mistakes()[0], hides_from="one step")
    lesson = changed("clip", mistakes=(wrong,))
    (found,) = doctor.weak_inputs_hide(lesson)
    assert found == f"clip: one step does not hide {wrong.key}"


def test_a_wrong_reference_is_found(monkeypatch):
    lesson = lessons.load(LESSON)
    only = replace(lesson, exercises={"rnn_cell_backward": lesson.exercises["rnn_cell_backward"]})
    mistake = only.exercises["rnn_cell_backward"].mistakes[0]
    solved = doctor.reference(LESSON)
    wrong = solved.with_mistake("rnn_cell_backward", mistake)["rnn_cell_backward"]
    monkeypatch.setitem(solved._namespace, "rnn_cell_backward", wrong)
    (passing, *_) = doctor.solutions_pass(only)
    assert passing.startswith("rnn_cell_backward: the reference earns 0 of 16 on the visible")
    found = doctor.gradients_are_right(only)
    assert any(f.startswith("rnn_cell_backward: dWaa is off by") for f in found)


def test_a_stub_that_earns_points_is_found(monkeypatch, tmp_path):
    lesson = lessons.load(LESSON)
    only = replace(lesson, exercises={"softmax": lesson.exercises["softmax"]})
    solved = tmp_path / "solved.ipynb"
    nbformat.write(solved_notebook(lesson), solved)
    monkeypatch.setattr(doctor, "student_notebook", lambda _: solved)
    assert doctor.stubs_fail(only)[0] == "softmax: the stub earns 5 on visible cases."


def test_a_contract_with_holes_is_found():
    lesson = lessons.load(LESSON)
    holes = replace(
        lesson.exercises["clip"],
        points=4,
        hints=("a", " ", "c"),
        mistakes=lesson.exercises["clip"].mistakes[:4],
        after_success="",
    )
    lesson = replace(lesson, exercises=dict(lesson.exercises) | {"clip": holes})
    found = [*doctor.points_add_up(lesson), *doctor.contract_is_whole(lesson)]
    assert found == [
        "The points add up to 101, not 100.",
        "clip: after_success is empty.",
        "clip: hint 2 is empty.",
        "clip: 4 mistakes, expected 5 or more.",
    ]


def test_a_sentence_that_is_too_long_is_found():
    lesson = lessons.load(LESSON)
    long = replace(lesson.exercises["clip"], after_success="word " * 80 + ".")
    (found,) = doctor.sentences_are_short(
        replace(lesson, exercises=dict(lesson.exercises) | {"clip": long})
    )
    assert found.startswith("clip: after success: a sentence of 401 characters, allowed are 300:")


def test_a_stale_file_and_a_stray_file_are_found(monkeypatch, tmp_path):
    lesson = lessons.load(LESSON)
    stale, stray = tmp_path / "stale.json", tmp_path / "stray.json"
    stale.write_text("old")
    monkeypatch.setattr(doctor, "ROOT", tmp_path)
    monkeypatch.setattr(doctor, "generated", lambda _: {stale: "new", tmp_path / "none": ""})
    monkeypatch.setattr(doctor, "stray", lambda *_: [stray])
    assert doctor.files_are_fresh(lesson) == [
        f"stale.json is stale: run `graders build {LESSON}`.",
        f"none is missing: run `graders build {LESSON}`.",
        "stray.json is stray: nothing generates it; delete it.",
    ]


def test_an_examination_that_fails_is_a_complaint_and_not_a_crash(monkeypatch):
    def fail(_):
        raise OSError("no disk")

    monkeypatch.setattr(doctor, "INVARIANTS", {"It holds": fail})
    (result,) = doctor.examine(lessons.load(LESSON))
    assert result.complaints == ["The examination itself failed. OSError: no disk"]


def test_frozen_tables_hold_no_code_of_the_reference():
    for name in lessons.load(LESSON).exercises:
        text = "\n".join(frozen_table(name).hints) + frozen_table(name).after_success
        assert "np.tanh(Wax" not in text
        assert "def " not in text


@pytest.mark.slow
def test_an_experiment_on_which_a_lesson_relies_unseen_is_found(monkeypatch):
    notebook = solved_notebook(lessons.load(LESSON))
    at = next(i for i, c in enumerate(notebook.cells) if "experiment" in c.metadata.get("tags", []))
    notebook.cells[at].source += "\nsetattr(np, 'agreed', True)"
    later = next(c for c in notebook.cells[at:] if c.id.startswith("given"))
    later.source = "np.agreed"
    monkeypatch.setattr("graders.authoring.run.solved_notebook", lambda lesson: notebook)
    complaints = doctor.experiments_are_idle(lessons.load(LESSON))
    assert len(complaints) == 1
    assert complaints[0].startswith("Cell “np.agreed” raised AttributeError")


def test_one_exercise_is_examined_alone(monkeypatch):
    asked = []
    watch = {
        sentence: lambda lesson: asked.append(list(lesson.exercises)) or []
        for sentence in doctor.OF_AN_EXERCISE
    }
    monkeypatch.setattr(doctor, "OF_AN_EXERCISE", watch)
    found = list(doctor.examine(lessons.load(LESSON), ["clip"]))
    assert all(examination.holds for examination in found)
    assert asked == [["clip"]] * len(watch)
    assert doctor.POINTS not in watch


def test_a_table_that_is_not_built_anew_is_found(changed):
    assert doctor.tables_are_fresh(changed("clip")) == []
    assert doctor.tables_are_fresh(changed("clip", hints=("What?", "How?", "So."))) == [
        f"clip: its frozen table is stale: run `graders build {LESSON}`."
    ]


def test_points_that_do_not_add_up_make_a_draft_until_the_release(monkeypatch):
    monkeypatch.setattr(doctor, "INVARIANTS", {doctor.POINTS: doctor.points_add_up})
    half = replace(lessons.load(LESSON), exercises={"clip": lessons.load(LESSON).exercises["clip"]})
    (draft,) = doctor.examine(half, released=False)
    (released,) = doctor.examine(half)
    assert draft.complaints == released.complaints == ["The points add up to 3, not 100."]
    assert (draft.holds, released.holds) == (True, False)


def _with_rungs(changed, values, **says):
    """Return lesson 02 with other rungs of output_backward."""
    return changed("output_backward", rungs=Rungs(values, says))


def test_a_rung_whose_axes_do_not_fit_is_found(changed):
    lesson = _with_rungs(
        changed, lambda y_pred, y, a, parameters: {"ds": (y_pred - y) / y.shape[1]},
        ds=("n_y T_x m", "the gradient at the scores"),
    )  # fmt: skip
    (first, *_) = doctor.rungs_hold(lesson)
    assert first.startswith(
        "output_backward: The rung ds is promised as (n_y, T_x, m), but the reference returns"
    )


def test_a_rung_that_is_not_what_the_reference_computes_is_found(changed):
    lesson = _with_rungs(
        changed, lambda y_pred, y, a, parameters: {"ds": y_pred - y},
        ds=("n_y m T_x", "the gradient at the scores"),
    )  # fmt: skip
    complaints = doctor.rungs_hold(lesson)
    assert complaints[0] == (
        "output_backward: the rung ds is not what the reference's variable ds holds. Mend the "
        "function of the rungs, or rename the rung."
    )
    assert complaints[1].startswith("output_backward: the reference's own ds does not agree:")


def test_rungs_that_cannot_be_computed_are_found(changed):
    says = ("n_y m T_x", "the gradient at the scores")
    (raised,) = doctor.rungs_hold(_with_rungs(changed, lambda *a: {"ds": 1 / 0}, ds=says))
    assert "did not return" in raised
    assert "ZeroDivisionError: division by zero. Mend their function." in raised
    (other,) = doctor.rungs_hold(_with_rungs(changed, lambda *a: {"dz": 1.0}, ds=says))
    assert other.endswith("are dz. Expected the names of `says`: ds.")
    (endless,) = doctor.rungs_hold(_with_rungs(changed, lambda *a: {"ds": np.inf}, ds=says))
    assert endless.endswith("ds is not a finite array. Expected one.")
