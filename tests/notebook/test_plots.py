"""A plot is legible on light and dark pages and on a phone, and says in words what it shows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.figure import Figure
from seeing import DARK, LIGHT, contrast

from graders.grading.inert.markup import inert_html
from graders.notebook import plots
from graders.notebook.palette import LABEL, NEGATIVE, POSITIVE, WIDTH

PHONE = 374
"""How wide a picture is on a page of 390 pixels."""

LOSS = np.array([0.9, 0.7, 0.4, 0.2, 0.3])


def drawn() -> dict[str, plots.Plot]:
    table = np.array([[0.5, -2.0, 0.0], [1.0, 0.25, -0.5]])
    return {
        "lines": plots.lines({"loss": LOSS}, xlabel="update", levels={"a coin flip": 0.69},
                             title="Learning", says="The loss ends at 0.30."),
        "two lines": plots.lines({"LSTM": LOSS, "GRU": LOSS / 2}, log=True, ylabel="norm"),
        "bars": plots.bars([0.7, 0.01, 0.7], labels=(2, 3, 4), marked=(1,), levels={"chance": 0.5}),
        "groups of bars": plots.bars({"yours": [1.0, 2.0], "broken": [2.0, 1.0]}),
        "points": plots.points([0.0, 1.0], [1.0, 0.0], names=["king", "queen"]),
        "groups of points": plots.points({"a": ([0.0, 1.0], [0.0, 2.0])}, diagonal=True),
        "signed": plots.signed(table, limit=1.5, ylabel="unit", xlabel="step", marked=(2,)),
        "shares": plots.shares([[0.9, 0.1], [0.3, 0.7]], rows=["le", "chat"],
                               columns=["the", "cat"]),
    }  # fmt: skip


PLOTS = drawn()


def picture(plot: plots.Plot) -> ElementTree.Element:
    return ElementTree.fromstring(plot.card.to_html().replace("&nbsp;", " "))


@pytest.mark.parametrize("name", PLOTS)
def test_labels_have_the_ink_of_the_page_and_can_be_read_on_a_phone(name: str):
    figure = picture(PLOTS[name])
    [svg] = figure.iter("svg")
    width = float((svg.get("viewBox") or "").split()[2])
    labels = list(svg.iter("text"))
    assert len(labels) >= 4
    for label in labels:
        assert label.get("fill") == "currentColor"
        assert float(label.get("font-size", "0")) * min(1, PHONE / width) >= 9


@pytest.mark.parametrize("page", [LIGHT, DARK])
@pytest.mark.parametrize("name", PLOTS)
def test_lines_stand_out_on_light_and_dark_pages(name: str, page: str):
    for colour in set(re.findall(r'stroke="(#[0-9a-f]{6})"', PLOTS[name].card.to_html())):
        assert contrast(colour, page) >= 3


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_is_one_image_with_its_words(name: str):
    figure = picture(PLOTS[name])
    assert (figure.tag, figure.get("role")) == ("figure", "img")
    assert figure.get("aria-label") == " ".join(PLOTS[name].card.to_text().split())


@pytest.mark.parametrize("name", PLOTS)
def test_a_page_of_feedback_shows_the_same_plot(name: str):
    shown = inert_html(PLOTS[name].card.to_html())
    assert shown.count("<path") == PLOTS[name].card.to_html().count("<path")
    assert 'role="img"' in shown
    assert "currentColor" in shown


def test_lines_in_words():
    assert PLOTS["lines"].card.alternative == (
        'Learning. A line over update. "loss" begins with 0.9 at update 0 and ends with 0.3 at '
        "update 4; lowest 0.2 at update 3. It first reaches or crosses a coin flip (0.69) at "
        "update 2, and ends below it. The loss ends at 0.30."
    )


def test_a_line_that_never_reaches_a_level_says_on_which_side_it_stays():
    words = plots.lines([1.0, 2.0], levels={"low": 0.5, "high": 3.0, "lowest": 1.0}).card.text
    assert "It stays above low (0.5)." in words
    assert "It stays below high (3)." in words
    assert "lowest (1) at 1, and ends above it." in words


def test_values_that_are_not_finite_are_said_and_not_drawn():
    plot = plots.lines({"loss": [1.0, np.inf, np.nan, 2.0]})
    assert "2 of its 4 values are not finite." in plot.card.text
    assert "nan" not in plot.card.to_html()
    assert "The line has no finite value." in plots.lines([np.nan]).card.text


def test_bars_in_words():
    assert PLOTS["bars"].card.text == (
        "Bars. 3 bars; lowest 3 with 0.01, highest 2 and 4 with 0.7. Marked: 3 (0.01). Above "
        "chance (0.5) 2 of 3 lie: 2 and 4."
    )


def test_a_signed_map_says_its_extremes_and_that_its_colours_end():
    assert PLOTS["signed"].card.text == (
        "A map of signed numbers: unit over step. 2 rows and 3 columns. Lowest -2 at unit 0, step "
        "1; highest 1 at unit 1, step 0. The colours end at 1.5: 1 of 6 values lies beyond. "
        "Marked: 2."
    )
    whole = plots.signed([[1.0, -1.0]]).card.text
    assert "No value lies beyond the colours, which end at 1." in whole


def test_a_signed_map_is_clear_at_zero_and_full_at_its_ends():
    html = plots.signed([[1.0, 0.0, -1.0]]).card.to_html()
    shaded = plots.signed([[1.0, 0.5, -1.0]]).card.to_html()
    assert html.count("<path") == shaded.count("<path") - 1
    assert {NEGATIVE, POSITIVE} <= set(re.findall(r'fill="(#\w+)" shape-rendering', html))


def test_shares_in_words():
    assert PLOTS["shares"].card.text == (
        "A map of shares from 0 to 1. 2 rows and 2 columns. The largest share of each row: le: 0.9 "
        "at the; chat: 0.7 at cat. The smallest share is 0.1."
    )


def test_points_in_words():
    assert "the diagonal is off by 1." in PLOTS["groups of points"].card.text
    assert "king at (0, 1); queen at (1, 0)." in PLOTS["points"].card.text


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: plots.shares([[2.0, -1.0]]), "between 0 and 1, and these between -1 and 2"),
        (lambda: plots.signed([1.0]), "two axes, rows and columns; this one's shape is (1,)"),
        (lambda: plots.lines({"a": [1, 2]}, [1, 2, 3]), "a has 2 values for 3 of x."),
        (lambda: plots.lines({"a": [[1, 2]]}), "a has the shape (1, 2)"),
        (lambda: plots.lines([1, 2], roles=["stat"]), "there is no role 'stat'"),
        (lambda: plots.bars([1, 2], labels=["a"]), "There are 1 labels for 2 bars."),
        (lambda: plots.bars([1, 2], marked=(2,)), "Bar 2 is marked, and there are 2"),
        (lambda: plots.points([1], [1, 2]), "x has 1 numbers across and 2 up."),
        (lambda: plots.signed([[1.0]], marked=(3,)), "Column 3 is marked, and there are 1"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_reason(call, message: str):
    with pytest.raises(ValueError, match=re.escape(message)):
        call()


def test_the_figure_is_matplotlib_s():
    assert isinstance(PLOTS["lines"].figure, Figure)


def test_a_map_of_many_cells_stays_small():
    rng = np.random.default_rng(0)
    assert len(plots.signed(rng.normal(size=(16, 75))).card.to_html()) < 60_000


SCRIPT = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.displaypub import DisplayPublisher
shell = InteractiveShell.instance()
shown = []
shell.display_pub.publish = lambda data, metadata=None, **more: shown.append(data)
shell.displayhook.write_format_data = lambda data, metadata=None: shown.append(data)
shell.run_cell("from graders.notebook import plots")
for cell in json.load(sys.stdin):
    shell.run_cell(cell)
    shown.append(None)
texts = [each and each.get("text/html", "")[:4] + each["text/plain"] for each in shown]
print("SHOWN", json.dumps(texts))
"""


def shows(cell: str) -> list[str]:
    """Return what one cell shows, in a notebook."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], input=json.dumps([cell]),
                          capture_output=True, text=True, check=True)  # fmt: skip
    return json.loads(done.stdout[done.stdout.rindex("SHOWN") + 5 :])[:-1]


def test_a_plot_on_a_line_of_its_own_shows_itself_where_it_stands():
    shown = shows("plots.lines([1, 2], title='one')\nplots.bars([3], title='two')\n'three'")
    assert [text[:8] for text in shown] == ["<figone.", "<figtwo.", "'three'"]


def test_a_plot_in_a_loop_shows_itself_each_time():
    assert len(shows("for i in range(3):\n    plots.lines([1, i])")) == 3


def test_plots_side_by_side_are_shown_once():
    shown = shows("a = plots.lines([1, 2])\nplots.panels(a, plots.bars([3]))")
    assert len(shown) == 1
    assert shown[0].startswith("<div")
    assert len(shows("plots.panels(plots.lines([1]), plots.bars([3]))\nNone")) == 1


def test_labels_of_plots_side_by_side_are_not_too_small_either():
    row = plots.panels(PLOTS["lines"], PLOTS["bars"]).card.to_html()
    narrowest = {int(width) for width in re.findall(r"flex:1 1 (\d+)px", row)}
    assert len(narrowest) == 1
    assert LABEL * narrowest.pop() / WIDTH >= 9


def test_a_program_gets_the_words(tmp_path: Path):
    program = tmp_path / "mine.py"
    program.write_text(
        "from graders.notebook import plots\n"
        "a = plots.lines([1, 2], title='Growth')\n"
        "plots.panels(a)\n"
        "print(type(a.figure).__name__)\n"
    )
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True)
    assert done.stdout == (
        "Growth. A line. The line begins with 1 at 0 and ends with 2 at 1.\nFigure\n"
    )
