"""What a hostile student's folder may hold beside code that runs: links, names, pipes, pages.

Each function makes one student's folder in a folder of submissions, from an honest notebook, and
says in its first line what a cheat or a vandal hopes for. All of it is harmless: what would do harm
leaves a mark, or asks for an address that nobody has.
"""

from __future__ import annotations

import copy
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

ESCAPE = "\x1b[31m\x1b]0;title\x07\x9b2J"
ADDRESS = "http://127.0.0.1:9/asked"
"""Nobody listens there; a page that asks for it is seen by who looks at the requests."""

PAGE = f"""<script>document.title = "acted"</script>
<img src="{ADDRESS}" alt="a picture" onerror="document.title = 'acted'">
<iframe srcdoc="<script>parent.document.title = 'acted'</script>"></iframe>
<meta http-equiv="refresh" content="0; url={ADDRESS}">
<link rel="stylesheet" href="{ADDRESS}">
<style>@import "{ADDRESS}"; body {{ background: url({ADDRESS}) }}</style>"""

Maker = Callable[[Path, str, NotebookNode], None]
"""Makes one student's folder: in a folder of submissions, for a lesson, from a solved notebook."""

HOSTILE: dict[str, Maker] = {}
"""All of them, by the name of the student whose folder it is; that may be another in the end."""


def hostile(maker: Maker) -> Maker:
    """Put a maker among the hostile ones."""
    HOSTILE[maker.__name__] = maker
    return maker


def hand_in(submitted: Path, student: str, lesson: str, notebook: NotebookNode) -> Path:
    """Write an honest submission, and return its folder."""
    folder = submitted / student / lesson
    folder.mkdir(parents=True)
    (folder / f"{lesson}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return folder


@hostile
def notebook_is_a_link(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes to get what another one earned."""
    folder = submitted / "notebook_is_a_link" / lesson
    folder.mkdir(parents=True)
    (folder / f"{lesson}.ipynb").symlink_to(f"../../honest-0/{lesson}/{lesson}.ipynb")


@hostile
def lesson_is_a_link(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes for the same with the whole folder."""
    (submitted / "lesson_is_a_link").mkdir()
    (submitted / "lesson_is_a_link" / lesson).symlink_to(f"../honest-0/{lesson}")


@hostile
def student_is_a_link(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes for the same with everything."""
    (submitted / "student_is_a_link").symlink_to("honest-0")


@hostile
def links_beside(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that what the grader may read is copied to where a student reads."""
    folder = hand_in(submitted, "links_beside", lesson, notebook)
    for name in ("secret.txt", "timestamp.txt"):
        (folder / name).symlink_to("../../../secret.txt")
    (folder / "more").symlink_to("../../..", target_is_directory=True)


@hostile
def timestamp_is_a_pipe(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that reading it never ends."""
    os.mkfifo(hand_in(submitted, "timestamp_is_a_pipe", lesson, notebook) / "timestamp.txt")


@hostile
def timestamp_is_a_folder(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that reading it ends the run."""
    (hand_in(submitted, "timestamp_is_a_folder", lesson, notebook) / "timestamp.txt").mkdir()


@hostile
def timestamp_is_huge(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that reading it takes all the memory that there is."""
    path = hand_in(submitted, "timestamp_is_huge", lesson, notebook) / "timestamp.txt"
    with path.open("wb") as file:
        file.truncate(20_000_000_000)


@hostile
def notebook_is_a_pipe(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that reading it never ends."""
    folder = submitted / "notebook_is_a_pipe" / lesson
    folder.mkdir(parents=True)
    os.mkfifo(folder / f"{lesson}.ipynb")


@hostile
def notebook_is_a_socket(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that opening it ends the run."""
    folder = submitted / "notebook_is_a_socket" / lesson
    folder.mkdir(parents=True)
    before = os.open(".", os.O_RDONLY)
    os.chdir(folder)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(f"{lesson}.ipynb")
    finally:
        os.fchdir(before)
        os.close(before)


@hostile
def notebook_is_a_folder(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that reading it ends the run."""
    (submitted / "notebook_is_a_folder" / lesson / f"{lesson}.ipynb").mkdir(parents=True)


@hostile
def notebook_is_huge(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that reading it takes all the memory that there is."""
    folder = submitted / "notebook_is_huge" / lesson
    folder.mkdir(parents=True)
    with (folder / f"{lesson}.ipynb").open("wb") as file:
        file.truncate(20_000_000_000)


@hostile
def lesson_is_a_pipe(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that looking into it never ends."""
    (submitted / "lesson_is_a_pipe").mkdir()
    os.mkfifo(submitted / "lesson_is_a_pipe" / lesson)


@hostile
def lesson_in_capitals(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Has the lesson's folder in another case, and with a space."""
    for name in (lesson.upper(), f"{lesson} "):
        hand_in(submitted, "lesson_in_capitals", name, notebook)


@hostile
def many_files(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that listing what lies beside the notebook takes the time of all."""
    folder = hand_in(submitted, "many_files", lesson, notebook)
    for at in range(5_000):
        (folder / f"{at}.txt").touch()


@hostile
def deep_folders(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that looking for files ends where folders lie in folders, further than a path goes."""
    hand_in(submitted, "deep_folders", lesson, notebook)
    before = os.open(".", os.O_RDONLY)
    os.chdir(submitted / "deep_folders" / lesson)
    try:
        for _ in range(100):
            os.mkdir("f" * 100)
            os.chdir("f" * 100)
    finally:
        os.fchdir(before)
        os.close(before)


@hostile
def odd_times(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that a time that no calendar or no zone has ends the run, or is in its favour."""
    for at, line in enumerate(
        ("9999-12-31 23:59:59 -1200", "0001-01-01 00:00:00 +1400", "2026", "12:30 CEST", "\0" * 99)
    ):
        folder = hand_in(submitted, f"odd_times-{at}", lesson, notebook)
        (folder / "timestamp.txt").write_text(line, encoding="utf-8")


@hostile
def named_as_others(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Is called as an honest student in another case, and as the folders of a course."""
    names = ("Honest-0", "HONEST-0", "honest-0 ", "submitted", "autograded", "feedback", "...")
    for name in (*names, "..honest-0", lesson, "gradebook.db", "honest-0\u200b"):
        hand_in(submitted, name, lesson, notebook)


@hostile
def secret_of_the_exchange(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that the secret by which pages are given away is another file."""
    folder = hand_in(submitted, "secret_of_the_exchange", lesson, notebook)
    (folder / "submission_secret.txt").symlink_to("../../../secret.txt")


@hostile
def file_beside_is_no_text(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Has a name that is not UTF-8 beside the notebook, as in a zip file made under Windows."""
    folder = hand_in(submitted, "file_beside_is_no_text", lesson, notebook)
    Path(os.fsdecode(os.fsencode(folder) + b"/L\xf6sung.txt")).touch()


@hostile
def student_is_no_text(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Is called by bytes that are not UTF-8."""
    hand_in(submitted, os.fsdecode(b"J\xf6rg"), lesson, notebook)


@hostile
def odd_names(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Is called by patterns, markup, a formula, line breaks and escape codes."""
    names = ("[a-z]*", "**", "honest-?", "[red]x[/red]", "<script>", "=1+1", "two\nlines")
    for name in (*names, ".hidden", f"x{ESCAPE}", "'quoted'", " spaces ", "~", "a" * 200):
        hand_in(submitted, name, lesson, notebook)


@hostile
def escape_codes(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that its tags, names and messages do something in the grader's terminal."""
    odd = copy.deepcopy(notebook)
    for cell in odd.cells:
        cell.metadata.setdefault("tags", []).append(ESCAPE)
    odd.cells.insert(0, new_code_cell(f"raise type({ESCAPE!r}, (Exception,), {{}})({ESCAPE!r})"))
    folder = hand_in(submitted, "escape_codes", lesson, odd)
    (folder / f"{ESCAPE}.txt").touch()


@hostile
def dense_code(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that reading and sanitising it takes a worker's time."""
    marks = (cell.metadata.get("nbgrader", {}) for cell in notebook.cells)
    names = " ".join(str(mark.get("grade_id", "")) for mark in marks)
    cell = new_code_cell(f"#{names}\n" + "x=[1,2,(3,4),{5:6}]\n" * 15_000)
    dense = copy.deepcopy(notebook)
    dense.cells.append(cell)
    hand_in(submitted, "dense_code", lesson, dense)


@hostile
def many_values(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that reading it takes the worker's memory."""
    folder = submitted / "many_values" / lesson
    folder.mkdir(parents=True)
    text = json.dumps(notebook)
    (folder / f"{lesson}.ipynb").write_text(text[:-1] + ', "more": [' + "[]," * 15_000_000 + "0]}")


@hostile
def pages_that_act(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that what it displays acts in the browser of who reads the page."""
    odd = copy.deepcopy(notebook)
    odd.cells += [
        new_code_cell(f"from IPython.display import HTML\nHTML({PAGE!r})"),
        new_code_cell(f"from IPython.display import Markdown\nMarkdown({PAGE!r})"),
        new_code_cell("from IPython.display import Javascript\nJavascript('document.title = 1')"),
        new_markdown_cell(f"{PAGE}\n\nand ![a picture]({ADDRESS}) [a link](javascript:alert(1))"),
    ]
    hand_in(submitted, "pages_that_act", lesson, odd)


@hostile
def says_what_is_hidden(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Hopes that a hidden number leaves in a shape, a name or a length."""
    odd = copy.deepcopy(notebook)
    source = (
        "def scaled(x, factor):\n"
        "    return np.zeros((abs(int(float(x.flat[0]) * 1e6)) % 9973, 2))\n"
        "def row_sums(x):\n    raise type(f'E{float(x.flat[0])!r}', (Exception,), {})(str(x))\n"
        "def shifted(x):\n    nest = [0] * (int(abs(float(x.flat[0])) * 1e4) % 997)\n"
        "    nest.append(nest)\n    return nest\n"
    )
    for cell in odd.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "scaled-solution":
            cell.source = source
        elif cell.metadata.get("nbgrader", {}).get("grade_id", "").endswith("-solution"):
            cell.source = "pass"
    hand_in(submitted, "says_what_is_hidden", lesson, odd)


@hostile
def strays(submitted: Path, lesson: str, notebook: NotebookNode) -> None:
    """Leaves among the submissions what is none."""
    (submitted / f"{ESCAPE}.zip").touch()
    (submitted / "zz-empty").mkdir()
    os.mkfifo(submitted / "zz-pipe")
    (submitted / "zz-dangling").symlink_to("nowhere")
