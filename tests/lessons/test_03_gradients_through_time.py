"""The numbers and the claims of lesson 03, held to what its own functions give."""

from __future__ import annotations

import importlib

import jupytext
import numpy as np
import pytest

from graders.lessons import load
from graders.paths import solution_source

LESSON = "03_gradients_through_time"
pytestmark = pytest.mark.lesson(LESSON)
CELLS = jupytext.read(solution_source(LESSON)).cells
TEXT = " ".join(" ".join(c.source for c in CELLS if c.cell_type == "markdown").split())
QUESTIONS = load(LESSON).questions


numbers = importlib.import_module(f"benchmarks.lessons.{LESSON}")


def says(*sentences: str) -> None:
    for sentence in sentences:
        assert sentence in TEXT, sentence


def test_the_sheet_has_the_numbers_of_its_formulas():
    sheet = numbers.paper(0.8)
    names = ("a1", "a2", "a3", "z2", "z3", "slope1", "slope2", "slope3", "dz1", "dz2", "dz3")
    for name in (*names, "da0", "da1", "da2", "term3", "term2", "term1", "S1", "S2", "dWaa"):
        says(f"{sheet[name]:.4f}")
    says("-0.1933")
    assert f"{sheet['dWaa, cut after 2']:.4f}" == "-0.1933"
    assert f"{sheet['S3']:.4f}" == f"{sheet['dWaa']:.4f}" == "-0.0319"
    assert 15 < sheet["dWaa, cut after 1"] / sheet["dWaa"] < 16
    says("more than fifteen times too large")


def test_nudging_gives_what_the_sheet_gives():
    moved = numbers.nudged()
    says(f"{moved[0.81]:.7f}", f"{moved[0.79]:.7f}")
    assert f"{(0.1851093 - 0.1857465) / 0.02:.4f}" == "-0.0319"


def test_the_blanks_and_their_slips_have_the_numbers_of_their_formulas():
    sheet = numbers.paper(-0.8)
    a1, a2, W = sheet["a1"], sheet["a2"], -0.8
    s1, s2, s3 = (sheet[f"slope{t}"] for t in (1, 2, 3))
    says(*(f"{abs(sheet[name]):.4f}" for name in ("a1", "a2", "a3", "slope1", "slope2", "slope3")))
    own = sheet["dz3"] * sheet["a3"] + sheet["dz2"] * a2 + sheet["dz1"] * a1
    first = numbers.paper(0.8)
    expected = {
        "da2": (sheet["da2"], {first["da2"], W, -sheet["da2"], W * s2, s3}),
        "da1": (sheet["da1"], {first["da1"], sheet["dz2"], -sheet["da1"], W * W * s3, W * s2}),
        "dz_first": (
            sheet["dz1"],
            {first["dz1"], sheet["da1"], sheet["da0"], s2 * sheet["da1"]},
        ),
        "dwaa": (
            sheet["dWaa"],
            {first["dWaa"], sheet["term3"], sheet["dWaa, cut after 2"], own, sheet["dWaa"] / 3},
        ),
        "dwaa_cut": (
            sheet["term3"],
            {
                first["term3"],
                sheet["dWaa"],
                sheet["dWaa, cut after 2"],
                sheet["dz3"],
                sheet["term1"],
            },
        ),
        "sensitivity_2": (
            sheet["S2"],
            {
                first["S2"],
                s2 * a1,
                a1 + W * sheet["S1"],
                s2 * (a1 - W * sheet["S1"]),
                s2 * W * sheet["S1"],
                sheet["S1"],
            },
        ),
    }
    assert s1 > 0
    for name, (answer, slips) in expected.items():
        question = QUESTIONS[name]
        assert abs(question.answer - answer) < 6e-5
        given = sorted(value for value, _ in question.slips)
        assert np.allclose(given, sorted(slips), atol=2e-4), name


def test_the_other_numbers_that_are_asked_for():
    assert abs(QUESTIONS["share_left"].answer - 0.8**20) < 5e-5
    assert QUESTIONS["passes_needed"].answer == 2 * 10 * (3 + 10 + 1)
    assert abs(QUESTIONS["millions_kept"].answer - 512 * 512 * (64 + 512 + 1) / 1e6) < 0.05


def test_the_best_epsilon_and_how_many_digits_it_gives():
    found = numbers.best_exponents()
    assert set(found["best exponent"]) <= {-5, -6}
    assert max(found["error there"]) < 1e-10
    assert min(found["error at -13"]) > 5e-4
    assert max(found["error at -13"]) < 5e-3
    says("In float64 the best exponent is -5 or -6, with about ten digits right")
    single = numbers.best_exponents(np.float32)
    assert set(single["best exponent"]) <= {-2, -3}
    assert max(single["error there"]) < 1e-4
    says("it is -2 or -3, with more than four")


def test_each_suspect_gives_the_lists_that_the_questions_speak_of():
    five = "['dWaa', 'dWax', 'da0', 'dba', 'dx']"
    assert numbers.hunt() == {
        "suspect A": f"{five}, ['da0'], one unit: []",
        "suspect B": "['dWaa'], ['dWaa'], one unit: ['dWaa']",
        "suspect C": f"{five}, [], one unit: {five}",
        "suspect D": "[], [], one unit: []",
    }


def test_the_radius_rules_at_rest_and_tanh_while_reading():
    found = numbers.loudness()
    assert all(1e7 < v < 1e9 for v in found["radius 1.5, inputs 0.0"])
    assert all(1e-5 <= round(v, 5) <= 0.018 for v in found["radius 1.5, inputs 1.0"])
    assert all(0.5 <= v <= 16 for v in found["radius 1.5, inputs 0.1"])
    assert all(v < 1e-8 for v in found["radius 1.5, inputs 3.0"])
    below = [1.5**50 / v for v in found["radius 1.5, inputs 0.0"]]
    assert f"{min(below):.0f} {max(below):.0f}" == "2 20"
    says("random matrices end 2 to 20 times lower")
    says("to between 0.00001 and 0.018", "expect 0.5 to 16", "less than $10^{-8}$")


def test_an_orthogonal_start_keeps_its_promise_at_rest():
    found = numbers.starts()
    assert sum(ratio > 1 for ratio in found["ratio, inputs 0.1"]) == 7
    assert np.allclose(found["orthogonal, inputs 0.0"], 1.0)
    gauss = [1 / ratio for ratio in found["ratio, inputs 0.0"]]
    assert min(gauss) > 0.0495
    assert max(gauss) < 0.85
    assert max(found["orthogonal, inputs 1.0"]) < 1e-6
    says("between 0.05 and 0.85")


def test_how_an_orthogonal_matrix_is_drawn_moves_the_outcome():
    found = numbers.other_draws()
    gauss = found.pop("Gaussian")
    wins = {name: int(np.sum(np.greater(norms, gauss))) for name, norms in found.items()}
    assert (min(wins.values()), max(wins.values())) == (6, 8), wins
    norms = np.array(list(found.values()))
    assert f"{norms.min():.2f} {norms.max():.2f}" == "0.01 0.16"
    says("Six to eight of ten, depending on how you drew", "keeps 0.01 to 0.16")


def test_a_shout_is_a_wall():
    found = numbers.walls()
    assert np.allclose(found["radius 1.0, from 11 to 1"], 0.0)
    assert np.allclose(found["radius 1.0, from 12 to 11"], -2.0, atol=0.01)
    ringing = 10.0 ** -np.array(found["radius 1.0, from 24 to 12"])
    assert f"{min(ringing):.0f} {max(ringing):.0f}" == "3 4"
    says("take another factor of 3 to 4 from step 24's message")
    assert np.allclose(10.0 ** np.array(found["radius 1.5, from 11 to 1"]), 58, atol=0.5)
    after = 10.0 ** np.array(found["radius 1.5, from 24 to 13"])
    assert f"{min(after):.1f} {max(after):.1f}" == "0.5 3.9"
    assert min(numbers.stirred()) > 0.8
    says(
        "58-fold",
        "the largest state is above 0.8 even at step 24",
        "0.5- to 3.9-fold over eleven steps, six seeds",
        "0.0099",
    )
    assert f"{1 - np.tanh(3.0) ** 2:.4f}" == "0.0099"


def test_clipping_acts_once_on_the_cliff():
    free, held = (numbers.walk(limit) for limit in (np.inf, 1.0))
    assert f"{free['end']:.1f}" == "6.5"
    assert f"{free['largest gradient']:.0f}" == "334"
    assert free["gradient at the end"] == pytest.approx(3e-7, rel=0.2)
    assert held["acted"] == 1
    assert held["loss"] < 1e-12
    says("A single gradient of 334", "a bias of 6.5", "$3\\cdot10^{-7}$")


@pytest.mark.slow
def test_how_many_walkers_are_thrown():
    assert numbers.walkers(np.inf) == {"thrown": 15, "of": 60, "most clipped": 0}
    assert numbers.walkers(1.0, every=5) == {"thrown": 0, "of": 12, "most clipped": 1}
    says("of 60 starts between -0.5 and -0.2, 15 were thrown")


def test_memory_grows_on_the_way_back_alone():
    kilobytes = numbers.memory()["kB (RTRL, BPTT) by steps"]
    assert kilobytes[1000][0] < 1.2 * kilobytes[100][0]
    assert kilobytes[1000][1] > 7 * kilobytes[100][1]


def test_a_cut_gradient_learns_a_bit_that_it_never_reached():
    found = numbers.answers.kept()

    def between(name, low, high):
        assert low <= min(found[name]), (name, found[name])
        assert max(found[name]) <= high, (name, found[name])

    between("no memory", 0.69, 0.70)
    between("cut after 1", 0.0006, 0.0033)
    between("only outputs", 0.012, 0.14)
    between("cut, with talk", 0.16, 0.69)
    between("whole, with talk", 0.0009, 0.0017)
    between("cut after 1, gap 12", 0.0, 0.008)
    between("whole, gap 12, with talk", 0.69, 0.70)
    slower = np.divide(*(found[f"{n}: first update below 0.1"] for n in ("cut after 1", "whole")))
    assert min(slower) >= 2
    assert max(slower) <= 4
    says(
        "Nearly nothing, in six seeds of six (0.0007 to 0.0032)",
        "two to four times as many updates",
        "the outputs alone get to 0.013 to 0.139",
        "the cut gradient ends at 0.17 to 0.69, the whole one at 0.0009 to 0.0016",
        "expect less than 0.008",
        "stays at a coin flip (0.69, six seeds of six)",
    )
