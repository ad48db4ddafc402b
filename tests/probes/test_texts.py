"""What the probe of texts counts and finds, and whether a call warns."""

from __future__ import annotations

import numpy as np
import pytest

from graders.probes.calls import quietly
from graders.probes.sampling import COUNTS
from graders.probes.texts import all_texts, written

LETTERS = {"a": 0, "\n": 1, "b": 2}
NET = {"by": np.zeros((3, 1))}


def alike(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    """Draw all letters alike; the newline never comes where its score is far down."""
    p = np.exp(parameters["by"][:, 0])
    text = []
    while len(text) < max_length and text[-1:] != [char_to_index["\n"]]:
        text.append(int(np.argmax(p)) if temperature == 0 else int(rng.choice(3, p=p / p.sum())))
    return text


def probed(function, temperature=1.0):
    rng = np.random.default_rng(0)
    return written(function, NET, LETTERS, rng, temperature, 2, 4, 200)


def test_every_text_is_listed_once_and_none_goes_on_after_its_end():
    assert all_texts(3, 1, 2) == [(0, 0), (0, 1), (0, 2), (1,), (2, 0), (2, 1), (2, 2)]
    assert all_texts(2, 0, 3) == [(0,), (1, 0), (1, 1, 0), (1, 1, 1)]


def test_a_writer_is_counted_by_first_letters_and_by_texts():
    found = probed(alike)
    assert found["form"] == "a list of integers"
    assert found["usable"]
    assert found["ends"]
    assert found["same_seed"]
    assert found["unending"] == 50
    assert found["long"] == []
    assert found["firsts"][COUNTS].sum() == found["texts"][COUNTS].sum() == 200
    assert found["texts"][COUNTS][-1] == 0
    assert found["texts"][COUNTS][3] == found["firsts"][COUNTS][1]  # the empty line


def test_where_nothing_is_left_to_chance_the_text_comes_back():
    assert probed(alike, temperature=0.0)["long"] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("wrap", "form"),
    [
        (lambda text: "ab", "a text"),
        (tuple, "a tuple"),
        (np.array, "an array"),
        (lambda text: None, "nothing"),
        (lambda text: {0: text}, "something else"),
        (lambda text: [str(i) for i in text], "a list of characters"),
        (lambda text: [float(i) for i in text], "a list of other things"),
    ],
)
def test_what_is_no_list_of_indices_is_named_and_counts_for_nothing(wrap, form):
    found = probed(lambda *given, **more: wrap(alike(*given, **more)))
    assert found["form"] == form
    assert not found["usable"]
    assert not found["ends"]
    assert not found["same_seed"]
    assert found["unending"] == -1
    assert found["texts"][COUNTS][-1] == 200


def test_a_text_that_goes_on_after_its_end_is_no_text():
    def deaf(parameters, char_to_index, rng, temperature=1.0, max_length=50):
        return [int(i) for i in rng.integers(3, size=max_length)]

    found = probed(deaf)
    assert found["usable"]
    assert not found["ends"]


def test_a_call_that_warns_is_heard():
    assert quietly(lambda x: np.exp(x), x=np.float64(1.0)) == {"value": np.e, "quiet": True}
    loud = quietly(lambda x: np.exp(x), x=np.float64(1000.0))
    assert loud == {"value": np.inf, "quiet": False}

    def told(x):
        with np.errstate(over="ignore"):
            return np.exp(x)

    assert quietly(told, x=np.float64(1000.0)) == {"value": np.inf, "quiet": True}
