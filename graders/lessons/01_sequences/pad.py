"""Padding and its mask: what `pad` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Booleans, Exercise, Integers, Mistake, Oracle

from . import cases, oracles
from .rarer.pad import RARER
from .shared import SEQUENCES

_MASK = "np.arange(max(lengths)) < np.array(lengths)[:, None]"

pad = Exercise(
    title="Padding and its mask",
    cases=cases.pad_cases,
    returns={"padded": Integers("m T_max"), "mask": Booleans("m T_max")},
    visible=SEQUENCES[0],
    hidden=SEQUENCES[1],
    oracle=Oracle(twin=oracles.pad),
    hints=(
        "Which sequence says how many columns there are? And where do you know what is real, "
        "before or after the rows are filled up?",
        "np.full makes an array of the value; write each sequence into the beginning of its row. "
        "The mask follows from the lengths alone: position t of a row is real if t is below its "
        "length.",
        "row[: len(sequence)] = sequence for each row; mask = np.arange(T_max) < "
        "np.array(lengths)[:, None].",
    ),
    after_success="From here on a batch is an array and its mask, and a loss or a mean that "
    "forgets the mask is wrong without any error. Two other right ways: itertools.zip_longest, "
    "which makes columns, so transpose; or lists filled up with + [value] * missing, with a "
    "second list of True and False beside them.",
    mistakes=(
        Mistake(
            "mask_from_values",
            "The mask asks which entries differ from the value that fills up. Real entries can "
            "have that value, too; take the mask from the lengths.",
            swap=(_MASK, "padded != value"),
        ),
        Mistake(
            "mask_from_zeros",
            "The mask asks which entries are not 0. Real entries can be 0, and padding can be "
            "another value; take the mask from the lengths.",
            swap=(_MASK, "(padded != 0)"),
        ),
        Mistake(
            "mask_inverted",
            "The mask is True where there is padding. It should be True where there is data.",
            swap=("np.arange(max(lengths)) <", "np.arange(max(lengths)) >="),
        ),
        Mistake(
            "mask_one_too_long",
            "The mask is True for one entry too many in each row. Positions count from 0, so the "
            "last real one is the length minus 1.",
            swap=("np.arange(max(lengths)) <", "np.arange(max(lengths)) <="),
            hides_from="one example",
        ),
        Mistake(
            "mask_of_integers",
            "The mask holds 0 and 1. Then padded[mask] picks rows 0 and 1 instead of the real "
            "entries; use truth values.",
            swap=(_MASK, f"({_MASK}).astype(int)"),
        ),
        Mistake(
            "padded_at_front",
            "The padding stands in front. Here it comes at the end, so that position t of the "
            "array is token t of the sequence.",
            swap=(
                ("row[: len(sequence)] = sequence", "row[len(row) - len(sequence) :] = sequence"),
                (_MASK, "np.arange(max(lengths))[::-1] < np.array(lengths)[:, None]"),
            ),
            hides_from="one example",
        ),
        Mistake(
            "padded_at_front_only",
            "The padding stands in front, while the mask has it at the end. Write each sequence "
            "into the beginning of its row.",
            swap=("row[: len(sequence)] = sequence", "row[len(row) - len(sequence) :] = sequence"),
            hides_from="one example",
        ),
        Mistake(
            "value_ignored",
            "The rows are filled up with 0, whatever value is asked for. Use the argument.",
            swap=("max(lengths)), value)", "max(lengths)), 0)"),
            hides_from="one example",
        ),
        Mistake(
            "cut_to_shortest",
            "The sequences are cut to the length of the shortest, and data are lost. The longest "
            "says how many columns there are.",
            source="""
def pad(sequences, value=0):
    shortest = min(len(sequence) for sequence in sequences)
    padded = np.array([sequence[:shortest] for sequence in sequences])
    return padded, np.ones(padded.shape, dtype=bool)
""",
            hides_from="one example",
        ),
        Mistake(
            "one_column_more",
            "There is one column more than the longest sequence needs. As many columns as it has "
            "entries are enough.",
            source="""
def pad(sequences, value=0):
    lengths = [len(sequence) for sequence in sequences]
    padded = np.full((len(sequences), max(lengths) + 1), value)
    for row, sequence in zip(padded, sequences):
        row[: len(sequence)] = sequence
    return padded, np.arange(max(lengths) + 1) < np.array(lengths)[:, None]
""",
        ),
        Mistake(
            "transposed",
            "Columns are sequences here. Each sequence is a row: the shape is (m, T_max).",
            swap=("return padded, mask", "return padded.T, mask.T"),
        ),
        Mistake(
            "last_entry_repeated",
            "Rows are filled up with their own last entry. That would be data which nobody "
            "recorded; fill up with the value.",
            swap=(
                "row[: len(sequence)] = sequence",
                "row[:] = sequence + sequence[-1:] * (len(row) - len(sequence))",
            ),
            hides_from="one example",
        ),
        Mistake(
            "sequences_changed",
            "The lists that were handed in are now longer: append, extend and += work inside of "
            "the caller's lists. Fill up copies.",
            swap=(
                "    padded = np.full",
                "    for sequence in sequences:\n"
                "        sequence += [value] * (max(lengths) - len(sequence))\n"
                "    padded = np.full",
            ),
            hides_from="one example",
        ),
        Mistake(
            "mask_missing",
            "Only the array comes back. The mask is the second thing to return, in a tuple.",
            swap=("return padded, mask", "return padded"),
        ),
        Mistake(
            "lists_grown_first",
            "The mask was made from lists that were already filled up, so all of it is True. Take "
            "the lengths before you fill up.",
            swap=(_MASK, "np.ones(padded.shape, dtype=bool)"),
            hides_from="one example",
        ),
        Mistake(
            "mask_one_too_short",
            "The mask is True for one entry too few in each row. Positions count from 0, so all "
            "below the length are real.",
            swap=("np.arange(max(lengths)) <", "1 + np.arange(max(lengths)) <"),
        ),
        *RARER,
    ),
)
