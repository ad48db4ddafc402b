"""Mutants that are no mistakes: a file of each lesson lists them, each with the reason."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from graders.errors import RefusalError
from graders.lessons import contract_file, exercise_names

FILE = "equivalent.toml"


def file_of(lesson: str) -> Path:
    """Return where a lesson lists its equivalent mutants, whether there are any or not."""
    return contract_file(lesson, exercise_names(lesson)[0]).parent / FILE


def place_of(lesson: str) -> str:
    """Return how a complaint names that file."""
    return f"graders/lessons/{lesson}/{FILE}"


def equivalents(lesson: str) -> Mapping[str, Mapping[str, str]]:
    """Return the reasons of a lesson's equivalent mutants by exercise and change.

    Raises:
        RefusalError: the file is no TOML, or holds something else.
    """
    path = file_of(lesson)
    if not path.exists():
        return {}
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RefusalError(
            f"{place_of(lesson)} is no TOML: {error}. Expected a table for each exercise, as in "
            '[rnn_forward], and in it lines of "old → new" = "the reason". Mend that line.'
        ) from error
    known = exercise_names(lesson)
    for exercise, reasons in listed.items():
        if exercise not in known:
            raise RefusalError(
                f"{place_of(lesson)} speaks of {exercise}, which is no exercise of the lesson. "
                f"Expected one of {', '.join(known)}. Mend the name, or take the table out."
            )
        _refuse_without_reason(lesson, exercise, reasons)
    return listed


def _refuse_without_reason(lesson: str, exercise: str, reasons: object) -> None:
    """Raise RefusalError where an entry of an exercise has no reason."""
    entries = reasons.items() if isinstance(reasons, dict) else [(exercise, reasons)]
    for change, reason in entries:
        if not isinstance(reason, str) or not reason.strip():
            raise RefusalError(
                f"{place_of(lesson)}: [{exercise}] lists “{change}” without a reason. Expected a "
                "sentence that says why no case can tell it from the reference. Write it."
            )


def stale(
    lesson: str, exercise: str, listed: Mapping[str, str], changes: Iterable[str]
) -> list[str]:
    """Return a complaint for each entry that is no mutant of today's reference.

    Args:
        lesson: whose file it is.
        exercise: under which it is listed.
        listed: the reasons by change.
        changes: the changes of all mutants that there are.
    """
    there = list(changes)
    complaints = []
    for change in listed:
        if change not in there:
            near = difflib.get_close_matches(change, there, n=1, cutoff=0.8)
            hint = f" Did you mean “{near[0]}”?" if near else " Take the entry out."
            complaints.append(
                f"{place_of(lesson)}: [{exercise}] lists “{change}”, which is no mutant of "
                f"today's reference.{hint}"
            )
    return complaints
