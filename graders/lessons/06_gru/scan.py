"""All prefixes in few rounds: what `scan` is, and what goes wrong in it.

The operator of the cases is (max, +), none of the lesson's, so that a scan that builds in its own
is found out; and it counts its calls.
"""

from __future__ import annotations

from graders.counts import Holds
from graders.exercise import Exercise, Mistake, Oracle, TupleOf

from . import cases, oracles
from .rarer.kinds_scan import SCAN
from .shared import SCANNED

_FEW = Holds(
    "combine was called more than 2 ceil(log2 T) + 2 times.",
    "Expected so few calls, each on whole arrays.",
    "A loop over time calls it once a step. Let each call work on half of all places or more: "
    "combine every place with the one 1, 2, 4, 8 ... steps before it.",
)
_JOINED = "joined = combine(earlier_pair, later_pair)"
_FIRST = "first = np.concatenate([first[..., :offset], joined[0]], axis=-1)"
_SECOND = "second = np.concatenate([second[..., :offset], joined[1]], axis=-1)"

scan = Exercise(
    title="All prefixes in few rounds",
    cases=cases.scan_cases,
    probe="calls.scanned",
    returns={
        "pairs": TupleOf(first="n_a m T", second="n_a m T"),
        "few_calls": _FEW,
    },
    as_dict=True,
    visible=SCANNED[0],
    hidden=SCANNED[1],
    oracle=Oracle(twin=oracles.scan),
    hints=(
        "After a round in which every place was combined with its left neighbour, how many "
        "elements does each place stand for? With which place should it be combined next?",
        "Double an offset: 1, 2, 4, ... In each round combine all places from the offset on with "
        "those that lie the offset before them, in one call on two slices. The first places are "
        "finished and stay as they are.",
        "While offset < T: joined = combine((first[..., :-offset], second[..., :-offset]), "
        "(first[..., offset:], second[..., offset:])); put the first offset places of the old "
        "arrays in front of it; double the offset.",
    ),
    after_success="Ten rounds for a thousand steps, twenty for a million, and it works for any "
    "operator that is associative: sums, maxima, products of matrices. This is the scan of Hillis "
    "and Steele (1986). Also right: combine neighbours in pairs, scan those by recursion, and fill "
    "in the places between, as Blelloch (1990) does, with about twice the rounds and far fewer "
    "operations.",
    mistakes=(
        Mistake(
            "order_swapped",
            "The later pair stands on the left. combine takes the earlier one first: the operator "
            "need not be commutative.",
            swap=(_JOINED, "joined = combine(later_pair, earlier_pair)"),
            hides_from="T = 1",
        ),
        Mistake(
            "one_by_one",
            "combine is called about T times: once for each step, or by halves of which each is "
            "scanned by calls of its own. Let each call work on all places at once: combine them "
            "with those 1, 2, 4, ... before them.",
            source="""
def scan(combine, elements):
    first, second = elements
    pairs = [(first[..., 0], second[..., 0])]
    for t in range(1, first.shape[-1]):
        pairs.append(combine(pairs[-1], (first[..., t], second[..., t])))
    return np.stack([p[0] for p in pairs], axis=-1), np.stack([p[1] for p in pairs], axis=-1)
""",
            hides_from="T = 1",
        ),
        Mistake(
            "neighbours_only",
            "One round only: each place holds what it and its left neighbour make. Go on with "
            "offsets 2, 4, 8, ... until the offset reaches T.",
            swap=("offset *= 2", "break"),
            hides_from="T = 1",
        ),
        Mistake(
            "offset_plus_one",
            "The offset grows by one in each round: places are combined with stretches that "
            "overlap their own, and elements count twice. Double it.",
            swap=("offset *= 2", "offset += 1"),
            hides_from="T = 1",
        ),
        Mistake(
            "offset_tripled",
            "The offset grows threefold, so that places between are left out: after a round each "
            "place stands for twice as many elements. Double it.",
            swap=("offset *= 2", "offset *= 3"),
            hides_from="T = 1",
        ),
        Mistake(
            "last_round_missing",
            "The last round is missing: it stops when the offset is half of T or more. The last "
            "place then still lacks the first elements.",
            swap=("while offset < first.shape[-1]:", "while 2 * offset < first.shape[-1]:"),
            hides_from="T = 1",
        ),
        Mistake(
            "starts_at_two",
            "The offset begins at 2: odd and even places never meet. Begin with 1.",
            swap=("offset = 1", "offset = 2"),
            hides_from="T = 1",
        ),
        Mistake(
            "wraps_around",
            "The arrays are rolled, so the first places are combined with the end of the sequence. "
            "What has nothing before it stays as it is.",
            source="""
def scan(combine, elements):
    first, second = elements
    offset = 1
    while offset < first.shape[-1]:
        rolled = np.roll(first, offset, axis=-1), np.roll(second, offset, axis=-1)
        first, second = combine(rolled, (first, second))
        offset *= 2
    return first, second
""",
            hides_from="T = 1",
        ),
        Mistake(
            "padded_with_zeros",
            "In front of the first places stand zeros, with which they are combined. Zeros need "
            "not leave them as they are: for an operator that you don't know, leave those places "
            "out.",
            source="""
def scan(combine, elements):
    first, second = elements
    offset = 1
    while offset < first.shape[-1]:
        zeros = np.zeros_like(first[..., :offset])
        before = tuple(np.concatenate([zeros, e[..., :-offset]], axis=-1) for e in (first, second))
        first, second = combine(before, (first, second))
        offset *= 2
    return first, second
""",
        ),
        Mistake(
            "first_of_pair_only",
            "The first array of the pair is kept from the start, only the second is carried on. "
            "Both belong to each round's result.",
            swap=(_FIRST, "first = first"),
            hides_from="T = 1",
        ),
        Mistake(
            "new_with_old",
            "The second array is combined with a first one that was already replaced. Both slices "
            "of a round come from the arrays before it.",
            source="""
def scan(combine, elements):
    first, second = elements
    offset = 1
    while offset < first.shape[-1]:
        later = first[..., offset:], second[..., offset:]
        new = combine((first[..., :-offset], second[..., :-offset]), later)[0]
        first = np.concatenate([first[..., :offset], new], axis=-1)
        later = first[..., offset:], second[..., offset:]
        new = combine((first[..., :-offset], second[..., :-offset]), later)[1]
        second = np.concatenate([second[..., :offset], new], axis=-1)
        offset *= 2
    return first, second
""",
            hides_from="T = 1",
        ),
        Mistake(
            "first_axis",
            "The scan runs along the first axis. Time is the last one.",
            source="""
def scan(combine, elements):
    first, second = elements
    offset = 1
    while offset < first.shape[0]:
        joined = combine((first[:-offset], second[:-offset]), (first[offset:], second[offset:]))
        first = np.concatenate([first[:offset], joined[0]])
        second = np.concatenate([second[:offset], joined[1]])
        offset *= 2
    return first, second
""",
        ),
        Mistake(
            "from_the_right",
            "Each place holds what it and all later places make. A prefix begins at the first "
            "element and ends at the place.",
            source="""
def scan(combine, elements):
    first, second = elements
    offset = 1
    while offset < first.shape[-1]:
        joined = combine(
            (first[..., :-offset], second[..., :-offset]),
            (first[..., offset:], second[..., offset:]),
        )
        first = np.concatenate([joined[0], first[..., -offset:]], axis=-1)
        second = np.concatenate([joined[1], second[..., -offset:]], axis=-1)
        offset *= 2
    return first, second
""",
            hides_from="T = 1",
        ),
        Mistake(
            "exclusive",
            "Each place holds what the elements before it make, without its own: the result is "
            "shifted by one. The element at the place belongs to its prefix.",
            swap=(
                "return first, second",
                "return np.roll(first, 1, axis=-1), np.roll(second, 1, axis=-1)",
            ),
            hides_from="T = 1",
        ),
        Mistake(
            "total_only",
            "Only the pair of the whole sequence comes back. Every place has a prefix of its own.",
            swap=("return first, second", "return first[..., -1], second[..., -1]"),
        ),
        Mistake(
            "own_operator",
            "The scan has decay and value built in. It has to call the combine that it is given, "
            "which may be any associative operator.",
            swap=(
                _JOINED,
                "joined = (earlier_pair[0] * later_pair[0], "
                "later_pair[0] * earlier_pair[1] + later_pair[1])",
            ),
            hides_from="T = 1",
        ),
        Mistake(
            "operator_on_axes",
            "The two arrays are summed up along time instead of combined: np.cumsum is the scan of "
            "one operator only.",
            source="""
def scan(combine, elements):
    return np.cumsum(elements[0], axis=-1), np.cumsum(elements[1], axis=-1)
""",
            hides_from="T = 1",
        ),
        Mistake(
            "blocks_apart",
            "The halves are scanned, but the second one never hears of the first: combine its "
            "places with the last pair of the first half.",
            source="""
def scan(combine, elements):
    first, second = elements
    T = first.shape[-1]
    if T == 1:
        return first, second
    half = (T + 1) // 2
    left = scan(combine, (first[..., :half], second[..., :half]))
    right = scan(combine, (first[..., half:], second[..., half:]))
    return tuple(np.concatenate(both, axis=-1) for both in zip(left, right))
""",
            hides_from="T = 1",
        ),
        Mistake(
            "elements_overwritten",
            "The elements are overwritten in place, which changes the arrays of the caller.",
            swap=(
                (_FIRST, "first[..., offset:] = joined[0]"),
                (_SECOND, "second[..., offset:] = joined[1]"),
            ),
            hides_from="T = 1",
        ),
        *SCAN,
    ),
)
