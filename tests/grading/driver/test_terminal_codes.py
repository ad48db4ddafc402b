"""Nothing that a submission chose acts in the terminal of the person who grades it."""

from __future__ import annotations

import copy
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from classes import HERE, MINI, SAME
from conftest import as_bytes, cell, write
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from graders.paths import ROOT
from graders.wording import visible

pytestmark = pytest.mark.slow

CODES = "\x1b[7;35mM\x1b]0;title\x07\x9b2J\x9d0;t\x9c\x08\x7f\u202eM\u2066\u2028M"
"""Colours, a window's title, an emptied screen, BEL, backspace, C1 codes, turned directions."""

BREAKS = CODES + "\rgone\nstudent: forged"
"""The same for texts, with a carriage return and a line break."""

LIBRARIES = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?25[lh]|\x1b\[[0-9]*[AK]|\x1b\(B|\r")
"""What rich, and tornado for nbgrader's log, write for colours and to draw a line again."""


def hostile(solved: NotebookNode) -> NotebookNode:
    """Return a notebook with escape codes wherever one can be."""
    notebook = copy.deepcopy(solved)
    named = f"type({BREAKS!r}, (Exception,), {{}})({BREAKS!r})"
    write(notebook, "scaled", f"raise {named}")
    write(notebook, "row_sums", f"def row_sums(x):\n    raise {named}\n")
    write(notebook, "shifted", f"def shifted(x):\n    print({BREAKS!r})\n    return [{named}]\n")
    for each in notebook.cells:
        each.metadata.tags = [BREAKS]
    marks = {"grade_id": BREAKS, "grade": True, "solution": False, "locked": True, "points": 1}
    added = new_code_cell(f"print({BREAKS!r})", metadata={"tags": [BREAKS], "nbgrader": marks})
    odd = new_code_cell(f"'\\{BREAKS[0]}'")
    odd["cell_type"] = BREAKS
    cell(notebook, "scaled").cell_type = BREAKS
    notebook.cells += [added, odd]
    notebook.nbformat_minor = BREAKS
    return notebook


@pytest.fixture
def course(tmp_path: Path, mini: str, solved: NotebookNode) -> Path:
    """A course with two who mean no harm, and others who do."""
    submitted = tmp_path / "course" / "submitted"
    for student, name, data in (
        ("ada", f"{mini}.ipynb", as_bytes(solved)),
        ("bob", f"{mini}.ipynb", b"no notebook"),
        ("eve", f"{mini}.ipynb", as_bytes(hostile(solved))),
        (f"[red]a:smile:{CODES}", f"{mini}.ipynb", as_bytes(solved)),
        (f"b{CODES}", f"{CODES}.ipynb", as_bytes(solved)),
        (f"c{CODES}", f"{CODES}.txt", b""),
        (f"d{CODES}", f"{mini}.ipynb", CODES.encode()),
    ):
        folder = submitted / student / mini
        folder.mkdir(parents=True)
        (folder / name).write_bytes(data)
        if student != "ada":
            (folder / f"beside{CODES}.txt").touch()
    (submitted / f"stray{CODES}").touch()
    (submitted / f"f{CODES}" / f"{CODES}").mkdir(parents=True)
    (tmp_path / "course" / f"{CODES}.py").write_text(
        f"raise type({BREAKS!r}, (Exception,), {{}})({BREAKS!r})\n", encoding="utf-8"
    )
    return tmp_path / "course"


def at_a_terminal(command: Sequence[str], plain: bool) -> str:
    """Run a command in a terminal of its own, and return all that it wrote there."""
    environment = {**os.environ, **SAME, "COLUMNS": "150", "TERM": "xterm"}
    environment |= {"TERM": "dumb", "NO_COLOR": "1"} if plain else {}
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True,
    ):  # fmt: skip
        os.close(theirs)
        said = bytearray()
        while True:
            try:
                piece = os.read(ours, 65_536)
            except OSError:  # how a terminal says that nobody writes to it any more
                break
            said += piece
    os.close(ours)
    return said.decode("utf-8", "surrogateescape").replace("\r\n", "\n")


def acting(said: str) -> list[str]:
    """Return the characters in a text that do something, with what stands around each."""
    return [
        ascii(said[max(0, at - 30) : at + 20])
        for at, character in enumerate(said)
        if visible(character) != character
    ]


def test_no_code_of_a_submission_reaches_the_terminal(
    course: Path, built: tuple[Path, object]
) -> None:
    """On a terminal that knows no codes nothing but text is left; on others, only rich's own."""
    drive = [sys.executable, str(HERE / "drive.py"), str(built[0])]
    fast, real = [*drive, "fake"], [*drive, "real"]
    at = ["--course", str(course)]
    file = str(course / f"{CODES}.py")
    plain, coloured = True, False
    for command, terminal, quotes in (
        ([*real, "grade", MINI, *at], coloured, True),
        ([*fast, "grade", MINI, *at], plain, True),  # reads it back
        ([*fast, "feedback", MINI, *at], coloured, False),
        ([*fast, "export", MINI, *at], coloured, False),
        ([*fast, "try", "clip", file], coloured, True),
        ([*fast, "try", "clip", "--json", file], plain, True),
        ([*fast, "try", "clip", file + "x"], coloured, True),
        ([*fast, "try", "clip", file, f"--{CODES}"], coloured, True),
        (
            [*real, "nbgrader", "autograde", MINI, "--force", f"--course-dir={course}"],
            coloured,
            True,
        ),
    ):
        said = at_a_terminal(command, terminal)
        assert ("\\x1b[7;35mM" in said) or not quotes, said
        assert "Traceback" not in said, said
        assert acting(said if terminal is plain else LIBRARIES.sub("", said)) == [], command
        assert "\x1b[7;35m" not in said, said
        assert not re.search(r"^student: forged", said, re.M), said
        if "--json" in command:
            assert visible(BREAKS)[:40] in json.loads(said)["message"]
