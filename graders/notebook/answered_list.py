"""The questions of a lesson on its score card: answers, guesses, and the points of some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graders.judging.answers import Answer, State, judge_answer
from graders.notebook import style
from graders.notebook.answered import Answered, Given
from graders.notebook.blanks import MARKS, TONES
from graders.notebook.card import LAST
from graders.notebook.markup import MONO, Html, clean, element
from graders.notebook.text import RULE, WIDTH, wrap
from graders.question import Question

_WORDS = 60
"""How many characters of a text are shown in a line."""


@dataclass(frozen=True)
class Line:
    """One question or guess.

    Args:
        name: its name.
        mark: one character for what it is.
        tone: its accent.
        says: "right at the first try", or the guess and its outcome.
        points: what was earned; None where a person gives it.
        max_points: what the question is worth.
    """

    name: str
    mark: str
    tone: style.Tone
    says: str
    points: float | None = 0.0
    max_points: float = 0.0

    @property
    def worth(self) -> str:
        """Earned and possible points, "2 / 2"; "" where there are none."""
        if not self.max_points:
            return ""
        earned = "\N{EN DASH}" if self.points is None else style.number(self.points)
        return f"{earned} / {style.number(self.max_points)}"


@dataclass(frozen=True)
class AnsweredList:
    """Questions and guesses, a line for each.

    Args:
        counted: what they come to, in a sentence.
        lines: in the lesson's order.
    """

    counted: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def earned(self) -> float:
        """The points of all questions, as far as they are known."""
        return sum(line.points or 0.0 for line in self.lines)

    @property
    def possible(self) -> float:
        """What the questions are worth."""
        return sum(line.max_points for line in self.lines)

    def to_html(self) -> Html:
        """Return the lines as HTML, to stand inside a card; nothing where nothing is asked."""
        if not self.lines:
            return Html()
        cells = []
        for line in self.lines:
            accent = (
                f"color:color-mix(in srgb,{style.HUES[line.tone]} {style.STRENGTH}%,var(--g-ink))"
            )
            cells += [
                element("div", line.mark, aria_hidden="true", style=accent),
                element("div", line.name, style=f"{MONO};font-size:13px"),
                element("div", line.says, style=f"font-size:13px;{accent}"),
                element("div", line.worth, style=f"font-size:13px;{LAST}"),
            ]
        grid = (
            "margin:6px 0 0;display:grid;column-gap:12px;row-gap:3px;align-items:baseline;"
            "grid-template-columns:14px max-content minmax(0,1fr) max-content"
        )
        return element(
            "div",
            element("div", self.counted, style=style.LABEL),
            element("div", *cells, style=grid),
            style="margin:16px 0 0",
        )

    def to_text(self) -> list[str]:
        """Return the same as lines of text."""
        if not self.lines:
            return []
        lines = [f"{one.mark} {one.name:<34}{one.says}  {one.worth}" for one in self.lines]
        return [RULE * WIDTH, *wrap(self.counted), *map(str.rstrip, lines)]


def answered_list(
    questions: Mapping[str, Question], answered: Mapping[str, Answered]
) -> AnsweredList:
    """Return what a learner has answered so far.

    Args:
        questions: those of the lesson, in order, with what they are worth.
        answered: what is kept of some.
    """
    lines = tuple(_line(name, one, answered.get(name)) for name, one in questions.items())
    return AnsweredList(_counted(questions, answered), lines)


def _counted(questions: Mapping[str, Question], answered: Mapping[str, Answered]) -> str:
    """Return how many questions are answered, at the first try or later, and how many guessed.

    Own words count as answered.
    """
    asked = [name for name, q in questions.items() if q.form != "guess"]
    guesses = [name for name, q in questions.items() if q.form == "guess"]
    kept = {name: a for name, a in answered.items() if a.tries}
    done = [kept[n] for n in asked if n in kept and (kept[n].right_at or kept[n].form == "words")]
    first = sum(a.right_at == 1 for a in done)
    later = sum(a.right_at > 1 for a in done)
    said = []
    if asked:
        how = ", ".join(
            f"{number} {word}"
            for number, word in ((first, "at the first try"), (later, "later"))
            if number
        )
        said.append(f"{len(done)} of {len(asked)} questions answered" + (f" ({how})" * bool(how)))
    if guesses:
        said.append(f"{sum(name in kept for name in guesses)} of {len(guesses)} guesses made")
    return "; ".join(said) + "."


def _line(name: str, question: Question, kept: Answered | None) -> Line:
    """Return the line of a question; the latest answer is the one that is handed in."""
    worth = question.points
    if question.form == "guess":
        return _guess(name, question, kept)
    if kept is None or not kept.tries:
        return _state(name, "open", "not answered yet", 0.0, worth)
    if kept.form == "words":
        return _state(name, "kept", "in your own words", None, worth)
    now = judge_answer(question, kept.latest).state == "right"
    earned = worth if now else 0.0
    latest = _shown(question, kept.latest)
    if not kept.right_at:
        return _state(name, "wrong", f"not right yet, latest answer {latest}", earned, worth)
    says = "right at the first try"
    if kept.right_at > 1:
        says = f"right at try {kept.right_at}, first answer {_shown(question, kept.first)}"
    if worth and not now:
        return _state(name, "wrong", f"{says}, but not the latest answer {latest}", earned, worth)
    return _state(name, "right", says, earned, worth)


def graded_list(
    questions: Mapping[str, Question], given: Mapping[str, Given], points: Mapping[str, Given]
) -> AnsweredList:
    """Return what a grader found of the questions with points.

    Args:
        questions: those that are worth points, in order.
        given: the answers as they were handed in.
        points: what each has earned; None where a person gives it.
    """
    lines = []
    for name, question in questions.items():
        earned = points[name]
        assert not isinstance(earned, str)
        state, says = _found(question, given.get(name), earned)
        lines.append(_state(name, state, says, earned, question.points))
    right = sum(line.mark == MARKS["right"] for line in lines)
    waiting = sum(line.points is None for line in lines)
    counted = f"{right} of {len(lines) - waiting} questions with points right"
    if waiting:
        counted += f"; a person reads the own words of {waiting} more"
    return AnsweredList(f"{counted}.", tuple(lines)) if lines else AnsweredList()


def _found(question: Question, given: Given, earned: float | None) -> tuple[State, str]:
    """Return what an answer that was handed in is, and how that is said."""
    if earned is None:
        return "kept", "a person gives these points"
    answer = Answer("open") if given is None else judge_answer(question, given)
    if answer.state not in ("right", "wrong"):
        return "open", "not answered"
    if answer.state == "right":
        return "right", "right"
    return "wrong", f"not right, answer {_shown(question, answer.given)}"


def _state(name: str, state: State, says: str, points: float | None, worth: float) -> Line:
    return Line(name, MARKS[state], TONES[state], says, points, worth)


def _guess(name: str, question: Question, kept: Answered | None) -> Line:
    if kept is None or not (kept.tries or kept.outcome is not None):
        return Line(name, MARKS["open"], TONES["open"], "not guessed yet")
    said = [f"guess {_shown(question, kept.first)}" if kept.tries else "no guess"]
    if kept.outcome is not None:
        said.append(f"outcome {_shown(question, kept.outcome)}")
    return Line(name, MARKS["kept"], TONES["kept"], ", ".join(said))


def _shown(question: Question, given: Given) -> str:
    return clean(question.shown(given), _WORDS)
