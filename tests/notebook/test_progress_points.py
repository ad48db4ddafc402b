"""The points of questions on a learner's score card."""

from __future__ import annotations

from dataclasses import replace

import graders
from graders.course_points import POINTS_FILE
from graders.notebook import surface


def rows_of(card):
    """Return the lines of a score card's text by the name that stands in them."""
    words = [line.split() for line in card.to_text().splitlines() if len(line.split()) > 1]
    return {one[1]: " ".join(one[2:]) for one in words}


def test_the_score_card_counts_the_points_of_questions(course, monkeypatch):
    worth = dict(surface.frozen_questions())
    for name in ("sharing", "da1_total", "in_my_words"):
        worth[name] = replace(worth[name], points=2.0)
    monkeypatch.setattr(surface, "frozen_questions", lambda lesson=None: worth)
    graders.check(sharing="b")
    graders.check(sharing="a", in_my_words="It is the same weights.")
    graders.check(da1_total=0.48)
    graders.check(da1_total=7)
    card = graders.progress().card
    assert (card.earned, card.possible) == (2.0, 16.0)
    assert "2 of 16 points" in card.to_text()
    rows = rows_of(card)
    assert rows["sharing"] == "right at try 2, first answer b 2 / 2"
    assert rows["da1_total"] == "right at the first try, but not the latest answer 7 0 / 2"
    assert rows["in_my_words"] == "in your own words \N{EN DASH} / 2"
    assert rows["steps"] == "not answered yet"
    assert "2 / 2" in card.to_html()


def test_the_file_of_points_beside_the_notebook_counts_on_the_score_card(course, tmp_path):
    file = tmp_path / POINTS_FILE
    graders.check(sharing="a")
    assert graders.progress().card.possible == 10.0
    file.write_text("[00_sums]\nsharing = 3\n")
    card = graders.progress().card
    assert (card.earned, card.possible) == (3.0, 13.0)
    file.write_text("[00_sums]\nsharring = 3\n")
    card = graders.progress().card
    assert (card.earned, card.possible) == (0.0, 10.0)
    text = " ".join(card.to_text().split())
    assert "Did you mean sharing? Until then this card counts as the lesson proposes." in text
