"""The reference of an exercise, for whoever has passed it and has the answers at hand."""

from __future__ import annotations

from dataclasses import dataclass

from graders.extras import LESSONS, without_answers
from graders.judging import Outcome, Table
from graders.notebook import style
from graders.notebook.card import heading
from graders.notebook.markup import MONO, Html, element
from graders.notebook.notice import Notice
from graders.notebook.progress import Store
from graders.notebook.text import head

LABEL = "Solution"


@dataclass(frozen=True)
class Solved:
    """A card with the source of a reference.

    Args:
        name, title: the exercise's.
        source: the reference.
    """

    name: str
    title: str
    source: str

    def to_html(self) -> str:
        """Return the card as HTML."""
        code = f"{MONO};margin:14px 0 0;white-space:pre;overflow-x:auto;line-height:1.45"
        return element(
            "section",
            heading("\N{CHECK MARK}", LABEL, self.name, self.title, Html()),
            element("div", self.source, style=code),
            role="group",
            aria_label=f"{LABEL}: {self.name}",
            style=style.root("note"),
        )

    def to_text(self, colour: bool = False) -> str:
        """Return the card as text; the lines of the source stay as they are."""
        name = f"{self.name}  {self.title}"
        return "\n".join(
            [*head(f"\N{CHECK MARK} {LABEL}", name, "", "note", colour=colour), self.source]
        )


def solution_card(table: Table, store: Store) -> Solved | Notice:
    """Return the reference of an exercise that was passed, or a card that says what is missing.

    Args:
        table: the exercise's frozen table.
        store: what the learner has reached.
    """
    name = table.exercise
    entry = store.entries(table.lesson).get(name)
    if entry is None or entry.outcome is not Outcome.PASSED:
        return Notice(
            "note",
            "\N{RIGHTWARDS ARROW}",
            "Not yet",
            f"The solution of `{name}` is shown when your own has passed `check({name})`.",
            name,
            table.title,
            footer=f"On the way there, `hint({name})` gives hints.",
        )
    try:
        from graders.lessons.reference import reference

        source = reference(table.lesson).source(name)
    except (ModuleNotFoundError, OSError) as error:  # not there, or not to be read by a submission
        name_of_module = error.name if isinstance(error, ModuleNotFoundError) else LESSONS
        if not (name_of_module or "").startswith(LESSONS):
            raise
        return Notice("note", "!", "Not installed here", without_answers(), name, table.title)
    return Solved(name, table.title, source)
