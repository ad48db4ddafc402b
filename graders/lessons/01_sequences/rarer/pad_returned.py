"""Rarer mistakes in `pad`: what is returned, and the mask."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_MASK = "np.arange(max(lengths)) < np.array(lengths)[:, None]"
_WRITTEN = "row[: len(sequence)] = sequence"
_BOTH = "return padded, mask"

RETURNED = rare(
    Mistake(
        "nothing_returned",
        "Nothing comes back. A function gives back what stands behind return; what it prints, or "
        "keeps under a name, is lost: end it with a line that returns both arrays.",
        swap=(_BOTH, "return None"),
    ),
    Mistake(
        "mask_alone",
        "Only the mask comes back. The array is the first thing to return, and the mask the "
        "second.",
        swap=(_BOTH, "return mask"),
    ),
    Mistake(
        "exchanged",
        "The mask stands before the array. The order is (padded, mask).",
        swap=(_BOTH, "return mask, padded"),
    ),
    Mistake(
        "lengths_for_mask",
        "The lengths came back in the mask's place. A mask has the shape of the array: compare "
        "the positions of each row with its length.",
        swap=(_BOTH, "return padded, np.array(lengths)"),
    ),
    Mistake(
        "list_of_lengths_for_mask",
        "The list of lengths came back in the mask's place. A mask has the shape of the array: "
        "compare the positions of each row with its length.",
        swap=(_BOTH, "return padded, lengths"),
    ),
    Mistake(
        "lengths_besides",
        "The lengths came back besides. Return the array and the mask alone.",
        swap=(_BOTH, "return padded, mask, lengths"),
    ),
    Mistake(
        "dict_returned",
        "A dict comes back. Return the array and the mask themselves, separated by a comma.",
        swap=(_BOTH, 'return {"padded": padded, "mask": mask}'),
    ),
    Mistake(
        "stacked",
        "Array and mask stand in one array with a third axis, where truth values became 0 and 1. "
        "Return two arrays, separated by a comma.",
        swap=(_BOTH, "return np.array([padded, mask])"),
    ),
    Mistake(
        "masked_array",
        "A masked array of NumPy comes back. Return the plain array and the mask, separated by a "
        "comma.",
        swap=(_BOTH, "return np.ma.array(padded, mask=~mask)"),
    ),
    Mistake(
        "nested_lists",
        "Lists of lists come back. Make an array of each with np.array.",
        swap=(_BOTH, "return padded.tolist(), mask.tolist()"),
    ),
    Mistake(
        "nested_list_for_mask",
        "The mask is a list of lists. Make an array of it with np.array, so that padded[mask] "
        "picks what is real.",
        swap=(_BOTH, "return padded, mask.tolist()"),
    ),
    Mistake(
        "nested_list_for_array",
        "The padded rows are a list of lists. Make an array of it with np.array.",
        swap=(_BOTH, "return padded.tolist(), mask"),
    ),
    Mistake(
        "lists_of_arrays",
        "Lists of arrays come back, one array for each row. Make one array of each list: "
        "np.array(...) or np.stack(...).",
        swap=(_BOTH, "return list(padded), list(mask)"),
    ),
    Mistake(
        "flattened",
        "All rows stand behind one another in one axis. Each sequence is a row: the shape is (m, "
        "T_max).",
        swap=(_BOTH, "return padded.ravel(), mask.ravel()"),
    ),
    Mistake(
        "array_transposed",
        "The mask is right, and in the array sequences are columns. Each sequence is a row: (m, "
        "T_max).",
        swap=(_BOTH, "return padded.T, mask"),
    ),
    Mistake(
        "mask_transposed",
        "The array is right, and in the mask sequences are columns. It has the shape of the "
        "array: (m, T_max).",
        swap=(_BOTH, "return padded, mask.T"),
    ),
    Mistake(
        "reshaped",
        "The shape was turned round by reshape, which tears rows apart. Each sequence is a row: "
        "(m, T_max).",
        swap=(_BOTH, "return padded.reshape(-1, len(padded)), mask.reshape(-1, len(padded))"),
    ),
    Mistake(
        "first_row_returned",
        "The first row and its mask come back by themselves: the function returns inside of its "
        "loop. Return after the loop, at its indentation.",
        swap=(_BOTH, "return padded[0], mask[0]"),
    ),
    Mistake(
        "last_row_returned",
        "The last row and its mask come back by themselves: each round writes over the one "
        "before. Make both arrays before the loop.",
        swap=(_BOTH, "return padded[-1], mask[-1]"),
    ),
    Mistake(
        "first_row_filled",
        "Only the first row is filled in, and its mask: the function returns inside of its loop. "
        "Return after the loop, at its indentation.",
        swap=(
            ("zip(padded, sequences, strict=True)", "zip(padded[:1], sequences)"),
            (_MASK, f"({_MASK}) & (np.arange(len(lengths)) < 1)[:, None]"),
        ),
        hides_from="one example",
    ),
    Mistake(
        "first_sequence_alone",
        "There is a row for the first sequence only: the function returns inside of its loop. "
        "Return after the loop, at its indentation.",
        swap=(_BOTH, "return padded[:1], mask[:1]"),
        hides_from="one example",
    ),
    Mistake(
        "last_sequence_alone",
        "There is a row for the last sequence only: the lists are made anew in each round. Make "
        "them before the loop.",
        swap=(_BOTH, "return padded[-1:], mask[-1:]"),
        hides_from="one example",
    ),
)

MASKED = rare(
    Mistake(
        "mask_of_floats",
        "The mask holds 0.0 and 1.0. padded[mask] needs truth values: ask for dtype=bool, or "
        "compare.",
        swap=(_MASK, f"({_MASK}).astype(float)"),
    ),
    Mistake(
        "mask_of_texts",
        "The mask holds other things than truth values. A comparison such as t < length gives "
        "True or False.",
        swap=(_MASK, f"({_MASK}).astype(str)"),
    ),
    Mistake(
        "mask_above_value",
        "The mask asks which entries are larger than the value that fills up. Real entries may be "
        "smaller, or equal to it; take the mask from the lengths.",
        swap=(_MASK, "padded > value"),
    ),
    Mistake(
        "mask_positive",
        "The mask asks which entries are above 0. Real entries can be 0 or negative, and padding "
        "need not be 0; take the mask from the lengths.",
        swap=(_MASK, "padded > 0"),
    ),
    Mistake(
        "mask_not_negative",
        "The mask asks which entries are not negative. Real entries can be; take the mask from "
        "the lengths.",
        swap=(_MASK, "padded >= 0"),
    ),
    Mistake(
        "mask_of_padding_by_value",
        "The mask asks which entries equal the value that fills up. That is True for padding "
        "instead of data, and for real entries that have the value; take it from the lengths.",
        swap=(_MASK, "padded == value"),
    ),
    Mistake(
        "mask_of_zeros",
        "The mask asks which entries are 0. It should be True for data, whatever their value; "
        "take it from the lengths.",
        swap=(_MASK, "padded == 0"),
    ),
    Mistake(
        "mask_numbers_by_value",
        "The mask holds 0 and 1, and asks which entries differ from the value that fills up. Real "
        "entries can have it, too: take truth values, from the lengths.",
        swap=(_MASK, "(padded != value).astype(int)"),
    ),
    Mistake(
        "mask_numbers_of_padding",
        "The mask holds 0 and 1, with 1 for padding. Take truth values, True where there is data.",
        swap=(_MASK, f"1 - ({_MASK})"),
    ),
    Mistake(
        "mask_ends_at_value",
        "Each row of the mask ends at the first entry that equals the value. Real entries can "
        "have it, too; take the mask from the lengths.",
        swap=(_MASK, "np.cumprod(padded != value, axis=1).astype(bool)"),
    ),
    Mistake(
        "mask_without_values_at_end",
        "Real entries at the end of a sequence that equal the value count as padding: the length "
        "was looked for in the padded row. Take it from the sequence.",
        swap=(_MASK, "np.cumsum((padded != value)[:, ::-1], axis=1)[:, ::-1] > 0"),
    ),
    Mistake(
        "mask_never_set",
        "Every entry of the mask is False: it was made, and nothing was put into it. Set it to "
        "True where there is data.",
        swap=(_MASK, "np.zeros(padded.shape, dtype=bool)"),
    ),
    Mistake(
        "mask_of_first",
        "Every row of the mask is that of the first sequence. Each row has its own length.",
        swap=(_MASK, "np.tile(np.arange(max(lengths)) < lengths[0], (len(lengths), 1))"),
        hides_from="one example",
    ),
    Mistake(
        "mask_of_shortest",
        "The mask is True as far as the shortest sequence goes. Each row has its own length.",
        swap=(_MASK, "np.tile(np.arange(max(lengths)) < min(lengths), (len(lengths), 1))"),
        hides_from="one example",
    ),
    Mistake(
        "mask_at_front",
        "The mask has the padding in front, while in the array it stands at the end. Position t "
        "is real if t is below the length.",
        swap=(_MASK, "np.arange(max(lengths))[::-1] < np.array(lengths)[:, None]"),
        hides_from="one example",
    ),
    Mistake(
        "mask_ends_only",
        "The mask is True at one place of each row only. All positions below the length are real: "
        "a comparison with <, not ==.",
        swap=("np.arange(max(lengths)) <", "1 + np.arange(max(lengths)) =="),
    ),
    Mistake(
        "mask_of_rows",
        "The mask has one truth value for each sequence. It has one for each entry: the shape of "
        "the array, (m, T_max).",
        swap=(_MASK, "np.array(lengths) == max(lengths)"),
    ),
    Mistake(
        "mask_of_columns",
        "The mask has one truth value for each column. It has one for each entry: the shape of "
        "the array, (m, T_max).",
        swap=(_MASK, "np.ones(max(lengths), dtype=bool)"),
    ),
    Mistake(
        "mask_ragged",
        "The mask is a list of lists of different lengths, True for each entry. Fill them up with "
        "False, and make an array of them.",
        swap=(_MASK, "[[True] * length for length in lengths]"),
    ),
    Mistake(
        "masked_front_by_value",
        "The padding stands in front, and the mask asks which entries differ from the value. "
        "Write each sequence into the beginning of its row, and take the mask from its length.",
        swap=((_WRITTEN, "row[len(row) - len(sequence) :] = sequence"), (_MASK, "padded != value")),
    ),
)
