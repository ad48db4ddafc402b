"""What the ways say of speed and memory is what is measured."""

from __future__ import annotations

import pytest

from benchmarks.ways import CLAIMS, Cost, claims, contradicted, costs
from graders.lessons import names
from graders.ways import Way


@pytest.mark.slow
@pytest.mark.parametrize("lesson", names())
def test_what_a_way_says_of_speed_and_memory_is_measured(lesson):
    found = list(costs(lesson))
    assert [(one, contradicted(one)) for one in found if contradicted(one)] == []


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("Much slower: a loop.", ["much slower", "slower"]),
        ("Plain. Slower and more memory.", ["slower", "more memory"]),
        ("Faster, and less memory.", ["faster", "less memory"]),
        ("Longer to read.", []),
    ],
)
def test_words_that_claim_something_are_found(says, words):
    assert claims(says) == words


def test_a_claim_that_is_not_borne_out_is_found():
    def cost(says, time, memory):
        return Cost("f", Way("one", says, ""), time, memory)

    assert contradicted(cost("Slower.", 1.0, 1.0)) == ["slower"]
    assert contradicted(cost("Faster, more memory.", 0.5, 1.0)) == ["more memory"]
    assert contradicted(cost("Much slower.", 10.0, 1.0)) == []
    assert set(CLAIMS) == {"much slower", "slower", "faster", "more memory", "less memory"}
