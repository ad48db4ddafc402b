"""What the ways say of speed and memory is what is measured."""

from __future__ import annotations

import pytest

from benchmarks.ways import CLAIMS, Cost, claims, contradicted
from graders.ways import Way


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
