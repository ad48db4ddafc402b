"""Counts of draws: how often a right function fails, and how often a wrong one is caught."""

from __future__ import annotations

from itertools import product
from math import lgamma, log

import numpy as np
import pytest

from graders.judging import Outcome, frozen_table, judge, observe
from graders.judging.chances import (
    LEVEL,
    critical,
    divergence,
    draws_for,
    temperatures,
    tempered,
)
from graders.judging.counted import judged, missed, wrong_form
from graders.judging.nearness import EXACT, alike
from graders.probes.sampling import COUNTS, category, counted

RUNS = 2_000


def peaked(size: int) -> np.ndarray:
    """Return probabilities that depend much on the temperature."""
    logits = np.full(size, -np.log(size) - 1.5) + 0.2 * np.cos(np.arange(size))
    logits[size // 2] = 0.0
    weights = np.exp(logits)
    return weights / weights.sum()


PS = [peaked(size) for size in (11, 29, 7, 13)]


def expected(p: np.ndarray) -> dict:
    rivals = temperatures(p)
    return {
        "probabilities": p,
        "draws": draws_for(p, list(rivals.values()), len(PS)),
        "rivals": rivals,
    }


CHANCES = [expected(p) for p in PS]


def drawn(rng: np.random.Generator, change) -> list[dict]:
    rows = [rng.multinomial(c["draws"], change(c["probabilities"])) for c in CHANCES]
    return [{COUNTS: np.append(row, 0)} for row in rows]


def caught(change, runs: int, seed: int = 0) -> int:
    rng = np.random.default_rng(seed)
    return sum(judged(drawn(rng, change), CHANCES) is not None for _ in range(runs))


def said(change) -> str:
    wrong = judged(drawn(np.random.default_rng(1), change), CHANCES)
    assert wrong is not None
    return wrong.usually


def without(at: int):
    def change(p):
        q = p.copy()
        q[at] = 0.0
        return q / q.sum()

    return change


def test_draws_that_never_differ_are_told_from_the_most_probable():
    never, largest = (lambda p: np.eye(len(p))[0]), (lambda p: np.eye(len(p))[np.argmax(p)])
    assert "a seed of its own" in said(never)
    assert said(largest).startswith("Always the most probable")


def test_counts_may_differ_by_chance_where_values_beside_them_are_judged_exactly():
    p = PS[0]
    rows = np.random.default_rng(5).multinomial(2_000, p, size=2)
    assert not np.array_equal(*rows)
    one, other = ({"drawn": {COUNTS: np.append(row, 0)}, "form": "a list"} for row in rows)
    assert alike(one, other, EXACT)
    assert not alike(one, {**other, "form": "a tuple"}, EXACT)


def test_no_right_function_fails_in_2000_gradings():
    assert caught(lambda p: p, RUNS) == 0


def test_no_uniform_matrices_fail_in_2000_gradings_of_two_parts():
    rng = np.random.default_rng(8)
    equal = {"probabilities": np.full(24, 1 / 24), "draws": 1_500, "rivals": {}}
    for _ in range(2 * RUNS):
        rows = rng.multinomial(1_500, equal["probabilities"], size=3)
        values = [{COUNTS: np.append(row, 0)} for row in rows]
        assert judged(values, [equal] * 3, parts=2) is None


def test_the_level_leaves_room_for_ten_exercises_in_a_lesson():
    assert 10 * LEVEL <= 1e-4


@pytest.mark.parametrize("factor", [1.1, 1 / 1.1])
def test_a_temperature_that_is_ten_percent_off_is_caught_in_99_of_100_gradings(factor):
    assert caught(lambda p: tempered(p, factor), 500, seed=4) >= 495


@pytest.mark.parametrize("factor", [1.5, 1 / 1.5])
def test_for_keras_fewer_draws_catch_a_temperature_that_is_off_by_half(factor):
    few = []
    for p in PS:
        rivals = temperatures(p, 1.5)
        draws = draws_for(p, list(rivals.values()), len(PS))
        few.append({"probabilities": p, "draws": draws, "rivals": rivals})
    assert sum(c["draws"] for c in few) < sum(c["draws"] for c in CHANCES) / 10
    rng, found = np.random.default_rng(3), 0
    for _ in range(300):
        rows = [rng.multinomial(c["draws"], tempered(c["probabilities"], factor)) for c in few]
        found += judged([{COUNTS: np.append(row, 0)} for row in rows], few) is not None
    assert found >= 297


@pytest.mark.parametrize("size", [2, 5])
def test_the_divergence_is_exceeded_less_often_than_its_level_also_for_few_draws(size):
    rng = np.random.default_rng(2)
    p = np.full(size, 0.05 / (size - 1))
    p[0] = 0.95
    for draws in (5, 50, 500):
        rows = rng.multinomial(draws, p, size=20_000)
        far = np.array([divergence(row, p) for row in rows])
        assert np.mean(far > critical(size - 1, 1e-2)) <= 1e-2


@pytest.mark.parametrize("p", [(0.5, 0.5), (0.99, 0.01), (0.6, 0.3, 0.1), (0.98, 0.01, 0.01)])
def test_the_bound_on_the_divergence_holds_when_all_outcomes_are_added_up(p):
    k = len(p)
    for n in (1, 5, 30):
        rows = [row for row in product(range(n + 1), repeat=k) if sum(row) == n]
        logs = [
            lgamma(n + 1) + sum(x * log(q) - lgamma(x + 1) for x, q in zip(row, p, strict=True))
            for row in rows
        ]
        far = np.array([divergence(np.array(row), np.array(p)) for row in rows])
        for rate in (0.1, 0.5, 0.9):
            assert np.sum(np.exp(logs + rate * far)) <= (1 - rate) ** (1 - k)


def test_too_few_draws_for_a_rival_are_noticed():
    assert missed(CHANCES) == []
    few = [{**c, "draws": c["draws"] // 3} for c in CHANCES]
    assert missed(few) == [*temperatures(PS[0])]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda p: tempered(p, 0.5),
            "The draws are too peaked, as they are at a temperature that is too low: the logits "
            "are divided by the temperature once, before the softmax.",
        ),
        (
            lambda p: tempered(p, 1.3),
            "The draws are too even, as they are at a temperature that is too high: the logits "
            "are divided by the temperature once, before the softmax.",
        ),
        (
            lambda p: np.full(len(p), 1 / len(p)),
            "All are drawn equally often: the probabilities are not used in the draw.",
        ),
        (
            lambda p: np.eye(len(p))[np.argmax(p)],
            "Always the most probable one was taken: draw with the probabilities instead.",
        ),
        (
            lambda p: np.roll(p, 1),
            "Each draw is the category one above the right one: indices begin with 0.",
        ),
        (
            lambda p: np.roll(p, -1),
            "Each draw is the category one below the right one: indices begin with 0.",
        ),
        (
            without(-1),
            "The last category is never drawn: the range of indices is one too short.",
        ),
        (
            without(0),
            "The first category is never drawn: the range of indices is one too short.",
        ),
        (lambda p: np.arange(1, len(p) + 1) / sum(range(len(p) + 1)), ""),
    ],
)
def test_wrong_shares_say_what_they_look_like(change, sentence):
    assert said(change) == sentence


def form(counts, p=(0.5, 0.5, 0.0), draws=10) -> str:
    wrong = wrong_form(counts, {"probabilities": np.array(p), "draws": draws}, "counts")
    return "" if wrong is None else f"{wrong.returned} {wrong.expected} {wrong.usually}"


def test_an_impossible_category_is_wrong_once_it_is_drawn():
    assert form({COUNTS: np.array([5, 5, 0, 0])}) == ""
    assert form({COUNTS: np.array([5, 4, 1, 0])}) == (
        "A category that has probability 0 was drawn. Expected that it never is. What is to be "
        "left out must get probability 0 before the draw, not after it."
    )


def test_what_is_no_category_is_wrong():
    assert form({COUNTS: np.array([5, 4, 0, 1])}) == (
        "Some of what was drawn is no category. Expected an integer from 0 to 2 in each draw. "
        "Return the index that was drawn as an int; the last one is the number less one."
    )


@pytest.mark.parametrize(
    "forged",
    [
        None,
        {COUNTS: [5, 5, 0, 0]},
        {COUNTS: np.array([5.0, 5.0, 0.0, 0.0])},
        {COUNTS: np.array([15, -5, 0, 0])},
        {COUNTS: np.array([2**62, 2**62, 2**62, 2**62])},
        {COUNTS: np.array([50, 50, 0, 0])},
        {COUNTS: np.array([5, 5])},
        {COUNTS: np.array([5, 5, 0, 0]), "more": 1},
    ],
)
def test_what_is_no_count_of_as_many_draws_is_not_judged(forged):
    assert form(forged).startswith("counts are no counts of 10 draws.")


@pytest.mark.parametrize("odd", [-1, 3, 1.0, True, "0", None, np.array([0]), np.array(1.0), [0]])
def test_a_draw_that_is_no_index_is_counted_apart(odd):
    assert category(odd, 3) == 3
    assert counted(lambda: odd, 4, 3)[COUNTS].tolist() == [0, 0, 0, 4]


@pytest.mark.parametrize("index", [2, np.int64(2), np.uint8(2), np.array(2)])
def test_any_integer_is_an_index(index):
    assert category(index, 3) == 2


JUNK = {
    "nothing": lambda rng, n: None,
    "a text": lambda rng, n: "x",
    "zeros": lambda rng, n: np.zeros((n, n)),
    "always the same": lambda rng, n: np.eye(n),
    "normal numbers": lambda rng, n: rng.normal(size=(n, n)),
}


@pytest.mark.parametrize("what", JUNK)
def test_what_is_no_orthogonal_matrix_earns_nothing(what):
    table = frozen_table("orthogonal")
    verdict = judge(table, observe(JUNK[what], table.cases))
    assert verdict.outcome is Outcome.FAILED
    assert verdict.points == 0
    assert [part.name for part in verdict.parts if part.points] == []
