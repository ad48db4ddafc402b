"""The reference of an exercise and two other right ways, for whoever has passed it, or tried."""

from __future__ import annotations

from dataclasses import dataclass

from graders.course_settings import SettingsError, solutions_shown
from graders.extras import LESSONS, without_answers
from graders.judging import Outcome, Table
from graders.notebook import style
from graders.notebook.card import GAP, heading
from graders.notebook.markup import MONO, Html, element, inline
from graders.notebook.notice import Notice
from graders.notebook.progress import Entry, Store
from graders.notebook.text import head, wrap
from graders.ways import Way, ways

LABEL = "Solution"
FAILED, HINTS = 3, 3
"""How many failed checks and hints it takes to see the solution of what has not passed."""

_CODE = f"{MONO};margin:14px 0 0;white-space:pre;overflow-x:auto;line-height:1.45"


@dataclass(frozen=True)
class Solved:
    """A card with the source of a reference, and with other right ways below it.

    Args:
        name, title: the exercise's.
        source: the reference.
        ways: the others.
    """

    name: str
    title: str
    source: str
    ways: tuple[Way, ...] = ()

    def to_html(self) -> str:
        """Return the card as HTML."""
        return element(
            "section",
            heading("\N{CHECK MARK}", LABEL, self.name, self.title, Html()),
            element("div", self.source, style=_CODE),
            *map(_way, self.ways),
            role="group",
            aria_label=f"{LABEL}: {self.name}",
            style=style.root("note"),
        )

    def to_text(self, colour: bool = False) -> str:
        """Return the card as text; the lines of the sources stay as they are."""
        name = f"{self.name}  {self.title}"
        lines = head(f"\N{CHECK MARK} {LABEL}", name, "", "note", colour=colour)
        lines.append(self.source)
        for way in self.ways:
            lines += ["", *wrap(f"{_titled(way)}. {way.says}"), "", way.source.rstrip()]
        return "\n".join(lines)


def _titled(way: Way) -> str:
    return f"Another way: {way.title}"


def _way(way: Way) -> Html:
    """Return another way as a section of the card."""
    return element(
        "div",
        element("div", _titled(way), style="font-weight:700"),
        element("div", inline(way.says), style="margin:4px 0 0;max-width:42em"),
        element("div", way.source.rstrip(), style=_CODE),
        role="group",
        aria_label=_titled(way),
        style=GAP,
    )


def solution_card(table: Table, store: Store, hints: int = 0) -> Solved | Notice:
    """Return the reference of an exercise and other ways, or a card that says what is missing.

    They are shown when the exercise was passed, or tried often enough, unless the course settles
    otherwise.

    Args:
        table: the exercise's frozen table.
        store: what the learner has reached.
        hints: how many hints were shown.
    """
    try:
        when = solutions_shown(store.path.parent)
    except SettingsError as error:
        return _notice(table, "!", "Not shown", str(error), "Until then no solution is shown.")
    if when == "off":
        return _notice(
            table,
            "\N{RIGHTWARDS ARROW}",
            "Not shown",
            "This course does not show solutions.",
            f"Ask whoever teaches it; `hint({table.exercise})` gives hints.",
        )
    entry = store.entries(table.lesson).get(table.exercise)
    passed = entry is not None and entry.outcome is Outcome.PASSED
    tried = when == "tried" and (entry.failed if entry else 0) >= FAILED and hints >= HINTS
    return _solved(table) if passed or tried else _not_yet(table, when, entry, hints)


def _not_yet(table: Table, when: str, entry: Entry | None, hints: int) -> Notice:
    """Return the card that asks to try first."""
    name = table.exercise
    failed = entry.failed if entry else 0
    counted = f"So far there {'was' if failed == 1 else 'were'} {_counted(failed, 'failed check')}"
    more = (
        "If it does not come, the solution is shown after three failed checks and three hints, "
        f"too. {counted} and {_counted(hints, 'hint')}."
    )
    return Notice(
        "note",
        "\N{RIGHTWARDS ARROW}",
        "Not yet",
        f"Try it first. The solution of `{name}` is shown when your own has passed "
        f"`check({name})`.",
        name,
        table.title,
        sentences=(more,) if when == "tried" else (),
        footer=f"On the way there, `hint({name})` gives hints.",
    )


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def _notice(table: Table, mark: str, label: str, headline: str, footer: str) -> Notice:
    return Notice("note", mark, label, headline, table.exercise, table.title, footer=footer)


def _solved(table: Table) -> Solved | Notice:
    """Return the card with the sources, or one that says where they are."""
    name = table.exercise
    try:
        from graders.lessons.reference import reference

        source = reference(table.lesson).source(name)
        others = ways(table.lesson, name)
    except (ModuleNotFoundError, OSError) as error:  # not there, or not to be read by a submission
        name_of_module = error.name if isinstance(error, ModuleNotFoundError) else LESSONS
        if not (name_of_module or "").startswith(LESSONS):
            raise
        return Notice("note", "!", "Not installed here", without_answers(), name, table.title)
    return Solved(name, table.title, source, others)
