"""The README's table of lessons is what the contracts say."""

from __future__ import annotations

from pathlib import Path

import pytest

from graders import lessons
from graders.authoring.readme import PLAN, README, with_table, write_table


def test_the_table_is_fresh() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_table(text) == text
    assert set(lessons.names()) <= set(PLAN)


def test_a_table_that_is_not_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("Before.\n<!-- lessons -->\nold\n<!-- lessons -->\nAfter.\n", encoding="utf-8")
    assert write_table(path)
    assert not write_table(path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("Before.\n<!-- lessons -->\n| lesson | what you write | state |\n")
    assert "| **02_vanilla_rnn** | a vanilla RNN forward and backward" in text
    assert "| 07_keras_recurrent_layers | the same networks as Keras layers | planned |\n" in text
    assert text.endswith("<!-- lessons -->\nAfter.\n")


def test_in_another_house_it_stays_as_it_is(mini: str, tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("<!-- lessons -->\nold\n<!-- lessons -->\n", encoding="utf-8")
    assert not write_table(path)
    assert not write_table(tmp_path / "none.md")


def test_a_readme_without_its_place_is_told() -> None:
    with pytest.raises(ValueError, match="has no two lines <!-- lessons -->"):
        with_table("No table.")
