"""A verdict as plain text, for terminals: the same sentences as the card."""

from __future__ import annotations

import textwrap

from graders.judging.verdict import Location, Outcome, Verdict
from graders.notebook import figure, ladder, style
from graders.notebook.card import PRINTED_LIMIT, place, wording
from graders.notebook.markup import clean

WIDTH = 88
LABEL = 12
RULE = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"

ANSI: dict[style.Tone, str] = {
    "passed": "32",
    "failed": "31",
    "error": "33",
    "unwritten": "90",
    "skipped": "34",
    "broken": "35",
    "note": "36",
}


def to_text(
    verdict: Verdict, remarks: tuple[str, ...] = (), *, width: int = WIDTH, colour: bool = False
) -> str:
    """Return the verdict as text.

    Args:
        verdict: what judging gave.
        remarks: sentences for the foot.
        width: the longest line, except for what the student's code printed.
        colour: set the outcome and the main sentence in the terminal's colours.

    Returns:
        Lines, without a line end at the last.
    """
    words = wording(verdict)
    mark = f"{style.MARKS[verdict.outcome]} {style.WORDS[verdict.outcome]}"
    tone = style.tone_of(verdict.outcome)
    earned = style.points(verdict.points, verdict.max_points)
    name = f"{clean(verdict.exercise, 60)}  {clean(verdict.title, 60)}".rstrip()
    lines = head(mark, name, earned, tone, width=width, colour=colour)
    lines += [paint(line, tone, colour) for line in wrap(words.headline, width)]
    lines += wrap(words.rest, width)
    if words.facts:
        lines.append("")
    for fact in words.facts:
        lines += wrap(fact, width)
    if verdict.outcome is Outcome.PASSED and verdict.after_success:
        lines += ["", *wrap(verdict.after_success, width)]
    if verdict.ladder is not None:
        said = ladder.to_lines(verdict.ladder)
        lines += ["", *(line for one in said for line in _indented(one, width))]
    if verdict.location is not None:
        lines += ["", *_location(verdict.location, width)]
    if verdict.parts:
        lines += ["", *_parts(verdict, width)]
    if verdict.printed:
        lines += ["", "Your code printed:"]
        lines += textwrap.indent(clean(verdict.printed, PRINTED_LIMIT), "  | ").splitlines()
    foot = list(verdict.notes)
    if verdict.outcome in (Outcome.FAILED, Outcome.ERROR, Outcome.UNWRITTEN):
        foot.append(f"Stuck? hint({clean(verdict.exercise, 80)})")
        if verdict.at is not None:
            foot.append(f"These numbers: inputs, expected = case({clean(verdict.exercise, 80)})")
    if foot or remarks:
        lines.append("")
    for remark in (*foot, *remarks):
        lines += wrap(remark, width)
    return "\n".join(lines)


def head(
    left: str, name: str, right: str, tone: style.Tone, *, width: int = WIDTH, colour: bool = False
) -> list[str]:
    """Return the first lines of any text card: outcome, name, points, and a rule below."""
    space = " " * max(2, width - len(left) - len(right))
    first = (paint(left, tone, colour) + space + right).rstrip()
    return [first, *wrap(name, width), RULE * width]


def wrap(sentence: str, width: int = WIDTH) -> list[str]:
    """Return the sentence in lines of at most the width."""
    return textwrap.wrap(clean(sentence), width, break_on_hyphens=False) or []


def labelled(label: str, sentence: str, width: int = WIDTH) -> list[str]:
    """Return a sentence beside its label, its further lines indented."""
    return textwrap.wrap(
        clean(sentence),
        width,
        initial_indent=f"{label:<{LABEL}}",
        subsequent_indent=" " * LABEL,
        break_on_hyphens=False,
    )


def _indented(sentence: str, width: int) -> list[str]:
    """Return a sentence in lines; those of an entry of a numbered list stand below its text."""
    hang = "   " if sentence[:1].isdigit() else ""
    return textwrap.wrap(clean(sentence), width, subsequent_indent=hang, break_on_hyphens=False)


def paint(text: str, tone: style.Tone, colour: bool) -> str:
    """Return the text in the tone's colour and bold, or as it is."""
    return f"\x1b[1;{ANSI[tone]}m{text}\x1b[0m" if colour else text


def _location(location: Location, width: int) -> list[str]:
    first = (
        f"{place(location)}: returned {style.significant(location.returned)}, "
        f"expected {style.significant(location.expected)}."
    )
    largest = (
        f"{style.significant(location.largest_absolute, 3)} absolute, "
        f"{style.significant(location.largest_relative, 3)} relative."
    )
    lines = labelled("First wrong", first, width) + labelled("Largest off", largest, width)
    about = ", ".join(clean(t, 120) for t in (location.case, location.axes) if t)
    if about:
        lines += labelled("Case", about, width)
    picture = figure.error_map(location)
    if picture is not None:
        lines.append("")
        for number, line in enumerate(figure.text_map(picture)):
            lines.append(f"{'Error map' if number == 0 else '':<{LABEL}}{line}")
    return lines


def _parts(verdict: Verdict, width: int) -> list[str]:
    names = [clean(part.name, 40) for part in verdict.parts]
    column = max(map(len, names)) + 2
    lines = []
    for name, part in zip(names, verdict.parts, strict=True):
        worth = f"{style.number(part.points)} / {style.number(part.max_points)}"
        mark = f"{style.MARKS[part.outcome]} {style.WORDS[part.outcome].lower()}"
        lines.append(f"{name:<{column}}{mark:<11}{worth:>11}")
        if part.finding != verdict.returned:
            lines += textwrap.indent("\n".join(wrap(part.finding, width - 4)), "    ").splitlines()
    return lines
