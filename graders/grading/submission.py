"""Grade one submission: bytes in, verdicts and the autograded notebook out.

Nothing here knows the gradebook or the folders of a course, and everything that goes in or comes
out can be pickled, so that a submission can be graded wherever there is a processor.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, reads_json

from graders.cells import name_of, role
from graders.grading.causes import no_function, truer
from graders.grading.digests import digest
from graders.grading.handed_in.answers import Answers, handed_in_answers
from graders.grading.handed_in.changing import changing_cells
from graders.grading.handed_in.idle import idle_experiments, is_card
from graders.grading.handed_in.limits import Deadline, UnreadableNotebookError
from graders.grading.handed_in.reading import read_notebook
from graders.grading.handed_in.restored import METADATA
from graders.grading.handed_in.sanitise import REMARKS_CELL, sanitise
from graders.grading.inert import make_inert, without_macros
from graders.grading.materials import Materials, Tables
from graders.grading.running.kernel import KernelChoice
from graders.grading.running.notebook import Limits, Observed, run_notebook
from graders.grading.scores import scores
from graders.judging import Outcome, Table, Verdict, judge_json
from graders.judging.frozen import key_of
from graders.judging.judge import nothing
from graders.wording import one_line

LARGEST_EXPLAINED = 1_000_000
"""How long the observations of one exercise, as text, may be for its mistake to be looked for. What
is right has a tenth of that; the class does not wait for a submission that returns far more."""

IDLE = """\
This experiment is as the lesson has it, and nothing else needs it: it was not run when the notebook
was graded. It earns no points; what it shows is in your own notebook.
"""


@dataclass(frozen=True)
class Graded:
    """What grading one submission gives.

    Args:
        notebook: the autograded notebook as JSON text.
        verdicts: by exercise, in the lesson's order, without values of hidden cases.
        remarks: what was odd in the submission and was mended.
        trouble: why nothing in the submission could be graded, or None.
        seconds: how long it took.
        unexplained: what was observed of exercises of which it is not known yet which mistake was
            made, because the tables at hand know none; `explained` finds out.
        answers: what was answered to the lesson's questions, by question.
    """

    notebook: str
    verdicts: Mapping[str, Verdict]
    remarks: tuple[str, ...] = ()
    trouble: str | None = None
    seconds: float = field(default=0.0, compare=False)
    unexplained: Mapping[str, str] = field(default_factory=dict, compare=False)
    answers: Answers = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "remarks", tuple(map(one_line, self.remarks)))
        object.__setattr__(self, "trouble", self.trouble and one_line(self.trouble))

    @property
    def points(self) -> float:
        """The points of all exercises together."""
        return sum(verdict.points for verdict in self.verdicts.values())


def grade_submission(
    data: bytes,
    lesson: Materials,
    remarks: Sequence[str] = (),
    limits: Limits | None = None,
    kernel: KernelChoice | None = None,
    tables: Tables | None = None,
) -> Graded:
    """Grade what one student handed in.

    Args:
        data: the bytes of the notebook's file.
        lesson: the student notebook, and what hidden tables are drawn from.
        remarks: what the caller has to say about the submission: other files in it, say.
        limits: how long it may take.
        kernel: which kernel runs it.
        tables: the hidden tables; None draws those of a student without a name.

    Returns:
        Verdicts on every exercise. Bytes that are no notebook earn nothing and have a `trouble`.

    Raises:
        KernelTroubleError: the kernel cannot be started. That is not the student's fault.
    """
    started = time.monotonic()
    if tables is None:
        tables = lesson.tables(lesson.index("", digest(data)))
    deadline = Deadline()
    try:
        reading = read_notebook(data, deadline)
        notebook, changes = sanitise(reading.notebook, lesson.parsed, deadline)
    except UnreadableNotebookError as error:
        return ungradable(lesson, str(error), remarks, tables)
    note(notebook, [*remarks, *reading.remarks, *changes])
    verdicts, unexplained = observe_and_judge(notebook, lesson, tables, limits, kernel)
    return Graded(
        _json(notebook),
        verdicts,
        (*remarks, *reading.remarks, *changes),
        seconds=time.monotonic() - started,
        unexplained=unexplained,
        answers=handed_in_answers(notebook.cells, lesson.parsed.cells),
    )


def observe_and_judge(
    notebook: NotebookNode,
    lesson: Materials,
    tables: Tables,
    limits: Limits | None = None,
    kernel: KernelChoice | None = None,
) -> tuple[dict[str, Verdict], dict[str, str]]:
    """Run a sanitised notebook, judge it, and put what came out into its cells.

    Check cells get their verdicts, the lesson's score card what was earned, and experiments that
    were not run say so.

    Args:
        notebook: as `sanitise` returns it; its cells get their outputs.
        lesson: the student notebook.
        tables: the hidden tables of this attempt.
        limits: how long it may take.
        kernel: which kernel runs it.

    Returns:
        The verdicts by exercise, and what was observed of those that are not explained yet.
    """
    limits = limits or Limits()
    kernel = replace(kernel or KernelChoice(), libraries=lesson.libraries, earlier=lesson.earlier)
    template = lesson.parsed
    idle = frozenset() if limits.experiments else idle_experiments(notebook, template)
    cards = {cell.id for cell in template.cells if is_card(cell)}
    cases = {name: table.cases_json() for name, table in tables.items()}
    changing = changing_cells(notebook, template, frozenset(cases))
    observed = run_notebook(notebook, cases, limits, kernel, idle | cards, changing)
    verdicts = {
        name: _verdict(table, observed.get(name, Observed("unreadable")), limits)
        for name, table in tables.items()
    }
    verdicts = truer(verdicts, notebook)
    make_inert(notebook, {(c.id, c.source) for c in (*template.cells, *_remarks(notebook))})
    for cell in notebook.cells:
        if cell.id in idle:
            cell.outputs = [_output("stream", name="stdout", text=IDLE)]
    _put_results(notebook, lesson, tables, verdicts)
    return verdicts, {
        name: observed[name].observations
        for name, verdict in verdicts.items()
        if not tables[name].explains and _is_wrong(verdict, observed.get(name))
    }


def _is_wrong(verdict: Verdict, observed: Observed | None) -> bool:
    """Return whether a mistake may explain what was observed."""
    if observed is None or observed.status != "ok":
        return False
    wrong = verdict.outcome in (Outcome.FAILED, Outcome.ERROR)
    return wrong and len(observed.observations) <= LARGEST_EXPLAINED


def explained(graded: Graded, lesson: Materials, tables: Tables) -> Graded:
    """Return what a submission gets when the mistakes that were made in it are named, too.

    To know what a mistake gives it has to be run, and that needs the lesson's solution. So whoever
    grades may leave it to the one who has that.

    Args:
        graded: what was graded with tables that know no mistakes.
        lesson: the student notebook.
        tables: the same tables, with mistakes.
    """
    again = {name: _judged(tables[name], text) for name, text in graded.unexplained.items()}
    if not again:
        return graded
    notebook = reads_json(graded.notebook)  # ours, and valid
    verdicts = {**graded.verdicts, **truer(again, notebook)}
    if verdicts == graded.verdicts:
        return replace(graded, unexplained={})
    _put_results(notebook, lesson, tables, verdicts)
    return replace(graded, notebook=_json(notebook), verdicts=verdicts, unexplained={})


def ungradable(
    lesson: Materials,
    trouble: str,
    remarks: Sequence[str] = (),
    tables: Tables | None = None,
) -> Graded:
    """Return what a submission gets that is no notebook: no points, and the reason.

    Its autograded notebook is the lesson's own, so that feedback has a page to stand on. All hidden
    tables give the same; None takes the lesson's outline.
    """
    notebook = lesson.notebook()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    note(notebook, remarks, trouble)
    verdicts = {
        name: nothing(
            table,
            Outcome.ERROR,
            "What was handed in could not be read as a notebook.",
            f"Expected a notebook that defines {name}.",
            "See the remark at the top of this page.",
        )
        for name, table in (lesson.outline if tables is None else tables).items()
    }
    put_verdicts(notebook, verdicts)
    return Graded(_json(notebook), verdicts, tuple(remarks), trouble)


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


def _remarks(notebook: NotebookNode) -> list[NotebookNode]:
    """Return the cell that `note` put at the top of a notebook, if there is one."""
    return [cell for cell in notebook.cells[:1] if cell.id == REMARKS_CELL]


def _put_results(
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
    return _output("execute_result", data=data, metadata=metadata, execution_count=None)


def _json(notebook: NotebookNode) -> str:
    """Return a notebook of ours as JSON text, in a seventh of the time of `nbformat.writes`.

    It is the same notebook, without line breaks for people, and in ASCII: no text that a submission
    displays can be one that cannot be written.
    """
    return json.dumps(notebook, sort_keys=True)


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
    return _output("display_data", data=data, metadata={})


def _output(kind: str, **content: object) -> NotebookNode:
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


def broken(verdicts: Mapping[str, Verdict]) -> list[str]:
    """Return the exercises on which the judge itself failed."""
    return [name for name, verdict in verdicts.items() if verdict.outcome is Outcome.BROKEN]


def _verdict(table: Table, observed: Observed, limits: Limits) -> Verdict:
    """Return the verdict on what came back from the kernel for one exercise."""
    name = table.exercise
    if observed.status == "ok":
        return _judged(table, observed.observations)
    stopped = (
        f"Expected every case within {limits.check_seconds:g} s together.",
        "A loop probably never ends, or takes far too many rounds.",
    )
    if observed.raised:
        return nothing(
            table,
            Outcome.ERROR,
            f"The cell of {name} raised {observed.raised}.",
            f"Expected a cell that defines {name}.",
            "Run the cell, mend the line, run it again.",
        )
    sentences = {
        "missing": (
            no_function(name),
            f"Expected a function of that name, defined in the cell of {name}.",
            "Its cell raised an error before the function was made, or the name is spelled "
            "differently.",
        ),
        "interrupted": (f"{name} did not come to an end.", *stopped),
        "died": (
            f"{name} ended the whole process, or could not be stopped.",
            stopped[0],
            "Look for a call of exit, for too much memory, and for a loop without an end.",
        ),
        "out of time": (
            f"{name} was not judged: the notebook ran for {limits.submission_seconds:g} s.",
            "Expected the whole notebook to run in less.",
            "Look for the cell that takes long: a loop probably never ends.",
        ),
        "too late": (
            f"{name} was not judged: calling the functions of this notebook took "
            f"{limits.observing_seconds:g} s before it was {name}'s turn.",
            "Expected all cases of all exercises in less.",
            "Look for the exercise that takes long: a loop may have far too many rounds.",
        ),
        "unreadable": (
            f"No answer came back when {name} was observed.",
            "Expected plain numbers, one set for each case.",
            "The code may have changed the machinery around it: restart and run it alone.",
        ),
    }
    returned, expected, usually = sentences[observed.status]
    return nothing(table, Outcome.ERROR, returned, expected, usually)


def _judged(table: Table, observations: str) -> Verdict:
    """Return the verdict on what was observed of one exercise; a fault of ours is one, too."""
    if len(observations) > LARGEST_EXPLAINED:
        table = table.without_mistakes()
    try:
        return judge_json(table, observations)
    except Exception as error:
        return nothing(
            table,
            Outcome.BROKEN,
            f"The grader itself failed on {table.exercise} ({type(error).__name__}).",
            "Expected a verdict on what was observed.",
            "This is not your fault: a person will look at this exercise.",
        )


def _literal(sentence: str) -> str:
    """Return a sentence in which a student's names and texts cannot act as Markdown or HTML."""
    text = one_line(without_macros(sentence))
    return "".join(f"&#{ord(c)};" if c in "\\`*_[]<>&$" else c for c in text)
