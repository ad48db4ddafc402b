"""From a solved notebook to the student's, by nbgrader's own preprocessors.

`nbgrader_config.py` plugs the same list into `nbgrader generate_assignment`, so that nbgrader's
command and ours give the same file.
"""

from __future__ import annotations

import re

from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
    NbGraderPreprocessor,
    SaveCells,
)
from traitlets.config import Config

from graders.cells import SOLVED_TAG, WRITTEN, is_experiment, is_question
from graders.question_cells import emptied

CODE_STUB = {"python": "raise NotImplementedError"}
IN_THE_SOLVED = "It stands here in the solved lesson, for when your own passes."
_FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_REGION = re.compile(WRITTEN, re.DOTALL | re.MULTILINE)


class ClearExperiments(NbGraderPreprocessor):
    """Replace what the learner writes in an experiment by a stub."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Return the cell with `raise NotImplementedError` for the lines between the markers."""
        if is_experiment(cell):
            cell.source = _REGION.sub(rf"\1{CODE_STUB['python']}\n", cell.source)
        return cell, resources


class HideSolved(NbGraderPreprocessor):
    """Replace the code blocks in texts with the tag `solved` by where they are."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Return the cell without its code blocks."""
        if SOLVED_TAG in cell.metadata.get("tags", []):
            cell.source = _FENCE.sub(IN_THE_SOLVED, cell.source)
        return cell, resources


class HideAnswers(NbGraderPreprocessor):
    """Replace the answers in cells with the tag `question` by a question mark or three dots."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Return the cell with `"?"` for each text and `...` for each number."""
        if is_question(cell):
            cell.source = emptied(cell.source)
        return cell, resources


class ClearFunctions(ClearSolutions):
    """Clears solutions, except in cells with the tag `question`, which hold a call."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Return the cell without a solution."""
        if is_question(cell):
            return cell, resources
        cleared: tuple[NotebookNode, ResourcesDict]
        cleared = super().preprocess_cell(cell, resources, cell_index)
        return cleared


PREPROCESSORS = [
    LockCells,
    ClearExperiments,
    HideSolved,
    ClearFunctions,
    HideAnswers,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    SaveCells,
    CheckCellMetadata,
]
"""What `nbgrader generate_assignment` runs; SaveCells writes the gradebook."""


def release(solved: NotebookNode) -> str:
    """Return the text of the student's notebook made from a solved one."""
    config = Config()
    config.Exporter.default_preprocessors = []
    config.ClearSolutions.code_stub = CODE_STUB
    exporter = NotebookExporter(config=config)
    for preprocessor in PREPROCESSORS:
        if preprocessor is not SaveCells:
            exporter.register_preprocessor(preprocessor, enabled=True)
    text, _ = exporter.from_notebook_node(solved)
    return str(text).rstrip("\n") + "\n"
