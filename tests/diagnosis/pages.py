"""The pages about what learners hear of wrong code, one for each lesson, and one of all.

python tests/diagnosis/pages.py 04_character_language_model    # docs/diagnosis_04.md
python tests/diagnosis/pages.py                                # the pages of all lessons
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence

from banks import BANKS, DOCS, MEASURED, Bank, contradicted, heard, page_of
from measuring import CLASSES, Heard

OVERVIEW = DOCS / "diagnosis.md"

_OVERVIEW = """# What learners hear of wrong code

Whoever registers mistakes thinks of those that are found. So wrong code is written by somebody who
has not seen them, lesson by lesson, and each of its variants goes through the check. What is *only
measured* is counted here and not shown, so that it stays of use. Each lesson's page says what was
learned from, and how it was chosen. In lesson 06 whoever registered the mistakes knew all of the
bank: 90% is too favourable there, and 74% were named before.

Of code that returns something, *named* is the share of which a registered mistake, or two of them,
is named; *general* the share that hears a sentence which would fit other failures as well. Of code
that raises, *line* is the share that is told its own line and what the exception means there. A
sentence is *contradicted* if it names a mistake that gives other numbers than came back. *Passed*
is wrong code that was accepted.

| lesson | only measured | return | named | general | raise | line | contradicted | passed |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
"""

_WRITTEN = (
    "Pages are written by `tests/diagnosis/pages.py`. Tests go through all variants and compare;\n"
    "the other right ways beside them, `tests/diagnosis/right`, must pass."
)


def shares(rows: Sequence[Heard]) -> dict[str, Counter[str]]:
    """Return how often each kind was heard of what returned something, and of what raised."""
    return {
        "returned": Counter(row.kind for row in rows if not row.raised),
        "raised": Counter(row.kind for row in rows if row.raised),
    }


def page(bank: Bank, rows: Mapping[str, Sequence[Heard]]) -> str:
    """Return a lesson's page: the counts of each group, and what is heard of those shown.

    Args:
        bank: of the lesson.
        rows: what is heard of each of its groups.
    """
    sizes = {group.replace(" ", "_"): len(found) for group, found in rows.items()}
    own = {name: Counter(counts) for name, counts in bank.before.items()}
    columns = [(f"{MEASURED}: {name}, before", counts) for name, counts in own.items()]
    for group, found in rows.items():
        columns += [(f"{group}: {name}", counts) for name, counts in shares(found).items()]
    table = [
        "| what is said | " + " | ".join(name for name, _ in columns) + " |",
        "|---|" + "---|" * len(columns),
    ]
    for kind, words in CLASSES.items():
        table.append(f"| {words} | " + " | ".join(_share(kind, c) for _, c in columns) + " |")
    against = contradicted(bank, (row for found in rows.values() for row in found))
    return "\n".join(
        [
            f"# What learners hear of wrong code in lesson {bank.number}",
            "",
            bank.story.format(**sizes, all=sum(sizes.values())).strip(),
            "",
            *table,
            "| all | " + " | ".join(str(counts.total()) for _, counts in columns) + " |",
            "",
            f"Contradicted by what came back: {len(against)}. [All lessons](diagnosis.md).",
            "",
            *_shown([row for group in rows if group != MEASURED for row in rows[group]]),
        ]
    )


def _share(kind: str, counts: Counter[str]) -> str:
    return f"{counts[kind]} ({counts[kind] / max(counts.total(), 1):.0%})"


def _shown(rows: Sequence[Heard]) -> list[str]:
    if not rows:
        return []
    told = [
        f"| `{row.exercise}` | {row.title} | {row.kind} | {row.verdict.usually} |" for row in rows
    ]
    head = ["| exercise | variant to learn from | heard | sentence |", "|---|---|---|---|"]
    return [*head, *(text.replace("\n", " ") for text in told), ""]


def line(bank: Bank, rows: Sequence[Heard]) -> str:
    """Return a lesson's line in the table of all lessons.

    Args:
        bank: of the lesson.
        rows: what is heard of its variants that are only measured.
    """
    returned, raised = shares(rows).values()
    shown = (
        str(len(rows)),
        str(returned.total()),
        _percent(returned["named"] + returned["two"], returned),
        _percent(returned["general"], returned),
        str(raised.total()),
        _percent(raised["line"] + raised["named"], raised),
        str(len(contradicted(bank, rows))),
        str(returned["accepted"] + raised["accepted"]),
    )
    return f"| [{bank.number}]({page_of(bank)}) | {' | '.join(shown)} |"


def _percent(count: int, counts: Counter[str]) -> str:
    return f"{count / max(counts.total(), 1):.0%}"


def lines() -> dict[str, str]:
    """Return the lines of the table of all lessons as they stand in the docs, by lesson."""
    if not OVERVIEW.exists():
        return {}
    starts = {f"| [{bank.number}]": lesson for lesson, bank in BANKS.items()}
    found = OVERVIEW.read_text(encoding="utf-8").splitlines()
    return {starts[text[:6]]: text for text in found if text[:6] in starts}


def overview(found: Mapping[str, str]) -> str:
    """Return the page of all lessons.

    Args:
        found: each lesson's line.
    """
    rows = "\n".join(found[lesson] for lesson in BANKS if lesson in found)
    return f"{_OVERVIEW}{rows}\n\n{_WRITTEN}\n"


if __name__ == "__main__":
    for lesson in sys.argv[1:] or BANKS:
        bank, rows = BANKS[lesson], heard(lesson)
        (DOCS / page_of(bank)).write_text(page(bank, rows), encoding="utf-8")
        OVERVIEW.write_text(
            overview({**lines(), lesson: line(bank, rows[MEASURED])}), encoding="utf-8"
        )
