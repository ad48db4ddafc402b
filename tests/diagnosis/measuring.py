"""What a learner hears of wrong code that was written without sight of the registered mistakes.

Each file in `learned`, `unseen`, `variants` and `right` holds variants of one exercise, as titled
cells. Whoever registers mistakes or mends rules leaves alone what `banks.py` calls only measured.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graders.judging import Outcome, Table, Verdict, frozen_names, frozen_table
from graders.judging.diagnose import ADVICE, finite, part_of
from graders.judging.judge import ALONE, GENERAL, judge_function
from graders.judging.nearness import alike, tolerance
from graders.judging.observe import observe
from graders.lessons.reference import reference

HERE = Path(__file__).parent

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

    @property
    def raised(self) -> bool:
        """Whether the verdict speaks of an exception."""
        return self.kind == "line" or "raised" in self.verdict.returned


def variants(lesson: str, folder: str) -> Iterator[tuple[str, str, str]]:
    """Yield exercise, title and source of every variant in a folder, in the lesson's order."""
    for name in frozen_names(lesson):
        path = HERE / folder / f"{name}.py"
        if path.exists():
            for cell in path.read_text(encoding="utf-8").split("# %% ")[1:]:
                title, _, source = cell.partition("\n")
                yield name, title.strip(), source.strip() + "\n"


def written(lesson: str, exercise: str, source: str, file: str = "<variant>") -> object:
    """Return the function of a variant, which calls references of what came before."""
    names = frozen_names(lesson)
    space = reference(lesson).subset(names[: names.index(exercise)])
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec"), space)
    return space[exercise]


def heard(lesson: str, exercise: str, title: str, source: str) -> Heard:
    """Return what a learner hears of one variant."""
    function = written(lesson, exercise, source, f"<{exercise}, {title}>")
    table = frozen_table(exercise)
    verdict = judge_function(table, function, 5.0, 5.0)
    return Heard(exercise, title, verdict, _kind(verdict), _contradicted(table, function, verdict))


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
