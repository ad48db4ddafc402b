"""The data that lessons read, and what is said where they are missing."""

from __future__ import annotations

import re

import pytest

from graders import data
from graders.grading.isolation.places import places
from graders.paths import DATASETS, PACKAGE


def test_a_text_comes_whole() -> None:
    log = data.text("grayling", "log")
    assert log.startswith("The lighthouse on Grayling Rock has one keeper")
    assert log.endswith("looking at it.\n")


def test_a_missing_text_is_told_in_one_sentence_with_those_that_there_are() -> None:
    with pytest.raises(FileNotFoundError) as raised:
        data.text("grayling", "lgo")
    assert str(raised.value) == (
        "The data set 'grayling' has no text 'lgo'. It has garden, hafen, later, log. Data sets "
        "come with the workbook; installing it again brings them back."
    )
    with pytest.raises(FileNotFoundError, match="has no such set"):
        data.text("graylin", "log")


@pytest.mark.parametrize("name", ["", "..", "../grayling", "a/b", "log.txt", "a\\b"])
def test_a_name_leads_nowhere_else(name: str) -> None:
    with pytest.raises(FileNotFoundError, match=re.escape(f"{name!r} is no name")):
        data.text("grayling", name)
    with pytest.raises(FileNotFoundError, match=re.escape(f"{name!r} is no name")):
        data.text(name, "log")


def test_a_submission_may_read_the_texts_and_what_reads_them() -> None:
    seen = places().files
    assert str((DATASETS / "grayling").resolve()) in seen
    assert str((PACKAGE / "data.py").resolve()) in seen
