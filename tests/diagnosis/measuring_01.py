"""What learners hear of wrong code for lesson 01, half of which was never looked at.

    python tests/diagnosis/measuring_01.py     # writes its part of docs/diagnosis.md

The variants stand in `01_sequences`: `learned` and `unseen` are wrong, `right` must pass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import measuring
from measuring import CLASSES, PAGE, Heard

LESSON = "01_sequences"
FOLDER = Path(__file__).parent / LESSON

BEFORE = {
    "returned": {"named": 50, "two": 1, "ablation": 1, "seen": 35, "general": 45, "accepted": 7},
    "raised": {"line": 21, "seen": 1},
}
"""What was heard of the half that is only measured, before anything was mended."""


def measured(half: str) -> list[Heard]:
    """Return what is heard of the variants of one folder."""
    found = measuring.variants(FOLDER / half, LESSON)
    return [measuring.heard(*variant, LESSON) for variant in found]


def part(unseen: Sequence[Heard], learned: Sequence[Heard]) -> str:
    """Return the part of the page: counts before and after, and what the first half hears."""
    after = {
        "returned": Counter(row.kind for row in unseen if not row.raised),
        "raised": Counter(row.kind for row in unseen if row.raised),
    }
    lines = [
        "# Lesson 01",
        "",
        f"{len(unseen) + len(learned)} wrong variants stand in `tests/diagnosis/{LESSON}`, by "
        "somebody who had not seen the mistakes of the lesson. Every second one was there to "
        f"learn from ({len(learned)}); the others are only measured ({len(unseen)}), though the "
        "titles of those that passed, or heard a general sentence, were seen once. Those that "
        "passed showed what the cases lacked, and all of them were mended. Two that returned "
        "another width of numbers count as right now, and the docstrings say so.",
        "",
        "| what is said of the half that is only measured | returned, before | after | "
        "raised, before | after |",
        "|---|---|---|---|---|",
    ]
    for kind, words in CLASSES.items():
        numbers = [f(kind) for g in ("returned", "raised") for f in (
            lambda k, g=g: BEFORE[g].get(k, 0), lambda k, g=g: after[g][k])]  # fmt: skip
        lines.append(f"| {words} | {' | '.join(map(str, numbers))} |")
    sums = [s for g in ("returned", "raised") for s in (sum(BEFORE[g].values()), after[g].total())]
    lines += [
        f"| all | {' | '.join(map(str, sums))} |",
        "",
        f"Contradicted by what came back: {sum(r.contradicted for r in (*unseen, *learned))}.",
        "",
        "| exercise | variant to learn from | heard | sentence |",
        "|---|---|---|---|",
    ]
    rows = (
        f"| `{r.exercise}` | {r.title} | {r.kind} | {r.verdict.usually} |".replace("\n", " ")
        for r in learned
    )
    return "\n".join([*lines, *rows]) + "\n"


if __name__ == "__main__":
    own = PAGE.read_text(encoding="utf-8").partition("\n# Lesson ")[0]
    PAGE.write_text(own + "\n" + part(measured("unseen"), measured("learned")), encoding="utf-8")
