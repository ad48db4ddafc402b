"""What of the lesson's own cells had been changed, said in one sentence for each cause."""

from __future__ import annotations

from collections.abc import Iterator

from nbformat import NotebookNode

from graders.cells import name_of, role
from graders.grading.handed_in.names import names_of
from graders.grading.handed_in.remarks import listed, plural
from graders.wording import quoted

METADATA = "graders"
"""The key of our own notes in the metadata of outputs and notebooks."""

MOST_LINES = 3
"""How many added lines are quoted."""

LONGEST = 200
"""How many characters a line may have of which it is looked up what it makes."""

MOST_LOST = 50
"""How many names are kept that only a line made which was taken out again."""


class Restored:
    """Collects what was put right in the lesson's cells.

    Attributes:
        types: cells with the type that they had become and the one that they have again.
        tags: cells with the tags that they had.
        lost: names that a line made which was added to a locked cell, with that cell.
    """

    def __init__(self) -> None:
        self.types: list[tuple[str, str, str]] = []
        self.tags: list[tuple[str, str]] = []
        self.lost: dict[str, str] = {}
        self._texts: list[str] = []
        self._lines: list[tuple[str, str]] = []
        self._settings: list[str] = []
        self._marked = 0

    def text(self, cell: NotebookNode, theirs: NotebookNode) -> None:
        """Note that the text of a locked cell had been changed."""
        name = name_of(cell)
        self._texts.append(name)
        if role(cell) == "check" or cell.cell_type != "code" or theirs.cell_type != "code":
            return
        known = {line.strip() for line in cell.source.splitlines()}
        added = [line for line in theirs.source.splitlines() if line.strip() not in known]
        self._lines += [(name, line.strip()) for line in added[: MOST_LINES - len(self._lines)]]
        for line in added:
            if len(line) <= LONGEST and len(self.lost) < MOST_LOST:
                self.lost |= dict.fromkeys(_made(line.strip()), name)

    def settings(self, name: str, changed: bool, marked: bool) -> None:
        """Note whether a cell's settings had been changed, and whether it had any of nbgrader's."""
        self._marked += marked
        if changed:
            self._settings.append(name)

    def said(self) -> Iterator[str]:
        """Yield the sentences."""
        for was, now in dict.fromkeys((was, now) for _, was, now in self.types):
            names = [name for name, *both in self.types if both == [was, now]]
            one = f"The cell {listed(names)} had become a {was} cell; it was made a {now} cell"
            more = f"The cells {listed(names)} had become {was} cells; they were made {now} cells"
            yield f"{more if plural(names) else one} again."
        if self._texts:
            yield (
                f"The locked cell{plural(self._texts)} {listed(self._texts)} had been changed; the "
                "lesson's text was restored." + "".join(map(_quote, self._lines))
            )
        if len(self._settings) > 1 and not self._marked:
            yield (
                "No cell carried nbgrader's settings, as after a copy with a program that does not "
                "keep them; they were restored."
            )
        elif self._settings:
            names = self._settings
            yield f"The nbgrader settings of the cell{plural(names)} {listed(names)} were restored."
        if self.tags:
            names = [name for name, _ in self.tags]
            tags = ", ".join(dict.fromkeys(tags for _, tags in self.tags[:5]))
            yield f"The tags of the cell{plural(names)} {listed(names)} were removed: {tags}."


def _quote(line: tuple[str, str]) -> str:
    return f" This line was added to '{line[0]}' and taken out: {quoted(line[1], 80)}."


def _made(line: str) -> frozenset[str]:
    """Return the names that a line binds."""
    try:
        return names_of(line).makes
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
