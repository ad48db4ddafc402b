"""The numbers and the claims of lesson 04, held to what its own functions give."""

from __future__ import annotations

import importlib
import importlib.util
import math

import jupytext
import numpy as np
import pytest

from graders.lessons import load
from graders.paths import DATASETS, solution_source

LESSON = "04_character_language_model"
CELLS = jupytext.read(solution_source(LESSON)).cells
TEXT = " ".join(" ".join(c.source for c in CELLS if c.cell_type == "markdown").split())
QUESTIONS = load(LESSON).questions
BOATS = DATASETS / "boats"


numbers = importlib.import_module(f"benchmarks.lessons.{LESSON}")


def says(*sentences: str) -> None:
    for sentence in sentences:
        assert sentence in TEXT, sentence


def maker():
    spec = importlib.util.spec_from_file_location("make", BOATS / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_names_are_what_their_code_makes():
    made = maker().texts()
    assert {path.stem for path in BOATS.glob("*.txt")} == set(made)
    for name, text in made.items():
        assert (BOATS / f"{name}.txt").read_text("utf-8") == text


def test_no_name_is_held_out_and_learned_and_the_sheet_counts_them():
    of = numbers.lesson()
    names, held_out = of["names"], of["held_out"]
    assert len(set(names) | set(held_out)) == len(names) + len(held_out) == 1200
    assert all(of["obeys"](name) for name in names + held_out)
    sheet = (BOATS / "README.md").read_text("utf-8")
    assert "| 1,000 |" in sheet
    assert "| 200 |" in sheet
    says("thousand names", "who knows nothing has 19, ".replace("who", "Who"))


def test_the_cost_of_a_name_is_that_of_its_chance():
    made = maker()
    rng = np.random.default_rng(3)
    drawn = [made.name(rng) for _ in range(4000)]
    costs = [made.cost(name) for name in drawn]
    assert np.isfinite(costs).all()
    of = numbers.lesson()
    for word in (
        "kolumas",
        "kolumal",
        "kolemas",
        "kolmas",
        "kolumasu",
        "xolumas",
        "bolumas",
        "",
        "k",
    ):
        assert math.isfinite(made.cost(word)) == of["obeys"](word), word
    firsts = [made.cost(name[:1] + drawn[0][1:]) for name in drawn[:50]]
    assert len({round(cost, 9) for cost in firsts if math.isfinite(cost)}) == 1
    short = {"b" + a + "d" + b + "d" + c + "n" for a in "aou" for b in "aou" for c in "aou"}
    share = sum(math.exp(-made.cost(name)) for name in short)
    assert share == pytest.approx(1 / 8 * 1 / 2 * (0.7 * 4 / 30) ** 2 / 2)


def test_the_sheet_has_the_numbers_of_its_formulas():
    sheet = numbers.sheet((2, 1, 0), "ba|")
    for name in (
        "weight a",
        "weight b",
        "p a",
        "p b",
        "p |",
        "cost a",
        "cost b",
        "cost |",
        "in all",
    ):
        says(f"{sheet[name]:.4f}")
    says(f"{sheet['sum']:.4f}", f"/3={sheet['each']:.4f}$ a letter", f"{sheet['perplexity']:.4f}")
    cold = numbers.sheet((2, 1, 0), "ba|", 0.5)
    says(f"{cold['weight a']:.4f}/{cold['sum']:.4f}={cold['p a']:.4f}")


def test_the_blanks_and_their_slips_have_the_numbers_of_their_formulas():
    first, sheet = numbers.sheet((2, 1, 0), "ba|"), numbers.sheet((1, 3, 1), "bab|")
    warm = numbers.sheet((1, 3, 1), "bab|", 2.0)
    cold = numbers.sheet((2, 1, 0), "ba|", 0.5)
    b, a, p, total = sheet["cost b"], sheet["cost a"], sheet["p b"], sheet["in all"]
    e1, e3 = sheet["weight a"], sheet["weight b"]
    expected = {
        "p_b": (p, [first["p b"], 3 / 5, e3 / (e3 + e1), sheet["p a"], b]),
        "cost_of_a": (
            a,
            [first["cost a"], sheet["p a"], -a, a / math.log(2), a / math.log(10), b],
        ),
        "cost_in_all": (total, [first["in all"], total - a, total / 4, total - b]),
        "wavers": (
            sheet["perplexity"],
            [
                first["perplexity"],
                total / 4,
                math.exp(total / 3),
                math.exp(total),
                2 ** (total / 4),
            ],
        ),
        "p_b_warm": (
            warm["p b"],
            [cold["p a"], numbers.sheet((2, 6, 2), "b")["p b"], p / 2, p, math.sqrt(p)],
        ),
    }
    for name, (answer, slips) in expected.items():
        question = QUESTIONS[name]
        assert abs(question.answer - answer) < 6e-5, name
        given = sorted(value for value, _ in question.slips)
        assert np.allclose(given, sorted(slips), atol=2e-4), (name, given, sorted(slips))


def test_the_other_numbers_that_are_asked_for():
    of = numbers.lesson()
    V = len(of["letters"])
    zero = {
        "Wax": np.zeros((2, V)),
        "Waa": np.zeros((2, 2)),
        "Wya": np.zeros((V, 2)),
        "ba": np.zeros((2, 1)),
        "by": np.zeros((V, 1)),
    }
    assert of["tested"](zero, of["held_out"]) == pytest.approx(QUESTIONS["knows_nothing"].answer)
    assert np.sum(of["batch"](["tom", "al"])[1] >= 0) == QUESTIONS["targets_that_count"].answer
    w, g = {"w": np.zeros(1)}, {"dw": np.full(1, 0.001)}
    moved, _ = of["adam_update"](w, g, of["initialize_adam"](w), 0.01)
    assert -moved["w"][0] == pytest.approx(QUESTIONS["first_move"].answer, rel=1e-4)
    assert 0.1 / math.sqrt(0.001) == pytest.approx(3.16, abs=0.005)
    assert 3 * math.log(5.1) == pytest.approx(4.89, abs=0.005)
    assert math.log(48) == pytest.approx(3.87, abs=0.005)
    assert math.log(np.finfo(float).max) == pytest.approx(709.78, abs=0.005)


def test_the_witness_catches_the_short_way_where_a_token_comes_twice():
    of = numbers.lesson()
    assert of["witness"]() < 1e-9
    for tokens, caught in (([[4, 2, 0]], False), ([[4, 2, 4]], True)):
        dout = np.arange(1.0, 7.0).reshape(2, 1, 3)
        short = np.zeros((2, 5))
        short[:, np.array(tokens)] += dout
        right = of["embedding_backward"](dout, np.array(tokens), 5)
        assert np.allclose(short, right) != caught


def test_a_product_grows_with_the_vocabulary_and_a_look_up_does_not():
    of = numbers.lesson()
    assert of["times_faster"](10_000) > 20 * of["times_faster"](20)


def test_the_rivals_and_the_untrained_network():
    rivals = numbers.rivals()
    assert rivals["who knows nothing"] == 19
    assert f"{rivals['the letter before']:.2f}" == "7.72"
    assert f"{rivals['who knows the rules']:.2f}" == "4.56"
    says("who sees the letter before (7.72)", "who knows the rules (4.56)")


def test_at_temperature_zero_there_is_one_name():
    of = numbers.lesson()
    net = of["start"](0)[1]
    assert len(set(of["write"](net, 5, 0.0))) == 1
    assert 1 - 2 / 2**3 == 0.75  # three vowels of one kind, if a coin chose each
    says("at 0 expect one single name, 200 times")


@pytest.fixture(scope="module")
def trained():
    return numbers.training.kept()


def between(values, low, high):
    assert low <= min(values), values
    assert max(values) <= high, values


def test_the_network_is_far_better_than_the_letter_before(trained):
    between(trained["held out"], 4.725, 4.865)
    between(trained["without memory"], 7.725, 7.825)
    between(trained["one syllable more"], 12.75, 20.5)
    assert f"{trained['one syllable more, the letter before'][0]:.2f}" == "7.97"
    assert sum(trained["clipped"]) == 2
    says(
        "it ends between 4.73 and 4.86",
        "Clipping acted in 2 of 6,000 updates",
        "7.73 to 7.82 in twelve seeds",
        "12.8 to 20.5",
        "the letter before pays 7.97",
    )


def test_it_is_surest_at_the_end(trained):
    between(trained["cost of the end"], 0.0, 0.03)
    between(trained["cost of the last letter"], math.log(2), 0.855)
    between(trained["cost of the first letter"], math.log(8), 2.13)
    between(trained["cost of later vowels"], 1.0, 1.25)
    between(trained["without memory, cost of the last letter"], 1.9, 2.1)


def test_a_cold_network_obeys_and_is_no_better(trained):
    for heat, low, high in ((0.25, 0.895, 1.0), (1.0, 0.745, 0.88), (2.0, 0.2, 0.33)):
        between(trained[f"{heat}: obey"], low, high)
    at = np.array([trained[f"{heat}: perplexity"] for heat in numbers.WARMTH])
    assert set(np.argmin(at, axis=0)) == {2}
    between(at[0], 7.75, 9.75)
    assert min(at[0]) > 7.72
    between(trained["names right of 100"], 72, 94)
    between(trained["2.0: behind l, not divided"], 0.0, 0.02)
    between(trained["2.0: behind l, right"], 0.49, 0.54)
    says(
        "At 2 fewer than 2 in 100 of the letters that it writes stand behind l",
        "90 to 100 % at 0.25, 75 to 88 % at 1, 20 to 33 % at 2 (200 names, twelve seeds)",
        "the perplexity is lowest at 1 in all twelve",
        "Of the 100 names of the puzzle 72 to 94 obey",
        "if a coin chose the kind of each vowel it would be three quarters",
        "7.8 to 9.7: worse than who sees the letter before",
    )


def test_a_parrot_has_a_low_loss_and_copies(trained):
    between(trained["parrot, own list"], 1.635, 1.745)
    between(trained["parrot, held out"], 118.5, 278.5)
    between(trained["parrot, copies of 100"], 46, 66)
    between(trained["copies of 100"], 0, 1)
    between(trained["on its own names"], 4.635, 4.745)
    says(
        "on its own thousand names it has 4.64 to 4.74", "The writer has 4.6 to 4.7 on its own list"
    )
    says("1.64 to 1.74", "46 to 66 of its 100 names are copies", "119 to 278", "0 or 1 copies")


def test_what_goes_along_is_not_always_what_causes(trained):
    best = sorted(trained["R2 of the keeper"])
    between(best[6:], 0.725, 0.965)
    between(best[:6], 0.205, 0.625)
    whole = np.array([trained["mixed without the keeper"], trained["mixed without another, most"]])
    between(whole.max(axis=0), 0.345, 0.745)
    between(trained["mixed"], 0.006, 0.034)
    assert sum(place == 1 for place in trained["keeper's place when silenced"]) == 5
    says(
        "In six seeds of twelve the kind explains 0.73 to 0.96 of the best unit, in the others "
        "0.21 to 0.62",
        "With all units 1 to 3 % of the names are mixed",
        "a unit without which 35 to 74 % are mixed",
        "in seven of the twelve it is **not** the unit with the largest $R^2$",
    )


def test_adam_forgives_a_factor_of_ten():
    found, before = numbers.rates.kept(), numbers.rivals()["the letter before"]
    works = {name: sum(value < before for value in values) for name, values in found.items()}
    assert {name: n for name, n in works.items() if n} == {
        "Adam, 0.01": 6,
        "Adam, 0.03": 6,
        "Adam, 0.1": 6,
        "Adam, 0.3": 4,
        "plain, 0.3": 1,
        "plain, 1.0": 6,
        "plain, 3.0": 6,
    }
    between(found["plain, 0.01"], 18.15, 18.85)
    assert min(found["Adam, 3.0"]) > 1e12
    says(
        "at the rates 1 and 3 in six seeds of six, at 0.3 in one, and at 5 in none",
        "18.2 to 18.8",
        "in four.",
    )
