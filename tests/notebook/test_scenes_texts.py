"""The diagrams of lesson 04: a network that writes, and texts in the colours of one unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import numpy as np
import pytest

from graders.notebook import scenes_texts as scenes
from graders.notebook.diagrams import Diagram
from graders.notebook.palette import COLOURS, NEGATIVE, POSITIVE

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = {"seen": ("tom al", [0.9, -0.5, 0.2, 0.0, -1.0, 0.4]), "warm": ("<&", [1.0, -1.0])}
SCENES: dict[str, Callable[[], Diagram]] = {
    "read": lambda: scenes.speaking("tom"),
    "written": lambda: scenes.speaking("tom", fed="itself"),
    "coloured": lambda: scenes.coloured(TEXTS, title="Unit 3"),
}


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_well_formed_and_lies_in_its_frame(name: str) -> None:
    picture = SCENES[name]()
    root = ElementTree.fromstring(picture.svg)
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    for rect in root.iter(f"{SVG}rect"):
        assert float(rect.get("x", "0")) >= 0
        assert float(rect.get("x", "0")) + float(rect.get("width", "0")) <= picture.width
        assert float(rect.get("y", "0")) + float(rect.get("height", "0")) <= picture.height


@pytest.mark.parametrize("name", SCENES)
def test_colours_are_those_of_the_palette_and_labels_stay_legible_on_a_phone(name: str) -> None:
    picture = SCENES[name]()
    known = {*COLOURS.values(), NEGATIVE, POSITIVE}
    assert set(re.findall(r"#[0-9a-f]{6}", picture.svg)) <= known
    least = re.search(r"min-width:(\d+)px", picture._repr_html_())
    smallest = min(float(v) for v in re.findall(r'font-size="([\d.]+)"', picture.svg))
    shown = float(least[1]) if least else min(374.0, picture.width)
    assert smallest * shown / picture.width >= 8.9


def test_signs_of_letters_differ_in_more_than_their_colour() -> None:
    picture = scenes.coloured({"one": ("ab", [0.9, -0.9])})
    lines = re.findall(r'<line x1="[^"]*" y1="([^"]*)" x2="[^"]*" y2="([^"]*)"', picture.svg)
    (above, _), (below, _) = lines
    assert float(above) < float(below)


def test_the_words_name_the_letters_above_zero() -> None:
    assert scenes.coloured(TEXTS).description == (
        "seen: tom above zero at t, m; al above zero at l. warm: <& above zero at <."
    )


def test_every_letter_needs_a_number() -> None:
    with pytest.raises(ValueError, match="'seen' has 3 letters and 2 numbers"):
        scenes.coloured({"seen": ("tom", np.zeros(2))})


def test_what_is_read_is_one_step_behind_what_is_said() -> None:
    assert scenes.speaking("al").description == (
        "The network reads nothing and should say a, reads a and should say l, reads l and should "
        "say the end. What it reads comes from the data, whatever it says."
    )
    with pytest.raises(ValueError, match="fed is 'both'"):
        scenes.speaking("al", fed="both")


def test_only_who_hears_itself_has_arrows_from_output_to_input() -> None:
    assert "stroke-dasharray" not in scenes.speaking("al").svg
    assert scenes.speaking("al", fed="itself").svg.count("stroke-dasharray") == 2
