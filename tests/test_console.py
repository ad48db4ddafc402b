"""Whatever is printed, drawn, logged or raised is text to look at."""

from __future__ import annotations

import io
import logging
import os
import shutil
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from rich.columns import Columns
from rich.panel import Panel
from rich.progress import Progress, TextColumn
from rich.table import Table
from rich.text import Text

from graders.console import Console, styled
from graders.grading.programs import find_programs
from graders.logs import VisibleRecord, log_visibly
from graders.paths import ROOT
from graders.wording import uncoloured, visible

CODES = "\x1b[31m\x1b]0;t\x07\x9b2J\x08\r\x7f\u202e\x1b]8;;http://127.0.0.1:9/\x1b\\"
MARKUP = "[bold]b[/bold] [link=http://127.0.0.1:9/]l[/link] [/] :smile:"


def drawn(draw: Callable[[Console], object], **options: object) -> str:
    """Return what a console writes into a file."""
    file = io.StringIO()
    draw(Console(file=file, width=300, **options))
    return file.getvalue()


def tabled(text: str) -> Table:
    table = Table(text, title=text)
    table.add_row(text)
    table.add_row(Text(text))
    return table


@pytest.mark.parametrize("colours", [None, "truecolor"])
@pytest.mark.parametrize(
    "draw",
    [
        lambda c: c.print("<" + CODES + ">"),
        lambda c: c.print("<" + CODES + ">", soft_wrap=True),
        lambda c: c.print(Text(CODES)),
        lambda c: c.print(styled(("<" + CODES + ">", "on red"))),
        lambda c: c.print(tabled(CODES)),
        lambda c: c.print(Panel(CODES, title=CODES), Columns([CODES, Text(CODES)])),
        lambda c: c.print(Text.from_markup(CODES)),
        lambda c: c.print(Exception(CODES)),
    ],
)
def test_no_code_is_written_whatever_it_stands_in(
    draw: Callable[[Console], object], colours: str | None
) -> None:
    said = drawn(draw, color_system=colours, force_terminal=bool(colours))
    assert r"\x1b[31m" in said
    assert "\x1b[31m" not in said
    assert "\x1b]" not in said
    ours = ("\x1b[41m", "\x1b[1m", "\x1b[3m", "\x1b[0m") if colours else ()
    for code in ours:
        said = said.replace(code, "")
    assert visible(said) == said


def test_a_text_is_shown_as_it_is_written() -> None:
    assert drawn(lambda c: c.print(MARKUP)) == MARKUP + "\n"
    assert MARKUP in drawn(lambda c: c.print(tabled(MARKUP)))


def test_a_column_is_as_wide_as_what_is_shown_in_it() -> None:
    table = Table("a", "b")
    table.add_row("\x1b[31m", "x")
    table.add_row("short", "x")
    lines = [line for line in drawn(lambda c: c.print(table)).splitlines() if "x " in line]
    assert len({len(line) for line in lines}) == 1


def test_a_bar_moves_the_cursor_and_its_texts_do_not() -> None:
    file = io.StringIO()
    console = Console(file=file, width=100, force_terminal=True, color_system=None)
    with Progress(TextColumn("{task.description}", markup=False), console=console) as progress:
        progress.add_task("\x1b[2J" + MARKUP)
        progress.refresh()
    assert "\x1b[2J" not in file.getvalue()
    assert r"\x1b[2J" + MARKUP[:50] in file.getvalue()
    assert "\x1b[?25l" in file.getvalue()


def test_a_logs_messages_and_exceptions_are_visible() -> None:
    try:
        raise ValueError(CODES)
    except ValueError:
        information = sys.exc_info()
    record = VisibleRecord("x", logging.ERROR, "f", 1, "%s: %s", ("a" + CODES, 3), information)
    text = logging.Formatter("%(message)s").format(record)
    assert text.startswith(r"a\x1b[31m\x1b]0;t\x07\x9b2J\x08\r\x7f\u202e")
    assert "ValueError: \\x1b[31m" in text
    assert visible(text) == text


def test_what_a_process_logs_warns_of_and_dies_of_is_visible() -> None:
    program = (
        "import logging, warnings; from graders.logs import log_visibly; log_visibly();"
        f"logging.getLogger('x').error('%s', {CODES!r}); warnings.warn({CODES!r});"
        "import threading; wrong = threading.Thread(target=lambda: {}[" + repr(CODES) + "]);"
        "wrong.start(); wrong.join();"
        f"raise type({CODES!r}, (Exception,), {{}})({CODES!r})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    said = done.stderr.decode("utf-8")
    assert done.returncode == 1
    assert said.count(r"\x1b[31m") == 5
    assert visible(said) == said


@pytest.fixture
def as_before() -> object:
    before = logging.getLogRecordFactory(), sys.excepthook, warnings.formatwarning
    of_threads = threading.excepthook
    yield
    logging.setLogRecordFactory(before[0])
    sys.excepthook, warnings.formatwarning = before[1:]
    threading.excepthook = of_threads


def test_it_can_be_asked_for_twice(as_before: None) -> None:
    log_visibly()
    log_visibly()
    said = warnings.formatwarning("a\x1b", UserWarning, "f.py", 3, "x\x07 = 1")
    assert said == "f.py:3: UserWarning: a\\x1b\n  x\\x07 = 1\n"


def test_nbgraders_commands_print_no_code(tmp_path: Path) -> None:
    find_programs()
    book = f"sqlite:///{tmp_path}/gradebook.db"
    with Gradebook(book) as open_book:
        open_book.add_student(f"a{CODES}", last_name=CODES)
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    command = ["nbgrader", "db", "student", "list", f"--CourseDirectory.db_url={book}"]
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=tmp_path, capture_output=True, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    said = (done.stdout + done.stderr).decode("utf-8")
    assert said.count(r"\x1b[31m") >= 2
    assert visible(uncoloured(said)) == uncoloured(said)
    assert r"\x1b[31m" in done.stdout.decode("utf-8")
