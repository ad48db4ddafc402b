"""What the reference answered to the hidden tables of a course: kept, because it can take long."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from graders.grading.handed_in.opening import Folder
from graders.judging.coded import decode, encode
from graders.judging.plain import Plain

KEPT = "hidden_tables"
"""What their folder in the course is called. Only its owner can enter it."""

MOST_BYTES = 100_000_000
"""How long a file of it may be."""

Answers = Mapping[str, Sequence[Plain]]
"""By exercise, what the reference returned for each case."""


def read_answers(course: Path, lesson: str, index: int, contract: str) -> Answers | None:
    """Return what was kept for one of a lesson's tables, or None if it does not hold any more.

    Args:
        course: the folder of the course.
        lesson: the lesson's name.
        index: which tables of the pool.
        contract: the digest of what the answers depend on.
    """
    try:
        with Folder.at(course) as top, top.folder(KEPT) as folder:
            data = json.loads(folder.read(_name(lesson, index), MOST_BYTES))
        if data["contract"] != contract:
            return None
        return {name: [decode(one) for one in values] for name, values in data["answers"].items()}
    except Exception:  # whatever is there instead is written anew
        return None


def keep_answers(course: Path, lesson: str, index: int, contract: str, answers: Answers) -> None:
    """Keep what the reference returned; see `read_answers`.

    Raises:
        OSError: it cannot be written. Nothing is lost: it is found out again.
    """
    data = {
        "contract": contract,
        "answers": {name: [encode(one) for one in values] for name, values in answers.items()},
    }
    with Folder.at(course) as top, top.made(KEPT, 0o700) as folder:
        folder.replace(_name(lesson, index), json.dumps(data))


def _name(lesson: str, index: int) -> str:
    return f"{lesson}-{index}.json"
