"""What grading says of a submission is text to look at, from where it is said first."""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path

import pytest
from conftest import as_bytes, write
from nbformat import NotebookNode

from graders.errors import RefusalError
from graders.grading.driver.lock import LOCK, only_one
from graders.grading.driver.results import StudentResult
from graders.grading.gradebook.address import GradebookError, database
from graders.grading.handed_in.reading import read_notebook
from graders.grading.handed_in.sanitise import sanitise
from graders.grading.materials import Materials
from graders.grading.running.raised import what_was_raised
from graders.grading.submission import grade_submission, ungradable
from graders.grading.written import note
from graders.judging import Outcome, Verdict, frozen_table
from graders.judging.verdict import Location, Part
from graders.notebook import to_text
from graders.wording import visible

CODES = "\x1b[31mM\x1b]0;t\x07\x9b2J\x08\x7f\u202e\u2028"
SHOWN = r"\x1b[31mM\x1b]0;t\x07\x9b2J\x08\x7f\u202e\u2028"


def test_tags_are_quoted_and_shown(solved: NotebookNode, template: NotebookNode) -> None:
    solved.cells[0].metadata.tags = [CODES, "a, b", "x" * 50]
    _, (remark,) = sanitise(solved, template)
    assert remark.endswith(rf"' were removed: '{SHOWN}', 'a, b', '{'x' * 40}...'.")


def test_what_reading_repeats_of_a_file_is_shown() -> None:
    raw = {"nbformat": CODES, "cells": [{"cell_type": CODES, "source": "", "metadata": {}}]}
    remarks = read_notebook(json.dumps(raw, ensure_ascii=False).encode()).remarks
    assert any("unknown type" in remark for remark in remarks)
    assert [remark for remark in remarks if visible(remark) != remark] == []


def test_an_exception_of_a_cell_is_told_in_one_visible_line() -> None:
    raised = NotebookNode(
        output_type="error", ename="E" + CODES, evalue="a\n\x1b[31m b\r\nc", traceback=[CODES]
    )
    assert what_was_raised([raised]) == rf"E{SHOWN}: a \x1b[31m b c"


def test_a_verdict_holds_no_other_texts() -> None:
    location = Location(CODES, CODES, (0,), 1.0, 2.0, 1.0, 1.0, CODES, ((1.0,),), (CODES, CODES))
    verdict = Verdict(
        CODES, CODES, Outcome.FAILED, 0.0, 1.0, (Part(CODES, Outcome.FAILED, 0.0, 1.0, CODES),),
        CODES, CODES, CODES, CODES, location, "\x1b[1mbold\x1b[0m\x07\n", CODES, 1, (CODES, CODES),
    )  # fmt: skip
    assert verdict.returned == verdict.notes[1] == verdict.parts[0].finding == SHOWN
    assert location.map_axes == (SHOWN, SHOWN)
    assert verdict.printed == "bold\\x07\n"
    texts = json.dumps(verdict.to_json(), ensure_ascii=False) + to_text(verdict)
    assert visible(texts) == texts
    assert Verdict.from_json(verdict.to_json()) == verdict


def test_remarks_and_troubles_are_one_visible_line_each(lesson: Materials) -> None:
    notebook = lesson.notebook()
    note(notebook, [f"a{CODES}\nb"], f"c{CODES}\nd")
    assert notebook.metadata.graders == {"remarks": [rf"a{SHOWN}\nb"], "trouble": rf"c{SHOWN}\nd"}
    graded = ungradable(lesson, f"c{CODES}\nd", [f"a{CODES}\nb"])
    for one in (graded, StudentResult("x", {}, (f"a{CODES}\nb",), f"c{CODES}\nd")):
        assert one.remarks == (rf"a{SHOWN}\nb",)
        assert one.trouble == rf"c{SHOWN}\nd"


@pytest.mark.parametrize("raised", ["cell", "function"])
def test_a_graded_notebook_says_nothing_that_acts(
    lesson: Materials, solved: NotebookNode, no_kernel: None, raised: str
) -> None:
    hostile = copy.deepcopy(solved)
    error = f"raise type({CODES!r}, (Exception,), {{}})({CODES!r})"
    write(hostile, "scaled", error if raised == "cell" else f"def scaled(x, factor):\n    {error}")
    hostile.cells[0].metadata.tags = [CODES]
    graded = grade_submission(as_bytes(hostile), lesson, [CODES])
    assert graded.remarks[0] == SHOWN
    told = [*graded.remarks, *(v.message for v in graded.verdicts.values())]
    assert [sentence for sentence in told if visible(sentence) != sentence] == []


def test_a_function_that_raises_is_told_visibly_on_visible_cases() -> None:
    from graders.judging import judge_json, observe_json

    table = frozen_table("clip")
    error = type(CODES, (Exception,), {})

    def clip(*arguments: object) -> None:
        print("\x1b[32mgreen\x1b[0m\x9b")
        raise error(CODES)

    verdict = judge_json(table, observe_json(clip, table.cases_json(), 1.0))
    assert f"raised {SHOWN} in clip" in verdict.returned
    assert verdict.printed.startswith("green\\x9b\n")
    assert visible(to_text(verdict)) == to_text(verdict)


def test_who_holds_a_course_is_shown(tmp_path: Path) -> None:
    with only_one(tmp_path, database(tmp_path)):
        descriptor = os.open(tmp_path / LOCK, os.O_WRONLY)
        os.write(descriptor, (CODES + "\nprocess").encode())
        os.close(descriptor)
        with (
            pytest.raises(RefusalError) as caught,
            only_one(tmp_path, database(tmp_path)),
        ):
            pass
    assert rf"({SHOWN}\nprocess" in str(caught.value)


def test_a_refusal_is_visible() -> None:
    assert str(RefusalError(f"a{CODES}\nb")) == f"a{SHOWN}\nb"
    with pytest.raises(GradebookError) as caught:
        database(Path(), f"mysql://{CODES}@host/{CODES}")
    assert visible(str(caught.value)) == str(caught.value)
