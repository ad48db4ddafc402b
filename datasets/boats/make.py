"""Make the names of boats, and what each costs whoever knows the rules by which they are made.

    python datasets/boats/make.py FOLDER

writes `names.txt`, `held_out.txt` and `held_out_cost.txt`. The rules:

- A name has three syllables, each a consonant and a vowel; behind the first two a liquid may stand.
- All vowels of a name are dark (a, o, u), or all are light (e, i, y).
- The last letter is s or k where the name begins with a hard consonant, else n or l.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import numpy as np

HARD, SOFT = ("k", "t", "p", "s"), ("b", "d", "g", "v")
VOWELS = {"dark": ("a", "o", "u"), "light": ("e", "i", "y")}
VOWEL_SHARES = (0.5, 0.3, 0.2)
MIDDLE = {"m": 5, "d": 4, "t": 4, "v": 3, "b": 3, "g": 2, "k": 2, "r": 2, "n": 2, "l": 2, "s": 1}
LIQUIDS, SHARE_OF_LIQUIDS = ("l", "n", "r"), 0.3
LAST = {"hard": ("s", "k"), "soft": ("n", "l")}
SYLLABLES = 3
NAMES, HELD_OUT, SEED = 1000, 200, 1904


def name(rng: np.random.Generator) -> str:
    """Return one name."""
    first = str(rng.choice(HARD + SOFT))
    vowels = VOWELS["dark" if rng.random() < 0.5 else "light"]
    letters = [first]
    for syllable in range(SYLLABLES):
        if syllable:
            shares = np.array(list(MIDDLE.values())) / sum(MIDDLE.values())
            letters.append(str(rng.choice(list(MIDDLE), p=shares)))
        letters.append(str(rng.choice(vowels, p=VOWEL_SHARES)))
        if syllable < SYLLABLES - 1 and rng.random() < SHARE_OF_LIQUIDS:
            letters.append(str(rng.choice(LIQUIDS)))
    return "".join(letters) + str(rng.choice(LAST["hard" if first in HARD else "soft"]))


def cost(word: str) -> float:
    """Return -log of the probability with which `name` gives a name, in nats; inf if never."""
    if len(word) < 2 * SYLLABLES + 1 or word[0] not in HARD + SOFT:
        return math.inf
    p = 1 / len(HARD + SOFT)
    kind = next((k for k, letters in VOWELS.items() if word[1] in letters), None)
    if kind is None:
        return math.inf
    p *= 0.5
    at = 1
    for syllable in range(SYLLABLES):
        if syllable:
            if word[at : at + 1] not in MIDDLE:
                return math.inf
            p *= MIDDLE[word[at]] / sum(MIDDLE.values())
            at += 1
        if word[at : at + 1] not in VOWELS[kind]:
            return math.inf
        p *= VOWEL_SHARES[VOWELS[kind].index(word[at])]
        at += 1
        if syllable < SYLLABLES - 1:
            doubled = word[at + 1 : at + 2] not in VOWELS["dark"] + VOWELS["light"]
            p *= SHARE_OF_LIQUIDS / len(LIQUIDS) if doubled else 1 - SHARE_OF_LIQUIDS
            if doubled and word[at : at + 1] not in LIQUIDS:
                return math.inf
            at += doubled
    last = LAST["hard" if word[0] in HARD else "soft"]
    return -math.log(p / len(last)) if word[at:] in last else math.inf


def texts() -> dict[str, str]:
    """Return the content of each file, by its name."""
    rng, found = np.random.default_rng(SEED), {}
    while len(found) < NAMES + HELD_OUT:
        found[name(rng)] = None
    words = list(found)
    held_out = words[NAMES:]
    return {
        "names": "".join(f"{word}\n" for word in words[:NAMES]),
        "held_out": "".join(f"{word}\n" for word in held_out),
        "held_out_cost": "".join(f"{cost(word):.6f}\n" for word in held_out),
    }


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description="Make the names of boats.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for file, text in texts().items():
        (folder / f"{file}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
