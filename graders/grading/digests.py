"""Digests: short texts that tell whether anything of a long one has changed."""

from __future__ import annotations

import hashlib

from graders.grading.materials import Materials
from graders.judging.frozen import table_to_json


def contract_digest(lesson: Materials) -> str:
    """Return the SHA-256 of all that a lesson asks: its notebook, points and hidden tables."""
    tables = [table_to_json(table) for table in lesson.tables.values()]
    return digest(lesson.lesson, lesson.template, *tables)


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of texts and bytes in their order, as 64 hexadecimal digits."""
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return total.hexdigest()
