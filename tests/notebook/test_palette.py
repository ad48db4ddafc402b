"""Lines stand out on light and dark pages, and the sign of a number is seen by everybody."""

from __future__ import annotations

import pytest
from seeing import DARK, LIGHT, SIGHT, contrast, difference

from graders.notebook.palette import COLOURS, NEGATIVE, POSITIVE


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("page", [LIGHT, DARK])
@pytest.mark.parametrize("colour", [*COLOURS.values(), NEGATIVE, POSITIVE])
def test_every_line_stands_out_on_light_and_dark_pages(colour: str, page: str):
    assert contrast(colour, page) >= 3


def test_no_one_colour_is_legible_as_text_on_both_pages():
    grey = [f"#{value:02x}{value:02x}{value:02x}" for value in range(256)]
    assert max(min(contrast(g, LIGHT), contrast(g, DARK)) for g in grey) < 4.5


@pytest.mark.parametrize("sight", SIGHT)
def test_the_colours_of_signs_differ_for_everybody(sight: str):
    assert difference(NEGATIVE, POSITIVE, sight) >= 30


def test_signs_have_colours_that_no_role_has():
    assert not {NEGATIVE, POSITIVE} & set(COLOURS.values())
