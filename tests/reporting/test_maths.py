"""Formulas are drawn without a program, or stay as they are written."""

from __future__ import annotations

import html
import time

import nbformat
import pytest

from graders.grading.inert import rendered
from graders.paths import student_notebook
from graders.reporting.maths import Formulas, mathml, with_formulas


@pytest.mark.parametrize("lesson", ["02_vanilla_rnn"])
def test_every_formula_of_a_lesson_is_drawn(lesson: str) -> None:
    notebook = nbformat.read(student_notebook(lesson), as_version=4)
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    pages = [with_formulas(rendered(text)) for text in texts]
    assert sum(page.count("<math") for page in pages) > 150
    for page in pages:
        outside = page.split("<math")[0] + "".join(
            piece.split("</math>")[1] for piece in page.split("<math")[1:]
        )
        assert "$" not in outside
        assert "merror" not in page


def test_a_formula_is_mathml_with_its_tex_as_its_name() -> None:
    drawn = mathml("a_t < 1", "inline")
    assert drawn is not None
    assert drawn.startswith('<math aria-label="a_t &lt; 1" display="inline">')
    assert "<msub><mi>a</mi><mi>t</mi></msub>" in drawn


@pytest.mark.parametrize(
    ("tex", "parts"),
    [
        (r"\operatorname*{arg\,max}_k p_k", ["<mo>arg", "max</mo>", "<mi>k</mi>"]),
        (r"\arg\max_k p_k", ["<mo>arg</mo>", "<mo>max</mo>"]),
        (r"\label{eq:a} a", ["<mrow><mi>a</mi></mrow>"]),
        (r"\operatorname{softmax}(z)", ["<mo>softmax</mo>"]),
    ],
)
def test_what_the_library_reads_wrongly_is_written_as_it_knows_it(
    tex: str, parts: list[str]
) -> None:
    drawn = mathml(tex, "inline") or ""
    assert [part for part in parts if part not in drawn] == [], drawn
    assert "*" not in drawn.partition(">")[2]
    assert html.escape(tex) in drawn.partition(">")[0]


def test_a_command_that_is_not_known_leaves_its_formula_as_it_is_written() -> None:
    for tex in (r"\nosuchcommand x", r"\frac{\unknown}{2}"):
        assert mathml(tex, "inline") is None


@pytest.mark.parametrize("tex", ["x_{", "\\frac{", "\\text{a <b> c}", "a & b", "x" * 3000, " "])
def test_what_cannot_be_drawn_stays_as_it_is_written(tex: str) -> None:
    text = f"<p>${html.escape(tex, quote=False)}$</p>"
    assert with_formulas(text) == text


@pytest.mark.parametrize(
    "tex",
    [
        "\\href{javascript:1}{x}",
        "\\style{position:fixed}{x}",
        "\\class{c}{x}",
        "\\color{url(x)}{x}",
    ],
)
def test_no_formula_acts(tex: str) -> None:
    drawn = mathml(tex, "inline") or ""
    for attribute in ("href=", "style=", "class=", 'url(x)"'):
        assert attribute not in drawn.replace("aria-label", "").replace(tex, "")


def test_code_and_prices_are_no_formulas() -> None:
    text = "<pre>$x$</pre><code>$y$</code><p>It costs 5 $.</p>"
    assert with_formulas(text) == text


def test_beginnings_without_an_end_do_not_hold_the_page_up() -> None:
    started = time.monotonic()
    for beginning in ("\\(", "\\[", "\\begin{a}", "$", "$$x", "$x\n"):
        text = beginning * 50_000
        assert beginning in with_formulas(f"{text}<code>{beginning}</code>", Formulas())
    assert time.monotonic() - started < 20


def test_a_page_draws_so_many_formulas_and_leaves_the_others_as_they_are() -> None:
    formulas = Formulas()
    formulas.left = 2
    page = with_formulas("<p>$a$ and $b$</p>", formulas) + with_formulas("<p>$c$</p>", formulas)
    assert page.count("<math") == 2
    assert "<p>$c$</p>" in page
