"""The diagrams of lesson 01: what they show, in the picture and in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import numpy as np
import pytest

from graders.notebook import scenes_sequences as scenes
from graders.notebook.diagrams import Diagram
from graders.notebook.palette import COLOURS

SVG = "{http://www.w3.org/2000/svg}"
WORDS = ["the", "bell", "goat"]
LANES = np.arange(24).reshape(3, 8)
ROWS = {
    "words": [["_the"], ["<UNK>"], ["<UNK>"]],
    "0 merges": [["_", "t", "h", "e"], ["_", "b", "e", "l", "l"], ["_", "<", "&", "y"]],
    "2 merges": [["_the"], ["_b", "ell"], ["_", "<&", "y"]],
}


def lanes() -> Diagram:
    return scenes.lanes([(LANES[:, :4], LANES[:, :4] + 1), (LANES[:, 4:], LANES[:, 4:] + 1)])


SCENES: dict[str, Callable[[], Diagram]] = {
    "journey": lambda: scenes.journey(WORDS, [2, 6, 1], depth=7),
    "lanes": lanes,
    "ribbon": lambda: scenes.ribbon(ROWS, title="Cut"),
} | {
    kind: lambda number=number: scenes.tasks().pictures[number]  # type: ignore[misc]
    for number, kind in enumerate(scenes.KINDS)
}


def _texts(picture: Diagram) -> list[str]:
    root = ElementTree.fromstring(picture.svg)
    return ["".join(text.itertext()).replace("\u200b", "") for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_well_formed_names_itself_and_lies_in_its_frame(name: str) -> None:
    picture = SCENES[name]()
    root = ElementTree.fromstring(picture.svg)
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    for node in picture.nodes.values():
        assert node.width / 2 <= node.x <= picture.width - node.width / 2
        assert node.height / 2 <= node.y <= picture.height - node.height / 2


@pytest.mark.parametrize("name", SCENES)
def test_lines_have_colours_of_the_palette_and_labels_the_ink_of_the_page(name: str) -> None:
    picture = SCENES[name]()
    assert set(re.findall(r"#[0-9a-f]{6}", picture.svg)) <= set(COLOURS.values())
    least = re.search(r"min-width:(\d+)px", picture.svg)
    assert least is not None
    shrunk = min(1.0, max(int(least[1]), 374) / picture.width)  # what a page of 390 has for it
    for text in ElementTree.fromstring(picture.svg).iter(f"{SVG}text"):
        assert text.get("fill") == "currentColor"
        assert float(text.get("font-size", "")) * 0.82 * shrunk > 8.9


@pytest.mark.parametrize("name", [name for name in SCENES if name != "ribbon"])
def test_a_scene_fits_a_phone(name: str) -> None:
    least = re.search(r"min-width:(\d+)px", SCENES[name]().svg)
    assert least is not None
    assert int(least[1]) <= 374


def test_a_journey_fills_one_cell_of_each_column() -> None:
    picture = SCENES["journey"]()
    assert picture.svg.count('fill-opacity="0.9"') == 3
    assert "the is 2, bell is 6, goat is 1" in picture.description
    assert "a column of 7 cells" in picture.description


def test_kinds_of_tasks_have_their_inputs_and_outputs() -> None:
    found = {
        kind: ({n for n in p.nodes if n.startswith("x")}, {n for n in p.nodes if n.startswith("ŷ")})
        for kind, p in zip(scenes.KINDS, scenes.tasks().pictures[1:], strict=True)
    }
    sizes = {kind: (len(inputs), len(outputs)) for kind, (inputs, outputs) in found.items()}
    assert sizes == {
        "one-to-one": (1, 1),
        "one-to-many": (1, 3),
        "many-to-one": (3, 1),
        "many-to-many, aligned": (3, 3),
        "many-to-many, unaligned": (2, 2),
    }
    assert "Inputs at steps 1, 2, outputs at steps 3, 4." in scenes.tasks().pictures[5].description
    assert {*scenes.tasks().pictures[0].nodes} == {"output ŷ", "state a", "input x"}


def test_lanes_show_and_say_what_each_row_reads() -> None:
    picture = lanes()
    assert picture.description.startswith("Row 0 reads 0 1 2 3, then 4 5 6 7.")
    assert [t for t in _texts(picture) if t.isdigit()] == [str(n) for n in _in_order()]
    assert scenes.lanes([(LANES, LANES)] * 5, shown=2).description.count("then") == 3


def _in_order() -> list[int]:
    return [*LANES[:, :4].ravel().tolist(), *LANES[:, 4:].ravel().tolist()]


def test_a_ribbon_shows_each_piece_and_counts_them() -> None:
    picture = SCENES["ribbon"]()
    texts = _texts(picture)
    for label, count in (("words", 3), ("0 merges", 13), ("2 merges", 6)):
        assert f"{label}: {count} long" in texts
        assert f"{label}: {count} pieces" in picture.description
    assert texts.count("?") == 2
    assert "words: 3 pieces, 2 of them unknown" in picture.description
    assert "·b" in texts
    assert "ell" in texts
    assert "2 merges: 6 pieces, 0 of them unknown: the, b-ell, -<&-y." in picture.description


def test_learned_pieces_stand_out_in_a_ribbon() -> None:
    svg = SCENES["ribbon"]().svg
    assert svg.count(f'stroke="{COLOURS["input"]}"') == 1 + 0 + 4  # the; the, b, ell, <&
    assert svg.count(f'stroke="{COLOURS["text"]}"') == 2 + 13 + 2
