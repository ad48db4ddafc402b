"""Writing: what `sample` is, and what goes wrong in it.

It is judged by many draws: counts of first characters and of whole texts against probabilities
that other code computes, and by the one text that a temperature of zero leaves.
"""

from __future__ import annotations

from graders.counts import Counts, Holds
from graders.exercise import Exactly, Exercise, Mistake, Oracle

from . import cases, chances
from .rarer.sample import RARER
from .shared import SAMPLED

_SAME_SEED = Holds(
    "Two generators with the same seed gave different texts.",
    "Expected the same text from the same seed.",
    "Draw from rng alone: np.random and a generator of your own are other sources.",
)
_USABLE = Holds(
    "Some of what came back is no list of indices of characters.",
    "Expected a list of ints from 0 to V - 1.",
    "Look at one result: print(sample(parameters, char_to_index, rng)).",
    needed=True,
)
_ENDS = Holds(
    "Some texts go on after a newline, stop before one, or have another length than allowed.",
    "Expected each text to end with its only newline, or to have max_length characters.",
    "Append the index first, then ask whether it was the newline, whose index stands in "
    "char_to_index.",
)
_DRAW = "int(rng.choice(V, p=softmax(s / temperature)[:, 0]))"
_APPEND = "drawn.append(index)"
_STOP = 'if index == char_to_index["\\n"]:\n            break\n'
_X = "x = np.zeros((V, 1))\n        x[index] = 1.0"
_CELL = "a, _, _ = rnn_cell_forward(x, a, parameters)"

sample = Exercise(
    title="Write",
    cases=cases.sample_cases,
    probe="texts.written",
    returns={
        "form": Exactly("what one text is"),
        "usable": _USABLE,
        "ends": _ENDS,
        "same_seed": _SAME_SEED,
        "long": Exactly("the text that leaves no choice, a list of indices"),
        "unending": Exactly(
            "how long a text is that meets no newline, where no max_length is given"
        ),
        "firsts": Counts("character", chances.firsts),
        "texts": Counts("text", chances.texts, chances.rivals),
    },
    as_dict=True,
    visible=SAMPLED[0],
    hidden=SAMPLED[1],
    oracle=Oracle(
        none_because="It is judged statistically: the probability of each short text is computed "
        "number by number, and a temperature of zero leaves one text."
    ),
    hints=(
        "What does the network read at the first step, and what at the second?",
        "A loop: one step of the cell, scores, a choice, append, stop at the newline; then a new "
        "one-hot vector of the character that was chosen. The scores are divided by the "
        "temperature before the softmax; at 0 take the largest.",
        "s = Wya @ a + by; index = int(rng.choice(V, p=softmax(s / temperature)[:, 0])), or "
        "int(np.argmax(s)) at temperature 0. The state and the one-hot vector both go into the "
        "next step.",
    ),
    after_success="The network hears itself: from here on it reads only what it wrote. Two other "
    "right ways: add Gumbel noise, -log(-log(u)), to s / temperature and take the argmax; or look "
    "up one number rng.random() in the cumulative sums of p.",
    mistakes=(
        Mistake(
            "temperature_multiplies",
            "The scores are multiplied by the temperature, so that a high one makes the text "
            "careful. Divide.",
            swap=("s / temperature", "s * temperature"),
        ),
        Mistake(
            "temperature_ignored",
            "The temperature is not used.",
            swap=("softmax(s / temperature)", "softmax(s)"),
        ),
        Mistake(
            "softmax_twice",
            "The softmax is taken twice: probabilities are divided by the temperature and put "
            "through it again, which makes them nearly alike. Divide the scores.",
            swap=("softmax(s / temperature)", "softmax(softmax(s) / temperature)"),
        ),
        Mistake(
            "probability_to_a_power",
            "Probabilities are raised to the power of one over the temperature. Near 0 all become "
            "0, and dividing by their sum fails. Divide the scores, before the softmax.",
            swap=(
                "index = " + _DRAW,
                "p = softmax(s)[:, 0] ** (1 / temperature)\n"
                "            index = int(rng.choice(V, p=p / np.sum(p)))",
            ),
        ),
        Mistake(
            "zero_divides",
            "At temperature 0 the scores are divided by zero. Take the most probable character "
            "there.",
            swap=("if temperature == 0:", "if False:"),
        ),
        Mistake(
            "greedy",
            "The most probable character is taken at any temperature. Draw from the probabilities, "
            "with rng.choice.",
            swap=("if temperature == 0:", "if True:"),
        ),
        Mistake(
            "probabilities_ignored",
            "All characters are drawn alike: rng.choice needs the probabilities, p=.",
            swap=(_DRAW, "int(rng.choice(V))"),
        ),
        Mistake(
            "state_not_carried",
            "Each step begins with a state of zeros. The state must go on into the next step.",
            swap=(_CELL, "a, _, _ = rnn_cell_forward(x, 0 * a, parameters)"),
            hides_from="length = 1",
        ),
        Mistake(
            "character_not_fed",
            "The network never reads what it wrote: its input stays zero. Feed the one-hot vector "
            "of the drawn character.",
            swap=("x[index] = 1.0", "x[index] = 0.0"),
            hides_from="length = 1",
        ),
        Mistake(
            "characters_pile_up",
            "The input holds all characters written so far. Make a new vector of zeros in each "
            "step.",
            swap=(_X, "x = x.copy()\n        x[index] = 1.0"),
            hides_from="length = 1",
        ),
        Mistake(
            "index_fed_as_number",
            "The index itself is fed in. It measures nothing: feed a one-hot vector.",
            swap=("x[index] = 1.0", "x[0] = index"),
            hides_from="length = 1",
        ),
        Mistake(
            "newline_first",
            "The first input is the newline. It is a vector of zeros, as in training.",
            swap=(
                "drawn = []",
                'x[char_to_index["\\n"]] = 1.0\n    drawn = []',
            ),
        ),
        Mistake(
            "random_start",
            "The first state is random. It is zero.",
            swap=("a, x = np.zeros((n_a, 1))", "a, x = rng.normal(size=(n_a, 1))"),
        ),
        Mistake(
            "newline_left_out",
            "The newline at the end is missing. It belongs to the text: append, then stop.",
            swap=(
                _APPEND + "\n        " + _STOP,
                _STOP + "        " + _APPEND + "\n",
            ),
        ),
        Mistake(
            "newline_not_heard",
            "The text goes on after a newline. Stop there.",
            swap=(_STOP, "pass\n"),
            hides_from="length = 1",
        ),
        Mistake(
            "newline_taken_for_zero",
            "The text stops at index 0, and not at the newline. Look it up in char_to_index.",
            swap=('char_to_index["\\n"]', "0"),
        ),
        Mistake(
            "one_too_many",
            "The text may have one character more than max_length: one too many is drawn, or a "
            "newline is added where none was drawn. It ends there without.",
            swap=("len(drawn) < max_length", "len(drawn) <= max_length"),
        ),
        Mistake(
            "one_too_few",
            "The text has one character less than max_length allows.",
            swap=("len(drawn) < max_length", "len(drawn) < max_length - 1"),
        ),
        Mistake(
            "length_ignored",
            "max_length is not used: a text that finds no newline goes on much too long.",
            swap=("len(drawn) < max_length", "len(drawn) < 200"),
        ),
        Mistake(
            "seed_of_its_own",
            "Each call makes a generator with a seed of its own, and so each text is the same. "
            "Draw from rng.",
            swap=("drawn = []", "drawn, rng = [], np.random.default_rng(3)"),
        ),
        Mistake(
            "same_number_each_step",
            "The same random number decides at every step, because a generator is copied or made "
            "anew in the loop. Draw from rng itself.",
            swap=(
                (
                    "drawn = []",
                    "import copy\n    start = copy.deepcopy(rng)\n    rng.random()\n    drawn = []",
                ),
                ("rng.choice(V", "copy.deepcopy(start).choice(V"),
            ),
        ),
        Mistake(
            "by_missing",
            "by is not added to the scores.",
            swap=(' + parameters["by"]', ""),
        ),
        Mistake(
            "characters_returned",
            "Characters come back. Asked for are their indices.",
            swap=(
                "return drawn",
                "letters = {i: c for c, i in char_to_index.items()}\n"
                "    return [letters[i] for i in drawn]",
            ),
        ),
        Mistake(
            "text_returned",
            "One text comes back. Asked for is the list of indices.",
            swap=(
                "return drawn",
                "letters = {i: c for c, i in char_to_index.items()}\n"
                '    return "".join(letters[i] for i in drawn)',
            ),
        ),
        Mistake(
            "array_returned",
            "An array comes back. Asked for is a list: indices.tolist() makes one.",
            swap=("return drawn", "return np.array(drawn)"),
        ),
        *RARER,
    ),
)
