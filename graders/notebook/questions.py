"""What stands behind `check(question=...)` and `guess(...)`: judge, keep, and show on a card."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping
from dataclasses import replace

from graders.judging.answers import Answer, as_number, judge_answer
from graders.notebook.answered import Answered
from graders.notebook.blanks import MARKS, NOT_YET, TONES, Blank, BlanksCard
from graders.notebook.guesses import GuessCard
from graders.notebook.lookup import text_of
from graders.notebook.markup import clean, type_name
from graders.notebook.notice import Notice
from graders.notebook.progress import Store
from graders.notebook.show import Card
from graders.question import Question, shown_number

Questions = Mapping[str, Question]

NAME = 80
"""How many characters of a name are shown."""
_AGAIN = "Say it better? Change your words and run the cell again."
_FEW = 8
"""So many guesses are listed where none is near."""


def answers_card(answers: Mapping[str, object], questions: Questions, store: Store) -> Card:
    """Judge answers, keep them, and return one card for all.

    Args:
        answers: what was passed, by the name of the question.
        questions: all questions by name.
        store: where they are kept.
    """
    if len(answers) == 1:
        ((name, given),) = answers.items()
        wrong_name = _not_here(name, given, questions)
        if wrong_name:
            return _problem(wrong_name[0], wrong_name[1:])
        answer = judge_answer(questions[name], given)
        _keep({name: answer}, questions, store)
        return _single(name, questions[name], answer, store)
    lines, judged = [], {}
    for name, given in answers.items():
        wrong_name = _not_here(name, given, questions)
        if wrong_name:
            lines.append(Blank(clean(name, NAME), "unreadable", "", " ".join(wrong_name)))
            continue
        judged[name] = answer = judge_answer(questions[name], given)
        lines.append(_blank(name, questions[name], answer))
    _keep(judged, questions, store)
    return BlanksCard(tuple(lines), _remarks(store))


def earned(answers: Mapping[str, object], questions: Questions) -> float:
    """Return the points of those answers that are right."""
    return sum(
        questions[name].points
        for name, given in answers.items()
        if name in questions and judge_answer(questions[name], given).state == "right"
    )


def _not_here(name: str, given: object, questions: Questions) -> tuple[str, ...]:
    """Return why `check` does not answer this name, and what to do; () where it does."""
    if name not in questions:
        return _no_such("question", name, [n for n, q in questions.items() if q.form != "guess"])
    if questions[name].form == "guess":
        value = _as_typed(given)
        return (
            f"`{clean(name, NAME)}` is a guess: it is kept, and never right or wrong.",
            f"Write `guess({clean(name, NAME)}={value})`.",
        )
    return ()


def _as_typed(given: object) -> str:
    number, text = as_number(given), text_of(given)
    if text is not None:
        return f'"{clean(text, 20)}"'
    return shown_number(number) if number is not None else "..."


def _no_such(what: str, name: str, names: list[str]) -> tuple[str, ...]:
    problem = f"There is no {what} called `{clean(name, NAME)}`."
    close = difflib.get_close_matches(name.lower()[:200], names, n=3, cutoff=0.5)
    if close:
        return problem, f"Did you mean {' or '.join(f'`{one}`' for one in close)}?"
    if what == "guess" and 0 < len(names) <= _FEW:
        return problem, f"The guesses are {', '.join(f'`{one}`' for one in names)}."
    return (problem,)


def _problem(
    problem: str, advice: tuple[str, ...] = (), label: str = "Nothing was checked"
) -> Card:
    return Notice("error", "!", label, problem, sentences=advice)


def _keep(judged: Mapping[str, Answer], questions: Questions, store: Store) -> None:
    by_lesson: dict[str, dict[str, Answered]] = {}
    for name, answer in judged.items():
        question = questions[name]
        if answer.state not in ("right", "wrong", "kept"):
            continue
        before = store.answers(question.lesson).get(name)
        answered = Answered.of(question, answer, before)
        if answered != before:
            by_lesson.setdefault(question.lesson, {})[name] = answered
    for lesson, answered_here in by_lesson.items():
        store.record_answers(lesson, answered_here)


def _remarks(store: Store) -> tuple[str, ...]:
    return (store.trouble,) if store.trouble else ()


def _blank(name: str, question: Question, answer: Answer) -> Blank:
    if answer.state == "open":
        return Blank(name, "open", "", NOT_YET)
    given = question.shown(answer.given) if answer.given is not None else ""
    says = answer.says
    if answer.state == "kept":
        given, says = "", f"Your words are kept. A model answer: {question.model}"
    return Blank(name, answer.state, given, says)


def _single(name: str, question: Question, answer: Answer, store: Store) -> Notice:
    """Return the card for one answer to one question."""
    options = tuple(question.options.items())
    tone, mark, remarks = TONES[answer.state], MARKS[answer.state], _remarks(store)
    if answer.state == "open":
        return Notice("note", "?", "Not answered yet", question.text, name, options=options,
                      footer=_invitation(name, question))  # fmt: skip
    if answer.state == "unreadable":
        labels = {"words": "A little more", "number": "Not a number"}
        label = labels.get(question.form, "No such answer")
        tone = "note" if question.form == "words" else tone
        return Notice(tone, mark, label, answer.says, name, question.text, options=options)
    if question.form == "words":
        assert isinstance(answer.given, str)
        looked_for = tuple(("\N{BULLET}", point) for point in question.look_for)
        says = (
            f"Your words: {answer.given}",
            *(("Look for these in yours:",) if looked_for else ()),
        )
        return Notice("note", "\N{RIGHTWARDS ARROW}", "Kept, and a model answer", question.model,
                      name, question.text, says, looked_for,
                      " ".join((_AGAIN, *remarks)))  # fmt: skip
    right = answer.state == "right"
    label = "Right" if right else "Not right"
    chosen: tuple[tuple[str, str], ...] = ()
    if question.form == "letter":
        chosen = ((str(answer.given), question.options[str(answer.given)]),)
    elif question.form == "order":
        keys = {k.lower(): k for k in question.options}
        chosen = tuple((keys[c], question.options[keys[c]]) for c in str(answer.given))
    else:
        label += f": {question.shown(answer.given)}"
    again = "" if right else _think_again(question)
    footer = " ".join(one for one in (again, *remarks) if one)
    return Notice(tone, mark, label, answer.says, name, question.text, options=chosen,
                  footer=footer)  # fmt: skip


def _think_again(question: Question) -> str:
    if question.form == "letter":
        return "Think again: each wrong answer has its own explanation."
    return "Try again as often as you like."


def _invitation(name: str, question: Question) -> str:
    match question.form:
        case "letter":
            first = next(iter(question.options))
            return f'Choose one of them and write its letter: `check({name}="{first}")`.'
        case "number":
            return f"Write the number in place of the dots of `check({name}=...)`."
        case "order":
            letters = "".join(question.options)
            return f'Write the letters in their order: `check({name}="{letters}")`.'
    return f'Write a sentence or two of your own between the quotes: `check({name}="...")`.'


def guess_card(name: str, given: object, questions: Questions, store: Store) -> Card:
    """Keep a guess, and return its card."""
    guesses = [n for n, q in questions.items() if q.form == "guess"]
    if name not in guesses:
        return _no_guess(name, given, questions, guesses)
    question = questions[name]
    answer = judge_answer(question, given)
    options = tuple(question.options.items())
    if answer.state == "open":
        place = (
            "a letter in place of the question mark" if options else "a number in the dots' place"
        )
        footer = f"A guess costs nothing: write {place}."
        return Notice("note", "?", "Not guessed yet", question.text, name, options=options,
                      footer=footer)  # fmt: skip
    if answer.state == "unreadable":
        return Notice("error", "!", "No guess yet", answer.says, name, question.text,
                      options=options)  # fmt: skip
    _keep({name: answer}, questions, store)
    answered = store.answers(question.lesson)[name]
    shown = question.shown(answered.first)
    headline = f"Your guess: {shown}"
    if answered.first != answered.latest:
        headline = f"Your first guess, {shown}, stays"
    chosen = ((str(answered.first), question.options[str(answered.first)]),) if options else ()
    footer = " ".join(
        (
            "Kept. It costs nothing, and stands beside the outcome of the experiment.",
            *_remarks(store),
        )
    )
    return Notice("note", MARKS["kept"], "Guess", headline, name, question.text,
                  options=chosen, footer=footer)  # fmt: skip


def _no_guess(name: str, given: object, questions: Questions, guesses: list[str]) -> Card:
    if name in questions:
        problem = f"`{clean(name, NAME)}` is a question, which has an answer, and no guess."
        advice: tuple[str, ...] = (f"Write `check({clean(name, NAME)}={_as_typed(given)})`.",)
    else:
        problem, *rest = _no_such("guess", name, guesses)
        advice = tuple(rest)
    return _problem(problem, advice, "Nothing was kept")


def _blown_up(name: str, question: Question, outcome: float, store: Store) -> Card:
    """Return the card for an outcome that is nan or infinite; what was kept stays."""
    kept = store.answers(question.lesson).get(name)
    if math.isnan(outcome):
        headline = "The outcome is nan: somewhere the training left the numbers."
        usually = (
            "Usually the loss was nan first. A log of 0 does that, and so do steps that are too "
            "large: the parameters grow until they overflow."
        )
    else:
        headline = f"The outcome is {outcome}: the training grew beyond all numbers."
        usually = (
            "Usually the loss grew first. Steps that are too large do that, and so do a log of 0 "
            "and a division by 0."
        )
    look = "Print the loss of each step, find the first that is not finite, and run the cell again."
    stays = (
        f"Your guess, {question.shown(kept.first)}, is kept."
        if kept and kept.tries
        else "Nothing is lost."
    )
    return Notice("note", "!", "No outcome yet", headline, name, question.text, (usually, look),
                  footer=" ".join((stays, *_remarks(store))))  # fmt: skip


def outcome_card(name: object, outcome: object, questions: Questions, store: Store) -> Card:
    """Return the card with a guess beside what came out, and keep that, too."""
    guesses = [n for n, q in questions.items() if q.form == "guess"]
    written = text_of(name)
    if written is None:
        example = guesses[0] if guesses else "best_loss"
        return _problem(
            f"A value of type `{clean(type_name(name), 60)}` is no name of a guess.",
            (f'Write the name between quotes: `guess("{example}", outcome=...)`.',),
            "Nothing was shown",
        )
    if written not in guesses:
        return _no_guess(written, outcome, questions, guesses)
    question = questions[written]
    answer = judge_answer(question, outcome)
    number = as_number(outcome)
    if question.is_number and number is not None and not math.isfinite(number):
        return _blown_up(written, question, number, store)
    if answer.state != "kept":
        says = answer.says or "The outcome is still open."
        return Notice("error", "!", "No outcome yet", says, written, question.text)
    before = store.answers(question.lesson).get(written)
    kept = before if before and before.form == "guess" else Answered("guess")
    if kept.outcome != answer.given:
        kept = replace(kept, outcome=answer.given)
        store.record_answers(question.lesson, {written: kept})
    assert answer.given is not None
    return GuessCard(written, question, kept.first, answer.given, _remarks(store))
