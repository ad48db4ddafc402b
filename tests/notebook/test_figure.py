"""The error map: what it shows, and when there is none."""

from __future__ import annotations

import math
from dataclasses import replace

from graders.notebook import figure


def test_cells_right_wrong_and_not_finite_are_drawn_differently(failed):
    drawing = figure.svg(figure.error_map(failed.location))
    assert drawing.count("<circle") == 2
    assert drawing.count("<rect") == 3
    assert drawing.count("<path") == 1
    assert drawing.count("stroke-width:1.5") == 1, "the first wrong value has a border"


def test_axes_say_what_goes_down_and_what_goes_across(failed):
    drawing = figure.svg(figure.error_map(failed.location))
    assert "time steps (T_x=3) \N{RIGHTWARDS ARROW}" in drawing
    assert "units (n_a=2) \N{RIGHTWARDS ARROW}" in drawing


def test_an_axis_of_unknown_meaning_keeps_its_name(failed):
    picture = figure.error_map(replace(failed.location, map_axes=("k", "m"), axes=""))
    assert (picture.down, picture.across) == ("k", "examples (m)")


def test_there_is_no_map_of_nothing_or_of_ragged_rows(failed):
    for rows in ((), ((),), ((1.0, 2.0), (1.0,))):
        assert figure.error_map(replace(failed.location, error_map=rows)) is None


def test_a_single_number_has_no_map(failed):
    assert figure.error_map(replace(failed.location, error_map=((0.5,),))) is None
    assert figure.error_map(replace(failed.location, error_map=((0.5, 0.0),))) is not None


def test_rounding_beside_a_real_error_counts_as_right(failed):
    picture = figure.error_map(replace(failed.location, error_map=((1e-16, 0.5),)))
    assert picture.rows == ((0.0, 1.0),)
    assert picture.wrong == 1


def test_a_map_without_any_finite_value_is_drawn(failed):
    for value in (None, math.nan, math.inf):
        picture = figure.error_map(replace(failed.location, error_map=((value, value),)))
        assert picture.wrong == 2
        assert figure.svg(picture).count("<path") == 2
        assert figure.text_map(picture)[1] == "xxxx"
        assert picture.description.endswith("2 of 2 cells are wrong, and none of these is finite.")


def test_a_map_in_words_names_the_largest_error_of_finite_values_alone(failed):
    def words(*rows):
        return figure.error_map(replace(failed.location, error_map=rows)).description

    assert words((0.5, 0.0)).endswith("1 of 2 cells are wrong, the largest error is 0.5.")
    assert words((0.5, None)).endswith(
        "2 of 2 cells are wrong, 1 of them not finite; of the others the largest error is 0.5."
    )


def test_the_largest_map_stays_within_the_card(failed):
    rows = tuple(tuple(float(i + j) for j in range(24)) for i in range(24))
    drawing = figure.svg(figure.error_map(replace(failed.location, error_map=rows)))
    width = float(drawing.split(' width="')[1].split('"')[0])
    assert 200 <= width <= 320
