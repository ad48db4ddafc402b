"""What learners hear of wrong code of lesson 03, written by somebody who had not seen the mistakes.

    python tests/diagnosis/measuring_03.py     # writes docs/diagnosis_03.md

Every second variant stands in `learned`: mistakes were registered with them at hand. The others
stand in `unseen`, and were only measured. In `right` stand other right ways.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

import measuring
from measuring import Heard

from graders.judging import Outcome, hidden_table, judge, observe
from graders.lessons.reference import reference
from graders.paths import ROOT

LESSON = "03_gradients_through_time"
HERE = Path(__file__).parent
PAGE = ROOT / "docs" / "diagnosis_03.md"


def rows(folder: str, *exercises: str) -> list[Heard]:
    """Return what a learner hears of each variant in a folder, of all exercises or of some."""
    return [
        measuring.heard(*variant, LESSON)
        for variant in measuring.variants(HERE / folder, LESSON)
        if not exercises or variant[0] in exercises
    ]


_hidden = cache(partial(hidden_table, LESSON))


def passes_hidden(exercise: str, source: str, seed: int = 1) -> bool:
    """Return whether a variant gets all points of a hidden table."""
    names = measuring.frozen_names(LESSON)
    space = reference(LESSON).subset(names[: names.index(exercise)])
    exec(source, space)
    table = _hidden(exercise, seed)
    return judge(table, observe(space[exercise], table.cases, 5.0)).outcome is Outcome.PASSED


def counted(groups: Sequence[tuple[str, Sequence[Heard]]]) -> list[str]:
    """Return a table: how many of each group hear what."""
    counts = [Counter(row.kind for row in group) for _, group in groups]
    lines = [
        "| what is said | " + " | ".join(name for name, _ in groups) + " |",
        "|---|" + "---|" * len(groups),
    ]
    for kind, words in measuring.CLASSES.items():
        lines.append(f"| {words} | " + " | ".join(str(count[kind]) for count in counts) + " |")
    contradicted = (str(sum(row.contradicted for row in group)) for _, group in groups)
    return [
        *lines,
        "| all | " + " | ".join(str(len(group)) for _, group in groups) + " |",
        "| contradicted by what came back | " + " | ".join(contradicted) + " |",
    ]


def page(learned: Sequence[Heard], unseen: Sequence[Heard]) -> str:
    """Return the page: a table of counts, and a table of all variants."""
    lines = [
        "# What learners hear of wrong code in lesson 03",
        "",
        f"{len(learned) + len(unseen)} wrong variants were written by somebody who had seen the "
        "student notebook and not the registered mistakes. Every second one was learned from: "
        "mistakes were registered with it at hand. Of the other half the numbers were looked at; "
        "two holes that it found were closed, and the rules about lists of names were made after "
        "it had been measured once. Before all this 18 of 125 and 22 of 123 got a general "
        "sentence, and two of the second half passed. This page is written by "
        "`tests/diagnosis/measuring_03.py`, and a test compares it.",
        "",
        *counted([("learned from", learned), ("measured", unseen)]),
        "",
        "| half | exercise | variant | heard | sentence |",
        "|---|---|---|---|---|",
    ]
    for half, group in (("learned from", learned), ("measured", unseen)):
        for r in group:
            lines.append(
                f"| {half} | `{r.exercise}` | {r.title} | {r.kind} | {r.verdict.usually} |"
            )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(rows("learned"), rows("unseen")), encoding="utf-8")
