"""A verdict as an HTML card: no script, no style sheet, everything from students escaped."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graders.judging.verdict import Location, Outcome, Verdict
from graders.notebook import figure, ladder, style
from graders.notebook.markup import CODE, MONO, Html, clean, element, inline, join

GAP = "margin:18px 0 0;padding:16px 0 0;" + style.RULE
LAST = "padding-right:0;text-align:right;white-space:nowrap"
SHORTEST, LONGEST = 20, 80  # characters of a headline
PRINTED_LIMIT = 4000
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


@dataclass(frozen=True)
class Wording:
    """The sentences of a verdict in reading order.

    Args:
        headline: what matters most: the named mistake, or what to do next.
        rest: what follows it.
        facts: what was returned, and what was expected.
    """

    headline: str
    rest: str = ""
    facts: tuple[str, ...] = ()


def wording(verdict: Verdict) -> Wording:
    """Return which sentence of a verdict leads, and which follow."""
    facts = [sentence for sentence in (verdict.returned, verdict.expected) if sentence]
    lead = verdict.usually
    if verdict.outcome is Outcome.PASSED:
        lead = facts.pop(0) if facts else f"Right on all {verdict.cases} cases."
    elif not lead:
        lead = facts.pop(0) if facts else verdict.title
    headline, rest = split(lead)
    return Wording(headline, rest, tuple(facts))


def split(text: str) -> tuple[str, str]:
    """Return the first sentence, or a long one up to its colon, and what follows it."""
    match = _SENTENCE_END.search(text, SHORTEST)
    if len(text[: match.start()] if match else text) > LONGEST:
        match = re.search(r"(?<=:)\s+", text[:LONGEST]) or match
    if match is None or match.start() < SHORTEST:
        return text, ""
    return text[: match.start()], text[match.end() :]


@dataclass(frozen=True)
class Following:
    """The exercise after one that was passed.

    Args:
        name: what it is called.
        number: which of the lesson it is, from 1.
        anchor: where the notebook's page has it; "" where that is not known.
    """

    name: str
    number: int
    anchor: str = ""

    @property
    def sentence(self) -> str:
        """Which one it is."""
        return f"Next: {self.name} (exercise {self.number})"

    @property
    def html(self) -> Html:
        """The same as a link."""
        if not self.anchor:
            return element("span", self.sentence)
        return element("a", self.sentence, href=f"#{self.anchor}", style="color:inherit")


def to_html(
    verdict: Verdict, remarks: tuple[str, ...] = (), following: Following | None = None
) -> str:
    """Return the verdict as a card.

    Args:
        verdict: what judging gave.
        remarks: sentences for the foot of the card, for example where the score was not saved.
        following: the exercise after it, where it was passed.

    Returns:
        One HTML element with inline styles only.
    """
    words = wording(verdict)
    earned = style.points(verdict.points, verdict.max_points)
    label = f"Check of {clean(verdict.exercise, 80)}: {style.WORDS[verdict.outcome]}, {earned}"
    return element(
        "section",
        _head(verdict),
        _sentences(words),
        _after_success(verdict),
        ladder.to_html(verdict.ladder, GAP) if verdict.ladder else Html(),
        _location(verdict.location) if verdict.location else Html(),
        _parts(verdict),
        _printed(verdict.printed),
        _foot(verdict, remarks, following),
        role="group",
        aria_label=label,
        style=style.root(style.tone_of(verdict.outcome)),
    )


def heading(mark: str, word: str, name: str, title: str, right: Html) -> Html:
    """Return the first lines of any card: mark and word, name and title, and the right corner."""
    first = element(
        "div",
        element("span", mark, aria_hidden="true", style="margin-right:6px"),
        word,
        style=style.ACCENT + ";font-weight:700;font-size:14px",
    )
    code = element("span", name, style=f"{MONO};font-size:13px;color:var(--g-ink)")
    spaced = element("span", title, style="margin-left:10px" if name else "")
    second = element("div", code, spaced, style=style.QUIET + ";font-size:13px;margin-top:2px")
    return element(
        "div",
        element("div", first, second, style="min-width:0"),
        right,
        style="display:flex;justify-content:space-between;align-items:flex-start;gap:24px",
    )


def _head(verdict: Verdict) -> Html:
    earned = element(
        "span",
        style.number(verdict.points),
        style="font-size:38px;font-weight:700;line-height:1;letter-spacing:-.02em;" + style.ACCENT,
    )
    possible = element(
        "span",
        f"/\N{HAIR SPACE}{style.number(verdict.max_points)}",
        style="font-size:17px;margin-left:3px;" + style.QUIET,
    )
    right = element(
        "div",
        earned,
        possible,
        aria_label=style.points(verdict.points, verdict.max_points),
        role="img",
        style="white-space:nowrap;text-align:right",
    )
    return heading(
        style.MARKS[verdict.outcome],
        style.WORDS[verdict.outcome],
        verdict.exercise,
        verdict.title,
        right,
    )


def _sentences(words: Wording) -> Html:
    size = 24 if len(words.headline) <= 100 else 20 if len(words.headline) <= 170 else 17
    lead = element(
        "div",
        inline(words.headline),
        style=f"margin:18px 0 0;font-size:{size}px;line-height:1.28;font-weight:700;"
        "letter-spacing:-.012em;max-width:34em;text-wrap:balance",
    )
    rest = Html()
    if words.rest:
        rest = element(
            "div", inline(words.rest), style="margin:8px 0 0;font-size:16px;max-width:36em"
        )
    facts = [element("div", inline(fact), style="margin:4px 0 0") for fact in words.facts]
    block = element("div", *facts, style="margin:14px 0 0;max-width:42em") if facts else Html()
    return join([lead, rest, block])


def _after_success(verdict: Verdict) -> Html:
    if verdict.outcome is not Outcome.PASSED or not verdict.after_success:
        return Html()
    return element(
        "div",
        inline(verdict.after_success),
        style="margin:14px 0 0;font-size:15px;line-height:1.6;max-width:40em",
    )


def place(location: Location) -> str:
    """Return where the first wrong value stands, as `cache[1][0, 2]`."""
    index = ", ".join(str(i) for i in location.index)
    return clean(f"{location.part}[{index}]" if index else location.part, 80)


def _location(location: Location) -> Html:
    picture = figure.error_map(location)
    facts = [
        ("First wrong value", place(location)),
        ("You returned", style.significant(location.returned)),
        ("Expected", style.significant(location.expected)),
        ("Largest error", style.significant(location.largest_absolute, 3)),
        ("Largest relative", style.significant(location.largest_relative, 3)),
        ("Sizes", clean(location.axes, 120)),
        ("Case", clean(location.case, 80)),
    ]
    cell = "padding:2px 0;border:0;text-align:left;vertical-align:baseline;background:none"
    table = _table(
        [
            [
                element("th", name, scope="row", style=f"{cell};padding-right:20px;{style.LABEL}"),
                element("td", value, style=f"{cell};{MONO};font-size:13px"),
            ]
            for name, value in facts
            if value
        ],
        "Where the values differ",
    )
    drawing = Html()
    if picture is not None:
        drawing = element("div", figure.svg(picture), figure.legend(picture))
    layout = "display:flex;flex-wrap:wrap;gap:18px 44px;align-items:flex-start;"
    return element("div", drawing, table, style=layout + GAP)


def _parts(verdict: Verdict) -> Html:
    if not verdict.parts:
        return Html()
    cell = "border:0;text-align:left;vertical-align:baseline;background:none;padding:3px 18px 3px 0"
    rows = []
    for part in verdict.parts:
        calm = part.outcome in (Outcome.PASSED, Outcome.SKIPPED, Outcome.UNWRITTEN)
        accent = style.QUIET if calm else style.ACCENT
        mark = element("span", style.MARKS[part.outcome], aria_hidden="true")
        word = element("span", f"\N{NO-BREAK SPACE}{style.WORDS[part.outcome].lower()}")
        finding = inline(part.finding if part.finding != verdict.returned else "")
        face = f"{MONO};" if part.name.isidentifier() else ""
        name = f"{cell};{face}font-size:13px;font-weight:400;white-space:nowrap"
        worth = f"{style.number(part.points)}\N{HAIR SPACE}/\N{HAIR SPACE}"
        worth += style.number(part.max_points)
        rows.append(
            [
                element("th", clean(part.name, 40), scope="row", style=name),
                element("td", mark, word, style=f"{cell};{accent};white-space:nowrap"),
                element("td", finding, style=f"{cell};width:100%"),
                element("td", worth, style=f"{cell};{LAST}"),
            ]
        )
    return element("div", _table(rows, "Points by part"), style=GAP)


def _table(rows: list[list[Html]], label: str) -> Html:
    lines = [element("tr", *row, style="background:none") for row in rows]
    plain = (
        "border-collapse:collapse;border:0;margin:0;font-size:13px;line-height:1.5;"
        "table-layout:auto;color:inherit"
    )
    return element("table", element("tbody", *lines), aria_label=label, style=plain)


def _printed(printed: str) -> Html:
    if not printed:
        return Html()
    text = clean(printed, PRINTED_LIMIT)
    count = len(text.splitlines())
    title = f"What your code printed ({count} {'line' if count == 1 else 'lines'})"
    box = (
        f"{MONO};font-size:12.5px;line-height:1.45;white-space:pre-wrap;margin:8px 0 0;"
        "padding:10px 12px;background:var(--g-faint);color:var(--g-ink);border:0;"
        "max-height:240px;overflow:auto"
    )
    summary = element("summary", title, style="cursor:pointer;" + style.QUIET)
    return element("details", summary, element("pre", text, style=box), style=GAP)


def _foot(verdict: Verdict, remarks: tuple[str, ...], following: Following | None) -> Html:
    pieces = list(verdict.notes)
    if verdict.cases and verdict.outcome not in (Outcome.PASSED, Outcome.UNWRITTEN):
        pieces.append(f"{verdict.cases} {'case' if verdict.cases == 1 else 'cases'} judged.")
    if verdict.outcome in (Outcome.FAILED, Outcome.ERROR, Outcome.UNWRITTEN):
        pieces.append(f"Stuck? `hint({clean(verdict.exercise, 80)})`")
        if verdict.at is not None:
            pieces.append(
                f"These numbers: `inputs, expected = case({clean(verdict.exercise, 80)})`"
            )
    lines = [element("span", inline(p), style="margin-right:18px") for p in (*pieces, *remarks)]
    if following is not None:
        lines.append(following.html)
    if not lines:
        return Html()
    return element("div", *lines, style=f"margin:16px 0 0;font-size:12.5px;{style.QUIET}")


__all__ = ["CODE", "Following", "Wording", "heading", "place", "split", "to_html", "wording"]
