"""What learners hear of wrong code of lesson 03 is what the page says, and keeps its promises."""

from __future__ import annotations

import measuring
import measuring_03
import pytest

pytestmark = pytest.mark.lesson("03_gradients_through_time")


@pytest.fixture(scope="module")
def unseen() -> list:
    return measuring_03.rows("unseen")


def share(rows: list, kind: str) -> float:
    return len([row for row in rows if row.kind == kind]) / len(rows)


def test_of_the_half_that_was_only_measured_nearly_all_hear_what_is_wrong(unseen):
    assert len(unseen) >= 120
    assert not [row.title for row in unseen if row.kind == "accepted"]
    assert not [row.title for row in unseen if row.contradicted]
    assert share(unseen, "general") <= 0.03


def test_other_right_ways_are_right():
    assert {row.kind for row in measuring_03.rows("right")} == {"accepted"}


@pytest.mark.slow
@pytest.mark.parametrize("exercise", ["wrong_gradients", "relative_error"])
def test_no_wrong_code_passes_a_hidden_table(exercise):
    for name, title, source in measuring.variants(
        measuring_03.HERE / "unseen", measuring_03.LESSON
    ):
        if name == exercise:
            assert not measuring_03.passes_hidden(name, source), title


@pytest.mark.slow
def test_the_page_is_what_comes_out(unseen):
    learned = measuring_03.rows("learned")
    assert share(learned, "general") <= 0.03
    assert measuring_03.PAGE.read_text(encoding="utf-8") == measuring_03.page(learned, unseen)
