import json

import numpy as np
import pytest

from graders.judging.coded import decode, encode
from graders.judging.described import describe
from graders.judging.plain import Opaque, plain
from graders.judging.trees import leaves, rounded


class AlwaysEqual(float):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None


def endless():
    while True:
        yield 1


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (endless(), "a generator"),
        (AlwaysEqual(1.0), "an object of type AlwaysEqual"),
        (
            np.array([None, 1], dtype=object),
            "an array of dtype object, which holds no real numbers",
        ),
        (np.array([1j]), "an array of dtype complex128, which holds no real numbers"),
        (np.ma.masked_array([1.0], mask=[True]), "a masked array"),
        (10**30, "an integer with more than 64 bits"),
        ({1.5: 2.0}, "a dict whose keys are not all strings or integers"),
        (print, "an object of type builtin_function_or_method"),
        (np.zeros(2_000_000), "an array of 2,000,000 numbers, far more than expected"),
    ],
)
def test_what_is_not_plain_data_is_only_named(value, kind):
    assert plain(value) == Opaque(kind)


def test_a_deep_nest_ends():
    nest = []
    for _ in range(100):
        nest = [nest]
    tree = plain(nest)
    for _ in range(12):
        tree = tree[0]
    assert tree == Opaque("a nest of more than this check can read")


def test_what_comes_after_something_too_large_is_taken_over_all_the_same():
    large, small = plain((np.zeros(2_000_000), np.ones(3)))
    assert large == Opaque("an array of 2,000,000 numbers, far more than expected")
    assert small.tolist() == [1.0, 1.0, 1.0]


def test_json_keeps_every_bit_and_the_difference_between_list_and_tuple():
    rng = np.random.default_rng(0)
    value = {
        "a": rng.standard_normal((3, 2)),
        "b": (np.float32(0.1), [True, None, "x", -0.0]),
        "c": np.array([np.nan, np.inf]),
    }
    tree = decode(json.loads(json.dumps(encode(plain(value)))))
    assert np.array_equal(tree["a"], value["a"])
    assert type(tree["b"]) is tuple
    assert type(tree["b"][1]) is list
    assert tree["b"][0].dtype == np.float32
    assert np.isnan(tree["c"][0])
    assert np.isinf(tree["c"][1])


@pytest.mark.parametrize("data", [{"opaque": 3}, {"array": "x"}, {"dict": {}}, [1, 2]])
def test_json_that_encode_never_writes_is_refused(data):
    with pytest.raises(ValueError, match="no plain data"):
        decode(data)


def test_paths_read_like_python():
    tree = ([({"ba": 1.0}, 2.0)], 3.0)
    assert [path for path, _ in leaves(tree, "caches")] == [
        "caches[0][0][0]['ba']",
        "caches[0][0][1]",
        "caches[1]",
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (np.zeros((5, 3)), "an array of shape (5, 3)"),
        ((1, 2, 3), "a tuple of 3"),
        ({}, "a dict of 0"),
        (None, "None"),
        (True, "the truth value True"),
        (0.25, "the number 0.25"),
    ],
)
def test_values_are_described_in_words(value, words):
    assert describe(plain(value)) == words


def test_rounding_keeps_so_many_digits_of_the_largest_and_drops_noise():
    got = rounded({"a": np.array([12.3456789, 0.0123456, -1e-17, np.nan]), "b": 0.98768}, 4)
    assert got["a"].tolist()[:3] == [12.35, 0.01, 0.0]
    assert np.isnan(got["a"][3])
    assert got["b"] == 0.9877
