"""What submissions display does nothing, and honest content stays as it is."""

from __future__ import annotations

import base64
import json
import time

import pytest
from bs4 import BeautifulSoup
from inert_attempts import PIXEL, Attempts, acting, as_nodes
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from graders.grading.inert import inert_html, make_inert, rendered, without_macros
from graders.grading.inert.markdown import Room, inert_markdown
from graders.grading.inert.markup import BOX, BOX_END, TOO_LONG
from graders.grading.inert.outputs import inert_output
from graders.notebook import scenes, to_html

ATTEMPTS = Attempts("http://127.0.0.1:9")


def inside(html: str) -> str:
    assert html.startswith(BOX)
    assert html.endswith(BOX_END)
    return html[len(BOX) : -len(BOX_END)]


def shown(cell: NotebookNode) -> NotebookNode:
    notebook = new_notebook(cells=[cell])
    make_inert(notebook)
    return notebook.cells[0]


def displayed(data: dict, metadata: dict | None = None) -> NotebookNode:
    cell = new_code_cell(outputs=[new_output("display_data", data=data, metadata=metadata or {})])
    (output,) = shown(cell).outputs
    return output


@pytest.mark.parametrize("name", ATTEMPTS.html())
def test_nothing_of_hostile_html_acts_and_twice_is_once(name: str) -> None:
    once = inert_html(ATTEMPTS.html()[name])
    assert acting(once) == []
    assert inert_html(once) == once


@pytest.mark.parametrize("name", ATTEMPTS.markdown())
def test_hostile_markdown_becomes_html_that_renders_to_itself(name: str) -> None:
    source = ATTEMPTS.markdown()[name]
    once = inert_markdown(source, ATTEMPTS.attachments())
    assert inert_markdown(once) == once
    assert inert_markdown(source, ATTEMPTS.attachments()) == once
    page, _ = HTMLExporter(template_name="basic").from_notebook_node(
        new_notebook(cells=[new_markdown_cell(once)])
    )
    assert inert_html(once) == inert_html(rendered(once))
    assert acting(page) == []


@pytest.mark.parametrize("name", ATTEMPTS.outputs())
def test_no_output_acts_whatever_its_kind(name: str) -> None:
    notebook = new_notebook(cells=[new_code_cell()])
    notebook.cells[0].outputs = as_nodes({name: ATTEMPTS.outputs()[name]})
    make_inert(notebook)
    before = json.dumps(notebook)
    page, _ = HTMLExporter(template_name="basic").from_notebook_node(notebook)
    assert acting(page) == []
    make_inert(notebook)
    assert json.dumps(notebook) == before


@pytest.mark.parametrize(
    "source",
    [
        "If a < b then a > c, and 2<3.",
        "# A title\n\n- one\n- **two**\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "$a_t = \\tanh(W a_{t-1})$ and\n\n$$\n\\frac{a}{b} \\left( x \\right)\n$$",
        "```python\ndef f(x):\n\n\n    return x < 1\n```",
        "[the paper](https://example.org/a_(b)), me@example.org",
        "",
    ],
)
def test_plain_markdown_stays_as_it_is(source: str) -> None:
    assert inert_markdown(source) == source


def test_html_in_markdown_keeps_what_shows_something() -> None:
    source = "Press <kbd>Tab</kbd>.\n\n```\na\n\n\nb\n```\n\n- [x] done\n\n$a<b$"
    html = inert_markdown(source)
    for piece in ("<kbd>Tab</kbd>", "a&#10;&#10;\nb", "\N{BALLOT BOX WITH CHECK} done", "$a&lt;b$"):
        assert piece in html


def test_attached_pictures_are_shown_and_others_become_their_text() -> None:
    attachments = {"a.png": {"image/png": PIXEL}}
    html = inert_markdown("![a plot](attachment:a.png)\n\n![gone](attachment:b.png)", attachments)
    assert f'<img src="data:image/png;base64,{PIXEL}" alt="a plot">' in html
    assert "[A picture “gone” that cannot be shown.]" in html
    cell = shown(new_markdown_cell("![a plot](attachment:a.png)", attachments=attachments))
    assert "attachments" not in cell


def test_an_outside_picture_is_told_with_its_words_and_its_address() -> None:
    said = (
        "[A picture “a curve” from outside, which is not loaded: https://example.org/c.png?a&amp;b]"
    )
    html = '<img alt="a curve" src="https://example.org/c.png?a&b">'
    assert inside(inert_html(html)) == said
    assert said in inert_markdown("![a curve](https://example.org/c.png?a&b)")


def test_links_lead_to_the_web_only() -> None:
    html = '<a href="https://example.org">1</a><a href="/hub/logout">2</a><a href="#x">3</a>'
    assert inside(inert_html(html)) == (
        '<a href="https://example.org" rel="noopener noreferrer">1</a>'
        '<a rel="noopener noreferrer">2</a><a href="#x" rel="noopener noreferrer">3</a>'
    )


def test_a_table_of_pandas_stays() -> None:
    table = (
        '<table border="1" class="dataframe">\n  <thead>\n    <tr style="text-align:right">\n'
        "      <th></th>\n      <th>loss</th>\n    </tr>\n  </thead>\n  <tbody>\n    <tr>\n"
        "      <th>0</th>\n      <td>2.3</td>\n    </tr>\n  </tbody>\n</table>"
    )
    style = "<style scoped>.dataframe tbody tr th { vertical-align: top; }</style>"
    assert inside(inert_html(f"<div>{style}{table}</div>")) == f"<div>{table}</div>"


def test_a_long_table_is_shown() -> None:
    rows = "".join(f"<tr><th>{n}</th><td>{n * n}</td></tr>" for n in range(3000))
    assert "<td>8994001</td>" in inert_html(f"<table><tbody>{rows}</tbody></table>")


def test_elements_deep_in_each_other_do_not_hold_the_grader_up() -> None:
    started = time.monotonic()
    said = inside(inert_html("<div>" * 50_000))
    assert said == TOO_LONG
    assert inside(inert_html("<b><div></b>" * 50_000)) == said
    assert inside(inert_html("<div><!--</div>-->" * 50_000)) == said
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "picture", [scenes.unrolled(3, losses=True, gradients=True), scenes.cell(), scenes.stacked()]
)
def test_the_figures_of_lessons_stay_as_they_are(picture: object) -> None:
    html = picture._repr_html_()  # type: ignore[attr-defined]
    kept = inside(inert_html(html))
    assert _words(kept) == _words(html)
    assert _styles(kept) == _styles(html)
    assert kept.count("<rect") > 4
    for shape in ("<rect", "<line", "<polygon", "<text", 'role="img"', "currentColor"):
        assert kept.count(shape) == html.count(shape)


def test_cards_keep_every_style_and_every_word(every_card: list[str]) -> None:
    for card in every_card:
        kept = inside(inert_html(card))
        assert _words(kept) == _words(card)
        assert _styles(kept) == _styles(card)
        assert kept.count("<rect") == card.count("<rect")


def _words(html: str) -> list[str]:
    return list(BeautifulSoup(html, "html.parser").stripped_strings)


def _styles(html: str) -> list[list[str]]:
    found = BeautifulSoup(html, "html.parser").find_all(style=True)
    return [[part.replace(": ", ":").strip() for part in tag["style"].split(";")] for tag in found]


@pytest.fixture(scope="module")
def every_card() -> list[str]:
    """A failed verdict with its map of errors, a hint, a score card, and a passed verdict."""
    from graders.authoring.pictures import failure
    from graders.judging import Outcome, frozen_table
    from graders.judging.judge import nothing
    from graders.notebook.progress import Entry
    from graders.notebook.scorecard import Row, ScoreCard
    from graders.notebook.surface import hint

    verdict = failure()
    missing = nothing(frozen_table("softmax"), Outcome.ERROR, "It raised `x`.", "No.", "Look.")
    rows = (Row("a", "A", 3.0, Entry.of(verdict)), Row("b", "B", 2.0))
    card = ScoreCard("02", rows, ("A remark.",), graded=True)
    return [to_html(verdict), to_html(missing), card.to_html(), hint("softmax").card.to_html()]


def test_text_beside_what_is_left_out_stays() -> None:
    output = displayed({"text/plain": "<Figure>", "application/javascript": "1"})
    assert output.data == {"text/plain": "<Figure>"}
    output = displayed({"text/plain": "<HTML object>", "text/html": "<script>1</script>"})
    assert output.data == {"text/plain": "<HTML object>"}


def test_where_nothing_is_left_a_sentence_says_what_was() -> None:
    assert displayed({"application/javascript": "1"}).data == {
        "text/plain": "[Something was displayed of the kind 'application/javascript' that is left "
        "out here: it is no text and no picture.]"
    }


def test_pictures_are_checked_and_keep_their_size() -> None:
    sizes = {"image/png": {"width": 300, "height": "200 onload=x", "unconfined": True}}
    output = displayed({"image/png": PIXEL + "\n", "text/plain": "<Figure>"}, sizes)
    assert output.data["image/png"] == PIXEL
    assert output.metadata == {"image/png": {"width": 300}}
    assert "image/png" not in displayed({"image/png": "PHNjcmlwdD4=", "text/plain": "x"}).data
    gif = base64.b64encode(b"GIF89a...").decode()
    assert f'src="data:image/gif;base64,{gif}"' in displayed({"image/gif": gif}).data["text/html"]


def test_an_svg_picture_is_shown_as_a_picture() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="3"/></svg>'
    html = displayed({"image/svg+xml": svg, "text/plain": "a circle"}).data["text/html"]
    source = base64.b64encode(svg.encode()).decode()
    assert f'<img alt="a circle" src="data:image/svg+xml;base64,{source}">' in html


def test_formulas_stay_and_macros_that_act_do_not() -> None:
    formula = "\\frac{a}{b} \\left( \\text{loss} \\right) \\hat y \\rule"
    assert without_macros(formula) == formula.replace("\\rule", "⧵rule")
    for name in ("href", "style", "class", "cssId", "require", "unicode", "includegraphics"):
        assert without_macros(f"$\\{name}{{x}}$") == f"$⧵{name}{{x}}$"
    for name in ("raise", "hspace", "smash", "uproot", "skew"):  # these leave their line
        assert without_macros(f"\\{name}{{9}}") == f"⧵{name}{{9}}"
    for name in ("def", "let", "newcommand", "renewcommand", "mmlToken", "bbox", "url", "label"):
        assert without_macros(f"\\{name} x") == f"⧵{name} x"
    assert "⧵href" in inert_markdown("&#92;href{x}{y}")
    assert "⧵def" in inert_html("<p>\\<!-- -->def</p><p>\\<wbr>def</p>")
    assert "<code>\\def</code>" in inert_html("<p><code>\\def</code></p>")


def test_printed_text_stays_without_what_is_no_text() -> None:
    cell = new_code_cell(
        outputs=[new_output("stream", text="a < b\x1b[31m!\x1b[2J\x08\u202e\ud800")]
    )
    assert shown(cell).outputs[0].text == "a < b\x1b[31m!?"


def test_raw_cells_show_what_is_written() -> None:
    assert shown(new_raw_cell("plain text")).cell_type == "raw"
    cell = shown(new_raw_cell("<b>not bold</b>\n\n``` x"))
    assert cell.cell_type == "markdown"
    assert "&lt;b&gt;not bold&lt;/b&gt;" in rendered(cell.source)


def test_the_lessons_own_texts_are_left_alone() -> None:
    source = '<div class="note">The lesson\'s own</div>'
    notebook = new_notebook(cells=[new_markdown_cell(source, id="own"), new_markdown_cell(source)])
    make_inert(notebook, {("own", source)})
    assert notebook.cells[0].source == source
    assert notebook.cells[1].source != source
    assert "The lesson's own" in notebook.cells[1].source


def test_raw_cells_with_formulas_that_act_show_what_is_written() -> None:
    cell = shown(new_raw_cell("$\\href{javascript:1}{10 / 10}$"))
    assert cell.cell_type == "markdown"
    assert "<code>$\\href{javascript:1}{10 / 10}$" in cell.source


def test_no_heading_is_called_like_a_box_for_scores() -> None:
    marks = {"nbgrader": {"grade": True, "solution": True, "grade_id": "shifted-solution"}}
    graded = new_code_cell(metadata=marks)
    for source in (
        "# shifted-solution",
        "shifted *solution*\n===",
        "> ### shi&#102;ted_solution-comment",
        "# [shifted](https://example.org/a_(b))-solution",
    ):
        cell = new_markdown_cell(source)
        make_inert(new_notebook(cells=[graded, cell]))
        page, _ = HTMLExporter(template_name="basic").from_notebook_node(new_notebook(cells=[cell]))
        assert "<h" in page
        assert " id=" not in page.partition("<h")[2]
    own = new_markdown_cell("# My notes\n\nof shifted-solution\n\n- one\n- two")
    before = own.source
    make_inert(new_notebook(cells=[graded, own]))
    assert own.source == before


def test_a_table_in_colours_keeps_them() -> None:
    styled = (
        '<style type="text/css">\n#T_1_row0_col0, #T_1_row1_col0 {\n  background-color: #440154;\n'
        "  color: #f1f1f1;\n}\n#T_1_row0_col1 {\n  width: 10em;\n  background: linear-gradient("
        "90deg, #d65f5f 50.0%, transparent 50.0%);\n}\n</style>\n"
        '<table id="T_1">\n<tbody><tr><td id="T_1_row0_col0" class="data row0 col0" >1.0</td>'
        '<td id="T_1_row0_col1" class="data row0 col1" >2.0</td></tr></tbody></table>'
    )
    kept = inert_html(styled)
    assert '<td style="background-color:#440154;color:#f1f1f1">1.0</td>' in kept
    assert "background:linear-gradient(90deg, #d65f5f 50.0%, transparent 50.0%)" in kept
    assert inert_html(kept) == kept


def test_html_that_grows_when_it_is_mended_is_left_out() -> None:
    started = time.monotonic()
    marks = "".join(f"<b title='{n}'>" for n in range(900))
    names = " ".join(f"a{n}" for n in range(200_000))
    many = "<div>" * 900 + "</p>" * 200_000
    for html in (
        f"<p>{marks}</p>" + "<p>x" * 900,
        f"<p {names}>",
        f'<p title="<b>" {names}>',
        many,
    ):
        assert inside(inert_html(html)) == TOO_LONG
    assert time.monotonic() - started < 20


def test_long_texts_and_tables_with_marks_are_shown() -> None:
    words = "word " * 20_000
    assert words in inert_html(f"<pre>{words}</pre>")
    rows = "".join(f"<tr><td><b>{n}</b></td><td><a href='#{n}'>x</a></td></tr>" for n in range(999))
    assert "<b>998</b>" in inert_html(f"<table><tbody>{rows}</tbody></table>")


def test_a_notebook_displays_so_much_html_and_no_more() -> None:
    texts = [f"<p>{'x' * size}</p>" for size in (400, 300, 500, 10)]
    outputs = [new_output("display_data", {"text/html": text}) for text in [*texts, ""]]
    room, again = Room(html=1000), Room(html=1000)
    once = [inert_output(output, room) for output in outputs]
    told = ["left out" in output.data.get("text/html", "") for output in once if output]
    assert told == [False, False, True, True, False]
    assert [inert_output(output, again) for output in once if output] == once


def test_links_of_terminals_leave_their_text() -> None:
    text = "\x1b]8;;http://127.0.0.1:9\x1b\\a link\x1b]8;;\x07\x1b[32m!\x1b[0m"
    cell = shown(new_code_cell(outputs=[new_output("stream", text=text)]))
    assert cell.outputs[0].text == "a link\x1b[32m!\x1b[0m"


def test_much_markdown_does_not_hold_the_grader_up() -> None:
    cells = [new_markdown_cell("<b>" + "\\begin{a}" * 1000) for _ in range(100)]
    notebook = new_notebook(cells=cells)
    started = time.monotonic()
    make_inert(notebook)
    assert time.monotonic() - started < 60
    assert "<pre>" in notebook.cells[-1].source
