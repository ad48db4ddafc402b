"""Patches that recur are made from the reference's own source, at one place."""

from __future__ import annotations

import ast
import pickle

import pytest

from graders.exercise import Mistake
from graders.lessons.reference import PatchError, reference
from graders.mistakes import (
    RELU,
    SIGMOID,
    MisfitError,
    Patch,
    along,
    exchanged,
    instead,
    missing,
    taken,
    transposed,
    without,
)

CELL = '''\
def cell(x, a_prev, p):
    """Add Waa @ a_prev, p["ba"] and é: np.tanh(é)."""
    é = np.sum(x, axis=0) + 1  # é counts two bytes
    a = np.tanh(Wax @ x + Waa @ a_prev + p["ba"] - é)
    y = 2 * softmax(Wya @ a) + np.concatenate([a_prev, x], axis=0)
    return a, y, (x, a_prev, a)
'''


@pytest.mark.parametrize(
    ("patch", "old", "new"),
    [
        (missing("p['ba']"), ' + p["ba"]', ""),
        (missing("é"), " - é)", ")"),
        (missing("Waa @ a_prev"), " + Waa @ a_prev +", " +"),
        (missing("Wax @ x"), "Wax @ x + Waa", "Waa"),
        (transposed("Waa"), "(Wax @ x + Waa @ a_prev", "(Wax @ x + Waa.T @ a_prev"),
        (without("np.tanh"), 'np.tanh(Wax @ x + Waa @ a_prev + p["ba"] - é)\n',
         'Wax @ x + Waa @ a_prev + p["ba"] - é\n'),
        (without("softmax"), "2 * softmax(Wya @ a)", "2 * (Wya @ a)"),
        (instead("softmax", SIGMOID), "softmax(Wya @ a)", "(1 / (1 + np.exp(-(Wya @ a))))"),
        (instead("softmax", RELU), "softmax(Wya @ a)", "(np.maximum(0, Wya @ a))"),
        (exchanged("a", "y"), "return a, y,", "return y, a,"),
        (exchanged("a", "x"), "(x, a_prev, a)", "(a, a_prev, x)"),
        (taken("a_prev", for_="a", into="y"), "Wya @ a)", "Wya @ a_prev)"),
        (along("np.concatenate", 1), "x], axis=0", "x], axis=1"),
        (along("np.sum", 1), "np.sum(x, axis=0", "np.sum(x, axis=1"),
    ],
)  # fmt: skip
def test_a_patch_changes_its_place_and_no_other(patch: Patch, old: str, new: str) -> None:
    assert CELL.count(old) == 1
    assert patch(CELL) == CELL.replace(old, new)
    ast.parse(patch(CELL))


def test_a_patch_can_be_sent_to_a_worker() -> None:
    assert pickle.loads(pickle.dumps(missing("é")))(CELL) == missing("é")(CELL)


@pytest.mark.parametrize(
    ("patch", "said"),
    [
        (missing("by"), "a sum with the term by stands 0 times in the body, expected once"),
        (transposed("Way"), "a product with the matrix Way stands 0 times in the body, expected "
         "once"),
        (without("np.log"), "a call of np.log stands 0 times in the body, expected once"),
        (exchanged("a_prev", "x"), "a tuple or list with a_prev and x stands 2 times in the body, "
         "expected once"),
        (taken("x", for_="a", into="z"), "a line that gives z its value stands 0 times in the "
         "body, expected once"),
        (taken("x", for_="b", into="y"), "the name b in the line of y stands 0 times in the body, "
         "expected once"),
        (along("np.tanh", 1), "a call of np.tanh with an axis stands 0 times in the body, expected "
         "once"),
    ],
)  # fmt: skip
def test_a_patch_that_does_not_fit_says_what_it_looked_for(patch: Patch, said: str) -> None:
    with pytest.raises(MisfitError) as caught:
        patch(CELL)
    assert str(caught.value) == said


def test_a_call_without_an_argument_has_nothing_to_keep() -> None:
    with pytest.raises(MisfitError, match="f is called without an argument"):
        without("f")("def g():\n    return f()\n")


def test_a_misfit_is_the_lessons_own_fault_and_names_the_mistake() -> None:
    wrong = Mistake("by_missing", "The bias by is missing.", swap=missing("by"))
    with pytest.raises(PatchError) as caught:
        reference("02_vanilla_rnn").with_mistake("clip", wrong)
    assert str(caught.value) == (
        "clip: a sum with the term by stands 0 times in the body, expected once. Mend the swap of "
        "by_missing."
    )
