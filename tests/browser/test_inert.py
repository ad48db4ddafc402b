"""Nothing that a submission holds acts in the browser of whoever looks at it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import nbformat
import pytest
from conftest import MINI, as_bytes
from inert_attempts import Attempts, as_nodes
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell
from nbgrader.api import Gradebook
from playwright.sync_api import Browser

from graders.grading import grade_class
from graders.grading.gradebook.address import database
from graders.grading.running.observed import Observed
from graders.paths import ROOT
from graders.reporting import make_feedback

pytestmark = [pytest.mark.slow, pytest.mark.browser]

STUDENT = "<img src=x onerror=window.acted=1> \"'[a]*"
LIBRARIES = ("https://cdnjs.cloudflare.com/", "https://unpkg.com/")
"""Where stock pages get their own programs; the tests let none of them through."""


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and what it was asked for."""
    found: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", found
    server.shutdown()
    server.server_close()


@dataclass
class Seen:
    """What happened while a page was open."""

    requests: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    acted: object = None
    frames: int = 0
    elements: list[str] = field(default_factory=list)
    title: str = ""
    text: str = ""


ACTIVE = """() => [...document.querySelectorAll("main *, #notebook *")].filter(e =>
    [...e.attributes].some(a => a.name.startsWith("on") || a.name.startsWith("data-")
        || (a.name == "href" && !/^(https?:|mailto:|#)/.test(a.value)))
    || (/^(script|style|link|meta|base|form|object|embed|video|audio|iframe)$/i).test(e.tagName)
    || getComputedStyle(e).position == "fixed").map(e => e.outerHTML.slice(0, 120))"""


def look(browser: Browser, address: str, own: tuple[str, ...]) -> Seen:
    """Open a page, move over it and press what can be pressed; return what happened."""
    context = browser.new_context(viewport={"width": 1200, "height": 1200})
    context.set_default_timeout(60_000)
    seen = Seen()
    page = context.new_page()
    context.on("request", lambda r: seen.requests.append(r.url))
    context.on("page", lambda p: seen.events.append(f"page {p.url}") if p != page else None)
    page.on("dialog", lambda d: (seen.events.append(f"dialog {d.message}"), d.dismiss()))
    page.on("console", lambda m: seen.events.append(m.text) if "Policy" in m.text else None)
    page.on("download", lambda d: seen.events.append(f"download {d.url}"))
    for library in LIBRARIES:
        context.route(f"{library}**", lambda route: route.abort())
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(
        """() => document.querySelectorAll("main *, #notebook *").forEach(e => {
            for (const kind of ["mouseover", "mouseenter", "focus", "toggle"])
                e.dispatchEvent(new Event(kind, {bubbles: true}));
            if (e.tagName == "SUMMARY" || e.href?.startsWith?.("javascript:")) e.click(); })"""
    )
    page.wait_for_timeout(1500)  # a refresh, an animation and a late request
    seen.acted = page.evaluate("window.acted ?? null")
    seen.frames = len(page.frames) - 1
    seen.elements = page.evaluate(ACTIVE)
    seen.title, seen.text = page.title(), page.inner_text("body")
    asked = [url for url in seen.requests if not url.startswith(("data:", *LIBRARIES, *own))]
    seen.requests = asked
    context.close()
    return seen


def hostile(template: NotebookNode, attempts: Attempts) -> NotebookNode:
    """Return a submission in which everything that is the student's tries something."""
    script = f"<script>{attempts.mark('source')}</script>"
    notebook = template.copy()
    cells = list(template.cells)
    metadata = {"tags": [f'"><script>{attempts.mark("tag")}</script>'], "magics_language": script}
    cells.append(new_code_cell(f"# {script}\nshow()", metadata=metadata))
    for source in attempts.markdown().values():
        attached = new_markdown_cell(source, attachments=attempts.attachments())
        cells.append(attached)
    cells.append(new_raw_cell(script, metadata={"raw_mimetype": "text/html"}))
    named = new_markdown_cell("named")
    named.id = f'x"><script>{attempts.mark("id")}</script>'
    notebook.cells = [*cells, named]
    notebook.metadata = {"title": script, "widgets": {"application/json": script}}
    return notebook


@pytest.fixture
def course(
    mini: str,
    template: NotebookNode,
    asked: tuple[str, list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A graded course whose one student tries everything, with a comment that does too."""
    attempts = Attempts(asked[0])
    raised = f"ValueError: {''.join(attempts.html().values())} $\\href{{javascript:1}}{{x}}$"

    def run(notebook: NotebookNode, cases: dict[str, str], *_: object) -> dict[str, Observed]:
        for cell in notebook.cells:
            if cell.cell_type == "code" and cell.source.endswith("show()"):
                cell.outputs = as_nodes(attempts.outputs())
        return {name: Observed("missing", raised=raised) for name in cases}

    monkeypatch.setattr("graders.grading.submission.run_notebook", run)
    folder = tmp_path / "submitted" / STUDENT / MINI
    folder.mkdir(parents=True)
    (folder / f"{MINI}.ipynb").write_bytes(as_bytes(hostile(template, attempts)))
    (folder / "<img src=x onerror=window.acted=1>`$x$.py").touch()
    grade_class(MINI, tmp_path)
    with Gradebook(database(tmp_path)) as book:
        comment = book.find_comment("shifted-solution", MINI, MINI, STUDENT)
        comment.manual_comment = "Look again.\n\n" + "".join(attempts.html().values())
        book.db.commit()
    return tmp_path


def autograded(course: Path) -> NotebookNode:
    return nbformat.read(course / "autograded" / STUDENT / MINI / f"{MINI}.ipynb", as_version=4)


def assert_inert(seen: Seen, asked: list[str], *, csp: bool = False) -> None:
    assert asked == []
    assert seen.requests == []
    assert seen.acted is None
    assert seen.frames == 0
    assert seen.elements == []
    assert seen.events == [], "the policy had something to forbid" if csp else "an event"
    assert "after" in seen.text, "the honest text is there"


def test_the_page_of_feedback_is_inert(
    course: Path, asked: tuple[str, list[str]], browser: Browser
) -> None:
    feedback = make_feedback(MINI, course)
    assert feedback.troubles == ()
    (path,) = feedback.pages
    address = f"file://{quote(str(path))}"
    seen = look(browser, address, (address,))
    assert_inert(seen, asked[1], csp=True)
    assert "Look again." in seen.text
    assert seen.title == f"{MINI}: feedback"


@pytest.mark.parametrize("template_name", ["lab", "classic", "formgrade"])
def test_stock_pages_of_an_autograded_notebook_are_inert(
    course: Path,
    asked: tuple[str, list[str]],
    browser: Browser,
    template_name: str,
    tmp_path: Path,
) -> None:
    address = stock_page(autograded(course), template_name, tmp_path)
    allowed = (address, "file:///base/formgrader/")
    assert_stock(look(browser, address, allowed), asked[1])


def stock_page(notebook: NotebookNode, template_name: str, folder: Path) -> str:
    """Write the page of a stock exporter and return its address."""
    from nbgrader.server_extensions.formgrader import handlers

    resources = {"base_url": "/base", "index": 0, "total": 1, "submission_id": "1"}
    exporter = HTMLExporter(
        template_name=template_name, extra_template_basedirs=[handlers.template_path]
    )
    page, _ = exporter.from_notebook_node(notebook, resources)
    path = folder / f"{template_name}.html"
    path.write_text(page, encoding="utf-8")
    return f"file://{quote(str(path))}"


def assert_stock(seen: Seen, asked: list[str]) -> None:
    """A stock page has programs of its own; what is the submission's does nothing on it."""
    seen.elements = []
    assert_inert(seen, asked)


def test_what_is_tried_here_does_act_where_nothing_is_made_inert(
    course: Path,
    asked: tuple[str, list[str]],
    browser: Browser,
    template: NotebookNode,
    tmp_path: Path,
) -> None:
    attempts = Attempts(asked[0])
    notebook = hostile(template, attempts)
    notebook.cells = notebook.cells[:3]
    known = [*attempts.html(), "text/markdown", "text/latex", "image/png", "application/javascript"]
    for swallows in ("refresh", "maths", "hidden", "template", "base"):
        known.remove(swallows)
    outputs = {name: attempts.outputs()[name] for name in known}
    notebook.cells.append(new_code_cell("show()", outputs=as_nodes(outputs)))
    notebook.metadata = {}
    seen = look(browser, stock_page(notebook, "classic", tmp_path), ("file:",))
    assert isinstance(seen.acted, list)
    acted = {"script", "handler", "broken", "svg", "inner", "link", "form", "text"}
    assert acted <= set(seen.acted)
    assert {"/handler", "/frame", "/style", "/sheet", "/picture"} <= set(asked[1])
    assert seen.frames > 0


@pytest.fixture
def formgrader(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real formgrader over the course, with this repository's configuration."""
    home = tmp_path_factory.mktemp("formgrader")
    shutil.copy(ROOT / "nbgrader_config.py", course / "nbgrader_config.py")
    release = course / "assignments" / MINI
    release.mkdir(parents=True)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "NBGRADER"))}
    folders = {f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"),
        *("--port=0", f"--ServerApp.root_dir={course}", "--IdentityProvider.token=open"),
        "--ServerApp.jpserver_extensions=nbgrader.server_extensions.formgrader=True",
    ]
    paths = {"HOME": str(home), "PYTHONPATH": str(ROOT)}
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            command, env=kept | folders | paths, stdout=log, stderr=log, cwd=course
        )
        try:
            yield listening(server, home)
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def listening(server: subprocess.Popen[bytes], home: Path) -> str:
    """Return where a server listens, when it does."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        for path in (home / "RUNTIME").glob("jpserver-*.json"):
            try:
                return f"http://127.0.0.1:{json.loads(path.read_text())['port']}"
            except (ValueError, KeyError):
                continue  # it is being written
        time.sleep(0.2)
    pytest.fail((home / "log").read_text(errors="replace")[-3000:])


def test_formgrader_shows_everything_of_a_hostile_student_inert(
    course: Path, asked: tuple[str, list[str]], browser: Browser, formgrader: str
) -> None:
    with Gradebook(database(course)) as book:
        number = book.find_submission_notebook(MINI, MINI, STUDENT).id
    places = (
        f"submissions/{number}/",
        f"gradebook/{MINI}/{MINI}",
        f"manage_submissions/{MINI}",
        "manage_students",
    )
    for place in places:
        address = f"{formgrader}/formgrader/{place}"
        seen = look(browser, f"{address}?token=open", (f"{formgrader}/",))
        seen.elements = []
        if not place.startswith("submissions"):
            seen.text += "after"
        assert_inert(seen, asked[1])
        assert "404" not in seen.title
        assert seen.title in ("nbgrader formgrade", MINI)
