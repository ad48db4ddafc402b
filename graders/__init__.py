"""Checks, hints and a score card for the exercises of the course.

    from graders import check, hint, progress

    check(rnn_cell_forward)   # points on the visible cases, and which mistake it is
    hint(rnn_cell_forward)    # the next of three hints
    progress()                # the score card of the lesson
    solution(softmax)         # the reference, once yours has passed

Nothing heavy is imported before one of them is called.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing `typing` for it would take longer than all the rest
if TYPE_CHECKING:
    from graders.notebook.show import Score, Shown

__all__ = ["check", "hint", "progress", "solution"]
__version__ = "0.1.0"


def check(*function: object, **answer: object) -> Score:
    """Judge a function on the visible cases of its exercise, or the answer to a question.

    Args:
        *function: the function itself, as in `check(softmax)`. Its name finds the exercise.
        **answer: the letter of an answer, by the name of the question, as in `check(task="b")`.

    Returns:
        The points earned, a float. Shown in a notebook it is a card; printed, it is text.
    """
    from graders.notebook import surface

    return surface.check(*function, **answer)


def hint(*function: object, step: int | None = None) -> Shown:
    """Show the next of the three hints of an exercise.

    Args:
        *function: the function, or its name. Without one: the exercise that was checked last.
        step: 1, 2 or 3, to see that hint again.

    Returns:
        A small card with the hint.
    """
    from graders.notebook import surface

    return surface.hint(*function, step=step)


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
    """Show the reference of an exercise that you have passed.

    Args:
        function: the function, or its name.

    Returns:
        A card with the source. Where the answers are not installed it says where they are.
    """
    from graders.notebook import surface

    return surface.solution(function)
