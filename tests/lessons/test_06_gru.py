"""The numbers and the claims of lesson 06, held to what its own functions give."""

from __future__ import annotations

import importlib
import re
from math import log
from types import FunctionType

import jupytext
import numpy as np
import pytest

from graders.lessons import load
from graders.lessons.reference import reference
from graders.notebook import rivals
from graders.paths import solution_source
from graders.probes.arrays import all_at_once

LESSON = "06_gru"
CELLS = jupytext.read(solution_source(LESSON)).cells
TEXT = " ".join(" ".join(c.source for c in CELLS if c.cell_type == "markdown").split())
QUESTIONS = load(LESSON).questions
EXACT = 6e-5
"""How far four printed digits may be from what they stand for."""

numbers = importlib.import_module(f"benchmarks.lessons.{LESSON}")


def says(*sentences: str) -> None:
    for sentence in sentences:
        assert sentence in TEXT, sentence


def spans(values, digits):
    """Return "low to high" as the text writes it."""
    low, high = (f"{v:.{digits}f}" for v in (min(values), max(values)))
    return f"{low} to {high}"


def test_the_sheet_has_the_numbers_of_its_formulas():
    first, _ = numbers.paper()
    roads = ("kept", "candidate road", "reset road", "update road", "da")
    for name in ("u", "r", "z_c", "candidate", "a", *roads):
        says(f"{first[name]:.4f}")
    says("z_u=0.5\\cdot 0.5+1-1=0.25")
    assert first["z_u"] == 0.25
    assert first["z_r"] == -0.5


def test_the_sheet_is_what_the_functions_give():
    solved, (first, second) = reference(LESSON), numbers.paper()
    net = {"Wu": np.array([[0.5, 1.0]]), "bu": -np.ones((1, 1)), "Wr": np.array([[1.0, -1.0]])}
    net |= {"br": np.zeros((1, 1)), "Wc": np.array([[0.8, 0.6]]), "bc": np.zeros((1, 1))}
    net |= {"Wy": np.ones((2, 1)), "by": np.zeros((2, 1))}
    a, _, caches = solved.gru_forward(np.array([[[1.0, -1.0]]]), np.array([[0.5]]), net)
    np.testing.assert_allclose(a[0, 0], [first["a"], second["a"]], rtol=1e-12, strict=True)
    for cache, sheet in zip(caches[0], (first, second), strict=True):
        da = solved.gru_cell_backward(np.ones((1, 1)), cache)["da_prev"].item()
        assert da == pytest.approx(sheet["da"], rel=1e-12)


def test_the_blanks_have_the_numbers_of_their_formulas():
    _, second = numbers.paper()
    answers = {"u2": "u", "r2": "r", "candidate2": "candidate", "state2": "a", "kept_road": "kept",
               "candidate_road": "candidate road", "update_road": "update road",
               "all_roads": "da"}  # fmt: skip
    for question, name in answers.items():
        assert abs(QUESTIONS[question].answer - second[name]) < EXACT, question


def test_the_slips_have_the_numbers_of_what_goes_wrong():
    first, second = numbers.paper()
    stale = numbers.step(0.5, -1.0)
    u, r, c, a1 = second["u"], second["r"], second["candidate"], first["a"]
    sig, inside = (lambda z: 1 / (1 + np.exp(-z))), u * (1 - c**2)
    slips = {
        "u2": {first["u"], sig(0.5 * a1 - 1), sig(0.25 - 2), 1 - u, second["z_u"]},
        "r2": {first["r"], sig(a1 - 1), sig(1.5), second["z_r"], 1 - r},
        "candidate2": {first["candidate"], np.tanh(0.8 * a1 - 0.6), second["z_c"],
                       np.tanh(0.8 * r * a1 + 0.6), np.tanh(0.8 * u * a1 - 0.6),
                       stale["candidate"]},
        "state2": {a1, (1 - u) * c + u * a1, u * c, (1 - u) * a1, u * c + (1 - u) * 0.5,
                   stale["a"]},
        "kept_road": {first["kept"], u, (1 - u) * a1},
        "candidate_road": {inside * 0.8, u * 0.8 * r, (1 - c**2) * 0.8 * r, inside * 0.6 * r},
        "update_road": {first["update road"], -second["update road"], c * u * (1 - u) * 0.5,
                        (c - a1) * 0.5, (c - a1) * u * (1 - u)},
        "all_roads": {first["da"], second["da"] - second["reset road"],
                      second["da"] - second["kept"], second["da"] - 2 * second["update road"],
                      second["da"] * first["da"]},
    }  # fmt: skip
    for name, expected in slips.items():
        given = sorted(value for value, _ in QUESTIONS[name].slips)
        np.testing.assert_allclose(given, sorted(expected), atol=1.1e-4, err_msg=name)


def test_the_other_numbers_that_are_asked_for():
    assert abs(QUESTIONS["kept_of_message"].answer - 0.99**100) < 5e-4
    assert QUESTIONS["three_decay"].answer == pytest.approx(0.5 * 0.2 * 0.9)
    assert QUESTIONS["three_value"].answer == pytest.approx(0.9 * (0.2 * 1 + 3) - 1)
    assert QUESTIONS["gru_parameters"].answer == numbers.lesson()["parameters_of"]("GRU", 2, 8)
    says("$(0.1,\\,3.2)$, since $0.1\\cdot 4+3.2=3.6$")
    assert pytest.approx(0.2 * (0.5 * 4 + 1) + 3) == 0.1 * 4 + 3.2


def test_the_two_forms_are_one_with_a_single_unit_only():
    found = numbers.apart()
    assert max(found["1 units"]) < 1e-12
    assert min(found["2 units"] + found["32 units"]) > 1e-3
    says(f"end {spans(found['8 units'], 2)} apart (six seeds)")


def test_a_shut_reset_gate_silences_a_column_or_a_row():
    """The right option of `who_is_silent`, by trying it."""
    rng, W, r = np.random.default_rng(0), np.zeros((4, 4)), np.array([1.0, 1.0, 0.0, 1.0])
    W[:] = rng.normal(size=(4, 4))
    before, after = W * r, W * r[:, None]
    a, moved = rng.normal(size=4), rng.normal(size=4)
    other = np.where(np.arange(4) == 2, moved, a)
    np.testing.assert_allclose(before @ a, before @ other, strict=True)
    assert (after @ a)[2] == (after @ moved)[2] == 0.0
    assert not np.allclose(after @ a, after @ other)


def test_a_message_lives_as_long_as_the_gate_stays_shut():
    found = numbers.arriving()
    assert max(found["bias 0"]) < 1e-13
    assert f"{max(found['bias -2']):.4f}" == "0.0006"
    assert f"{min(found['bias -2']):.5f}" == "0.00008"
    says("less than $10^{-13}$", f"with -4 from {spans(found['bias -4'], 2)} (six seeds)")
    says("from 0.00008 to 0.0006", "0.5, 0.881 and 0.982", "says 0.163")
    assert f"{0.982**100:.3f}" == "0.163"
    assert [f"{1 / (1 + np.exp(bias)):.3f}" for bias in (-2, -4)] == ["0.881", "0.982"]


def test_products_break_and_the_scan_does_not():
    found = numbers.broken()
    says(f"Between step {min(found)} and {max(found):,} in six seeds")
    small = np.float64(1e-30)
    products = np.cumprod(np.full(20, small))
    assert int(np.argmax(products == 0)) + 1 == 11
    says("it takes 11 steps", "about $5\\cdot10^{-324}$")
    assert np.nextafter(0, 1) == pytest.approx(5e-324)


def test_the_way_back_of_the_minimal_gru_is_right():
    assert max(numbers.lesson()["way_back_error"](seed) for seed in range(6)) < 1e-7


def test_rounds_are_as_few_as_the_text_says():
    assert numbers.rounds() == {2: 1, 32: 5, 1000: 10, 1024: 10}
    says("Ten rounds by doubling, or 19")


def _scans():
    """Return the right scans of the miniature course, by title."""
    path = solution_source(LESSON).parents[2] / "tests" / "course" / LESSON / "scan.py"
    for cell in path.read_text(encoding="utf-8").split("\n# %% ")[1:]:
        title, _, rest = cell.partition("\n")
        if rest.startswith("# right"):
            space = {"np": np}
            exec(rest, space)
            yield title, space["scan"]


def test_other_ways_to_scan_take_ten_or_nineteen_rounds():
    of = dict(numbers.lesson())
    for _, scan in _scans():
        diary = FunctionType(of["diary"].__code__, {**of, "scan": scan})
        assert len(diary(1024)) - 1 in (10, 19)


def test_the_scan_wins_where_arrays_are_small_and_loses_where_they_are_large():
    for title, scan in _scans():
        for last in (False, False, True):  # another process may slow either way
            found = numbers.clock(scan)
            assert max(differ for differ, _ in found.values()) < 1e-12
            if found["long and thin"][1] > 3 and found["short and wide"][1] < 1:
                break
            assert not last, (title, found)
    says("The states agree to twelve digits")
    says("to the scan (more than three times as fast, in each of four ways to write it)")


def test_a_loop_makes_many_more_arrays_than_a_scan_may():
    solved, rng = reference(LESSON), np.random.default_rng(0)
    net = {"Wu": rng.normal(size=(1, 2)), "bu": rng.normal(size=(1, 1)),
           "Wc": rng.normal(size=(1, 2)), "bc": rng.normal(size=(1, 1))}  # fmt: skip
    case = (rng.normal(size=(2, 1, 4)), rng.normal(size=(1, 1)), net, 1000)
    assert all_at_once(solved.min_gru_parallel, *case)["few_arrays"]
    assert not all_at_once(solved.min_gru_forward, *case)["few_arrays"]


def test_who_knows_nothing_pays_what_the_text_says():
    x, y = rivals.adding(np.random.default_rng(0), 200_000, 16)
    assert float(np.var(y)) == pytest.approx(1 / 6, abs=2e-3)
    assert x.shape == (2, 200_000, 16)
    says("pays 0.167 for adding, and $\\log 3=1.10$")
    assert f"{1 / 6:.3f} {log(3):.2f}" == "0.167 1.10"
    says("update gates with a bias of -1, forget gates with 1")
    assert rivals.BIASES == {"u": -1.0, "f": 1.0}
    assert (rivals.SYMBOLS, rivals.SHOWN) == (3, 3)


def test_equal_budgets_give_the_units_of_the_text():
    of = numbers.lesson()
    assert of["units_for"]("RNN", 5) == 14
    assert of["units_for"]("GRU", 5) == 7
    assert of["units_for"]("GRU", 2) == 8
    says("its 14 units stand against the GRU's 7")
    for kind in numbers.KINDS:
        net = rivals.start(kind, np.random.default_rng(0), 5, 4, 3, of["orthogonal"])
        own = sum(v.size for name, v in net.items() if name not in ("Wy", "Wya", "by"))
        assert own == of["parameters_of"](kind, 5, 4)


def test_the_rungs_of_a_backward_pass_lead_to_its_gradients():
    rungs = importlib.import_module(f"graders.lessons.{LESSON}.rungs")
    solved, rng = reference(LESSON), np.random.default_rng(0)
    n_x, n_a, m, T_x = 2, 3, 4, 5
    net = {f"W{gate}": rng.normal(size=(n_a, n_a + n_x)) for gate in "urc"}
    net |= {f"b{gate}": rng.normal(size=(n_a, 1)) for gate in "urc"}
    net |= {"Wy": rng.normal(size=(2, n_a)), "by": np.zeros((2, 1))}
    x, a0 = rng.normal(size=(n_x, m, T_x)), rng.normal(size=(n_a, m))
    caches, da = solved.gru_forward(x, a0, net)[2], rng.normal(size=(n_a, m, T_x))
    found, gradients = rungs.gru_backward(da, caches), solved.gru_backward(da, caches)
    sizes = {"n_a": n_a, "n_a+n_x": n_a + n_x, "m": m, "T_x": T_x}
    assert list(found) == list(rungs.SEQUENCE)
    for name, (axes, phrase) in rungs.SEQUENCE.items():
        assert found[name].shape == tuple(sizes[axis] for axis in axes.split()), name
        assert phrase
    np.testing.assert_allclose(found["message"][:, :, 0], gradients["da0"], strict=True)
    for gate, name in (("u", "dut_inside"), ("r", "drt_inside"), ("c", "dcct_inside")):
        total = found[name].sum(axis=(1, 2))[:, None]
        np.testing.assert_allclose(total, gradients[f"db{gate}"], strict=True)
    one = rungs.gru_cell_backward(found["da_total"][:, :, 2], caches[0][2])
    assert list(one) == list(rungs.CELL)
    for name, value in one.items():
        np.testing.assert_allclose(value, found[name][:, :, 2], strict=True)


def quoted(pattern):
    """Return the two numbers of a range that the text gives."""
    found = re.search(pattern.replace("RANGE", r"(\d+\.\d+) to (\d+\.\d+)"), TEXT)
    assert found, pattern
    return tuple(map(float, found.groups()))


def within(values, pattern):
    """Hold values to a range of the text: inside, and its ends are reached, as it is printed."""
    low, high = quoted(pattern)
    low_digits, high_digits = (
        len(str(end).partition(".")[2]) if end != int(end) else 1 for end in (low, high)
    )
    assert round(min(values), low_digits) == low, (pattern, values)
    assert round(max(values), high_digits) == high, (pattern, values)


def test_the_race_ends_as_the_text_says():
    found = numbers.races.kept()
    adding = np.array([found[f"adding, {kind}"] for kind in ("GRU", "LSTM", "minimal GRU", "RNN")])
    assert np.all(adding[0] < adding[1:3].min(axis=0))
    assert np.all(adding[3] > adding[1:3].max(axis=0))
    for values, name in zip(adding, ("GRU", "LSTM", "minimal GRU", "RNN"), strict=True):
        within(values, f"in six seeds:.*? {name} RANGE")
    within(found["adding, no memory"], "Without memory it is RANGE,")
    copying = np.array([found[f"copying, {kind}"] for kind in ("RNN", "GRU", "LSTM")])
    assert np.all(copying[0] < copying[1:].min(axis=0))
    assert np.all(copying[0] < found["copying, minimal GRU"])
    for values, pattern in (
        (copying[0], "six seeds of six, with RANGE nats"),
        (copying[1], "against RANGE for the GRU"),
        (copying[2], "RANGE for the LSTM"),
        (found["copying, minimal GRU"], "and RANGE for the minimal GRU"),
        (found["adding, update gate held"], "the error stays at RANGE;"),
        (found["adding, reset gate held"], "the reset gate held it is RANGE,"),
    ):
        within(values, pattern)
    better = np.sum(np.less(found["copying, reset gate held"], found["copying, GRU"]))
    says(f"without a learned reset gate in {['no', 'one', 'two', 'three', 'four'][better]} seeds")


def test_what_the_rnn_learned_holds_for_ten_steps_only():
    found = numbers.transfer.kept()
    assert min(found["RNN"][15]) > log(3)
    within(found["RNN"][15], "From RANGE nats")
    within(found["GRU"][15], "The GRU pays RANGE there")
    said = re.search(r"at most (\S+) more than at 10, and at 5 and 20 at most (\S+) more", TEXT)
    pays = found["minimal GRU"]
    for gaps, most in (((15,), said.group(1)), ((5, 20), said.group(2))):
        more = np.max(np.subtract([pays[gap] for gap in gaps], pays[10]))
        assert float(most) - 0.01 < more < float(most) + 0.005


def test_the_dial_of_the_minimal_gru():
    found = numbers.dial.kept()
    within(found["1000 updates"], "brings the minimal GRU to RANGE in copying")
    within(found["100 updates"], "in copying, 100 to RANGE")
