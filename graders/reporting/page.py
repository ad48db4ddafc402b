"""The page that a student gets: an autograded notebook with its scores and comments.

Everything on it is made inert again, whatever the notebook was made by, and the page itself forbids
scripts and requests.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import nbformat
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from nbconvert.exporters import Exporter, FilenameExtension
from nbconvert.filters import ansi2html
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.converters import GenerateFeedback
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from traitlets import Bool
from traitlets.config import Config

from graders.cells import role
from graders.grading.guard import guard_feedback
from graders.grading.handed_in.idle import is_card
from graders.grading.handed_in.sanitise import REMARKS_CELL
from graders.grading.inert import make_inert, rendered, without_macros
from graders.paths import student_notebook
from graders.reporting.maths import Formulas, with_formulas
from graders.wording import visible

Resources = dict[str, Any]

TEMPLATES = Path(__file__).resolve().parent / "templates"

POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'"
)
"""What a browser may do for a page: draw it."""

NAMES = ("student", "first_name", "last_name", "notebook_path", "filename")
"""What formgrader puts into a page of a student's name, as it is."""


class FeedbackExporter(Exporter):
    """Writes pages of feedback, for us and for `nbgrader generate_feedback`."""

    output_mimetype = "text/html"

    file_extension = FilenameExtension(".html").tag(config=True)

    def __init__(self, config: Config | None = None, **kw: Any) -> None:
        super().__init__(config=config, **kw)
        if isinstance(self.parent, GenerateFeedback):  # nbgrader has not looked at anything yet
            guard_feedback(self.parent)

    def from_notebook_node(
        self, nb: NotebookNode, resources: Resources | None = None, **kw: Any
    ) -> tuple[str, Resources]:
        """Return the page of a notebook, and nbconvert's resources."""
        notebook, given = super().from_notebook_node(nb, resources, **kw)
        make_inert(notebook, {(c.id, c.source) for c in notebook.cells})  # outputs only
        about = given.get("nbgrader", {})
        name = str(about.get("notebook") or given.get("metadata", {}).get("name", ""))
        text = _template().render(
            cells=notebook.cells,
            about=about,
            name=name,
            policy=POLICY,
            formulas=Formulas(),
            lessons=_lessons_texts(student_notebook(name)),
        )
        return text.encode("utf-8", "replace").decode("utf-8"), given


class Inert(Preprocessor):
    """Makes a notebook inert before nbconvert's own exporter shows it, as formgrader does.

    The notebooks that we write are inert already; those of others, and of the time before, are not.
    """

    enabled = Bool(True).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Return the inert notebook, and resources in which no name of a student acts."""
        make_inert(nb)
        nb.metadata.pop("widgets", None)
        for cell in nb.cells:
            marks = cell.metadata.get("nbgrader", {})
            cell.metadata = NotebookNode({"nbgrader": marks} if marks else {})
            if cell.cell_type == "code":
                cell.source = visible(cell.source)
        for key in NAMES:
            if isinstance(resources.get(key), str):
                resources[key] = escape(without_macros(visible(resources[key])))
        return nb, resources


@lru_cache(maxsize=8)
def _lessons_texts(path: Path) -> frozenset[tuple[str, str]]:
    """Return ids and sources of a lesson's Markdown cells; none if there is no such lesson."""
    if not path.is_file():
        return frozenset()
    cells = nbformat.read(path, as_version=4).cells
    return frozenset((c.id, c.source) for c in cells if c.cell_type == "markdown")


def _is_judged(cell: NotebookNode) -> bool:
    """Return whether the outputs of a cell are the grader's: its source is the lesson's own."""
    return role(cell) == "check" or is_card(cell)


def _is_own(cell: NotebookNode, lessons: Collection[tuple[str, str]]) -> bool:
    """Return whether a cell of text is the student's, where the lesson is known."""
    known = (cell.get("id"), cell.source) in lessons or cell.get("id") == REMARKS_CELL
    return bool(lessons) and cell.cell_type != "code" and not known


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests |= {"judged": _is_judged, "own": _is_own}
    environment.filters |= {
        "in_colours": _in_colours,
        "as_printed": lambda text: Markup(ansi2html(_overwritten(text))),
        "as_html": lambda output, f: Markup(_html(output, f)),
        "as_formulas": lambda text, f: Markup(with_formulas(escape(text, quote=False), f)),
        "as_markdown": _markdown,
        "points": lambda value: round(float(value or 0.0), 2),
    }
    return environment.get_template("feedback.html.j2")


@lru_cache(maxsize=512)
def _in_colours(source: str) -> Markup:
    """Return code in colours, without marks by which it would read otherwise than it runs.

    Most cells of a lesson are the same for everybody.
    """
    return Markup(highlight(visible(source), PythonLexer(stripnl=False), HtmlFormatter()))


def _overwritten(text: str) -> str:
    """Return printed text as a terminal leaves it: a bar of progress is there once."""
    if "\r" not in text:
        return text
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in lines)


def _html(output: NotebookNode, formulas: Formulas) -> str:
    """Return an output's HTML; in our own cards a dollar is a dollar."""
    html = output.data["text/html"]
    return html if "<section" in html else with_formulas(html, formulas)


def _markdown(source: str, formulas: Formulas, attachments: object = None) -> Markup:
    html = rendered(source, attachments) if attachments else _rendered(source)
    return Markup(with_formulas(html, formulas))


@lru_cache(maxsize=512)
def _rendered(source: str) -> str:
    """Return Markdown as HTML; most cells of a lesson are the same for everybody."""
    return rendered(source)
