"""What lists of names have in common over the cases."""

from __future__ import annotations

import pytest

from graders.judging.members import members

WANT = [[], ["a"], ["a", "b"], ["b", "c"]]


@pytest.mark.parametrize(
    ("got", "says"),
    [
        ([[], [], [], []], "The list is empty in every case: nothing is ever put into it."),
        (
            [["c"], ["a", "c"], ["a", "b", "c"], ["b", "c"]],
            "'c' stands in the list in every case, also where nothing should: look at what decides "
            "that, with numbers where it should not.",
        ),
        (
            [[], ["a"], ["a"], ["a"]],
            "'b' and 'c' never stand in the list, in no case: is it ever looked at, and what "
            "decides about it?",
        ),
        (
            [[], ["a"], ["b"], ["c"]],
            "At most one entry came back in each case, and 2 cases expect more: the loop ends at "
            "the first, as where return stands inside it.",
        ),
        (
            [["x"], ["a"], ["a", "b"], ["b", "c"]],
            "The list is right in all cases but “none”: look at what is particular there.",
        ),
        (
            [["a", "b", "c"], ["b", "c"], ["c"], ["a"]],
            "No name that is expected came back in any case, and others did: what decides is the "
            "wrong way round, or the names are others.",
        ),
        (
            [0, 1, 2, 2],
            "A number stands where a list is asked for: make it before the loop, and append to it "
            "in every round.",
        ),
        (
            [None, ["a"], ["a", "b"], ["b", "c"]],
            "Something else stands where a list is asked for: make it before the loop, and append "
            "to it in every round.",
        ),
        ([[], ["a"], ["a", "b"], [1, 2]], ""),
        ([["x"], ["a", "x"], ["a", "b"], ["b", "c"]], ""),
    ],
)
def test_what_lists_of_names_tell(got, says):
    assert members(got, WANT, ["none", "one", "two", "two others"]) == says
