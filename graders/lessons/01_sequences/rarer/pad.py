"""Rarer mistakes in `pad`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import often, rare
from .pad_returned import MASKED, RETURNED

_MASK = "np.arange(max(lengths)) < np.array(lengths)[:, None]"
_WRITTEN = "row[: len(sequence)] = sequence"
_BOTH = "return padded, mask"
_FULL = "np.full((len(sequences), max(lengths)), value)"

FILLED = rare(
    Mistake(
        "float_zeros",
        "np.zeros made an array of floating zeros, whatever value is asked for. np.full takes the "
        "shape and the value, and keeps integers.",
        swap=("max(lengths)), value)", "max(lengths)), 0.0)"),
    ),
    Mistake(
        "floats",
        "The array holds floating numbers, as np.zeros and np.ones make them. Entries are "
        "integers: ask for dtype=int.",
        swap=("max(lengths)), value)", "max(lengths)), float(value))"),
    ),
    Mistake(
        "not_a_number",
        "The rows are filled up with nan, whatever value is asked for, and all entries became "
        "floats. Use the argument.",
        swap=("max(lengths)), value)", "max(lengths)), np.nan)"),
    ),
    Mistake(
        "objects",
        "The array holds objects: a None is in it, or rows of different lengths. Fill up each row "
        "with the value first.",
        swap=("max(lengths)), value)", "max(lengths)), None)"),
    ),
    Mistake(
        "filled_with_minus_one",
        "The rows are filled up with -1, whatever value is asked for. Use the argument.",
        swap=("max(lengths)), value)", "max(lengths)), -1)"),
        hides_from="one example",
    ),
    Mistake(
        "filled_with_one",
        "The rows are filled up with 1, whatever value is asked for. Use the argument.",
        swap=("max(lengths)), value)", "max(lengths)), 1)"),
        hides_from="one example",
    ),
    Mistake(
        "sequence_repeated",
        "Rows are filled up by beginning the sequence again, as np.resize does. Fill up with the "
        "value.",
        swap=(_WRITTEN, "row[:] = np.resize(sequence, len(row))"),
        hides_from="one example",
    ),
    Mistake(
        "row_above_stays",
        "Short rows end with entries of the row before: one list or array was used for all rows. "
        "Begin each row with the value alone.",
        swap=(
            _WRITTEN,
            "row[:] = list(sequence) + list(before[len(sequence) :])\n        before = row",
        ),
    ),
    Mistake(
        "never_filled",
        "The array holds the value alone: the sequences were never written into it. Write each "
        "into the beginning of its row.",
        swap=(_WRITTEN, "pass"),
    ),
    Mistake(
        "last_entry_lost",
        "The last entry of each sequence is missing: it was written up to one place before its "
        "end. row[: len(sequence)] takes all of it.",
        swap=(_WRITTEN, "row[: len(sequence) - 1] = sequence[:-1]"),
    ),
    Mistake(
        "first_entry_lost",
        "The first entry of each sequence is missing, and the rest has moved to the front. Begin "
        "at 0.",
        swap=(_WRITTEN, "row[: len(sequence) - 1] = sequence[1:]"),
    ),
    Mistake(
        "first_place_empty",
        "The first entry of each row is the value: the loop over positions begins at 1. Begin at "
        "0.",
        swap=(_WRITTEN, "row[1 : len(sequence)] = sequence[1:]"),
    ),
    Mistake(
        "each_backwards",
        "Each sequence stands in reversed order. Position t of the array is token t of the "
        "sequence.",
        swap=(_WRITTEN, "row[: len(sequence)] = sequence[::-1]"),
    ),
    Mistake(
        "each_sorted",
        "Each sequence was sorted. Position t of the array is token t of the sequence.",
        swap=(_WRITTEN, "row[: len(sequence)] = sorted(sequence)"),
    ),
    Mistake(
        "both_sides",
        "The padding stands on both sides. Here it comes at the end, so that position t of the "
        "array is token t of the sequence.",
        swap=(
            (
                _WRITTEN,
                "at = (len(row) - len(sequence)) // 2\n"
                "        row[at : at + len(sequence)] = sequence",
            ),
        ),
        hides_from="one example",
    ),
    Mistake(
        "one_sequence_value",
        "Each row holds one number only, the sequence's own length or entry. Write the whole "
        "sequence into the beginning of its row.",
        swap=(_WRITTEN, "row[: len(sequence)] = len(sequence)"),
    ),
    Mistake(
        "last_column_lost",
        "There is one column too few, and the last entry of the longest sequence is lost. As many "
        "columns as it has entries are needed.",
        swap=(_BOTH, "return padded[:, :-1], mask[:, :-1]"),
    ),
    Mistake(
        "cut_to_first",
        "All sequences were cut or filled up to the length of the first one, and data are lost. "
        "The longest says how many columns there are.",
        swap=(_BOTH, "return padded[:, : lengths[0]], mask[:, : lengths[0]]"),
        hides_from="one example",
    ),
    Mistake(
        "cut_to_shortest_with_mask",
        "The array is cut to the length of the shortest sequence, and data are lost. The longest "
        "says how many columns there are: max, not min.",
        swap=(_BOTH, "return padded[:, : min(lengths)], mask"),
        hides_from="one example",
    ),
    Mistake(
        "width_of_all",
        "There are as many columns as all sequences have entries together. As many as the longest "
        "has are enough: max, not sum.",
        swap=(
            (_FULL, "np.full((len(sequences), sum(lengths)), value)"),
            (_MASK, "np.arange(sum(lengths)) < np.array(lengths)[:, None]"),
        ),
        hides_from="one example",
    ),
    Mistake(
        "ends_marked",
        "Every sequence is followed by the value once, the longest, too: there is one column "
        "more, which the mask does not have. Fill up to the longest, and not beyond.",
        swap=("(len(sequences), max(lengths))", "(len(sequences), max(lengths) + 1)"),
    ),
    Mistake(
        "sorted_by_length",
        "The rows are sorted by their length. Row i is sequence i.",
        source="""
def pad(sequences, value=0):
    sequences = sorted(sequences, key=len)
    lengths = [len(sequence) for sequence in sequences]
    padded = np.full((len(sequences), max(lengths)), value)
    for row, sequence in zip(padded, sequences, strict=True):
        row[: len(sequence)] = sequence
    return padded, np.arange(max(lengths)) < np.array(lengths)[:, None]
""",
        hides_from="one example",
    ),
    Mistake(
        "longest_first",
        "The rows are sorted by their length, the longest first. Row i is sequence i.",
        source="""
def pad(sequences, value=0):
    sequences = sorted(sequences, key=len, reverse=True)
    lengths = [len(sequence) for sequence in sequences]
    padded = np.full((len(sequences), max(lengths)), value)
    for row, sequence in zip(padded, sequences, strict=True):
        row[: len(sequence)] = sequence
    return padded, np.arange(max(lengths)) < np.array(lengths)[:, None]
""",
        hides_from="one example",
    ),
    Mistake(
        "rows_backwards",
        "The rows come in reversed order. Row i is sequence i.",
        swap=(_BOTH, "return padded[::-1], mask[::-1]"),
        hides_from="one example",
    ),
    Mistake(
        "sorted_in_place",
        "The caller's own list is now sorted by length: sort changes it. Row i is sequence i; "
        "leave the list as it is.",
        swap=("    lengths = [len", "    sequences.sort(key=len)\n    lengths = [len"),
        hides_from="one example",
    ),
)

RARER = often(
    (*RETURNED, *FILLED, *MASKED),
    "floats",
    "float_zeros",
    "nested_lists",
    "exchanged",
    "mask_of_floats",
)
