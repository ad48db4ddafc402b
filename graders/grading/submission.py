"""Grade one submission: bytes in, verdicts and the autograded notebook out.

Nothing here knows the gradebook or the folders of a course, and everything that goes in or comes
out can be pickled, so that a submission can be graded wherever there is a processor.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from nbformat import NotebookNode
from nbformat.v4 import reads_json

from graders.grading.causes import truer
from graders.grading.digests import digest
from graders.grading.handed_in.answers import Answers, handed_in_answers
from graders.grading.handed_in.changing import changing_cells
from graders.grading.handed_in.idle import idle_experiments, is_card
from graders.grading.handed_in.limits import Deadline, UnreadableNotebookError
from graders.grading.handed_in.reading import read_notebook
from graders.grading.handed_in.sanitise import sanitise
from graders.grading.inert import make_inert
from graders.grading.judged import is_wrong, judged, verdict_on
from graders.grading.materials import Materials, Tables
from graders.grading.running.kernel import KernelChoice
from graders.grading.running.notebook import run_notebook
from graders.grading.running.observed import Limits, Observed
from graders.grading.written import note, own_output, put_results, put_verdicts, remarks_cell
from graders.judging import Outcome, Verdict
from graders.judging.judge import nothing
from graders.wording import one_line

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
        name: verdict_on(table, observed.get(name, Observed("unreadable")), limits)
        for name, table in tables.items()
    }
    verdicts = truer(verdicts, notebook)
    make_inert(notebook, {(c.id, c.source) for c in (*template.cells, *remarks_cell(notebook))})
    for cell in notebook.cells:
        if cell.id in idle:
            cell.outputs = [own_output("stream", name="stdout", text=IDLE)]
    put_results(notebook, lesson, tables, verdicts)
    return verdicts, {
        name: observed[name].observations
        for name, verdict in verdicts.items()
        if not tables[name].explains and is_wrong(verdict, observed.get(name))
    }


def explained(graded: Graded, lesson: Materials, tables: Tables) -> Graded:
    """Return what a submission gets when the mistakes that were made in it are named, too.

    To know what a mistake gives it has to be run, and that needs the lesson's solution. So whoever
    grades may leave it to the one who has that.

    Args:
        graded: what was graded with tables that know no mistakes.
        lesson: the student notebook.
        tables: the same tables, with mistakes.
    """
    again = {name: judged(tables[name], text) for name, text in graded.unexplained.items()}
    if not again:
        return graded
    notebook = reads_json(graded.notebook)  # ours, and valid
    verdicts = {**graded.verdicts, **truer(again, notebook)}
    if verdicts == graded.verdicts:
        return replace(graded, unexplained={})
    put_results(notebook, lesson, tables, verdicts)
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


def _json(notebook: NotebookNode) -> str:
    """Return a notebook of ours as JSON text, in a seventh of the time of `nbformat.writes`.

    It is the same notebook, without line breaks for people, and in ASCII: no text that a submission
    displays can be one that cannot be written.
    """
    return json.dumps(notebook, sort_keys=True)


def broken(verdicts: Mapping[str, Verdict]) -> list[str]:
    """Return the exercises on which the judge itself failed."""
    return [name for name, verdict in verdicts.items() if verdict.outcome is Outcome.BROKEN]
