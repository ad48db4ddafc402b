"""Rarer mistakes in `sample`: what is drawn, and where texts end."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare
from .sample_returned import RETURNED

_P = "softmax(s / temperature)[:, 0]"
_CHOICE = "int(rng.choice(V, p=softmax(s / temperature)[:, 0]))"
_DRAW = "index = " + _CHOICE
_APPEND = "drawn.append(index)"
_STOP = 'if index == char_to_index["\\n"]:\n            break\n'
_MADE = "x = np.zeros((V, 1))\n"
_X = _MADE + "        x[index] = 1.0"
_CELL = "a, _, _ = rnn_cell_forward(x, a, parameters)"
_SCORES = 's = parameters["Wya"] @ a + parameters["by"]'
_BEGIN = "drawn = []"
_LENGTH = "len(drawn) < max_length"
_ZERO = "if temperature == 0:"
_LARGEST = "index = int(np.argmax(s))"


def _at(place: str, key: str, sentence: str, wrong: str, hides: str | None = None) -> Mistake:
    """Return a mistake in one place."""
    return Mistake(key, sentence, swap=(place, wrong), hides_from=hides)


_FED = tuple(
    _at("x[index] = 1.0", key, f"{what} Feed the one-hot vector of the character that was drawn.",
        wrong, "length = 1")
    for key, what, wrong in (
        ("likeliest_fed", "The network reads the most probable character, and writes another.",
         "x[np.argmax(s)] = 1.0"),
        ("probabilities_fed", "The network reads the probabilities, not what was drawn from them.",
         "x = softmax(s)"),
        ("scores_fed", "The network reads its own scores, not what was drawn.", "x = s"),
        ("newline_fed", "The network reads a newline, whatever was drawn.",
         'x[char_to_index["\\n"]] = 1.0'),
        ("one_before_fed", "The network reads the character before the one that was drawn: it "
         "hears itself one step late.",
         "x[drawn[-2:-1]] = 1.0"),
    )
)  # fmt: skip

_RUN = (
    _at(_SCORES, "scores_of_old_state", "The scores come from the state before the step, which has "
        "not read the last character.",
        "before, now = (now if drawn else np.zeros((n_a, 1))), a\n        "
        + _SCORES.replace("@ a", "@ before")),
    _at(_CELL, "step_taken_twice", "Each character is read twice: the cell is called twice in a "
        "round.", f"{_CELL}\n        {_CELL}"),
    _at(_BEGIN, "state_of_ones", "The first state is ones. It is zeros.",
        f"a = np.ones((n_a, 1))\n    {_BEGIN}"),
    _at(_BEGIN, "input_of_ones", "The first input is ones. It is zeros, as in training.",
        f"x = np.ones((V, 1))\n    {_BEGIN}"),
    _at(_BEGIN, "first_character_fed", "The first input is character 0. It is a vector of zeros, "
        "as in training.", f"x[0] = 1.0\n    {_BEGIN}"),
    _at(_BEGIN, "random_character_fed", "The first input is a random character. It is a vector of "
        "zeros, as in training.", f"x[rng.integers(V)] = 1.0\n    {_BEGIN}"),
)  # fmt: skip

_TEMPERED = tuple(
    _at("s / temperature", key, f"{what} Divide the scores by it, once, before the softmax.", wrong)
    for key, what, wrong in (
        ("divided_twice", "The scores are divided by the temperature twice.",
         "s / temperature / temperature"),
        ("root_of_temperature", "The scores are divided by the root of the temperature.",
         "s / np.sqrt(temperature)"),
        ("one_added", "1 is added to the temperature.", "s / (1 + temperature)"),
        ("never_below_one", "The temperature is held at 1 at least.", "s / max(temperature, 1.0)"),
    )
)  # fmt: skip

_DRAWN = (
    _at(_ZERO, "zero_is_one", "At temperature 0 it is drawn as at 1. 0 takes the most probable "
        "character.", f"temperature = temperature or 1.0\n        {_ZERO}"),
    _at(_ZERO, "zero_is_uniform", "At temperature 0 all characters are drawn alike. 0 takes the "
        "most probable one.", "if temperature == 0:\n            index = int(rng.integers(V))\n"
        "        elif temperature == 0:"),
    _at(_ZERO, "greedy_when_cool", "Below a temperature of 1 the most probable character is taken. "
        "Only 0 leaves no choice.", "if temperature < 1:"),
    _at(_ZERO, "greedy_up_to_one", "Up to a temperature of 1 the most probable character is taken. "
        "Only 0 leaves no choice.", "if temperature <= 1:"),
    _at(_DRAW, "two_likeliest", "Only the two most probable characters are ever drawn. All have "
        "their chance.",
        "p = softmax(s / temperature)[:, 0]\n            p[np.argsort(p)[:-2]] = 0\n"
        "            index = int(rng.choice(V, p=p / p.sum()))"),
    _at(_DRAW, "never_empty", "The newline never comes first. A text may be empty but for it.",
        "p = softmax(s / temperature)[:, 0]\n            if not drawn:\n"
        '                p[char_to_index["\\n"]] = 0\n'
        "            index = int(rng.choice(V, p=p / p.sum()))"),
    _at(_DRAW, "shares_compared", "One random number is compared with each probability by itself. "
        "Compare with their cumulative sums.",
        "p = softmax(s / temperature)[:, 0]\n            index = int(np.argmax(p > rng.random()))"),
    _at(_DRAW, "sums_wrong_way", "The random number is compared with the cumulative sums the wrong "
        "way round: nearly always the first character comes.",
        "p = np.cumsum(softmax(s / temperature)[:, 0])\n"
        "            index = int(np.argmax(p < rng.random()))"),
    _at(_CHOICE, "one_above", "Each draw is the character one above. Indices begin with 0.",
        f"({_CHOICE} + 1) % V"),
    _at("V, p=softmax(s / temperature)[:, 0]", "last_never_drawn", "The last character is never "
        "drawn: the range of indices is one too short.",
        "V - 1, p=softmax((s / temperature)[:-1])[:, 0]"),
    _at(_DRAW, "noise_on_probabilities", "Gumbel noise is added to the probabilities. It belongs "
        "to the scores.",
        "index = int(np.argmax(softmax(s / temperature) + rng.gumbel(size=s.shape)))"),
    _at(_DRAW, "largest_of_products", "Each probability is multiplied by a random number, and the "
        "largest product taken. That draws with other probabilities.",
        "index = int(np.argmax(softmax(s / temperature) * rng.random(size=s.shape)))"),
)  # fmt: skip

_ENDS = (
    _at('char_to_index["\\n"]', "newline_taken_for_last", "The text stops at the last index, and "
        "not at the newline. Look it up in char_to_index.", "V - 1"),
    _at("return drawn", "newline_twice", "The newline comes twice at the end: appended when it was "
        "drawn, and once more after the loop.",
        'return drawn + [char_to_index["\\n"]] * (drawn[-1:] == [char_to_index["\\n"]])'),
    _at("return drawn", "newline_always_added", "A newline is added to every text, also to those "
        "that have one.", 'return [*drawn, char_to_index["\\n"]]'),
    _at("return drawn", "last_dropped", "The last character is dropped, whatever it is.",
        "return drawn[:-1]"),
    _at("return drawn", "first_dropped", "The first character is dropped.", "return drawn[1:]"),
    _at(_LENGTH, "always_fifty", "Up to 50 characters come, whatever max_length is.",
        "len(drawn) < 50"),
    _at(_LENGTH, "always_one", "Only one character comes: the function returns inside of its loop.",
        "len(drawn) < min(max_length, 1)"),
)  # fmt: skip

RARER = (*rare(*_FED, *_RUN, *_TEMPERED, *_DRAWN, *_ENDS), *RETURNED)
