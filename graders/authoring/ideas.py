"""The table of ideas in docs/ideas.md: where each is taught, and where it is asked again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graders.paths import ROOT

PAGE = ROOT / "docs" / "ideas.md"
_ROW = re.compile(r"^\|(.+)\|$", re.MULTILINE)
_AGAIN = re.compile(r"(\d\d)( \*planned\*)?")


@dataclass(frozen=True)
class Idea:
    """A row of the table.

    Args:
        says: the idea, in a few words.
        key: the name by which questions speak of it.
        taught: the number of the lesson that teaches it, "02"; "" for what comes before the course.
        written: the numbers of the lessons that ask it again.
        planned: likewise of those that are not written yet.
    """

    says: str
    key: str
    taught: str
    written: tuple[str, ...]
    planned: tuple[str, ...]

    @property
    def later(self) -> tuple[str, ...]:
        """The lessons after the one that teaches it, written or planned."""
        return tuple(sorted(n for n in {*self.written, *self.planned} if n > self.taught))


def rows(text: str | None = None) -> list[Idea]:
    """Return the rows of the table.

    Args:
        text: the page; docs/ideas.md unless given.

    Raises:
        ValueError: a row does not have four cells, or a key stands twice.
    """
    page = PAGE.read_text(encoding="utf-8") if text is None else text
    found: dict[str, Idea] = {}
    for match in list(_ROW.finditer(page))[2:]:  # below the heads and the rule
        cells = [cell.strip() for cell in match[1].split("|")]
        if len(cells) != 4:
            raise ValueError(
                f"docs/ideas.md: the row “{match[0][:60]}…” has {len(cells)} cells. Expected idea, "
                "key, taught in, asked again in."
            )
        says, key, taught, again = cells
        key = key.strip("`")
        if key in found:
            raise ValueError(f"docs/ideas.md: the key {key} stands twice. Expected it once.")
        lessons = _AGAIN.findall(again)
        found[key] = Idea(
            says,
            key,
            taught if taught.isdigit() else "",
            tuple(number for number, planned in lessons if not planned),
            tuple(number for number, planned in lessons if planned),
        )
    return list(found.values())
