"""What a submission costs before its first cell runs is bounded, whatever is in its file."""

from __future__ import annotations

import ast
import contextlib
import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from conftest import cell
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from graders.grading import steps
from graders.grading.handed_in import limits
from graders.grading.handed_in.limits import Deadline, UnreadableNotebookError
from graders.grading.handed_in.reading import Reading, read_notebook
from graders.grading.handed_in.sanitise import sanitise
from graders.grading.materials import Materials
from graders.grading.submission import grade_submission

MB = 1_000_000
START = (
    b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "x"}}, "cells": ['
)
CLEAR = "Clear all outputs in JupyterLab, save, and hand it in again."


def notebook(*cells: bytes) -> bytes:
    return START + b",".join(cells) + b"]}"


def code(source: Any = "x = 1", **more: Any) -> bytes:
    return json.dumps({"cell_type": "code", "metadata": {}, "source": source, **more}).encode()


def repeated(unit: bytes, size: int) -> bytes:
    """Return this piece of a list so often that it takes up so many bytes."""
    return (unit * (size // len(unit))).rstrip(b",")


def with_outputs(outputs: bytes, source: str = "x = 1") -> bytes:
    return code(source)[:-1] + b', "outputs": [' + outputs + b"]}"


def sources(found: Reading) -> list[str]:
    return [each.source for each in found.notebook.cells]


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableNotebookError) as caught:
        read_notebook(data)
    return str(caught.value)


class TestWhatIsReadWhole:
    @pytest.mark.parametrize("unit", [b"[],", b"{},", b'{"a": 0.5},', b"0.1,", b'"x",', b'"\\n",'])
    def test_20_mb_of_small_values_in_outputs(self, unit: bytes) -> None:
        found = read_notebook(notebook(with_outputs(repeated(unit, 20 * 2**20)), code("y = 2")))
        assert sources(found) == ["x = 1", "y = 2"]
        assert found.remarks == ()

    def test_2000_cells(self) -> None:
        written = [f"x = {number}" for number in range(2_000)]
        cells = [code(source, id=f"c{at}") for at, source in enumerate(written)]
        found = read_notebook(notebook(*cells))
        assert sources(found) == written
        assert found.remarks == ()

    def test_20_mb_in_2000_cells(self) -> None:
        written = [f"# {number} ".ljust(10_486, "x") for number in range(2_000)]
        data = notebook(*[code(source, id=f"c{at}") for at, source in enumerate(written)])
        assert len(data) >= 20 * 2**20
        assert sources(read_notebook(data)) == written

    def test_20_mb_of_pictures(self) -> None:
        picture = b'{"output_type": "display_data", "metadata": {}, "data": {"image/png": "%s"}}'
        outputs = b",".join([picture % (b"iVBO" * 250_000)] * 21)
        assert sources(read_notebook(notebook(with_outputs(outputs)))) == ["x = 1"]

    def test_what_widgets_keep_in_the_notebook(self) -> None:
        state = b'"metadata": {"widgets": [' + repeated(b'{"a": []},', 5 * MB) + b"], "
        data = notebook(code()).replace(b'"metadata": {', state, 1)
        assert sources(read_notebook(data)) == ["x = 1"]

    def test_values_that_only_python_reads(self) -> None:
        outputs = b'NaN, "\\ud800", ' + repeated(b'"a line of text\\n",', 15 * MB)
        assert sources(read_notebook(notebook(with_outputs(outputs)))) == ["x = 1"]

    def test_a_source_in_many_lines(self) -> None:
        lines = ["x\n"] * 300_000
        assert sources(read_notebook(notebook(code(lines)))) == ["x\n" * 300_000]


class TestWhatIsTooMuch:
    def test_a_file_of_more_than_100_mb(self) -> None:
        assert reason(b" " * (100 * MB + 1)) == (
            f"The file is larger than 100 MB. A notebook of at most that size was expected. {CLEAR}"
        )

    def test_so_many_cells_that_nobody_counts_them(self) -> None:
        assert reason(notebook(*[b"{}"] * 20_001)) == (
            "The notebook has more than 20000 cells. One of a few hundred was expected. Delete "
            "cells that are not needed, save, and hand it in again."
        )

    def test_the_count_begins_anew_with_each_notebook(self) -> None:
        for _ in range(3):
            assert len(read_notebook(notebook(*[b"{}"] * 9_000)).notebook.cells) == 2_000

    def test_sheets_of_older_notebooks_are_counted_too(self) -> None:
        sheets = b'{"nbformat": 3, "worksheets": [' + repeated(b"{},", MB) + b"]}"
        assert reason(sheets).startswith("The notebook has more than 20000 cells.")

    @pytest.mark.parametrize("element", [b"0,", b"[],", b'"x",', b"null,"])
    def test_millions_of_cells_that_are_none(self, element: bytes) -> None:
        found = reason(notebook(repeated(element, 5 * MB)))
        assert found.startswith("The file is not a notebook as Jupyter writes it, and it is too ")
        assert found.endswith(f"at most 22 MB and 1000000 values were expected. {CLEAR}")

    def test_many_values_that_only_python_reads(self) -> None:
        data = notebook(with_outputs(b"\nNaN," + repeated(b"[],", 3 * MB)))
        values = data.count(b"[") + data.count(b"{") + data.count(b",")
        assert reason(data) == (
            "The file is not a notebook as Jupyter writes it (line 2), and it is too large to be "
            f"read in another way: it has 3.0 MB and up to {values} values, and at most 22 MB and "
            f"1000000 values were expected. {CLEAR}"
        )

    def test_a_large_file_with_bytes_of_another_encoding(self) -> None:
        data = notebook(code("caf?"), with_outputs(b'"' + b"x" * 23 * MB + b'"'))
        assert reason(data.replace(b"caf?", b"caf\xe9")).startswith(
            "The file is not a notebook as Jupyter writes it (some bytes are not UTF-8), and it is "
            "too large to be read in another way: it has 23.0 MB"
        )

    @pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":'])
    @pytest.mark.parametrize("where", ["outputs", "metadata", "source", "id", "more"])
    def test_nesting_without_an_end(self, opening: bytes, where: str) -> None:
        data = START + b'{"' + where.encode() + b'": ' + opening * 200_000
        assert reason(data).startswith("The file is nested too deeply to be read.")

    @pytest.mark.parametrize("where", ["cell_type", "id", "source", "level", "attachments"])
    def test_nesting_within_the_limit(self, where: str) -> None:
        for depth in range(1, 1_000, 7):
            nested = b"[" * depth + b"]" * depth
            deep = b'{"' + where.encode() + b'": ' + nested + b"}"
            with contextlib.suppress(UnreadableNotebookError):
                assert len(read_notebook(notebook(deep)).notebook.cells) == 1

    def test_a_cell_that_is_too_long(self) -> None:
        found = read_notebook(notebook(code("x" * (MB + 1)), code()))
        assert sources(found) == ["", "x = 1"]
        assert found.remarks == ("The source of cell 1 is longer than 1 MB; it was emptied.",)

    def test_a_cell_of_very_many_lines(self) -> None:
        found = read_notebook(notebook(code([""] * 2 * MB), code()))
        assert sources(found) == ["", "x = 1"]
        assert found.remarks == (
            "The source of cell 1 takes up more than 6 MB of the file; it was emptied.",
        )

    def test_sources_that_are_too_long_together(self) -> None:
        found = read_notebook(notebook(*[code("x" * MB)] * 30))
        assert sources(found) == ["x" * MB] * 24 + [""] * 6
        assert found.remarks == (
            "From cell 25 on, sources were emptied: all sources together take up more than 25 MB "
            "of the file.",
        )

    def test_pictures_in_texts_that_are_too_large_together(self) -> None:
        pictures = {"a.png": {"image/png": "iVBO" * 1_200_000}}
        found = read_notebook(notebook(*[code(cell_type="raw", attachments=pictures)] * 6))
        kept = [each.get("attachments") for each in found.notebook.cells]
        assert kept == [pictures] * 4 + [None] * 2
        assert found.remarks == (
            "From cell 5 on, pictures in texts were left out: together they take up more than "
            "20 MB of the file.",
        )

    @pytest.mark.parametrize("more", [{}, {"odd": float("nan")}])
    def test_more_pictures_in_texts_than_are_read(self, more: dict[str, float]) -> None:
        pictures = {f"{number}.png": {"image/png": "x"} for number in range(90)}
        found = read_notebook(
            notebook(*[code(cell_type="markdown", attachments=pictures, **more)] * 40)
        )
        kept = [each.get("attachments") for each in found.notebook.cells]
        assert kept == [pictures] * 12 + [None] * 28
        assert found.remarks == (
            "After cell 12, pictures in texts were left out: there are more than 1000.",
        )

    @pytest.mark.parametrize(
        "pictures",
        [
            {"a.png": {"image/png": "x" * 5 * MB}},
            {f"{number}.png": {"image/png": "x"} for number in range(101)},
            {f"{number}": 0 for number in range(300_000)},
        ],
        ids=["large", "many", "none"],
    )
    def test_pictures_in_one_text_that_are_too_much(self, pictures: dict[str, Any]) -> None:
        found = read_notebook(notebook(code(cell_type="markdown", attachments=pictures)))
        assert "attachments" not in found.notebook.cells[0]
        assert found.remarks == (
            "The pictures in the text of cell 1 were left out: they are more than 100 or 5 MB, or "
            "not as Jupyter writes them.",
        )

    def test_settings_and_tags_that_are_too_long(self) -> None:
        metadata = {"nbgrader": {"grade_id": "x" * 3_000}, "tags": ["a"]}
        found = read_notebook(notebook(code(metadata=metadata)))
        assert found.notebook.cells[0].metadata == {"tags": ["a"]}
        assert found.remarks == (
            "Settings or tags of cell 1 take up more than 2 kB; they were left out.",
        )

    def test_of_settings_only_what_grading_looks_at_is_kept(self) -> None:
        marks = {"grade_id": "a", "points": 3, "grade": [], "cell_type": "code", "other": "x"}
        found = read_notebook(notebook(code(metadata={"nbgrader": marks, "tags": list("abc") * 9})))
        metadata = found.notebook.cells[0].metadata
        assert metadata == {"nbgrader": {"grade_id": "a", "points": 3}, "tags": [*"abcabcabca"]}

    def test_a_heading_of_two_thousand_million_levels(self) -> None:
        heading = {"cell_type": "heading", "level": 2_000_000_000, "source": "A\nB"}
        old = {"nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": [heading]}]}
        assert sources(read_notebook(json.dumps(old).encode())) == ["###### A B"]

    def test_remarks_are_kept_to_a_number_that_can_be_read(self) -> None:
        found = read_notebook(notebook(*[code(cell_type="poem")] * 200))
        assert len(found.remarks) == 51
        assert found.remarks[49:] == (
            'Cell 50 has the unknown type "poem"; it was read as raw text.',
            "150 more remarks of these kinds were left out.",
        )

    def test_remarks_on_what_was_restored_as_well(self, template: NotebookNode) -> None:
        submitted = copy.deepcopy(template)
        submitted.cells += [cell(submitted, "scaled")] * 60
        _, remarks = sanitise(submitted, template)
        assert remarks == ("The cell 'scaled' stood there more than once; one was kept.",)


MEASURE = """
import sys
from graders.grading.handed_in.reading import UnreadableNotebookError, read_notebook
from graders.grading.handed_in.sanitise import sanitise
from graders.grading.handed_in.idle import idle_experiments
import nbformat

def used():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1000

template = nbformat.read(sys.argv[1], as_version=4)
before = used()
data = sys.stdin.buffer.read()
try:
    notebook, _ = sanitise(read_notebook(data).notebook, template)
    idle_experiments(notebook, template)
except UnreadableNotebookError as error:
    print("refused:", error, file=sys.stderr)
print(used() - before)
"""


def emoji(size: int) -> bytes:
    """Return a text of JSON in which every character takes four bytes of memory."""
    return '"😀'.encode() + b"x" * size + b'"'


HEAVY: dict[str, Callable[[], bytes]] = {
    "45 MB of numbers": lambda: notebook(with_outputs(repeated(b"0.5,", 45 * MB))),
    "99 MB of lists": lambda: notebook(with_outputs(repeated(b"[],", 99 * MB))),
    "99 MB of dicts": lambda: notebook(with_outputs(repeated(b'{"a":{}},', 99 * MB))),
    "99 MB of cells": lambda: notebook(repeated(b"{},", 99 * MB)),
    "99 MB of numbers as cells": lambda: notebook(repeated(b"0,", 99 * MB)),
    "sources of one-letter lines": lambda: notebook(
        *[b'{"cell_type":"code","source":[' + repeated(b'"a",', 5 * MB) + b"]}"] * 19
    ),
    "sources that take four times the memory": lambda: notebook(
        *[b'{"cell_type":"code","source":' + emoji(990_000) + b"}"] * 99
    ),
    "small values that only Python reads": lambda: notebook(
        with_outputs(b"NaN," + emoji(6 * MB) + b',{"a":1}' * 499_000)
    ),
    "a text that only Python reads": lambda: notebook(with_outputs(b"NaN," + emoji(21 * MB))),
    "sources that only Python reads": lambda: notebook(
        *[b'{"cell_type":"code","source":' + emoji(990_000) + b"}"] * 22, b"NaN"
    ),
    "attachments of many names": lambda: notebook(
        *[
            b'{"cell_type":"raw","attachments":{%s}}'
            % b",".join(b'"%d":{}' % n for n in range(350_000))
        ]
        * 9
    ),
    "one cell with a megabyte of dense code": lambda: notebook(
        code("x=[1,2,(3,4),{5:6}]\n" * 49_999)
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("make", HEAVY.values(), ids=HEAVY)
def test_nothing_that_is_handed_in_takes_500_mb(
    make: Callable[[], bytes], lesson: Materials, tmp_path: Any
) -> None:
    template = tmp_path / "template.ipynb"
    template.write_text(json.dumps(lesson.parsed))
    child = subprocess.run(
        [sys.executable, "-c", MEASURE, str(template)],
        input=make(),
        capture_output=True,
        env=os.environ,
        check=True,
    )
    assert float(child.stdout) < 500


class TestWork:
    def test_a_cell_is_parsed_once_however_many_functions_are_missing(
        self, template: NotebookNode, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lengths = spied(monkeypatch)
        cells = [new_code_cell(f"# scaled row_sums shifted\nx = {n}") for n in range(20)]
        sanitise(new_notebook(cells=cells), template)
        assert len(lengths) == 20

    def test_nothing_is_parsed_where_no_function_is_missing(
        self, solved: NotebookNode, template: NotebookNode, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lengths = spied(monkeypatch)
        sanitise(solved, template)
        assert lengths == []

    def test_long_cells_and_long_notebooks_are_not_parsed(
        self, template: NotebookNode, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lengths = spied(monkeypatch)
        long = new_code_cell("# scaled\n" + "x=[1,2,(3,4),{5:6}]\n" * 15_000)
        short = [new_code_cell("# scaled\n" + "x = 1\n" * 1_000) for _ in range(100)]
        sanitise(new_notebook(cells=[*short, long]), template)
        assert 30_000 < sum(lengths) <= limits.MAX_PARSED

    def test_what_is_not_parsed_is_found_by_its_lines(self, template: NotebookNode) -> None:
        more = "x = 1\n" * 20_000
        scaled = f"{more}async def scaled(x, factor):\n    return x\n"
        rows = f"{more}def  row_sums(x):\n    return x\n    def shifted(x): ...\n"
        notebook, _ = sanitise(new_notebook(cells=[*map(new_code_cell, (scaled, rows))]), template)
        assert cell(notebook, "scaled-solution").source == scaled
        assert cell(notebook, "row_sums-solution").source == rows
        assert "raise NotImplementedError" in cell(notebook, "shifted-solution").source

    def test_the_last_definition_counts(self, template: NotebookNode) -> None:
        more = "\n" + "x = 1\n" * 20_000
        written = [f"def scaled(x, factor): return {n}{more * (n % 2)}" for n in range(4)]
        notebook, _ = sanitise(new_notebook(cells=[*map(new_code_cell, written)]), template)
        assert cell(notebook, "scaled-solution").source == written[-1]

    def test_added_cells_have_ids_of_their_own(self, template: NotebookNode) -> None:
        submitted = copy.deepcopy(template)
        taken = cell(submitted, "scaled").id
        cell(submitted, "scaled").id = "other"
        place = len(submitted.cells) + 2
        submitted.cells.append(new_code_cell("a = 1", id=f"added-{place}"))
        submitted.cells.append(new_code_cell("a = 2", id=taken))
        notebook, _ = sanitise(submitted, template)
        found = [each.id for each in notebook.cells]
        assert len(set(found)) == len(found)


def spied(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets the length of all that is parsed from now on."""
    lengths: list[int] = []
    parse = ast.parse

    def counted(source: str) -> ast.Module:
        lengths.append(len(source))
        return parse(source)

    monkeypatch.setattr(ast, "parse", counted)
    return lengths


class TestTime:
    LATE = (
        "Reading the notebook took more than 10 s of processor time. A notebook that is read in "
        "less was expected. Clear all outputs in JupyterLab, delete cells that are not needed, "
        "save, and hand it in again."
    )

    def deadline(self, step: float) -> Deadline:
        """Return a deadline for which so many seconds pass whenever it is looked at."""
        times = count(0.0, step)
        return Deadline(clock=lambda: next(times))

    def test_reading_ends(self) -> None:
        data = notebook(*[code()] * 50)
        assert len(read_notebook(data, self.deadline(0.1)).notebook.cells) == 50
        with pytest.raises(UnreadableNotebookError) as caught:
            read_notebook(data, self.deadline(0.3))
        assert str(caught.value) == self.LATE

    def test_sanitising_ends(self, template: NotebookNode) -> None:
        cells = [new_code_cell("x = 1") for _ in range(50)]
        with pytest.raises(UnreadableNotebookError) as caught:
            sanitise(new_notebook(cells=cells), template, self.deadline(0.3))
        assert str(caught.value) == self.LATE

    def test_the_time_is_that_of_both_together(
        self, lesson: Materials, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = notebook(*[code()] * 50)
        read_notebook(data, self.deadline(0.15))
        found = read_notebook(data).notebook
        sanitise(found, lesson.parsed, self.deadline(0.15))
        slow = self.deadline(0.15)
        monkeypatch.setattr("graders.grading.submission.Deadline", lambda: slow)
        graded = grade_submission(data, lesson)
        assert graded.trouble == self.LATE
        assert graded.points == 0

    def test_sanitising_ends_under_nbgrader_as_well(
        self, lesson: Materials, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def late(*details: object) -> None:
            raise UnreadableNotebookError(self.LATE)

        monkeypatch.setattr(steps, "sanitise", late)
        monkeypatch.setattr(steps, "_lesson", lambda *details: lesson)
        found, _ = steps.Sanitise().preprocess(read_notebook(notebook(code())).notebook, {})
        assert found.metadata["graders"] == {"remarks": [], "trouble": self.LATE}
        assert "processor time" in found.cells[0].source
