"""Checks, hints and a score card for the exercises of the course.

    from graders import case, check, guess, hint, progress

    check(rnn_cell_forward)   # points on the visible cases, and which mistake it is
    check(first_loss="a")     # the answer to a question, or the answers to several
    guess(best_loss=0.3)      # kept, and shown beside the outcome of an experiment
    hint(rnn_cell_forward)    # the next of three hints
    inputs, expected = case(rnn_cell_forward)   # the case that the card speaks of
    progress()                # the score card of the lesson
    solution(softmax)         # the reference, once yours has passed
    rnn_forward = earlier("02_vanilla_rnn", "rnn_forward")   # yours, from an earlier lesson

Nothing heavy is imported before one of them is called.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # importing `typing` for it would take longer than all the rest
if TYPE_CHECKING:
    from typing import Any

    from graders.notebook.handed import HandedCase
    from graders.notebook.show import Score, Shown

__all__ = ["case", "check", "earlier", "guess", "hint", "progress", "solution"]
__version__ = "0.1.0"


if "IPython" in sys.modules:
    from graders.watching import watch

    watch()


def check(*function: object, **answers: object) -> Score:
    """Judge a function on the visible cases of its exercise, or answers to questions.

    Args:
        *function: the function itself, as in `check(softmax)`. Its name finds the exercise.
        **answers: by the name of the question, a letter, a number, an order or own words, as in
            `check(task="b")`; several at once share a card, `check(a1=0.537, a2=-0.559)`.

    Returns:
        The points earned, a float. Shown in a notebook it is a card; printed, it is text. A program
        that is run as a file shows nothing by itself, so there the card is printed.
    """
    import sys

    from graders.notebook import show, surface

    return show.told(surface.check(*function, **answers), sys._getframe(1).f_globals)


def case(*function: object) -> HandedCase:
    """Return the visible case that the last card of an exercise spoke of, to print and debug with.

    Args:
        *function: the function, or its name. Without one: the exercise that was checked last.

    Returns:
        A pair: `inputs, expected = case(softmax)`. The inputs are a dict of new arrays by the names
        of the arguments, so that `softmax(**inputs)` calls the function on them.

    Raises:
        ValueError: what was passed belongs to no exercise.
    """
    from graders.notebook import surface

    return surface.case(*function)


def earlier(lesson: str, *names: str) -> Any:
    """Return functions of an earlier lesson: your own, where they passed their checks.

    They are found in the folder of the notebook and in that of the earlier lesson beside it. Where
    they are not there the answers are taken, if these are installed. Otherwise what is returned
    says when it is called which check it waits for. A grader gives the answers.

    Args:
        lesson: the lesson's name, as in `"02_vanilla_rnn"`.
        *names: the names of its exercises.

    Returns:
        The function, or a tuple of them where several are named.

    Raises:
        RefusalError: there is no such lesson, or no such exercise in it.
    """
    from graders.notebook import earlier as found

    return found.earlier(lesson, *names)


def guess(*name: object, outcome: object = ..., **guesses: object) -> Shown:
    """Keep a guess before an experiment, and show it beside the outcome after.

    Args:
        *name: the guess's name, where its outcome is known: `guess("best_loss", outcome=best)`.
        outcome: what came out, a number or, where a letter was guessed, a letter.
        **guesses: the guesses by their names, `guess(best_loss=0.3)`. The first one is kept.

    Returns:
        A card. A guess never touches a score.
    """
    from graders.notebook import surface

    return surface.guess(*name, outcome=outcome, **guesses)


def hint(*function: object, step: int | None = None, where: bool = False) -> Shown:
    """Show the next of the three hints of an exercise.

    Args:
        *function: the function, or its name. Without one: the exercise that was checked last.
        step: 1, 2 or 3, to see that hint again.
        where: look for one line that is to blame alone, instead of a hint; takes at most 2 seconds
            and the function itself.

    Returns:
        A small card with the hint, or with the line.
    """
    from graders.notebook import surface

    return surface.hint(*function, step=step, where=where)


def progress(lesson: str | None = None) -> Shown:
    """Show the score card of a lesson: every exercise, its points and the last mistake.

    Args:
        lesson: the lesson's name, as in `"02_vanilla_rnn"`. Without it: the lesson at hand.

    Returns:
        A card with a table.
    """
    from graders.notebook import surface

    return surface.progress(lesson)


def solution(function: object) -> Shown:
    """Show the reference of an exercise that you have passed, and two other right ways.

    It is shown, too, after three failed checks and three hints. A course can settle otherwise.

    Args:
        function: the function, or its name.

    Returns:
        A card with the sources, and what the other ways cost. Where the answers are not installed
        it says where they are.
    """
    from graders.notebook import surface

    return surface.solution(function)
