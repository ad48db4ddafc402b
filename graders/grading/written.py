"""What grading writes into a notebook: remarks, verdicts, the score card. Reads verdicts back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from graders.cells import name_of, role
from graders.grading.handed_in.answers import Answers, handed_in_answers
from graders.grading.handed_in.idle import is_card
from graders.grading.handed_in.restored import METADATA
from graders.grading.handed_in.sanitise import REMARKS_CELL
from graders.grading.inert import without_macros
from graders.grading.materials import Materials, Tables
from graders.grading.scores import scores
from graders.judging import Verdict
from graders.judging.frozen import key_of
from graders.wording import one_line


def note(notebook: NotebookNode, remarks: Sequence[str], trouble: str | None = None) -> None:
    """Write remarks at the top of a notebook, for its readers, and into its metadata."""
    remarks, trouble = list(map(one_line, remarks)), trouble and one_line(trouble)
    known = notebook.metadata.get(METADATA, {})
    notebook.metadata[METADATA] = {**known, "remarks": remarks, "trouble": trouble}
    sentences = [*([trouble] if trouble else []), *remarks]
    if sentences:
        text = "\n".join(f"- {_literal(sentence)}" for sentence in sentences)
        head = "**Remarks on what was handed in**\n\n"
        notebook.cells.insert(0, new_markdown_cell(head + text, id=REMARKS_CELL))


def remarks_cell(notebook: NotebookNode) -> list[NotebookNode]:
    """Return the cell that `note` put at the top of a notebook, if there is one."""
    return [cell for cell in notebook.cells[:1] if cell.id == REMARKS_CELL]


def put_results(
    notebook: NotebookNode, lesson: Materials, tables: Tables, verdicts: Mapping[str, Verdict]
) -> None:
    """Put verdicts into the check cells, and what was earned into the score card."""
    put_verdicts(notebook, verdicts)
    cards = {cell.id for cell in lesson.parsed.cells if is_card(cell)}
    given = handed_in_answers(notebook.cells, lesson.parsed.cells)
    for cell in notebook.cells:
        if cell.id in cards:
            cell.outputs = [_score_card(lesson, tables, verdicts, given)]


def put_verdicts(notebook: NotebookNode, verdicts: Mapping[str, Verdict]) -> None:
    """Make each verdict the one output of its check cell.

    The output's plain text is the points, which is what nbgrader reads as the score.
    """
    for cell in notebook.cells:
        verdict = verdicts.get(name_of(cell)) if role(cell) == "check" else None
        if verdict is not None:
            cell.execution_count = None
            cell.outputs = [NotebookNode(_card(verdict))]


@lru_cache(maxsize=256)
def _card(verdict: Verdict) -> NotebookNode:
    """Return the output that shows a verdict; many students get the same."""
    from graders.notebook import to_html

    card = without_macros(to_html(verdict))  # sentences may quote what a submission says
    data = {"text/plain": repr(float(verdict.points)), "text/html": card}
    metadata = {METADATA: json.loads(json.dumps(verdict.to_json()))}
    return own_output("execute_result", data=data, metadata=metadata, execution_count=None)


def _score_card(
    lesson: Materials, tables: Tables, verdicts: Mapping[str, Verdict], given: Answers
) -> NotebookNode:
    """Return the output of the lesson's score card, which shows what was earned."""
    from graders.notebook.answered_list import graded_list
    from graders.notebook.progress import Entry
    from graders.notebook.scorecard import Row, ScoreCard
    from graders.notebook.show import Shown

    rows = tuple(
        Row(name, table.title, float(table.points), Entry.of(verdicts[name]))
        for name, table in tables.items()
    )
    questions = lesson.graded_questions
    answered = graded_list(questions, given, scores(questions, given))
    shown = ScoreCard(lesson.lesson, rows, graded=True, answered=answered)
    card = Shown(shown)._repr_mimebundle_()
    data = {kind: without_macros(text) for kind, text in card.items()}
    return own_output("display_data", data=data, metadata={})


def own_output(kind: str, **content: object) -> NotebookNode:
    """Return an output of ours, which nobody has to validate."""
    return nbformat.from_dict({"output_type": kind, **content})


def read_verdicts(notebook: NotebookNode) -> dict[str, Verdict]:
    """Return the verdicts that stand in an autograded notebook, by exercise."""
    verdicts = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []) if role(cell) == "check" else []:
            data = output.get("metadata", {}).get(METADATA)
            if data is not None:
                verdicts[name_of(cell)] = _with_key(Verdict.from_json(data))
    return verdicts


def _with_key(verdict: Verdict) -> Verdict:
    """Return a verdict of an earlier version, in which a mistake was its sentence, with its key."""
    if verdict.mistake is None or " " not in verdict.mistake:
        return verdict
    return replace(verdict, mistake=key_of(verdict.exercise, verdict.mistake))


def _literal(sentence: str) -> str:
    """Return a sentence in which a student's names and texts cannot act as Markdown or HTML."""
    text = one_line(without_macros(sentence))
    return "".join(f"&#{ord(c)};" if c in "\\`*_[]<>&$" else c for c in text)
