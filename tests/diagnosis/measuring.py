"""What learners hear of wrong code that was written without sight of the registered mistakes.

    python tests/diagnosis/measuring.py     # writes docs/diagnosis.md

Each file in `variants`, `learned` and `unseen` holds wrong variants of one exercise, as titled
cells. Whoever registers mistakes or mends rules reads the first two, and leaves `unseen` alone.
"""

from __future__ import annotations

import linecache
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graders.judging import Outcome, Table, Verdict, frozen_names, frozen_table
from graders.judging.diagnose import ADVICE, finite, part_of
from graders.judging.judge import ALONE, GENERAL, judge_function
from graders.judging.nearness import alike, tolerance
from graders.judging.observe import observe
from graders.lessons.reference import reference
from graders.paths import ROOT

LESSON = "02_vanilla_rnn"
FOLDER = Path(__file__).parent
SETS = ("unseen", "learned", "variants")
PAGE = ROOT / "docs" / "diagnosis.md"

CLASSES = {
    "named": "a registered mistake",
    "two": "two registered mistakes",
    "ablation": "a fact that ablations show",
    "seen": "what the returned value looks like, or its shape",
    "line": "an exception, with the learner's line and what it means there",
    "general": "a sentence that would fit other failures as well",
    "accepted": "nothing: the wrong code passed",
}

BEFORE = (
    Counter({"named": 72, "two": 7, "ablation": 30, "seen": 21, "general": 10}),
    Counter({"named": 1, "line": 36}),
)
"""What was heard of the unseen half before anything was learned from the other half."""

INTRODUCTION = (
    "Somebody who had seen nothing but the student notebook of lesson 02 wrote 363 wrong variants "
    "of its exercises. They were split by their places in each file: those at odd places "
    "({learned}, in `tests/diagnosis/learned`) were read, and mistakes were registered and rules "
    "mended with them at hand; those at even places ({unseen}, in `tests/diagnosis/unseen`) are "
    "only measured, and this page counts them without showing them, so that they stay of use. "
    "Four of the latter, in `rnn_backward`, had been seen by whoever registered the mistakes "
    "before the split was made. Many mistakes were registered besides that no variant had shown: "
    "what is named in the unseen half was met by thinking of it. The unseen half was counted "
    "before anything was changed, once after the mistakes were registered, and once after "
    "sentences about forms and shapes had been added because too many general ones were left. "
    "One mistake in `da0` was registered later, after a learner had made it, and happens to stand "
    "in the unseen half, too: it is one of those that are named there. "
    "{variants} older variants stand in `tests/diagnosis/variants`; the first rules were made "
    "with them at hand.\n\n"
    "A sentence counts as contradicted if it names a mistake that gives other numbers than came "
    "back. This page is written by `tests/diagnosis/measuring.py`, and a test compares it."
)


@dataclass(frozen=True)
class Heard:
    """What a learner hears of one variant.

    Args:
        exercise, title: the variant.
        verdict: what the check gave.
        kind: one of `CLASSES`.
        contradicted: a named mistake would have given a returned value that is another.
    """

    exercise: str
    title: str
    verdict: Verdict
    kind: str
    contradicted: bool

    @property
    def raised(self) -> bool:
        """Whether the verdict speaks of an exception."""
        return self.kind == "line" or "raised" in self.verdict.returned


def variants(folder: Path, lesson: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield exercise, title and source of every variant, in the lesson's order."""
    for name in frozen_names(lesson or LESSON):
        path = folder / f"{name}.py"
        if path.exists():
            for cell in path.read_text(encoding="utf-8").split("# %% ")[1:]:
                title, _, source = cell.partition("\n")
                yield name, title.strip(), source.strip() + "\n"


def heard(exercise: str, title: str, source: str, lesson: str = "") -> Heard:
    """Return what a learner hears of one variant."""
    names = frozen_names(lesson or LESSON)
    space = reference(lesson or LESSON).subset(names[: names.index(exercise)])
    file = f"<{exercise}, {title}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec"), space)
    table = frozen_table(exercise)
    verdict = judge_function(table, space[exercise], 5.0, 5.0)
    return Heard(
        exercise, title, verdict, _kind(verdict), _contradicted(table, space[exercise], verdict)
    )


def _kind(verdict: Verdict) -> str:
    says = verdict.usually
    if verdict.outcome is Outcome.PASSED:
        return "accepted"
    if verdict.mistake:
        return "two" if "+" in verdict.mistake else "named"
    if verdict.outcome is Outcome.ERROR and "raised" in verdict.returned:
        known = says and says not in ADVICE.values() and ", line " in verdict.returned
        return "line" if known else "general"
    if not says or any(part in says for part in GENERAL):
        return "general"
    shown = ("it should", "where to look", "stays wrong when", "of the last", "whatever is handed")
    return "ablation" if any(part in says for part in shown) else "seen"


def _contradicted(table: Table, function: object, verdict: Verdict) -> bool:
    """Return whether a single mistake that is named gives numbers that did not come back.

    Where a mistake spoils a value, the value must be as the mistake gives it in every case, unless
    one of the two is not finite. A mistake made in some values alone is only asked for these.
    """
    if not verdict.mistake or "+" in verdict.mistake:
        return False
    made = verdict.usually.partition(" alone: ")[0] if ALONE[:8] in verdict.usually else ""
    known = next(k for k in table.mistakes if table.key_of(k) == verdict.mistake)
    for at, case, seen, wrong, want in zip(
        range(len(table.cases)),
        table.cases,
        observe(function, table.cases),
        known.observations,
        table.expected,
        strict=True,
    ):
        if seen.outcome != "returned" or wrong.outcome != "returned":
            continue
        if table.refuses_case(at) is not None:
            continue
        limits = tolerance(case.dtype)
        for name in table.returns:
            if made and name not in re.findall(r"\w+", made):
                continue
            got, mistaken, right = (
                part_of(v, name, table) for v in (seen.value, wrong.value, want)
            )
            numbers = finite(got) and finite(mistaken)
            if alike(mistaken, right, limits) or (alike(got, mistaken, limits)):
                continue
            if numbers or alike(got, right, limits):
                return True
    return False


def shares(rows: list[Heard]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each kind was heard of what returned something, and of what raised."""
    raised = [row for row in rows if row.raised]
    returned = [row for row in rows if not row.raised]
    return Counter(row.kind for row in returned), Counter(row.kind for row in raised)


def page(rows: dict[str, list[Heard]]) -> str:
    """Return the page: counts of each set, and what is heard of what was learned from.

    Args:
        rows: what is heard of each set, by the set's name.
    """
    before, after = BEFORE, shares(rows["unseen"])
    lines = [
        "# What learners hear of wrong code",
        "",
        INTRODUCTION.format(**{name: len(heard) for name, heard in rows.items()}),
        "",
        "## The half that is only measured",
        "",
        "| what is said | returned, before | returned, now | raised, before | raised, now |",
        "|---|---|---|---|---|",
    ]
    columns = (before[0], after[0], before[1], after[1])
    for key, words in CLASSES.items():
        lines.append(f"| {words} | " + " | ".join(_share(c[key], c) for c in columns) + " |")
    lines += [
        "| all | " + " | ".join(str(sum(c.values())) for c in columns) + " |",
        "",
        f"Contradicted by what came back: 0 before, {_contradictions(rows['unseen'])} now.",
        "",
        "## What was learned from",
        "",
        "| what is said | returned, new half | returned, older | raised, new half | raised, older "
        "|",
        "|---|---|---|---|---|",
    ]
    learned, older = shares(rows["learned"]), shares(rows["variants"])
    columns = (learned[0], older[0], learned[1], older[1])
    for key, words in CLASSES.items():
        lines.append(f"| {words} | " + " | ".join(_share(c[key], c) for c in columns) + " |")
    both = [*rows["learned"], *rows["variants"]]
    lines += [
        "| all | " + " | ".join(str(sum(c.values())) for c in columns) + " |",
        "",
        f"Contradicted by what came back: {_contradictions(both)}.",
        "",
        "| exercise | variant | heard | sentence |",
        "|---|---|---|---|",
    ]
    lines += [f"| `{r.exercise}` | {r.title} | {r.kind} | {r.verdict.usually} |" for r in both]
    return "\n".join(lines) + "\n"


def _share(count: int, counts: Counter[str]) -> str:
    return f"{count} ({count / max(sum(counts.values()), 1):.0%})"


def _contradictions(rows: list[Heard]) -> int:
    return sum(row.contradicted for row in rows)


def measured() -> dict[str, list[Heard]]:
    """Return what is heard of every set."""
    return {name: [heard(*v) for v in variants(FOLDER / name)] for name in SETS}


if __name__ == "__main__":
    _, mark, others = PAGE.read_text(encoding="utf-8").partition("\n# Lesson ")
    PAGE.write_text(page(measured()) + mark + others, encoding="utf-8")
