"""What is kept of a question: the first answer, the latest, and how often it was tried."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from graders.judging.answers import LONGEST, Answer, as_number
from graders.question import Form, Question

Given = str | float | None


@dataclass(frozen=True)
class Answered:
    """The answers to one question, or the guess and its outcome.

    Args:
        form: how it is answered.
        first: the first answer, which stays.
        latest: the latest one.
        tries: how many answers there were; the same one again is no new try.
        right_at: the number of the try that was right; 0 where none was.
        at: when the first one was given, in UTC; "" where there is none.
        outcome: what came out, of a guess.
    """

    form: Form
    first: Given = None
    latest: Given = None
    tries: int = 0
    right_at: int = 0
    at: str = ""
    outcome: Given = None

    @classmethod
    def of(cls, question: Question, answer: Answer, before: Answered | None) -> Answered:
        """Return what is kept after an answer that could be read."""
        kept = before if before and before.form == question.form else cls(question.form)
        if kept.tries and kept.latest == answer.given:
            return kept
        tries = kept.tries + 1
        right_at = kept.right_at or (tries if answer.state == "right" else 0)
        if kept.tries:
            return replace(kept, latest=answer.given, tries=tries, right_at=right_at)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return replace(
            kept, first=answer.given, latest=answer.given, tries=1, right_at=right_at, at=now
        )

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Any) -> Answered:
        """Return what `to_json` wrote.

        Raises:
            KeyError, TypeError, ValueError: it is nothing of ours.
        """
        form = data["form"]
        if form not in ("letter", "number", "order", "words", "guess"):
            raise ValueError(f"no form of a question: {form!r}")
        return cls(
            form,
            _given(data["first"]),
            _given(data["latest"]),
            max(0, int(data["tries"])),
            max(0, int(data["right_at"])),
            str(data["at"])[:40],
            _given(data["outcome"]),
        )


def _given(data: Any) -> Given:
    if data is None:
        return None
    if isinstance(data, str):
        return data[:LONGEST]
    value = as_number(data)
    if value is None or not math.isfinite(value):
        raise ValueError("a number must be finite")
    return value
