"""What learners hear of wrong code, of which most was written before the mistakes were looked at.

    python tests/diagnosis/measuring.py     # writes docs/diagnosis.md

Each file in `variants` holds wrong variants of one exercise, as titled cells.
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
VARIANTS = Path(__file__).parent / "variants"
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


def variants(folder: Path = VARIANTS) -> Iterator[tuple[str, str, str]]:
    """Yield exercise, title and source of every variant, in the lesson's order."""
    for name in frozen_names(LESSON):
        path = folder / f"{name}.py"
        if path.exists():
            for cell in path.read_text(encoding="utf-8").split("# %% ")[1:]:
                title, _, source = cell.partition("\n")
                yield name, title.strip(), source.strip() + "\n"


def heard(exercise: str, title: str, source: str) -> Heard:
    """Return what a learner hears of one variant."""
    names = frozen_names(LESSON)
    space = reference(LESSON).subset(names[: names.index(exercise)])
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
    for case, seen, wrong, want in zip(
        table.cases,
        observe(function, table.cases),
        known.observations,
        table.expected,
        strict=True,
    ):
        if seen.outcome != "returned" or wrong.outcome != "returned":
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


def page(rows: list[Heard]) -> str:
    """Return the page: a table of counts, and a table of all variants."""
    returned = [row for row in rows if row.kind != "line" and "raised" not in row.verdict.returned]
    raised = [row for row in rows if row not in returned]
    lines = [
        "# What learners hear of wrong code",
        "",
        f"{len(rows)} wrong variants of lesson 02 stand in `tests/diagnosis/variants`. Most were "
        "written before their author looked at the registered mistakes, but the rules that find a "
        "form, a shape or a line were made with them at hand: the table shows what is heard of "
        "them, not how well code is understood that nobody has seen. This page is written by "
        "`tests/diagnosis/measuring.py`, and a test compares it.",
        "",
        "| what is said | returned values | raised |",
        "|---|---|---|",
    ]
    counts = [Counter(row.kind for row in group) for group in (returned, raised)]
    lines += [f"| {words} | {counts[0][k]} | {counts[1][k]} |" for k, words in CLASSES.items()]
    lines += [
        f"| all | {len(returned)} | {len(raised)} |",
        "",
        f"Contradicted by what came back: {sum(row.contradicted for row in rows)}.",
        "",
        "| exercise | variant | heard | sentence |",
        "|---|---|---|---|",
    ]
    lines += [f"| `{r.exercise}` | {r.title} | {r.kind} | {r.verdict.usually} |" for r in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page([heard(*variant) for variant in variants()]), encoding="utf-8")
