"""What `graders new` writes: a lesson with one exercise that builds and is healthy."""

from __future__ import annotations

SOURCE = '''\
# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # {title}
#
# Begin with a puzzle that the last experiment solves, and let the reader guess: a sum forgets three
# tenths of itself at each step. One 1 comes in, and then nine times 0. How much of it is left?

# %% [markdown]
# We import NumPy, which is all that your own functions will need.

# %%
import numpy as np

# %% [markdown]
# These are the checks.

# %% active="ipynb"
# from graders import check, guess, hint, progress

# %% [markdown]
# Put your guess in place of the dots. It costs nothing.

# %% active="ipynb" tags=["question"]
# guess({guess}=0.1)

# %% [markdown]
# # Part 1. One sum (15 minutes)
#
# ## Exercise 1: a sum that forgets
#
# At each step the sum so far is made smaller by one factor, and the new input is added:
#
# $$\\underset{{(n_x,)}}{{h^{{\\langle t\\rangle}}}}
# =\\lambda\\,\\underset{{(n_x,)}}{{h^{{\\langle t-1\\rangle}}}}
# +\\underset{{(n_x,)}}{{x^{{\\langle t\\rangle}}}}$$
#
# Before the first step the sum is zero. Write `{exercise}`, which returns the sums of all steps.


# %%
def {exercise}(x, decay):
    """Add up a sequence that is forgotten little by little.

    Args:
        x: the inputs, shape (n_x, T_x).
        decay: the factor of the sum before, a number.

    Returns:
        sums: the sums of all steps, shape (n_x, T_x).
    """
    ### BEGIN SOLUTION
    sums = np.zeros(x.shape)  # (n_x, T_x)
    h = np.zeros(x.shape[0])  # (n_x,)
    for t in range(x.shape[1]):
        h = decay * h + x[:, t]  # (n_x,)
        sums[:, t] = h
    return sums
    ### END SOLUTION


# %% active="ipynb"
# check({exercise})

# %% [markdown]
# Three times 1 comes in, and half of the sum is forgotten at each step. What is the third sum?

# %% active="ipynb" tags=["question"]
# check({question}=1.75)

# %% [markdown]
# And this is what was left of the puzzle's 1.

# %% active="ipynb" tags=["experiment"]
# left = {exercise}(np.eye(1, 10), 0.7)  # (1, 10)
# guess("{guess}", outcome=left[0, -1])

# %% [markdown]
# This is your score card.

# %% active="ipynb"
# progress()

# %% tags=["author"]
# Symbols, each with its one meaning:
#
# - n_x: the number of inputs
# - T_x: the number of time steps
# - x: the input
# - h: the sum so far
# - λ: the factor of the sum before
#
# Decisions that the learner takes:
#
# - {exercise}: what is handed on and what is kept
# - {exercise}: what the sum is before the first step
'''

QUESTIONS = '''\
"""The questions of {lesson}."""

from __future__ import annotations

from graders.question import Question

{guess} = Question.guess(
    "How much is left of a 1 after nine steps that forget three tenths each?",
)

{question} = Question.number(
    "Three times 1 comes in, and half of the sum is forgotten at each step. What is the third sum?",
    answer=1.75,
    tolerance=0.005,
    slips={{
        3.0: "Nothing is forgotten here. Halve the sum before the next input is added.",
        0.875: "The new input is halved as well. Only what was there before fades.",
        1.5: "This is the second sum. One more step is asked for.",
    }},
)
'''

POINTS = '''\
"""{lesson}: the exercises in their order, and their points."""

from __future__ import annotations

POINTS = {{
{lines}}}
'''

EXAMPLE = '''\
"""`{exercise}`: what it is, and what goes wrong in it."""

from __future__ import annotations

from typing import Any

import numpy as np

from graders.exercise import Case, Draw, Exercise, Mistake, Oracle


def _cases(draw: Draw) -> Case:
    s = draw.setting
    return {{"x": draw.normal(s.n_x, s.T_x, scale=s.scale), "decay": 0.7}}


def _all_at_once(x: Any, decay: float) -> Any:
    """Return the sums by one product: each input with its power of the factor."""
    steps = np.arange(x.shape[1])
    later = steps[None, :] - steps[:, None]  # (T_x, T_x)
    return x @ np.where(later >= 0, decay ** np.maximum(later, 0), 0.0)


{exercise} = Exercise(
    title="A sum that forgets",
    cases=_cases,
    returns={{"sums": "n_x T_x"}},
    oracle=Oracle(twin=_all_at_once),
    hints=(
        "What is left at step t of the input of step t - 1?",
        "Walk through time with one variable that holds the sum so far, zero at first.",
        "In each round: multiply the sum by decay, add x[:, t], and store it at [:, t].",
    ),
    after_success="Every recurrent network carries such a sum along. What changes from one to the "
    "next is how it decides what to forget.",
    mistakes=(
        Mistake(
            "decay_missing",
            "The sum before is not multiplied by decay: nothing is ever forgotten.",
            swap=("decay * h", "h"),
        ),
        Mistake(
            "input_decayed",
            "The new input is multiplied by decay as well. Only what was there before fades.",
            swap=("decay * h + x[:, t]", "decay * (h + x[:, t])"),
        ),
        Mistake(
            "sum_not_kept",
            "The sum before is left out: each step returns its own input.",
            swap=("decay * h + x[:, t]", "x[:, t]"),
            hides_from="one step",
        ),
        Mistake(
            "read_backwards",
            "The sequence is read from its end to its beginning.",
            swap=("range(x.shape[1])", "reversed(range(x.shape[1]))"),
            hides_from="one step",
        ),
        Mistake(
            "last_sum_only",
            "Only the last sum comes back. The sums of all steps were asked for.",
            swap=("return sums", "return h"),
        ),
        Mistake(
            "averaged",
            "The input is weighted by 1 - decay, as in a moving average. Here it is added whole.",
            swap=("x[:, t]  #", "(1 - decay) * x[:, t]  #"),
        ),
    ),
)
'''

VARIANTS = '''\
"""`{exercise}` as learners write it, rightly and wrongly."""

# %% step by step
# right
def {exercise}(x, decay):
    h, sums = 0.0, []
    for t in range(x.shape[1]):
        h = decay * h + x[:, t]
        sums.append(h)
    return np.stack(sums, axis=1)


# %% in place of a copy
# right
def {exercise}(x, decay):
    sums = np.array(x, dtype=float)
    for t in range(1, x.shape[1]):
        sums[:, t] += decay * sums[:, t - 1]
    return sums


# %% powers
# right
def {exercise}(x, decay):
    T = x.shape[1]
    return np.stack(
        [sum(decay ** (t - k) * x[:, k] for k in range(t + 1)) for t in range(T)], axis=1
    )


# %% a running sum
# wrong: decay_missing
def {exercise}(x, decay):
    return np.cumsum(x, axis=1)


# %% the inputs themselves
# wrong: sum_not_kept
def {exercise}(x, decay):
    return x.copy()


# %% everything fades
# wrong: input_decayed
def {exercise}(x, decay):
    sums, h = np.zeros(x.shape), np.zeros(x.shape[0])
    for t in range(x.shape[1]):
        h = decay * (h + x[:, t])
        sums[:, t] = h
    return sums


# %% the last one
# wrong: last_sum_only
def {exercise}(x, decay):
    h = np.zeros(x.shape[0])
    for t in range(x.shape[1]):
        h = decay * h + x[:, t]
    return h


# %% the other way round
# wrong: none
def {exercise}(x, decay):
    sums, h = np.zeros(x.shape), np.zeros(x.shape[0])
    for t in range(x.shape[1]):
        h = h + decay * x[:, t]
        sums[:, t] = h
    return sums
'''

CONTRACT = '''\
"""`{exercise}`: what it is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import {names}
{settings}

def _cases(draw: Draw) -> Case:
{size}    return {{
{cases}    }}


{makers}{exercise} = Exercise(
    title={title},
    cases=_cases,
    returns={returns},{as_dict}
    oracle=Oracle(none_because=""),  # an independent answer, or why there is none
    hints=("", "", ""),  # from a question over a plan to nearly the line
    after_success="",  # why it matters
{chosen}{refuses}    # At least five: Mistake("key_of_it", "What is wrong.", swap=("old", "new")).
    mistakes=(),
)
'''

REFUSED = """\
def _refused{number}(draw: Draw) -> Case:
    return _cases(draw) | {{}}  # what must be refused, in place of what is drawn


"""
