"""The page docs/mutants.md: a row for each exercise, and what is not caught.

A run of one exercise changes its row and leaves the others as they stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graders.authoring.mutants.results import SEEDS
from graders.authoring.mutants.surveying import HIDDEN, VISIBLE, Survey, percent
from graders.lessons import exercise_names
from graders.paths import ROOT

PAGE = ROOT / "docs" / "mutants.md"

INTRODUCTION = f"""\
# Mutants of the references

A mutant is a reference with one small change that a program made: a sign, a term, an axis, a
border, a variable, an entry, a statement. If a mutant is wrong and earns all points, a check has a
hole. Those that no case can tell from the reference are *equivalent*; each is listed with its
reason in `graders/lessons/LESSON/equivalent.toml`. Those that *raise* an exception, or never end,
fail whatever the cases are. Of the others in an exercise at least {percent(VISIBLE)} must fail on
its visible cases, and at least {percent(HIDDEN)} on each of {len(SEEDS)} tables of hidden ones.

The next columns say what a learner hears of those that fail on the visible cases: the name of a
registered *mistake*, or of *two* at once; what the values depend on, from *ablations*; or in
*general* where they differ first. *Named* is the share of the first two. It says little of what
learners hear: a program changes what nobody would; [diagnosis](diagnosis.md) counts what people do.

This page is written by `graders doctor --mutants`; [for authors](authors.md#mutants) says how. A
test compares the last column with today's sources."""

COLUMNS = (
    "exercise", "mutants", "equivalent", "raise", "fail, visible", "fail, hidden", "mistake", "two",
    "ablation", "general", "named", "of",
)  # fmt: skip

_HEADING = re.compile(r"## (\d\d_\w+)")
_UNCAUGHT = re.compile(r"- `(\w+)` (passes .+)")
CAUGHT = "All wrong ones fail."
NOT_CAUGHT = "Not caught:"


@dataclass(frozen=True)
class Row:
    """What stands on the page about an exercise.

    Args:
        cells: of the table, as in `COLUMNS`.
        uncaught: what wrong mutants pass.
    """

    cells: tuple[str, ...]
    uncaught: tuple[str, ...] = field(default=())

    @property
    def digest(self) -> str:
        """The digest of all that the row follows from."""
        return self.cells[-1].strip("`")


Rows = dict[str, dict[str, Row]]
"""Rows by lesson and exercise."""


def row(survey: Survey) -> Row:
    """Return what stands on the page about an exercise."""
    running, told = len(survey.returning), survey.told
    return Row(
        (
            survey.exercise,
            str(len(survey.results)),
            str(survey.equivalent),
            str(len(survey.wrong) - running),
            f"{survey.visible} of {running}",
            f"{survey.hidden} of {running}",
            *(str(told[kind]) for kind in ("mistake", "pair", "ablation", "general")),
            percent(survey.named / survey.visible) if survey.visible else "–",
            f"`{survey.digest}`",
        ),
        tuple(survey.uncaught),
    )


def parsed(text: str) -> Rows:
    """Return what stands on a page."""
    rows: Rows = {}
    lesson: dict[str, Row] = {}
    for line in text.splitlines():
        if heading := _HEADING.fullmatch(line):
            lesson = rows.setdefault(heading[1], {})
        elif line.startswith("| ") and line.split(" ")[1] != COLUMNS[0]:
            cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
            lesson[cells[0]] = Row(cells)
        elif (found := _UNCAUGHT.fullmatch(line)) and found[1] in lesson:
            known = lesson[found[1]]
            lesson[found[1]] = Row(known.cells, (*known.uncaught, found[2].replace("`", "")))
    return rows


def rendered(rows: Rows) -> str:
    """Return the page."""
    lines = [INTRODUCTION]
    for lesson in sorted(rows):
        lines += ["", f"## {lesson}", "", f"| {' | '.join(COLUMNS)} |"]
        lines.append("|---|" + "---:|" * (len(COLUMNS) - 2) + "---|")
        lines += [f"| {' | '.join(each.cells)} |" for each in rows[lesson].values()]
        lines += ["", *_uncaught(rows[lesson].values())]
    return "\n".join(lines) + "\n"


def _uncaught(rows: Iterable[Row]) -> list[str]:
    said = [
        f"- `{each.cells[0]}` {cases}: `{change}`"
        for each in rows
        for cases, _, change in (what.partition(": ") for what in each.uncaught)
    ]
    return [NOT_CAUGHT, "", *said] if said else [CAUGHT]


def with_surveys(rows: Rows, surveys: Sequence[Survey]) -> Rows:
    """Return rows in which those of some exercises are new, in the order of their lessons."""
    found = {lesson: dict(of) for lesson, of in rows.items()}
    for survey in surveys:
        found.setdefault(survey.lesson, {})[survey.exercise] = row(survey)
    for lesson in {survey.lesson for survey in surveys}:
        of = found[lesson]
        found[lesson] = {name: of[name] for name in exercise_names(lesson) if name in of}
    return found


def write(surveys: Sequence[Survey]) -> bool:
    """Write the page with new rows; return whether it changed."""
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    after = rendered(with_surveys(parsed(before), surveys))
    if after != before:
        PAGE.write_text(after, encoding="utf-8")
    return after != before
