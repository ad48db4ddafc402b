"""The score card of a lesson: what has been reached, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass, field

from graders.judging.frozen import sentence_of
from graders.judging.verdict import Outcome
from graders.notebook import style
from graders.notebook.answered_list import AnsweredList
from graders.notebook.card import LAST, heading
from graders.notebook.markup import MONO, Html, clean, element, inline
from graders.notebook.progress import Entry
from graders.notebook.text import RULE, WIDTH, head, paint, wrap

OPEN = "\N{WHITE CIRCLE}"
BAR = 44


@dataclass(frozen=True)
class Row:
    """One exercise of the lesson.

    Args:
        exercise, title: its names.
        max_points: what it is worth.
        entry: its latest check, or None.
    """

    exercise: str
    title: str
    max_points: float
    entry: Entry | None = None

    @property
    def points(self) -> float:
        """What it has earned so far."""
        return min(self.entry.points, self.max_points) if self.entry else 0.0

    @property
    def mark(self) -> str:
        """Its outcome as one character."""
        return style.MARKS[self.entry.outcome] if self.entry else OPEN

    @property
    def word(self) -> str:
        """Its outcome in words."""
        return style.WORDS[self.entry.outcome].lower() if self.entry else "not checked"

    @property
    def passed(self) -> bool:
        """Whether its latest check passed."""
        return self.entry is not None and self.entry.outcome is Outcome.PASSED

    @property
    def remark(self) -> str:
        """The last mistake, as it is explained now; of a passed exercise nothing is left to say."""
        if self.entry is None or self.passed:
            return ""
        known = self.entry.mistake and sentence_of(self.exercise, self.entry.mistake)
        return clean(known or self.entry.says, 300)


@dataclass(frozen=True)
class ScoreCard:
    """The exercises of a lesson with what has been reached.

    Args:
        lesson: its name.
        rows: its exercises in order.
        remarks: sentences for the foot.
        graded: whether the points are a grader's; otherwise they are the visible cases'.
        answered: the questions and guesses of the lesson.
    """

    lesson: str
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()
    graded: bool = False
    answered: AnsweredList = field(default_factory=AnsweredList)

    @property
    def earned(self) -> float:
        """The points so far."""
        return sum(row.points for row in self.rows) + self.answered.earned

    @property
    def possible(self) -> float:
        """The points of the whole lesson."""
        return sum(row.max_points for row in self.rows) + self.answered.possible

    @property
    def share(self) -> float:
        """The part of the points that is earned, from 0 to 1."""
        return self.earned / self.possible if self.possible > 0 else 0.0

    @property
    def advice(self) -> str:
        """What to do next."""
        if self.graded:
            missed = [f"`{row.exercise}`" for row in self.rows if not row.passed]
            if not missed:
                return "Every exercise of this lesson is right, on the hidden cases too."
            return f"Look again at {', '.join(missed)}; the cards above say why."
        for row in self.rows:
            if row.passed:
                continue
            if row.entry is None or row.entry.outcome is Outcome.UNWRITTEN:
                return f"Next: write `{row.exercise}`, then run `check({row.exercise})`."
            return f"Next: mend `{row.exercise}`. Stuck? `hint({row.exercise})`"
        return "Every exercise of this lesson is right on the visible cases."

    @property
    def head(self) -> str:
        """What the card is called."""
        return "Graded" if self.graded else "Progress"

    @property
    def tone(self) -> style.Tone:
        """Green when everything passed."""
        return "passed" if all(row.passed for row in self.rows) else "note"

    def to_html(self) -> str:
        """Return the card as HTML."""
        done = sum(row.passed for row in self.rows)
        total = element(
            "span",
            style.number(self.earned),
            style="font-size:38px;font-weight:700;line-height:1;letter-spacing:-.02em;"
            + style.ACCENT,
        )
        possible = f"/\N{HAIR SPACE}{style.number(self.possible)}"
        right = element(
            "div",
            total,
            element("span", possible, style="font-size:17px;margin-left:3px;" + style.QUIET),
            role="img",
            aria_label=style.points(self.earned, self.possible),
            style="white-space:nowrap",
        )
        title = f"{done} of {len(self.rows)} exercises passed"
        foot = [element("div", inline(remark)) for remark in self.remarks]
        return element(
            "section",
            heading("\N{BLACK SQUARE}", self.head, self.lesson, title, right),
            _bar(self.share),
            _table(self.rows),
            self.answered.to_html(),
            element("div", inline(self.advice), style="margin:16px 0 0;font-weight:700"),
            element("div", *foot, style=f"margin:6px 0 0;{style.LABEL}") if foot else Html(),
            role="group",
            aria_label=f"{self.head} in {self.lesson}: {style.points(self.earned, self.possible)}",
            style=style.root(self.tone),
        )

    def to_text(self, colour: bool = False) -> str:
        """Return the card as text of at most 88 columns."""
        total = style.points(self.earned, self.possible)
        lines = head(self.head, self.lesson, total, self.tone, colour=colour)
        full = round(BAR * self.share)
        bar = "\N{FULL BLOCK}" * full + "\N{LIGHT SHADE}" * (BAR - full)
        lines += [paint(bar, self.tone, colour) + f"  {100 * self.share:.0f} %", ""]
        for row in self.rows:
            worth = f"{style.number(row.points)} / {style.number(row.max_points)}"
            lines.append(f"{row.mark} {row.exercise:<34}{row.word:<14}{worth:>12}")
            lines += [f"{'':<4}{line}" for line in wrap(row.remark, WIDTH - 4)]
        lines += [*self.answered.to_text(), RULE * WIDTH, *wrap(self.advice)]
        for remark in self.remarks:
            lines += wrap(remark)
        return "\n".join(lines)


def _bar(share: float) -> Html:
    """Return the bar: how much of the lesson is done."""
    full = element("div", style=f"width:{100 * share:.1f}%;height:6px;background:var(--g-accent)")
    return element(
        "div",
        full,
        role="progressbar",
        aria_label="Points earned in this lesson",
        aria_valuemin="0",
        aria_valuemax="100",
        aria_valuenow=f"{100 * share:.0f}",
        style="margin:16px 0 14px;background:var(--g-line);height:6px",
    )


def _table(rows: tuple[Row, ...]) -> Html:
    cell = (
        "border:0;border-bottom:1px solid var(--g-line);text-align:left;vertical-align:baseline;"
        "background:none;padding:5px 16px 5px 0"
    )
    quiet = f"{cell};{style.LABEL}"
    names = ("Exercise", "Outcome", "Last mistake", "Points")
    titles = [element("th", n, scope="col", style=quiet) for n in names[:-1]]
    titles.append(element("th", names[-1], scope="col", style=f"{quiet};{LAST}"))
    head_row = element("tr", *titles, style="background:none")
    lines = [head_row]
    for row in rows:
        accent = style.accent(row.entry.outcome) if row.entry else style.QUIET
        mark = element("span", row.mark, aria_hidden="true")
        worth = f"{style.number(row.points)}\N{HAIR SPACE}/\N{HAIR SPACE}"
        worth += style.number(row.max_points)
        lines.append(
            element(
                "tr",
                element("th", row.exercise, scope="row", title=row.title,
                        style=f"{cell};{MONO};font-size:13px;font-weight:400;white-space:nowrap"),
                element("td", mark, f"\N{NO-BREAK SPACE}{row.word}",
                        style=f"{cell};{accent};white-space:nowrap"),
                element("td", inline(row.remark), style=f"{cell};width:100%"),
                element("td", worth, style=f"{cell};{LAST}"),
                style="background:none",
            )
        )  # fmt: skip
    plain = (
        "border-collapse:collapse;border:0;margin:0;width:100%;table-layout:auto;"
        "font-size:13px;line-height:1.45"
    )
    return element("table", element("tbody", *lines), style=plain)
