"""What a lesson's text, questions and experiments must be: what a machine can check of it.

Each is a function from a lesson to a list of complaints, as in the doctor, whose table of
invariants takes them up. A complaint names a cell and a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from graders.authoring import ideas
from graders.authoring.measuring import (
    Cell,
    cells_of,
    given_lines,
    listed,
    names_left,
    names_within,
    outcomes_written_down,
    paragraphs,
    stretches,
    words,
    written_lines,
)
from graders.exercise import Lesson
from graders.paths import solution_source

Complaints = list[str]

FIRST_ACTION, FIRST_EXERCISE = 150, 600
BETWEEN, ONE_LONG, FORMULAS = 200, 300, 3
PARAGRAPH, IN_ALL = 90, 5_000
FEWEST_EXERCISES, MOST_EXERCISES = 6, 14
PART_MINUTES, MINUTES = 60, 240
LONGEST_CELL = 25
FEWEST_QUESTIONS, FEWEST_FORMS = 5, 3
SYMBOLS, DECISIONS = "Symbols, each with its one meaning:", "Decisions that the learner takes:"
FEWEST_DECISIONS = 20


def _cells(lesson: Lesson) -> list[Cell]:
    return cells_of(solution_source(lesson.name))


def _read_before(cells: Sequence[Cell], number: int) -> int:
    return sum(words(c.source) for c in cells if c.number < number and c.role == "text")


def something_to_do_soon(lesson: Lesson) -> Complaints:
    """At most 150 words stand before the first action, and 600 before the first exercise."""
    cells = _cells(lesson)
    places = {
        "something to answer or to write": (next((c for c in cells if c.acts), None), FIRST_ACTION),
        "an exercise": (
            next((c for c in cells if c.role == "written" and not c.experiment), None),
            FIRST_EXERCISE,
        ),
    }
    complaints = []
    for what, (cell, most) in places.items():
        if cell is None:
            complaints.append(f"There is not {what}. Expected it within {most} words.")
        elif (read := _read_before(cells, cell.number)) > most:
            complaints.append(
                f"Cell {cell.number} is the first with {what}, after {read} words. Allowed are "
                f"{most}: move what is not needed yet behind it."
            )
    return complaints


def actions_are_near(lesson: Lesson) -> Complaints:
    """Between two actions stand at most 200 words, once up to 300, and 3 displayed formulas."""
    found = stretches(_cells(lesson))
    complaints = [
        f"Cells {s.first} to {s.last} display {s.formulas} formulas before the learner acts. "
        f"Allowed are {FORMULAS}: join them, or ask something between."
        for s in found
        if s.formulas > FORMULAS
    ]
    long = sorted((s for s in found if s.words > BETWEEN), key=lambda s: -s.words)
    allowed = [s for s in long[:1] if s.words <= ONE_LONG]
    return complaints + [
        f"Cells {s.first} to {s.last} have {s.words} words before the learner acts. Allowed are "
        f"{BETWEEN}, and {ONE_LONG} in one place: shorten them, or ask something between."
        for s in long
        if s not in allowed
    ]


def texts_are_short(lesson: Lesson) -> Complaints:
    """A paragraph has at most 90 words, and the lesson 5,000."""
    texts = [c for c in _cells(lesson) if c.role == "text"]
    complaints = [
        f"Cell {cell.number} has a paragraph of {count} words, “{part.strip()[:40]}…”. Allowed "
        f"are {PARAGRAPH}."
        for cell in texts
        for part in paragraphs(cell.source)
        if (count := words(part)) > PARAGRAPH
    ]
    total = sum(words(cell.source) for cell in texts)
    if total > IN_ALL:
        complaints.append(f"The lesson has {total} words. Allowed are {IN_ALL}.")
    return complaints


def parts_are_short(lesson: Lesson) -> Complaints:
    """There are 6 to 14 exercises in parts of at most 60 minutes, 240 in all, by estimate."""
    complaints = []
    if not FEWEST_EXERCISES <= len(lesson.exercises) <= MOST_EXERCISES:
        complaints.append(
            f"There are {len(lesson.exercises)} exercises. Expected {FEWEST_EXERCISES} to "
            f"{MOST_EXERCISES}."
        )
    estimates = []
    for cell in (c for c in _cells(lesson) if c.role == "text"):
        for heading, minutes in _PART.findall(cell.source):
            estimates.append(int(minutes or 0))
            if not minutes:
                complaints.append(f"Cell {cell.number}: “{heading}” has no estimate. Expected one, "
                                  "as in “(45 minutes)”.")  # fmt: skip
            elif int(minutes) > PART_MINUTES:
                complaints.append(f"Cell {cell.number}: “{heading}” takes {minutes} minutes. "
                                  f"Allowed are {PART_MINUTES}: make two parts of it.")  # fmt: skip
    if not estimates:
        complaints.append("No heading is a part. Expected “# Part 1. Name (45 minutes)”.")
    if sum(estimates) > MINUTES:
        complaints.append(f"The parts take {sum(estimates)} minutes. Allowed are {MINUTES}.")
    return complaints


_PART = re.compile(r"^# (Part \d+[^(\n]*?) *(?:\((\d+) minutes\))?$", re.MULTILINE)


def learners_write_most(lesson: Lesson) -> Complaints:
    """No given cell has more than 25 lines, and learners write as many lines as they are given."""
    cells = _cells(lesson)
    complaints = [
        f"Cell {cell.number} gives {count} lines of code. Allowed are {LONGEST_CELL}: split it, or "
        "let a helper draw."
        for cell in cells
        if (count := given_lines(cell)) > LONGEST_CELL
    ]
    complaints += [
        f"Cell {cell.number} is an experiment with nbgrader's markers, and nbgrader alone refuses "
        "it. Expected `### BEGIN YOURS` and `### END YOURS`."
        for cell in cells
        if cell.experiment and "### BEGIN SOLUTION" in cell.source
    ]
    given, written = sum(map(given_lines, cells)), sum(map(written_lines, cells))
    if given > written:
        complaints.append(
            f"The lesson gives {given} lines of code, and the learner writes {written}. Expected "
            "at least as many written as given: let the learner write the line that matters."
        )
    return complaints


def questions_are_varied(lesson: Lesson) -> Complaints:
    """There are five questions or more besides the guesses, in three forms or more."""
    asked = [question for question in lesson.questions.values() if question.form != "guess"]
    complaints = []
    if len(asked) < FEWEST_QUESTIONS:
        complaints.append(f"There are {len(asked)} questions. Expected {FEWEST_QUESTIONS} or more.")
    forms = sorted({question.form for question in asked})
    if len(forms) < FEWEST_FORMS:
        complaints.append(
            f"Questions have {len(forms)} forms: {', '.join(forms) or 'none'}. Expected "
            f"{FEWEST_FORMS} of letter, number, order and words."
        )
    return complaints


def symbols_have_one_meaning(lesson: Lesson) -> Complaints:
    """The source ends with a list of symbols, each once, and of decisions that learners take."""
    cells = _cells(lesson)
    symbols, decisions = listed(cells, SYMBOLS), listed(cells, DECISIONS)
    complaints = [
        f"The source has no list under “{heading}” in a cell with the tag `author`."
        for heading, found in ((SYMBOLS, symbols), (DECISIONS, decisions))
        if not found
    ]
    names = [symbol.partition(":")[0].strip() for symbol in symbols]
    complaints += [
        f"The symbol {name} has {count} meanings in the list of symbols. Expected one."
        for name, count in Counter(names).items()
        if count > 1
    ]
    if decisions and len(decisions) < FEWEST_DECISIONS:
        complaints.append(f"{len(decisions)} decisions are listed. Expected {FEWEST_DECISIONS}.")
    decided = {decision.partition(":")[0].strip() for decision in decisions}
    return complaints + [
        f"{name}: no decision of the learner is listed, and it is worth {exercise.points:g} points."
        for name, exercise in lesson.exercises.items()
        if decisions and exercise.points > 5 and name not in decided
    ]


def sources_are_used(lesson: Lesson) -> Complaints:
    """Each source is named in the text by its first author, and has a year and a title."""
    texts = [c for c in _cells(lesson) if c.role == "text"]
    listing = [c for c in texts if re.match(r"#+ Sources\b", c.source)]
    if not listing:
        return ["There is no cell that begins with a heading “Sources”."]
    elsewhere = "\n".join(c.source for c in texts if c not in listing)
    complaints = []
    for item in re.split(r"\n- ", "\n" + listing[0].source)[1:]:
        author = re.split(r"[,(:]", item)[0].split()[-1]
        place = f"Cell {listing[0].number}, source “{' '.join(item.split())[:50]}…”"
        if not re.search(r"\(\d{4}\)", item) or "*" not in item:
            complaints.append(f"{place}: expected a year in brackets and a title in italics.")
        if author not in elsewhere:
            complaints.append(f"{place}: the text never names {author}. Use it, or leave it out.")
    return complaints


def guesses_come_first(lesson: Lesson) -> Complaints:
    """Each outcome of an experiment has its guess in a cell before, and each guess an outcome."""
    cells = _cells(lesson)
    made = {name: cell.number for cell in cells for name in cell.guesses}
    shown = {name: cell.number for cell in cells for name in cell.outcomes}
    complaints = [
        f"Cell {number} shows the outcome of {name}, "
        + (f"and cell {made[name]} asks for the guess." if name in made else "and nobody guessed.")
        + " Expected the guess in a cell before."
        for name, number in shown.items()
        if made.get(name, number) >= number
    ]
    return complaints + [
        f"Cell {number} asks for the guess {name}, and no experiment shows its outcome."
        for name, number in made.items()
        if name not in shown
    ]


def outcomes_are_computed(lesson: Lesson) -> Complaints:
    """No outcome of an experiment is a literal: it comes from what the experiment found."""
    return [
        f"Cell {cell.number}: the outcome of {name!r} is written down, expected one that is "
        "computed from the experiment."
        for cell in _cells(lesson)
        for name in outcomes_written_down(cell)
    ]


def experiments_leave_no_names(lesson: Lesson) -> Complaints:
    """No experiment makes a name that an exercise uses inside: a forgotten one must still fail."""
    cells = _cells(lesson)
    inside = {
        name for c in cells if c.role == "written" and not c.experiment for name in names_within(c)
    }
    return [
        f"Cell {cell.number} leaves {name} behind, which an exercise uses, too: a learner who "
        "forgets to make it there would not notice. Give it another name."
        for cell in cells
        if cell.experiment
        for name in sorted(names_left(cell) & inside)
    ]


def ideas_come_again(lesson: Lesson) -> Complaints:
    """The lesson's ideas stand in docs/ideas.md, each with two later lessons that ask it again."""
    if not ideas.PAGE.exists():
        return ["docs/ideas.md is missing. Expected a table: idea, key, taught in, asked again in."]
    rows = ideas.rows()
    own = [row for row in rows if row.taught == lesson.name[:2]]
    complaints = [] if own else [f"docs/ideas.md has no idea that is taught in {lesson.name[:2]}."]
    complaints += [
        f"docs/ideas.md: {row.key} is asked again in {len(row.later)} later lessons. Expected two "
        "or more; those that are not written yet are followed by *planned*."
        for row in own
        if len(row.later) < 2
    ]
    keys = {row.key for row in rows}
    complaints += [
        f"The question {name} asks the idea {question.idea} again, which docs/ideas.md lacks."
        for name, question in lesson.questions.items()
        if question.idea and question.idea not in keys
    ]
    asked = {question.idea for question in lesson.questions.values()}
    return complaints + [
        f"docs/ideas.md says that {lesson.name[:2]} asks {row.key} again, and no question does."
        for row in rows
        if lesson.name[:2] in row.written and row.key not in asked
    ]


RUBRIC: Mapping[str, Callable[[Lesson], Complaints]] = {
    "Something to do comes within 150 words, an exercise within 600": something_to_do_soon,
    "Between two actions stand at most 200 words and 3 formulas": actions_are_near,
    "Paragraphs have at most 90 words, the lesson 5,000": texts_are_short,
    "There are 6 to 14 exercises in parts of at most an hour": parts_are_short,
    "No given cell has more than 25 lines, and learners write most": learners_write_most,
    "There are five questions or more, in three forms or more": questions_are_varied,
    "Each symbol has one meaning, and decisions are listed": symbols_have_one_meaning,
    "Each source has a year and a title, and is used": sources_are_used,
    "Each experiment with an outcome has a guess before it": guesses_come_first,
    "Each outcome of an experiment is computed": outcomes_are_computed,
    "Experiments leave no names behind that exercises use": experiments_leave_no_names,
    "Each idea is asked again in two later lessons": ideas_come_again,
}
"""What the doctor examines of a lesson as a whole. In a draft these are remarks."""
