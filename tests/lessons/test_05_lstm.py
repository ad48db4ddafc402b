"""The numbers and the claims of lesson 05, held to what its own functions give."""

from __future__ import annotations

import importlib
import math

import jupytext
import numpy as np
import pytest

from graders.lessons import load
from graders.paths import solution_source

LESSON = "05_lstm"
CELLS = jupytext.read(solution_source(LESSON)).cells
TEXT = " ".join(" ".join(c.source for c in CELLS if c.cell_type == "markdown").split())
QUESTIONS = load(LESSON).questions


numbers = importlib.import_module(f"benchmarks.lessons.{LESSON}")


def says(*sentences: str) -> None:
    for sentence in sentences:
        assert sentence in TEXT, sentence


def test_the_sheet_has_the_numbers_of_its_formulas():
    sheet = numbers.paper(-0.5)
    names = ("f", "i", "cct", "o", "c", "a", "slope", "through a", "dc", "dc_prev", "dzf", "dzi")
    for name in (*names, "dzc"):
        says(f"{sheet[name]:.4f}")


def test_the_blanks_and_their_slips_have_the_numbers_of_their_formulas():
    n, first = numbers.paper(0.5), numbers.paper(-0.5)
    a, c, dc_next = 0.4, 1.2, 0.5
    f, i, g, o, th = (n[k] for k in ("f", "i", "cct", "o", "tanh c"))
    expected = {
        "kept": (f, {first["f"], n["zf"], math.tanh(n["zf"]), 1 - f, 1 / (1 + math.exp(0.1))}),
        "let_in": (i, {first["i"], n["zi"], math.tanh(n["zi"])}),
        "candidate": (g, {first["cct"], n["zc"], 1 / (1 + math.exp(-n["zc"]))}),
        "new_c": (
            n["c"],
            {first["c"], i * c + f * g, c + i * g, f * c + g, f * c, (1 - f) * c + i * g,
             f * a + i * g},
        ),
        "new_a": (
            n["a"],
            {first["a"], o * n["c"], th, o * math.tanh(c), math.tanh(o * n["c"])},
        ),
        "dc_in_all": (
            n["dc"],
            {first["dc"], n["through a"], (dc_next + o) * n["slope"], dc_next + o,
             dc_next + n["slope"], dc_next + o * (1 - n["c"] ** 2)},
        ),
        "dc_sent": (
            n["dc_prev"],
            {first["dc_prev"], dc_next * f, n["through a"] * f, n["dc"] * i, n["dc"]},
        ),
        "dz_forget": (
            n["dzf"],
            {first["dzf"], n["dc"] * c, n["dc"] * n["c"] * f * (1 - f),
             n["dc"] * g * f * (1 - f), dc_next * c * f * (1 - f),
             n["through a"] * c * f * (1 - f)},
        ),
        "dz_output": (
            n["dzo"],
            {first["dzo"], n["dc"] * th * o * (1 - o), th, n["c"] * o * (1 - o),
             th * f * (1 - f)},
        ),
    }  # fmt: skip
    for name, (answer, slips) in expected.items():
        question = QUESTIONS[name]
        assert abs(question.answer - answer) < 6e-5, name
        given = sorted(value for value, _ in question.slips)
        assert np.allclose(given, sorted(slips), atol=2e-4), name
    says(f"{th:.4f}")


def test_the_other_numbers_that_are_asked_for():
    assert QUESTIONS["sigmoid_slope"].answer == pytest.approx(0.9 * 0.1)
    left = numbers.left(20)
    assert abs(QUESTIONS["left_after_20"].answer - left[1]) < 5e-5
    says("$\\sigma(1)=0.7311$", "$f^{40}=0.14$")
    assert f"{numbers.left(1)[1]:.4f}" == "0.7311"
    assert f"{numbers.left(40)[3]:.2f}" == "0.14"


def test_keras_holds_its_biases_as_the_question_says():
    import keras

    layer = keras.layers.LSTM(2)
    layer.build((None, None, 3))
    held = [int(value) for value in layer.get_weights()[2]]
    question = QUESTIONS["keras_biases"]
    assert dict(question.options)[question.right] == str(held)


def test_exp_overflows_where_the_explanation_says():
    assert np.exp(709.7) < np.inf
    with np.errstate(over="ignore"):
        assert np.exp(np.float64(709.8)) == np.inf
        assert np.exp(np.float64(800)) == np.inf


def test_what_is_kept_is_not_shown():
    found = numbers.hidden()
    assert found["a"] < 1e-4
    assert found["c"] > 0.99


def test_an_echo_follows_the_open_road_only_where_weights_are_small():
    left = numbers.left(20)
    small, whole = numbers.echoes(0.1), numbers.echoes(1.0)
    ratios = np.array(small["bias 1"]) / left[1]
    assert f"{ratios.min():.1f} {ratios.max():.1f}" == "1.0 1.3"
    ratios = np.array(whole["bias 1"]) / left[1]
    assert f"{ratios.min():.0f} {ratios.max():.0f}" == "37 182"
    assert f"{min(whole['bias 2']):.1f} {max(whole['bias 2']):.1f}" == "1.5 4.5"
    says(
        "1.0 to 1.3 times as much after 20 steps",
        "37 to 182 times as much",
        "(1.5- to 4.5-fold)",
    )


def test_the_cell_of_1997_grows():
    found = numbers.grown()
    assert f"{min(found['1997']):.0f} {max(found['1997']):.0f}" == "81 117"
    assert max(found["forget gate"]) < 2.4
    assert max(found["coupled"]) < 1
    says("Between 81 and 117 in five seeds of five", "stays below 2.4 and the coupled one below 1")
    low, *_, high, odd = sorted(found["peepholes"])
    says(f"(Peepholes: {low:.1f} to {high:.1f} in four seeds, {odd:.0f} in one.)")


def test_an_exponential_gate_overwrites_at_once():
    found = numbers.overwritten()
    assert f"{found[6]:.3f}" == f"{(20 - 403) / (20 + 403):.3f}" == "-0.905"
    assert abs(found[3]) < 0.01
    assert found[800] < -0.999
    assert f"{math.exp(6):.0f}" == "403"
    says("$(20-403)/(20+403)=-0.905$")


def test_the_witness_convicts_whoever_hands_nothing_on():
    found = numbers.witness()
    for steps in (4, 1):
        assert max(found[f"{steps} steps, yours"]) < 1e-8
    assert set(found["4 steps, wrong"]) == {10}
    assert set(found["1 steps, wrong"]) == {0}
    says("All ten with four steps, none with one")


def test_who_returns_steps_besides_can_run_the_experiments():
    of = dict(numbers.lesson())
    alone, backward = of["nothing_handed_on"], of["lstm_backward"]
    rng = np.random.default_rng(0)
    net, read, outside = (
        of["initialize_lstm"](2, 3, 2, rng),
        rng.normal(size=(2, 4, 3)),
        rng.normal(size=(3, 4, 3)),
    )
    kept = of["lstm_forward"](read, np.zeros((3, 4)), net)[3]
    expected = alone(outside, kept)

    def with_steps(da, caches):
        return backward(da, caches) | {"steps": {"da_prev": da}}

    alone.__globals__["lstm_backward"] = with_steps
    try:
        found = alone(outside, kept)
    finally:
        alone.__globals__["lstm_backward"] = backward
    assert set(found) == set(expected)
    assert all(np.array_equal(found[name], expected[name]) for name in expected)


def test_the_gates_read_brackets():
    found = numbers.reading.kept()
    assert set(found["right"]) == {len(numbers.SENTENCE)} == {77}

    def spread(name):
        return f"{min(found[name]):.2f} to {max(found[name]):.2f}"

    says("it reads all 77 characters rightly")
    says(f"lower at brackets ({spread('forget at brackets')} on average)")
    says(f"elsewhere ({spread('forget elsewhere')})")
    says(f"({spread('input at brackets')} against {spread('input elsewhere')})")


def test_the_curve_drawn_before_says_who_remembers():
    found = numbers.race.kept()
    for kind, name in (
        (0, "forget bias 0"),
        (1, "forget bias 1"),
        (2, "forget bias 2"),
        ("RNN",) * 2,
    ):
        learned = [
            sum(cost < numbers.KNOWS for cost in found[f"{kind}, gap {gap}"])
            for gap in numbers.GAPS
        ]
        says(f"| {name} | " + " | ".join(map(str, learned)) + " |")
    for gap in numbers.GAPS:
        for bias, left in numbers.left(gap).items():
            costs = found.get(f"{bias}, gap {gap}", [])
            if left > 0.03:
                assert all(cost < numbers.KNOWS for cost in costs)
            elif (bias, gap) != (0, 10):
                assert all(cost > numbers.KNOWS for cost in costs)
    assert f"{numbers.left(40)[2]:.4f} {numbers.left(20)[1]:.4f}" == "0.0062 0.0019"
    assert f"{numbers.left(10)[0]:.3f}" == "0.001"
    says("at 0.0062 and 0.0019 none does", "in four seeds of five")
    assert "over twenty steps the same cell learns nothing" in QUESTIONS["solved_it"].model
    assert all(c > numbers.KNOWS for b in (0, 1) for c in found[f"{b}, gap 20"])
    assert all(c < numbers.KNOWS for c in found["2, gap 20"])


def test_an_rnn_keeps_the_bit_as_a_rhythm():
    found = numbers.rhythm.kept()
    learned = np.array(found["cost"]) < numbers.KNOWS
    radii = np.array(found["radius"])[learned]
    assert learned.sum() == 4
    assert f"{radii.min():.1f} to {radii.max():.1f}" == "2.3 to 3.0"
    assert np.array(found["told"])[learned].min() > 0.99
    assert np.sum(np.array(found["turning"])[learned] > 0.5) == 3
    says("is 2.3 to 3.0 in size", "in three of the four most units turn their sign at every step")


def test_control_ablation_and_transfer():
    found = numbers.missing.kept()

    def spread(name, digits=2):
        return f"{min(found[name]):.{digits}f} to {max(found[name]):.{digits}f}"

    says(f"stays at a coin flip ({spread('control')})")
    says(f"With a gap of 20 it knows nothing ({spread('ablation, gap 20')})")
    assert max(found["ablation, gap 5"]) < 0.001
    assert {f"{cost:.4f}" for cost in found["cost at 100"]} == {"0.0002"}
    assert sum(cost < numbers.KNOWS for cost in found["bias 3, gap 40"]) == 2
    assert f"{min(found['cost at 20, noise 4']):.4f}" == "0.0005"
    assert f"{max(found['cost at 20, noise 4']):.2f}" == "0.21"
    says("0.0002 in five seeds of five", "0.0005 to 0.21", "in two seeds of five")
