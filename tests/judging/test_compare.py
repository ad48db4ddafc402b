import numpy as np
import pytest

from graders.exercise import ListOf, TupleOf
from graders.judging.compare import Kind, difference
from graders.judging.nearness import EXACT, SINGLE, alike
from graders.judging.plain import Opaque

WANT = np.arange(15.0).reshape(5, 3) + 1


def found(got, want=WANT, spec="n_a m", limits=EXACT):
    return difference(got, want, spec, "a_next", limits)


def test_equal_values_differ_in_nothing():
    assert found(WANT.copy()) is None
    assert found(WANT * (1 + 1e-8)) is None


def test_a_wrong_shape_is_told_with_its_axes():
    wrong = found(WANT.T)
    assert wrong.kind is Kind.SHAPE
    assert wrong.returned == "a_next has shape (3, 5)."
    assert wrong.expected == "Expected shape (n_a=5, m=3)."
    assert wrong.usually == (
        "The axes are in another order: look for a transpose too many or too few."
    )


@pytest.mark.parametrize(
    ("got", "usually"),
    [
        (WANT[:, :, None], "An axis of length 1 is missing or extra: keepdims=True in a sum keeps "
         "it, reshape(-1, 1) brings it back."),
        (WANT.sum(axis=1), "The axis m is missing: something was summed over it, or overwritten."),
        (WANT[:2], "Write the shape under every term of the formula and find where they part."),
        (np.zeros((5, 3, 2)), "There is one axis too many: a sum or an index is missing."),
    ],
)  # fmt: skip
def test_a_wrong_shape_comes_with_advice(got, usually):
    assert found(got).usually == usually


def test_a_wrong_value_is_told_with_its_place():
    got = WANT.copy()
    got[2, 1] = 0
    wrong = found(got)
    assert wrong.returned == "1 of 15 values of a_next are wrong; the first is a_next[2, 1] = 0."
    assert wrong.expected == "Expected 8 there."


def test_broadcasting_never_helps():
    assert found(np.float64(1.0), np.ones((2, 2))).kind is Kind.SHAPE
    assert found(np.ones((1, 2)), np.ones((2, 2))).kind is Kind.SHAPE


@pytest.mark.parametrize(
    ("got", "kind", "says"),
    [
        (None, Kind.TYPE, "a_next is None."),
        ([1.0, 2.0], Kind.TYPE, "a_next is a list of 2."),
        (Opaque("a TensorFlow tensor"), Kind.TYPE, "a_next is a TensorFlow tensor."),
        (WANT > 3, Kind.DTYPE, "a_next is an array of truth values."),
        (np.full((5, 3), np.nan), Kind.FINITE, "a_next contains NaN."),
        (np.full((5, 3), np.inf), Kind.FINITE, "a_next contains infinite values."),
    ],
)
def test_what_is_wrong_is_told_in_the_judging_order(got, kind, says):
    wrong = found(got)
    assert wrong.kind is kind
    assert wrong.returned == says


def test_one_nan_among_right_values_is_found():
    got = WANT.copy()
    got[0, 0] = np.nan
    assert found(got).kind is Kind.FINITE


def test_a_number_may_be_any_real_number_but_no_array():
    assert difference(2.0, 2.0, "", "loss", EXACT) is None
    assert difference(np.asarray(2.0), 2.0, "", "loss", EXACT) is None
    assert difference(2, 2.0, "", "loss", EXACT) is None
    wrong = difference(np.array([2.0]), 2.0, "", "loss", EXACT)
    assert wrong.expected == "Expected a single number."
    assert wrong.usually == "The sum must run over every axis, so that one number remains."


def test_nested_values_are_named_by_path_and_meaning():
    spec = TupleOf(cells=ListOf(TupleOf(a="n_a m", p={"ba": "n_a 1"}), "T_x"), x="n_x m")
    want = ([(WANT, {"ba": np.ones((5, 1))})], WANT)
    got = ([(WANT, {"ba": np.ones(5)})], WANT)
    wrong = difference(got, want, spec, "caches", EXACT)
    assert wrong.path == "caches[0] (cells)[0][1] (p)['ba']"
    assert wrong.expected == "Expected shape (n_a=5, 1)."
    short = difference(([], WANT), want, spec, "caches", EXACT)
    assert short.returned == "caches[0] (cells) is a list of 0."
    assert short.expected == "Expected a list of 1, of length T_x."


def test_a_missing_key_is_named():
    wrong = difference({"dWax": WANT}, {"dWax": WANT, "dba": WANT}, {}, "gradients", EXACT)
    assert wrong.returned == "gradients has no key 'dba'; it has 'dWax'."


def test_lists_and_tuples_may_stand_for_each_other():
    assert difference([WANT, WANT], (WANT, WANT), TupleOf(a="", b=""), "cache", EXACT) is None


def test_float32_is_held_to_its_own_precision():
    rough = WANT * (1 + 3e-5)
    assert found(rough, limits=SINGLE) is None
    assert found(rough, limits=EXACT) is not None


def test_a_small_error_in_an_array_of_zeros_is_seen():
    got = np.zeros((5, 3))
    got[1, 1] = 1e-6
    assert found(got, np.zeros((5, 3))).kind is Kind.VALUES


def test_trees_are_alike_only_with_the_same_structure():
    assert alike({"a": WANT}, {"a": WANT + 1e-12}, EXACT)
    assert not alike({"a": WANT}, {"b": WANT}, EXACT)
    assert not alike((WANT,), (WANT, WANT), EXACT)
    assert not alike(None, WANT, EXACT)
    assert alike(Opaque("a set"), Opaque("a set"), EXACT)
