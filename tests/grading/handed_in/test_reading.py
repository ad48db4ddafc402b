"""Whatever is handed in is read as far as it can be, and what cannot be read gets its reason."""

from __future__ import annotations

import json
import warnings
from typing import Any

import nbformat
import pytest

from graders.grading.handed_in import reading
from graders.grading.handed_in.reading import UnreadableNotebookError, read_notebook


def notebook(*cells: Any, **changes: Any) -> dict[str, Any]:
    return {
        "cells": list(cells),
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
        **changes,
    }


def code(source: Any = "x = 1", **changes: Any) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
        **changes,
    }


def read(content: Any) -> reading.Reading:
    return read_notebook(json.dumps(content).encode())


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableNotebookError) as caught:
        read_notebook(data)
    return str(caught.value)


OWN = "Open your own notebook in JupyterLab, save it, and hand in the .ipynb file that it writes."
AGAIN = "Open the file in JupyterLab, save it as a notebook and hand that file in."


class TestWhatFollowsTheNotebook:
    @pytest.mark.parametrize(
        "rubbish",
        [
            b"\x00" * 500,
            b"\x1a",
            b'{"cells": [{"cell',
            b"\xff\xfe rubbish",
            b"</body>",
            b'{"cells": [], "nbformat": 4}',
        ],
    )
    @pytest.mark.parametrize("front", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("odd", [b"", b'"odd": NaN, '])
    def test_it_is_ignored_with_a_remark(self, rubbish: bytes, front: bytes, odd: bytes) -> None:
        whole = json.dumps(notebook(code("x = 1"))).encode()
        found = read_notebook(front + b"{" + odd + whole[1:] + b"\n" + rubbish)
        assert [c.source for c in found.notebook.cells] == ["x = 1"]
        ignored = "What follows the notebook in its file, in line 2 and below, was ignored."
        assert ignored in found.remarks

    def test_line_breaks_are_nothing(self) -> None:
        whole = json.dumps(notebook(code("x = 1"))).encode()
        assert read_notebook(whole + b"\n \n").remarks == read_notebook(whole).remarks

    def test_what_is_no_notebook_is_none_with_more_behind_it(self) -> None:
        assert reason(b"12 is my homework").startswith("The file is not JSON (line 1).")


class TestWhatIsNoNotebook:
    def test_plain_text_is_not_json(self) -> None:
        assert reason(b"My homework\nis below.") == (
            "The file is not JSON (line 1). A Jupyter notebook, which is a JSON file, was "
            f"expected. {OWN}"
        )

    @pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf\n", b"\x00" * 100])
    def test_an_empty_file_is_called_empty(self, data: bytes) -> None:
        assert reason(data) == f"The file is empty. A Jupyter notebook was expected. {AGAIN}"

    @pytest.mark.parametrize("content", [[], {}, {"a": 1}, "text", 3, None, True])
    def test_other_json_has_no_cells(self, content: Any) -> None:
        assert reason(json.dumps(content).encode()) == (
            "The file is JSON, but not a notebook: it has no cells. A Jupyter notebook was "
            f"expected. {AGAIN}"
        )

    @pytest.mark.parametrize(
        ("cells", "kind"), [({}, "a dict"), ("x", "a text"), (None, "missing"), (3, "a number")]
    )
    def test_cells_that_are_no_list(self, cells: Any, kind: str) -> None:
        assert reason(json.dumps(notebook(cells=cells)).encode()) == (
            f"The notebook's cells are {kind}. A list of cells was expected. {AGAIN}"
        )

    @pytest.mark.parametrize(
        ("begins", "what"),
        [
            (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "a PDF document"),
            (b"PK\x03\x04\x14\x00", "an archive or a document of an office program"),
            (b"{\\rtf1\\ansi", "a document of a word processor"),
            (b"# %%\nimport numpy as np\n", "a Python file"),
            (b"\n<?xml version='1.0'?>", "an XML file"),
        ],
    )
    def test_another_kind_of_file_is_named(self, begins: bytes, what: str) -> None:
        assert reason(begins) == f"The file is {what}, not a Jupyter notebook. {OWN}"

    @pytest.mark.parametrize("begins", [b"<!DOCTYPE html>\n<html>", b"\n\n<html lang='en'>"])
    def test_a_saved_page_is_called_one(self, begins: bytes) -> None:
        assert reason(begins) == (
            "The file is a web page, not a Jupyter notebook. Perhaps the page on which a notebook "
            "is shown was saved instead of the notebook. Download the notebook itself, and hand in "
            "that .ipynb file."
        )

    def test_half_a_download_breaks_off(self) -> None:
        text = json.dumps(notebook(code()), indent=1)
        for cut in (text[:-20], text[: text.index("cell_type") + 4]):
            assert reason(cut.encode()) == (
                f"The file breaks off (line {cut.count(chr(10)) + 1}): the end of the notebook is "
                f"missing. A whole notebook was expected. {OWN}"
            )

    def test_marks_of_a_merge_are_called_so(self) -> None:
        lines = json.dumps(notebook(code()), indent=1).splitlines()
        lines[4:4] = ["<<<<<<< HEAD", '   "a": 1,', "=======", '   "a": 2,', ">>>>>>> theirs"]
        said = reason("\n".join(lines).encode())
        assert said.startswith(
            "The file has marks of a merge conflict, the first in line 5. A notebook without them "
            "was expected. Open the file in a text editor, keep one of the two versions"
        )

    def test_endless_nesting_is_refused(self) -> None:
        assert reason(b"[" * 200_000).startswith("The file is nested too deeply to be read.")

    def test_a_number_too_long_to_read_is_refused(self) -> None:
        assert reason(b"1" * 5_000).startswith("The file is not JSON.")

    def test_a_file_beyond_the_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reading, "MAX_BYTES", 3_000_000)
        assert reason(b"[" + b" " * 3_000_000) == (
            "The file is larger than 3 MB. A notebook of at most that size was expected. "
            "Clear all outputs in JupyterLab, save, and hand it in again."
        )

    def test_an_older_notebook_that_cannot_be_upgraded(self) -> None:
        broken = {"nbformat": 3, "worksheets": 7, "metadata": {}}
        assert reason(json.dumps(broken).encode()).startswith(
            "The notebook is nbformat 3 and could not be upgraded"
        )

    def test_every_reason_is_short_enough_to_be_read(self) -> None:
        for data in (b"", b"x", b"{}", b"[" * 200_000, json.dumps(notebook(cells=3)).encode()):
            assert len(reason(data)) < 300


class TestWhatIsOddButReadable:
    def test_an_ordinary_notebook_gets_no_remark(self) -> None:
        found = read(notebook(code()))
        assert found.remarks == ()
        assert [c.source for c in found.notebook.cells] == ["x = 1"]

    def test_source_may_be_a_list_of_lines(self) -> None:
        found = read(notebook(code(["x = 1\n", "y = 2"])))
        assert found.notebook.cells[0].source == "x = 1\ny = 2"

    def test_a_newer_nbformat_is_read_as_far_as_it_goes(self) -> None:
        found = read(notebook(code(), nbformat=5, nbformat_minor=0))
        assert found.notebook.cells[0].source == "x = 1"
        assert found.remarks == (
            "The notebook says that it is nbformat 5; it was read as nbformat 4.",
        )

    def test_a_newer_minor_version(self) -> None:
        found = read(notebook(code(), nbformat_minor=99))
        assert found.remarks == (
            "The notebook says that it is nbformat 4.99; it was read as nbformat "
            f"4.{nbformat.current_nbformat_minor}.",
        )

    def test_an_older_nbformat_is_upgraded(self) -> None:
        cell = {
            "cell_type": "code",
            "input": ["x = 1"],
            "outputs": [{"output_type": "pyout"}],
            "language": "python",
            "metadata": {},
            "collapsed": False,
        }
        old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}}
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found = read({**old, "worksheets": [{"cells": [cell], "metadata": {}}]})
        assert [c.source for c in found.notebook.cells] == ["x = 1"]
        assert "The notebook was written in nbformat 3 and was upgraded to 4." in found.remarks

    def test_a_missing_kernelspec_is_remarked(self) -> None:
        found = read(notebook(code(), metadata={}))
        assert found.remarks == (
            "The notebook does not name its kernel; the lesson's kernel was used.",
        )

    def test_every_cell_deleted(self) -> None:
        assert read(notebook()).remarks == ("The notebook has no cells.",)

    def test_fifty_megabytes_of_output_are_dropped(self) -> None:
        outputs = [{"output_type": "stream", "name": "stdout", "text": "x" * 1_000_000}] * 50
        found = read(notebook(code(outputs=outputs)))
        assert found.notebook.cells[0].outputs == []
        assert len(nbformat.writes(found.notebook)) < 1_000

    def test_bytes_that_are_not_utf8_cost_only_themselves(self) -> None:
        data = json.dumps(notebook(code("# caf?\nx = 1"))).encode().replace(b"caf?", b"caf\xe9")
        found = read_notebook(data)
        assert found.notebook.cells[0].source == "# caf\N{REPLACEMENT CHARACTER}\nx = 1"
        assert found.remarks == (
            "Some bytes of the file were not UTF-8; each was replaced by a mark.",
        )

    def test_a_byte_order_mark_is_no_matter(self) -> None:
        assert read_notebook(b"\xef\xbb\xbf" + json.dumps(notebook()).encode()).notebook.cells == []

    def test_utf16_is_converted(self) -> None:
        found = read_notebook(json.dumps(notebook(code("x = '好'"))).encode("utf-16"))
        assert found.notebook.cells[0].source == "x = '好'"

    def test_lone_surrogates_can_be_written_again(self) -> None:
        found = read(notebook(code("x = '\ud800'")))
        nbformat.writes(found.notebook).encode()

    @pytest.mark.parametrize("cell", ["x = 1", 3, None, ["x"]])
    def test_what_is_no_cell_is_left_out(self, cell: Any) -> None:
        found = read(notebook(cell, code()))
        assert len(found.notebook.cells) == 1
        assert found.remarks[0].startswith("Cell 1 is ")

    @pytest.mark.parametrize("metadata", [None, [], "x", {"nbgrader": "x"}, {"tags": "x"}])
    def test_metadata_that_are_no_dict_are_forgotten(self, metadata: Any) -> None:
        found = read(notebook(code(metadata=metadata)))
        assert found.notebook.cells[0].metadata == {}

    @pytest.mark.parametrize("source", [None, 3, {"a": "b"}])
    def test_a_source_that_is_no_text_is_emptied(self, source: Any) -> None:
        found = read(notebook(code(source)))
        assert found.notebook.cells[0].source == ""
        assert found.remarks[0].startswith("The source of cell 1 is ")

    @pytest.mark.parametrize("cell_id", [None, 3, "", "with space", "x" * 65])
    def test_an_impossible_cell_id_is_replaced(self, cell_id: Any) -> None:
        found = read(notebook(code(id=cell_id)))
        assert found.notebook.cells[0].id == "unnamed-1"

    def test_pictures_in_a_text_are_kept(self) -> None:
        pictures = {"a.png": {"image/png": "iVBORw=="}, "odd": 3}
        text = {"cell_type": "markdown", "id": "t", "metadata": {}, "source": "![](attachment:a)"}
        found = read(notebook({**text, "attachments": pictures}))
        assert found.notebook.cells[0].attachments == {"a.png": {"image/png": "iVBORw=="}}

    def test_copied_cells_get_ids_of_their_own(self) -> None:
        found = read(notebook(code("x = 1"), code("x = 2"), code("x = 3")))
        assert [c.source for c in found.notebook.cells] == ["x = 1", "x = 2", "x = 3"]
        assert [c.id for c in found.notebook.cells] == ["a", "copy-2-0", "copy-3-0"]

    def test_an_unknown_cell_type_becomes_raw_text(self) -> None:
        found = read(notebook(code(cell_type="poem")))
        assert found.notebook.cells[0].cell_type == "raw"
        assert found.remarks == ('Cell 1 has the unknown type "poem"; it was read as raw text.',)

    def test_only_so_many_cells_are_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reading, "MAX_CELLS", 2)
        found = read(notebook(code(), code(), code()))
        assert len(found.notebook.cells) == 2
        assert found.remarks == ("The notebook has 3 cells; only the first 2 were read.",)

    def test_what_was_read_is_a_valid_notebook(self) -> None:
        odd = notebook(code(["x"]), "no", code(id=5, cell_type="poem"), nbformat=7)
        nbformat.validate(read(odd).notebook)
