"""From the gradebook to tables, feedback and CSV files."""

from __future__ import annotations

import base64
import copy
import csv
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from conftest import as_bytes, write
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateFeedback
from nbgrader.plugins import CsvExportPlugin
from traitlets.utils.importstring import import_item

from graders.cells import role
from graders.errors import RefusalError
from graders.grading import ClassResult, GradebookError, StudentResult, grade_class
from graders.grading.gradebook.address import DATABASE, database
from graders.grading.settings import course_directory, nbgrader_settings
from graders.reporting import (
    NothingGradedError,
    class_text,
    export,
    failures,
    load_class,
    make_feedback,
    remarks,
    troubles,
)
from graders.reporting.grades import GradesExport
from graders.reporting.page import FeedbackExporter, Inert
from graders.reporting.sheets import read_rows

MINI = "00_mini"
FORMULAS = ("=1+1", "@x", "+x", "-x", "\tx", "'x", "a,b", 'say "so"')


@pytest.fixture
def course(
    mini: str, no_kernel: None, tmp_path: Path, solved: NotebookNode, template: NotebookNode
) -> Path:
    """A course with four submissions, graded."""
    wrong = copy.deepcopy(solved)
    write(wrong, "shifted", "def shifted(x):\n    return x - 1.0")
    write(wrong, "row_sums", "def row_sums(x):\n    return x.sum(1, keepdims=True) * 2, 0.0")
    notebooks = {
        "Ada Lovelace": as_bytes(solved),
        "李小龍": as_bytes(wrong),
        "unsolved": as_bytes(template),
        "text": b"My homework",
    }
    for student, data in notebooks.items():
        folder = tmp_path / "submitted" / student / MINI
        folder.mkdir(parents=True)
        (folder / f"{MINI}.ipynb").write_bytes(data)
    return tmp_path


@pytest.fixture
def result(course: Path) -> ClassResult:
    return grade_class(MINI, course)


def rows(path: Path) -> list[dict[str, Any]]:
    head, *others = read_rows(path)
    return [dict(zip(head, row, strict=True)) for row in others]


def test_a_class_is_read_back_as_it_was_graded(result: ClassResult, course: Path) -> None:
    again = load_class(MINI, course)
    assert again.exercises == result.exercises
    for before, after in zip(result.students, again.students, strict=True):
        assert (after.student, after.verdicts) == (before.student, before.verdicts)
        assert (after.remarks, after.trouble) == (before.remarks, before.trouble)


def test_what_failed_is_listed_with_the_named_mistake(result: ClassResult) -> None:
    assert [(f.student, f.exercise, f.points, f.named) for f in failures(result)] == [
        ("unsolved", "everything", 0.0, False),
        ("李小龍", "row_sums", 30.5, False),
        ("李小龍", "shifted", 0.0, True),
    ]
    assert failures(result)[-1].why == "One is subtracted, not added."
    assert failures(result)[0].why == "Nothing is written yet."


def test_who_could_not_be_graded_is_named_with_the_reason(result: ClassResult) -> None:
    (line,) = troubles(result)
    assert line.startswith("text: The file is not JSON (line 1).")


def test_the_table_shows_points_of_every_student_and_exercise(result: ClassResult) -> None:
    text = class_text(result)
    cells = {line.split("  ")[0].strip(): line.split()[-4:] for line in text.splitlines() if line}
    assert cells["student"][-1] == "mistake"
    assert cells["Ada Lovelace"] == ["10", "60", "30", "100"]
    assert "李小龍" in text
    assert "30.5/60" in text
    assert "1 scaled (10) · 2 row_sums (60) · 3 shifted (30)" in text
    assert "One is subtracted, not added." in text
    assert "text: The file is not JSON (line 1)." in text


def test_names_are_shown_as_they_are(course: Path, solved: NotebookNode) -> None:
    folder = course / "submitted" / "[red]x[bold]" / MINI
    folder.mkdir(parents=True)
    (folder / f"{MINI}.ipynb").write_bytes(as_bytes(solved))
    assert "[red]x[bold]" in class_text(grade_class(MINI, course))


def test_names_that_are_odd_are_shown_with_escapes_and_never_alike(result: ClassResult) -> None:
    wrong = {
        name: v
        for s in result.students
        if s.student == "unsolved"
        for name, v in s.verdicts.items()
    }
    long = "n" * 80
    names = ["a\x1b[31m", "a\\x1b[31m", "a\nb", long + "1", long + "2", " a", "a"]
    students = [StudentResult(name, wrong, (f"odd {at}.",)) for at, name in enumerate(names)]
    unread = replace(result, students=tuple(StudentResult(n, {}, (), "Unread.") for n in names))
    text = class_text(replace(result, students=tuple(students)), width=400)
    assert [line for line in text.splitlines() if "\x1b" in line] == []
    shown = [line.split(": odd ")[0] for line in text.splitlines() if ": odd " in line]
    assert shown == [
        r"'a\x1b[31m'", r"a\x1b[31m", r"'a\nb'", long + "1", long + "2", "' a'", "a"
    ]  # fmt: skip
    for name in shown:
        rows_of = [line for line in text.splitlines() if line.strip().startswith(f"{name} ")]
        assert len(rows_of) == 2, name  # points, and what failed
    assert troubles(unread) == [f"{name}: Unread." for name in shown]


@pytest.mark.parametrize("width", [60, 100])
def test_a_long_name_is_folded_in_a_narrow_terminal_and_is_all_there(
    result: ClassResult, width: int
) -> None:
    long = "".join(f"{at:04}" for at in range(60))
    (other,) = [s for s in result.students if s.student == "unsolved"]
    text = class_text(replace(result, students=(replace(other, student=long),)), width=width)
    tables = text.split("1 scaled (10)")
    assert max(map(len, text.splitlines())) <= width
    for table in tables:
        assert long in "".join(line.split()[0] for line in table.splitlines() if line.strip())


def test_grades_are_exported_by_nbgrader(result: ClassResult, course: Path) -> None:
    with Gradebook(database(course)) as book:
        book.find_grade("shifted", MINI, MINI, "unsolved").manual_score = 5.0
        book.db.commit()
    grades, *_ = export(MINI, course, course / "out")
    found = {row["student_id"]: (row["score"], row["max_score"]) for row in rows(grades)}
    assert found == {
        "Ada Lovelace": ("100.0", "100.0"),
        "text": ("0.0", "100.0"),
        "unsolved": ("5.0", "100.0"),
        "李小龍": ("40.5", "100.0"),
    }


def test_grades_are_what_nbgraders_own_exporter_writes(course: Path) -> None:
    (course / "submitted" / "unsolved" / MINI / "timestamp.txt").write_text("2026-03-01 10:00 UTC")
    grade_class(MINI, course)
    with Gradebook(database(course)) as book:
        book.add_student("absent", first_name="Ab", last_name="Sent", email="a@b.example")
        book.find_assignment(MINI).duedate = datetime(2026, 2, 1)
        book.find_submission(MINI, "unsolved").notebooks[0].late_submission_penalty = 1.5
        book.db.commit()
        book.add_assignment("01_other")
        for options in ({}, {"assignment": [MINI]}, {"student": ["absent", "unsolved"]}):
            for exporter, name in ((CsvExportPlugin, "theirs.csv"), (GradesExport, "ours.csv")):
                exporter(to=str(course / name), **options).export(book)
            assert (course / "ours.csv").read_bytes() == (course / "theirs.csv").read_bytes()
    assert (course / "ours.csv").read_text().count("\n") == 5


def test_nbgraders_command_exports_with_our_exporter_too() -> None:
    assert import_item(nbgrader_settings().ExportApp.plugin_class) is GradesExport


@pytest.mark.parametrize("student", FORMULAS)
def test_no_cell_of_a_csv_file_is_a_formula(
    course: Path, solved: NotebookNode, student: str
) -> None:
    folder = course / "submitted" / student / MINI
    folder.mkdir(parents=True)
    (folder / f"{MINI}.ipynb").write_bytes(as_bytes(solved))
    (folder / "=1.txt").touch()
    (course / "submitted" / "=a file").touch()
    grade_class(MINI, course)
    grades, mistakes, said = export(MINI, course, course)
    for path in (grades, mistakes, said):
        with path.open(newline="", encoding="utf-8") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert [row["score"] for row in rows(grades) if row["student_id"] == student] == ["100.0"]
    assert [row["points"] for row in rows(mistakes) if row["student"] == student] == [
        "10.0", "60.0", "30.0"
    ]  # fmt: skip
    assert [row["remark"] for row in rows(said) if row["student"] == student] == [
        "Other files were handed in and were not used: '=1.txt'."
    ]
    assert [row["remark"] for row in rows(said) if not row["student"]] == [
        "=a file: not a student's folder."
    ]


def test_mistakes_are_exported_a_line_for_each_exercise(result: ClassResult, course: Path) -> None:
    _, mistakes, _ = export(MINI, course, course)
    found = rows(mistakes)
    assert len(found) == 4 * 3
    (shifted,) = [r for r in found if (r["student"], r["exercise"]) == ("李小龍", "shifted")]
    assert (shifted["points"], shifted["max_points"]) == ("0.0", "30.0")
    assert (shifted["outcome"], shifted["mistake"]) == ("failed", "subtracted")
    assert shifted["message"].endswith("One is subtracted, not added.")
    (text, *_) = [r for r in found if r["student"] == "text"]
    assert text["message"].startswith("The file is not JSON")


def test_remarks_are_shown_and_exported(course: Path) -> None:
    (course / "submitted" / "unsolved" / MINI / "numpy.py").touch()
    result = grade_class(MINI, course)
    said = "Other files were handed in and were not used: 'numpy.py'."
    assert remarks(result) == [f"unsolved: {said}"]
    text = class_text(result, width=200)
    assert text.index("One is subtracted") < text.index(f"unsolved: {said}")
    assert text.index(f"unsolved: {said}") < text.index("text: The file is not JSON")
    *_, path = export(MINI, course, course)
    assert path == course / "remarks.csv"
    assert rows(path) == [{"student": "unsolved", "remark": said}]


def test_many_remarks_are_shortened(result: ClassResult) -> None:
    students = tuple(StudentResult(f"s{at}", {}, (f"odd {at}.", f"{at}.")) for at in range(20))
    lines = remarks(replace(result, students=students))
    assert lines[0] == "s0: odd 0."
    assert lines[20:] == [
        "... and 20 more remarks; remarks.csv, which `graders export` writes, has all."
    ]


def test_nobodys_remarks_are_crowded_out(result: ClassResult) -> None:
    many = StudentResult("ada", {}, tuple(f"odd {at}." for at in range(28)))
    others = tuple(StudentResult(f"s{at}", {}, (f"mine {at}.",)) for at in range(19))
    lines = remarks(replace(result, students=(many, *others)))
    assert lines[:2] == ["ada: odd 0.", "s0: mine 0."]
    assert lines[19:] == [
        "s18: mine 18.",
        "... and 27 more remarks; remarks.csv, which `graders export` writes, has all.",
    ]


def test_the_same_remark_on_many_is_one_line(result: ClassResult) -> None:
    students = tuple(StudentResult(f"s{at}", {}, ("odd.",)) for at in range(30))
    odd = StudentResult("\x1b[31m", {}, ("odd as well.",))
    lines = remarks(replace(result, students=(*students, odd)))
    assert lines == [
        "s0, s1, s2, s3, s4 and 25 more: odd.",
        r"'\x1b[31m': odd as well.",
    ]


def test_what_is_no_submission_is_shown_after_the_troubles(course: Path) -> None:
    (course / "submitted" / "README.txt").touch()
    text = class_text(grade_class(MINI, course))
    assert text.index("text: The file is not JSON") < text.index(
        "README.txt: not a student's folder."
    )


def test_a_file_that_cannot_be_written_is_named(result: ClassResult, course: Path) -> None:
    (course / "out" / "mistakes.csv").mkdir(parents=True)
    with pytest.raises(RefusalError) as caught:
        export(MINI, course, course / "out")
    assert str(caught.value).startswith(
        f"Nothing can be written to {course / 'out' / 'mistakes.csv'} (Is a directory). A place"
    )
    (course / "a file").touch()
    with pytest.raises(RefusalError, match=r"a file \(File exists\)"):
        export(MINI, course, course / "a file")
    (course / "feedback").touch()
    with pytest.raises(RefusalError, match=r"feedback \(File exists\)"):
        make_feedback(MINI, course)


def test_a_gradebook_of_another_kind_is_refused_before_graded_submissions_are_missed(
    mini: str, tmp_path: Path
) -> None:
    (tmp_path / DATABASE).write_text("not a database, " * 100, encoding="utf-8")
    with pytest.raises(GradebookError, match="cannot be read as a gradebook"):
        make_feedback(mini, tmp_path)
    with pytest.raises(GradebookError, match="cannot be read as a gradebook"):
        export(mini, tmp_path, tmp_path)


@pytest.mark.slow
def test_everyone_gets_a_page_of_feedback(result: ClassResult, course: Path) -> None:
    with Gradebook(database(course)) as book:
        book.find_comment("shifted-solution", MINI, MINI, "李小龍").manual_comment = "Look again."
        book.db.commit()
    feedback = make_feedback(MINI, course)
    assert feedback.troubles == ()
    pages = {page.parent.parent.name: page.read_text(encoding="utf-8") for page in feedback.pages}
    assert set(pages) == {"Ada Lovelace", "text", "unsolved", "李小龍"}
    assert "(Score: 100.0 / 100.0)" in pages["Ada Lovelace"]
    assert "One is subtracted, not added." in pages["李小龍"]
    assert "Look again." in pages["李小龍"]
    assert "The file is not JSON (line 1)." in pages["text"]
    assert "Well multiplied." in pages["Ada Lovelace"]


ODD_NAMES = (
    "[a]*?",
    "<b>x",
    "two\nlines",
    ".hidden",
    "-n",
    '"quoted"\'s',
    "\x1b[31mred",
    "{{ 7*7 }}",
)


def test_a_picture_never_costs_a_page(
    mini: str, no_kernel: None, tmp_path: Path, solved: NotebookNode
) -> None:
    data = base64.b64encode(b"no picture" * 400_000).decode()
    pictures: dict[str, dict[str, Any]] = {
        "missing": {},
        "too large": {"attachments": {"page.png": {"image/png": data}}},
        "no picture": {"attachments": {"page.png": {"image/png": data[:400]}}},
        "no text": {"attachments": {"page.png": {"image/png": 7}}},
    }
    for student, more in pictures.items():
        mine = copy.deepcopy(solved)
        mine.cells.append(new_markdown_cell("my sheet: ![the page](attachment:page.png)"))
        mine.cells[-1].update(more)
        folder = tmp_path / "submitted" / student / MINI
        folder.mkdir(parents=True)
        (folder / f"{MINI}.ipynb").write_bytes(as_bytes(mine))
    result = grade_class(MINI, tmp_path)
    feedback = make_feedback(MINI, tmp_path)
    assert feedback.troubles == ()
    assert len(feedback.pages) == 4
    for page in feedback.pages:
        text = page.read_text(encoding="utf-8")
        assert "my sheet: [A picture “the page” that cannot be shown.]" in text
    assert [line for line in remarks(result) if line.startswith("too large: The pictures in the")]


def test_every_name_gets_its_own_page(mini: str, no_kernel: None, tmp_path: Path,
                                      solved: NotebookNode) -> None:  # fmt: skip
    for name in ODD_NAMES:
        folder = tmp_path / "submitted" / name / MINI
        folder.mkdir(parents=True)
        (folder / f"{MINI}.ipynb").write_bytes(as_bytes(solved))
    grade_class(MINI, tmp_path)
    feedback = make_feedback(MINI, tmp_path)
    assert feedback.troubles == ()
    assert {page.parent.parent.name for page in feedback.pages} == set(ODD_NAMES)
    for page in feedback.pages:
        assert page.parent.parent.parent == tmp_path / "feedback"
        assert "(Score: 100.0 / 100.0)" in page.read_text(encoding="utf-8")


def test_a_page_forbids_scripts_and_requests(result: ClassResult, course: Path) -> None:
    for page in make_feedback(MINI, course).pages:
        text = page.read_text(encoding="utf-8")
        assert (
            "default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;" in text
        )
        assert '<meta name="referrer" content="no-referrer">' in text
        assert '<html lang="en">' in text
        assert '<meta charset="utf-8">' in text
        assert "<script" not in text
        assert "http" not in text.replace("http-equiv", "").replace(
            "http://www.w3.org/1998/Math/MathML", ""
        )


def test_no_link_is_followed_to_a_notebook(result: ClassResult, course: Path) -> None:
    graded = course / "autograded"
    notebook = Path(MINI, f"{MINI}.ipynb")
    (graded / "linked").symlink_to(graded / "unsolved")
    (graded / "half").mkdir()
    (graded / "half" / MINI).symlink_to(graded / "unsolved" / MINI)
    (graded / "whole" / MINI).mkdir(parents=True)
    (graded / "whole" / notebook).symlink_to(graded / "unsolved" / notebook)
    students = {page.parent.parent.name for page in make_feedback(MINI, course).pages}
    assert students == {"Ada Lovelace", "text", "unsolved", "李小龍"}


def test_a_page_that_cannot_be_made_costs_its_student_only(
    result: ClassResult, course: Path
) -> None:
    make_feedback(MINI, course)
    (course / "autograded" / "unsolved" / MINI / f"{MINI}.ipynb").chmod(0o644)
    (course / "autograded" / "unsolved" / MINI / f"{MINI}.ipynb").write_text("no notebook")
    feedback = make_feedback(MINI, course)
    (line,) = feedback.troubles
    assert line.startswith("unsolved: no page could be made of the autograded notebook (NotJSON")
    assert line.endswith(
        "Grade it again with `graders grade 00_mini --again`, then make the pages again."
    )
    assert len(feedback.pages) == 3
    assert not (course / "feedback" / "unsolved" / MINI / f"{MINI}.html").exists()


def test_a_page_tells_what_is_the_graders_and_what_the_students(
    mini: str, no_kernel: None, tmp_path: Path, solved: NotebookNode
) -> None:
    card = '<section style="border:1px solid">Passed 60 / 60</section>'
    solved.cells.insert(1, new_markdown_cell(card))
    solved.cells.insert(2, new_code_cell("progress()"))
    folder = tmp_path / "submitted" / "anna" / MINI
    folder.mkdir(parents=True)
    (folder / f"{MINI}.ipynb").write_bytes(as_bytes(solved))
    grade_class(MINI, tmp_path)
    path = tmp_path / "autograded" / "anna" / MINI / f"{MINI}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code" and role(cell) != "check":
            cell.outputs = [new_output("display_data", {"text/html": card})]
    path.chmod(0o644)
    nbformat.write(notebook, path)
    (written,) = make_feedback(MINI, tmp_path).pages
    page = BeautifulSoup(written.read_text(encoding="utf-8"), "html.parser")
    forged = page.find_all(string="Passed 60 / 60")
    assert len(forged) > 4
    for text in forged:
        around = {name for tag in text.parents for name in tag.get("class", [])}
        assert "judged" not in around
        assert "own" in around or "output" in around
    judged = page.select(".judged section")
    assert [c["aria-label"].partition(":")[0] for c in judged[:3]] == [
        "Check of scaled", "Check of row_sums", "Check of shifted"
    ]  # fmt: skip
    assert [p.get_text(strip=True) for p in page.select(".prose:not(.own)")][:2] == [
        "A miniature lesson",
        "The second exercise uses the first.",
    ]
    assert "has a line at its left" in page.nav.get_text()


def test_code_reads_as_it_runs_and_a_bar_of_progress_is_there_once() -> None:
    bar = "\r".join(f"{n} % done" for n in range(100)) + "\nafter\r\n"
    cell = new_code_cell("x = 1  # \u202e1 = y", outputs=[new_output("stream", text=bar)])
    about = {"nbgrader": {"notebook": "x", "late_penalty": 0}}
    text, _ = FeedbackExporter().from_notebook_node(new_notebook(cells=[cell]), about)
    assert r"# \u202e1 = y" in text
    assert "\u202e" not in text
    assert '<pre class="stdout">99 % done\nafter\n</pre>' in text
    (shown,) = Inert().preprocess(new_notebook(cells=[cell]), {})[0].cells
    assert shown.source == r"x = 1  # \u202e1 = y"


def test_old_notebooks_are_made_inert_when_their_page_is_made(
    result: ClassResult, course: Path
) -> None:
    path = course / "autograded" / "unsolved" / MINI / f"{MINI}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    picture = "![a curve](http://127.0.0.1:9/curve.png)"
    notebook.cells.append(new_markdown_cell(f"<script>1</script>\n\n{picture}"))
    html = {"text/html": "<b onclick=x>bold</b><script>1</script>"}
    notebook.cells.append(new_code_cell(outputs=[new_output("display_data", data=html)]))
    path.chmod(0o644)
    nbformat.write(notebook, path)
    text = (make_feedback(MINI, course).pages[2]).read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<b>bold</b>" in text
    assert "[A picture “a curve” from outside, which is not loaded: http://127.0.0.1:9" in text


def test_nbgraders_own_command_makes_the_same_page(result: ClassResult, course: Path) -> None:
    ours = {p: p.read_text(encoding="utf-8") for p in make_feedback(MINI, course).pages}
    config = nbgrader_settings()
    config.CourseDirectory.db_url = database(course)
    directory = course_directory(course, MINI, config)
    GenerateFeedback(coursedir=directory, config=config, force=True).start()
    for page, text in ours.items():
        assert page.read_text(encoding="utf-8") == text


@pytest.mark.slow
def test_feedback_can_be_made_again(result: ClassResult, course: Path) -> None:
    first = make_feedback(MINI, course)
    assert make_feedback(MINI, course) == first


def test_without_graded_submissions_it_says_what_to_run(mini: str, tmp_path: Path) -> None:
    for call in (load_class, make_feedback):
        with pytest.raises(NothingGradedError) as caught:
            call(mini, tmp_path)
        assert str(caught.value) == (
            f"There are no graded submissions of 00_mini in {tmp_path}. Autograded notebooks were "
            f"expected in {tmp_path / 'autograded'}. Make them with `graders grade 00_mini "
            f"--course {tmp_path}`, or name another folder with --course."
        )


def test_an_autograded_notebook_that_is_none_costs_that_student_only(
    course: Path, result: ClassResult
) -> None:
    autograded = course / "autograded"
    whole = export(MINI, course, course / "before")
    path = autograded / "unsolved" / MINI / f"{MINI}.ipynb"
    path.unlink()
    path.write_text("{}", encoding="utf-8")
    text = autograded / "text" / MINI / f"{MINI}.ipynb"
    text.unlink()
    text.write_bytes(b"\xff")
    *_, mistakes, said = export(MINI, course, course / "after")
    others = [row for row in read_rows(whole[1]) if row[0] not in ("unsolved", "text")]
    assert read_rows(mistakes) == others
    troubles = [row for row in read_rows(said) if row[1].startswith("The autograded notebook")]
    assert [row[0] for row in troubles] == ["text", "unsolved"]
    assert troubles[0][1].endswith("Grade it again with `graders grade 00_mini --again`.")
    assert len(make_feedback(MINI, course).pages) == 2
