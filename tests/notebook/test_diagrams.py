"""A diagram can be read on light and dark pages, by screen readers, and by any SVG program."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from seeing import DARK, LIGHT, contrast, over

from graders.grading.inert.markup import inert_html
from graders.notebook import scenes
from graders.notebook.diagrams import COLOURS, Diagram, beside, markup

SVG = "{http://www.w3.org/2000/svg}"

SCENES: dict[str, Callable[[], Diagram]] = {
    "unrolled": lambda: scenes.unrolled(3),
    "unrolled with gradients": lambda: scenes.unrolled(2, losses=True, gradients=True),
    "one output": lambda: scenes.unrolled(4, outputs=[4]),
    "Jordan": lambda: scenes.unrolled(2, feedback="output"),
    "cell": lambda: scenes.cell(),
    "cell with gradients": lambda: scenes.cell(gradients=True),
    "stacked": lambda: scenes.stacked(),
    "paths": lambda: scenes.paths(3, to=2),
    "cell with shapes": lambda: scenes.cell(shapes=True),
    "lit": lambda: scenes.unrolled(3, losses=True, gradients=True, lit="W_aa"),
}


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_well_formed_and_names_itself(name: str) -> None:
    root = ElementTree.fromstring(SCENES[name]().svg)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title is not None
    assert title.text
    assert description is not None
    assert description.text


@pytest.mark.parametrize("name", SCENES)
def test_everything_in_a_scene_lies_inside_its_frame(name: str) -> None:
    picture = SCENES[name]()
    for node in picture.nodes.values():
        assert node.width / 2 <= node.x <= picture.width - node.width / 2
        assert node.height / 2 <= node.y <= picture.height - node.height / 2


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_paints_no_background_and_only_palette_colours(name: str) -> None:
    assert set(re.findall(r"#[0-9a-f]{6}", SCENES[name]().svg)) <= set(COLOURS.values())


def test_the_notebook_gets_an_image_with_the_description_in_words() -> None:
    html = Diagram('A "title"', "Inputs < outputs.", 10, 10)._repr_html_()
    assert 'aria-label="A &quot;title&quot;. Inputs &lt; outputs."' in html
    assert ElementTree.fromstring(html).get("role") == "img"


@pytest.mark.parametrize("name", SCENES)
def test_labels_have_the_ink_of_the_page_and_are_never_smaller_than_nine_pixels(name: str) -> None:
    picture = SCENES[name]()
    root = ElementTree.fromstring(picture.svg)
    least = re.search(r"min-width:(\d+)px", picture.svg)
    assert least is not None
    shrunk = max(int(least[1]), 374) / picture.width  # 374 is what a page of 390 has for it
    for text in root.iter(f"{SVG}text"):
        assert text.get("fill") == "currentColor"
        for piece in text:
            share = float(piece.get("font-size", "100%").rstrip("%")) / 100
            assert share * float(text.get("font-size", "")) * min(1, shrunk) > 8.95


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_fits_a_phone_as_it_is(name: str) -> None:
    least = re.search(r"min-width:(\d+)px", SCENES[name]().svg)
    assert least is not None
    assert int(least[1]) <= 374


@pytest.mark.parametrize("page", [LIGHT, DARK])
def test_what_is_not_lit_can_still_be_seen_and_read(page: str) -> None:
    svg = SCENES["lit"]().svg
    faint = re.search(r'fill-opacity="(0\.7\d)"', svg)
    ink = {LIGHT: over("#000000", 0.87, LIGHT), DARK: "#ffffff"}[page]  # JupyterLab's
    assert faint is not None
    assert contrast(over(ink, float(faint[1]), page), page) >= 4.5
    for colour in set(re.findall(r'stroke="(#\w+)"', svg)):
        assert contrast(colour, page) >= 3


def test_one_part_is_lit_and_all_else_is_thin_and_grey() -> None:
    svg = scenes.unrolled(3, lit="W_aa").svg
    lit = re.findall(r'<line [^>]*stroke="(#\w+)" stroke-width="3.5"', svg)
    assert lit == 3 * [COLOURS["state"]]
    assert set(re.findall(r'stroke="(#\w+)" stroke-width="1.2"', svg)) == {COLOURS["text"]}
    losses = scenes.unrolled(2, losses=True, lit="loss").svg
    assert len(re.findall(r'<rect [^>]*stroke-width="3.5"', losses)) == 2
    assert "Lit: W_aa." in svg


def test_what_a_picture_does_not_have_cannot_be_lit() -> None:
    with pytest.raises(ValueError, match=r"is called 'W_ay'\. What can be"):
        scenes.unrolled(2, lit="W_ay")._repr_html_()


def test_words_of_a_scene_tell_of_biases_and_losses() -> None:
    assert "b_a is added in each state" in scenes.unrolled(2).description
    assert "loss" not in scenes.unrolled(2).description
    assert "Above each output stands its loss" in scenes.unrolled(2, losses=True).description
    assert "the bias b_a" in scenes.cell().description
    assert "a sum over the m examples" in scenes.cell(gradients=True).description


def test_the_gradients_of_weights_end_somewhere() -> None:
    assert {"dW_aa", "dW_ax", "db_a"} <= set(scenes.cell(gradients=True).nodes)


def test_diagrams_beside_each_other_stack_on_a_narrow_page() -> None:
    both = beside(scenes.unrolled(2, title="Elman"), scenes.unrolled(2, title="Jordan"))
    assert "display:flex;flex-wrap:wrap" in both._repr_html_()
    assert both._repr_html_().count("<figure") == 2
    assert repr(both).startswith("Elman. 2 steps from left to right")


def test_a_page_of_feedback_shows_the_same_diagram() -> None:
    shown = inert_html(scenes.cell()._repr_html_())
    assert shown.count("<rect") == scenes.cell().svg.count("<rect")
    assert "currentColor" in shown


def test_labels_raise_times_and_lower_indices() -> None:
    text = "".join(ElementTree.fromstring(f"<text>{markup('W_aa·a<t-1>')}</text>").itertext())
    assert text.replace("\u200b", "") == "Waa·a⟨t-1⟩"


def test_a_gradient_runs_against_its_arrow_and_is_dashed() -> None:
    picture = Diagram("", "", 200, 50)
    picture.node("a", (30, 25), "state")
    picture.node("b", (170, 25), "state")
    picture.arrow("a", "b")
    picture.gradient("b", "a")
    lines = [ElementTree.fromstring(f"<g>{p}</g>").find("line") for p in picture.parts[-2:]]
    forward, backward = (line.attrib for line in lines if line is not None)
    assert float(forward["x1"]) < float(forward["x2"])
    assert float(backward["x1"]) > float(backward["x2"])
    assert "stroke-dasharray" in backward
    assert "stroke-dasharray" not in forward


def test_an_arrow_ends_at_the_border_of_a_shape_not_inside_it() -> None:
    picture = Diagram("", "", 300, 100)
    picture.node("circle", (50, 50), "state", size=(40, 40))
    picture.node("box", (250, 50), "input", size=(60, 40), box=True)
    picture.arrow("circle", "box")
    tip = re.search(r'points="([\d.]+),', picture.parts[-1])
    tail = re.search(r'x1="([\d.]+)"', picture.parts[-1])
    assert tip is not None
    assert tail is not None
    assert 70 <= float(tail[1]) <= 75
    assert 214 <= float(tip[1]) <= 220


def test_an_unrolled_network_draws_only_the_outputs_asked_for() -> None:
    nodes = scenes.unrolled(4, outputs=[4]).nodes
    assert [name for name in nodes if name.startswith("ŷ")] == ["ŷ<4>"]


def test_the_paths_to_a_state_are_one_for_each_loss_from_there_on() -> None:
    picture = scenes.paths(4, to=2)
    arrows = [part for part in picture.parts if "stroke-dasharray" in part]
    assert len(arrows) == 3 + (2 + 1)  # three losses; two lanes into a<2>, one into a<3>


def test_drawing_a_diagram_loads_no_plotting_library() -> None:
    code = (
        "import sys; from graders.notebook import scenes; scenes.unrolled()._repr_html_();"
        "sys.exit('matplotlib' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
