"""The banks of wrong variants, one for each lesson, and how their story goes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import measuring
from measuring import HERE, Heard

from graders.judging import frozen_names
from graders.paths import ROOT

MEASURED, LEARNED, OLDER = "only measured", "learned from", "older"

Variant = tuple[str, str, str]
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Bank:
    """The wrong variants of one lesson, in groups.

    Args:
        lesson: which.
        story: who wrote them, how they were split, what was done with them; each group's name
            with _ for spaces stands there in braces for its size, `all` for that of all.
        folders: the folder of each group.
        halves: whether a variant's half follows from its title: both stand in `unseen`.
        before: how often what was heard of the half that is only measured, before anything was
            learned from the other one: of what "returned", and of what "raised".
        true: titles of variants whose sentence is true though another number came back in some
            case, with the reason.
    """

    lesson: str
    story: str
    folders: Mapping[str, str] = field(default_factory=lambda: {MEASURED: "unseen"})
    halves: bool = False
    before: Counts = field(default_factory=dict)
    true: Mapping[str, str] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """The lesson's number, as "04"."""
        return self.lesson[:2]

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups."""
        return (MEASURED, LEARNED) if self.halves else tuple(self.folders)

    def variants(self, group: str) -> Iterator[Variant]:
        """Yield exercise, title and source of each variant of a group."""
        found = measuring.variants(self.lesson, self.folders.get(group, "unseen"))
        yield from (v for v in found if not self.halves or half(*v[:2]) == group)


def half(exercise: str, title: str) -> str:
    """Return the half to which a variant belongs by its title."""
    first = hashlib.sha256(f"{exercise}: {title}".encode()).digest()[0]
    return MEASURED if first % 2 else LEARNED


FOLDERS = {MEASURED: "unseen", LEARNED: "learned"}

_UNSEEN = (
    "Somebody who had seen the student notebook and not the registered mistakes wrote {all} wrong "
    "variants."
)
_NOT_LEARNED = _UNSEEN + " Nothing has been learned from them: they are only measured."

BANKS = {
    bank.lesson: bank
    for bank in (
        Bank(
            "01_sequences",
            "{all} wrong variants were written by somebody who had not seen the mistakes of the "
            "lesson. Every second one was there to learn from ({learned_from}); the others are "
            "only measured ({only_measured}), though the titles of those that passed, or heard a "
            "general sentence, were seen once. Those that passed showed what the cases lacked, "
            "and all of them were mended. Two that returned another width of numbers count as "
            "right now, and the docstrings say so.",
            FOLDERS,
            before={
                "returned": {
                    "named": 50,
                    "two": 1,
                    "ablation": 1,
                    "seen": 35,
                    "general": 45,
                    "accepted": 7,
                },
                "raised": {"line": 21, "seen": 1},
            },
        ),
        Bank(
            "02_vanilla_rnn",
            "Somebody who had seen nothing but the student notebook wrote 363 wrong variants. They "
            "were split by their places in each file: those at odd places ({learned_from}) were "
            "read, and mistakes were registered and rules mended with them at hand; those at even "
            "places ({only_measured}) are only measured. Four of the latter, in `rnn_backward`, "
            "had been seen by whoever registered the mistakes before the split was made. Many "
            "mistakes were registered besides that no variant had shown: what is named in the half "
            "that is only measured was met by thinking of it. It was counted before anything was "
            "changed, once after the mistakes were registered, and once after sentences about "
            "forms and shapes had been added because too many general ones were left. One mistake "
            "in `da0` was registered later, after a learner had made it, and happens to stand in "
            "this half, too: it is one of those that are named there. {older} older variants stand "
            "in `tests/diagnosis/variants`; the first rules were made with them at hand.",
            {**FOLDERS, OLDER: "variants"},
            before={
                "returned": {"named": 72, "two": 7, "ablation": 30, "seen": 21, "general": 10},
                "raised": {"named": 1, "line": 36},
            },
        ),
        Bank(
            "03_gradients_through_time",
            "{all} wrong variants were written by somebody who had seen the student notebook and "
            "not the registered mistakes. Every second one was learned from: mistakes were "
            "registered with it at hand. Of the other half the numbers were looked at; two holes "
            "that it found were closed, and the rules about lists of names were made after it had "
            "been measured once. Before all this 18 of 125 and 22 of 123 got a general sentence, "
            "and two of the second half passed.",
            FOLDERS,
        ),
        Bank(
            "04_character_language_model",
            _UNSEEN + " A hash of its title puts each into one of two halves. One "
            "({learned_from}) was learned from: mistakes were registered with it at hand, of whole "
            "kinds, and a rule was mended by which counts of draws had to be the same to the last. "
            "The other ({only_measured}) was counted, exercise by exercise, before and after, and "
            "not read, but for the titles of the two that heard a general sentence.",
            halves=True,
            before={
                "returned": {"named": 24, "ablation": 3, "seen": 8, "general": 2},
                "raised": {"named": 1, "line": 9},
            },
        ),
        Bank(
            "05_lstm",
            _NOT_LEARNED,
            true={
                "divided by the old normaliser": "It takes 1 where the old n is 0, so that the "
                "first step comes out right."
            },
        ),
        Bank(
            "06_gru",
            _UNSEEN + " Every second one was there to learn from ({learned_from}), and whole kinds "
            "of mistakes were registered by the one who had written the bank and so knew the other "
            "half, too ({only_measured}). What is named there now is too favourable: of 17 that "
            "are named and were not before, two are named by a mistake that a variant to learn "
            "from had shown. What was heard before anything was registered is the measure of what "
            "somebody else's code would hear.",
            FOLDERS,
            before={
                "returned": {"named": 78, "two": 3, "ablation": 9, "seen": 14, "general": 5},
                "raised": {"line": 13},
            },
        ),
    )
    if any((HERE / "unseen" / f"{name}.py").exists() for name in frozen_names(bank.lesson))
}


@cache
def heard(lesson: str) -> Mapping[str, tuple[Heard, ...]]:
    """Return what a learner hears of each variant of a lesson, by groups."""
    bank = BANKS[lesson]
    return {
        group: tuple(measuring.heard(lesson, *variant) for variant in bank.variants(group))
        for group in bank.groups
    }


def contradicted(bank: Bank, rows: Iterable[Heard]) -> list[str]:
    """Return the titles of variants of which something else came back than what they are told."""
    return [row.title for row in rows if row.contradicted and row.title not in bank.true]


def page_of(bank: Bank) -> str:
    """Return the name of a bank's page."""
    return f"diagnosis_{bank.number}.md"


DOCS = ROOT / "docs"
