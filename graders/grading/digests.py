"""Digests: short texts that tell whether anything of a long one has changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graders.judging.frozen import table_to_json

if TYPE_CHECKING:
    from graders.grading.materials import Materials


def contract_digest(lesson: Materials) -> str:
    """Return the SHA-256 of all that decides on a lesson's results.

    That is its notebook, what each exercise asks, the first of its hidden tables, the seed of the
    others, the sources of what they are answered by (the reference, and each mistake), and the
    questions that are worth points.
    """
    from graders.lessons import load
    from graders.lessons.reference import reference

    exercises, solved = load(lesson.lesson).exercises, reference(lesson.lesson)
    tables = [table_to_json(table) for table in lesson.outline.values()]
    mistakes = [
        text
        for name in lesson.exercises
        for mistake in exercises[name].mistakes
        for text in (name, mistake.sentence, solved.patched_source(name, mistake))
    ]
    return digest(
        lesson.lesson,
        lesson.template,
        str(lesson.seed),
        solved.text,
        lesson.earlier,
        *tables,
        *mistakes,
        *([lesson.questions] if lesson.questions else []),
    )


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of texts and bytes in their order, as 64 hexadecimal digits."""
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return total.hexdigest()
