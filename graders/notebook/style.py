"""The look of every card: colours that follow the notebook's theme, and a few text styles.

Styles are inline, because a feedback page and a notebook that is not trusted drop style sheets.
The colours are mixed from JupyterLab's variables, so a card turns dark with its notebook; where
there are no such variables (an exported page), it is black on white.
"""

from __future__ import annotations

from typing import Literal

from graders.judging.verdict import Outcome

Tone = Literal["passed", "failed", "error", "unwritten", "skipped", "broken", "note"]

HUES: dict[Tone, str] = {
    "passed": "#0b8457",
    "failed": "#d6391c",
    "error": "#b86500",
    "unwritten": "#6b7280",
    "skipped": "#5c7186",
    "broken": "#7a52c4",
    "note": "#2a6fbb",
}
"""One accent per outcome, before it is mixed with the colour of the text."""

STRENGTH = 82
"""How much of the hue is in the accent, in percent; the rest is the colour of the text."""

PAPER = "var(--jp-layout-color0,var(--vscode-editor-background,#ffffff))"
INK = "var(--jp-content-font-color0,var(--vscode-editor-foreground,#111111))"
SANS = "'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif"


def root(tone: Tone, width: int = 760) -> str:
    """Return the style of a card's outermost element, which defines its colours."""
    return ";".join(
        (
            f"--g-paper:{PAPER}",
            f"--g-ink:{INK}",
            "--g-quiet:color-mix(in srgb,var(--g-ink) 66%,var(--g-paper))",
            "--g-line:color-mix(in srgb,var(--g-ink) 16%,var(--g-paper))",
            "--g-faint:color-mix(in srgb,var(--g-ink) 5%,var(--g-paper))",
            f"--g-accent:color-mix(in srgb,{HUES[tone]} {STRENGTH}%,var(--g-ink))",
            f"box-sizing:border-box;max-width:{width}px;margin:6px 0 10px",
            "padding:22px 28px 18px",
            "background:var(--g-paper);color:var(--g-ink)",
            "border:1px solid var(--g-line);border-top:3px solid var(--g-accent)",
            f"font-family:{SANS};font-size:14px;line-height:1.5;text-align:left",
            "overflow-wrap:break-word;font-variant-numeric:tabular-nums",
        )
    )


LABEL = "font-size:12px;line-height:1.4;color:var(--g-quiet);font-weight:400"
ACCENT = "color:var(--g-accent)"
QUIET = "color:var(--g-quiet)"
RULE = "border-top:1px solid var(--g-line)"

WORDS: dict[Outcome, str] = {
    Outcome.PASSED: "Passed",
    Outcome.FAILED: "Failed",
    Outcome.ERROR: "Error",
    Outcome.UNWRITTEN: "Not written yet",
    Outcome.SKIPPED: "Skipped",
    Outcome.BROKEN: "Broken",
}

MARKS: dict[Outcome, str] = {
    Outcome.PASSED: "\N{CHECK MARK}",
    Outcome.FAILED: "\N{MULTIPLICATION X}",
    Outcome.ERROR: "!",
    Outcome.UNWRITTEN: "\N{WHITE CIRCLE}",
    Outcome.SKIPPED: "\N{EN DASH}",
    Outcome.BROKEN: "?",
}


def tone_of(outcome: Outcome) -> Tone:
    """Return the accent that belongs to an outcome."""
    tones: dict[Outcome, Tone] = {
        Outcome.PASSED: "passed",
        Outcome.FAILED: "failed",
        Outcome.ERROR: "error",
        Outcome.UNWRITTEN: "unwritten",
        Outcome.SKIPPED: "skipped",
        Outcome.BROKEN: "broken",
    }
    return tones[outcome]


def accent(outcome: Outcome) -> str:
    """Return the colour of an outcome inside a card of another tone."""
    return f"color:color-mix(in srgb,{HUES[tone_of(outcome)]} {STRENGTH}%,var(--g-ink))"


def number(value: float) -> str:
    """Return points and counts without needless decimals: 7, 6.5, 3.33."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def points(earned: float, possible: float) -> str:
    """Return earned of possible points in words."""
    return f"{number(earned)} of {number(possible)} {'point' if possible == 1 else 'points'}"


def significant(value: float, digits: int = 6) -> str:
    """Return a measured number with the digits worth reading."""
    return f"{value:.{digits}g}"
