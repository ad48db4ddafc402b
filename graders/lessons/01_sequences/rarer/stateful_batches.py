"""Rarer mistakes in `stateful_batches`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import often, rare
from .stateful_batches_returned import RETURNED

_LANE = "(len(indices) - 1) // (batch * length) * length"
_TARGETS = "indices[1 : batch * lane + 1].reshape(batch, lane)"
_INPUTS = "indices[: batch * lane].reshape(batch, lane)"
_INPUT, _TARGET = "inputs[:, s : s + length]", "targets[:, s : s + length]"
_PAIR = f"({_INPUT}, {_TARGET})"
_LIST = f"[{_PAIR} for s in starts]"
_STARTS = "range(0, lane, length)"
_TEXT = "np.asarray(indices)"

LANES = rare(
    Mistake(
        "lane_keeps_own_target",
        "Each lane keeps a token back for its own last target, so that tokens are lost between "
        "two lanes. The token that follows a lane is the first of the next one: all lanes "
        "together need one token more.",
        source="""
def stateful_batches(indices, batch, length):
    indices = np.asarray(indices)
    lane = len(indices) // batch
    lanes = indices[: batch * lane].reshape(batch, lane)
    starts = range(0, lane - length, length)
    return [(lanes[:, s : s + length], lanes[:, s + 1 : s + length + 1]) for s in starts]
""",
    ),
    Mistake(
        "own_target_and_shorter",
        "Each lane keeps a token back for its own last target, and the last batch is shorter. A "
        "lane is a multiple of length, and the token that follows it is the first of the next one.",
        source="""
def stateful_batches(indices, batch, length):
    indices = np.asarray(indices)
    lane = len(indices) // batch
    lanes = indices[: batch * lane].reshape(batch, lane)
    ends = [(s, min(s + length, lane - 1)) for s in range(0, lane - 1, length)]
    return [(lanes[:, s:end], lanes[:, s + 1 : end + 1]) for s, end in ends]
""",
    ),
    Mistake(
        "own_target_and_columns",
        "Lanes are columns, each keeps a token back for its own last target, and the last batch "
        "is shorter. Each lane is a row here, and as long as a multiple of length.",
        source="""
def stateful_batches(indices, batch, length):
    indices = np.asarray(indices)
    lane = len(indices) // batch
    lanes = indices[: batch * lane].reshape(batch, lane).T
    ends = [(s, min(s + length, lane - 1)) for s in range(0, lane - 1, length)]
    return [(lanes[s:end], lanes[s + 1 : end + 1]) for s, end in ends]
""",
    ),
    Mistake(
        "lane_too_long_zero_in_lane",
        "The lanes take the whole text where it can be divided, and the last target of each is 0. "
        "Keep one token back, and take the targets from the text.",
        swap=(
            (_LANE, "len(indices) // (batch * length) * length"),
            (_TARGETS, "np.append(inputs[:, 1:], np.zeros((batch, 1), dtype=int), axis=1)"),
        ),
    ),
    Mistake(
        "step_too_long",
        "Each batch begins length + 1 tokens after the one before, so that a token is lost "
        "between them. It should begin where the last one stopped, `length` tokens later.",
        swap=(_STARTS, "range(0, lane - length + 1, length + 1)"),
    ),
    Mistake(
        "lane_too_long_turned",
        "The lanes take the whole text where it can be divided, and the very last target, which "
        "lies beyond its end, is its first token. Keep one token back: there are len - 1 inputs "
        "at most.",
        swap=(
            (_LANE, "len(indices) // (batch * length) * length"),
            (_TARGETS, "np.roll(indices, -1)[: batch * lane].reshape(batch, lane)"),
        ),
    ),
    Mistake(
        "lane_too_long_zero",
        "The lanes take the whole text where it can be divided, and the very last target, which "
        "lies beyond its end, is 0. Keep one token back: there are len - 1 inputs at most.",
        swap=(
            (_LANE, "len(indices) // (batch * length) * length"),
            (_TARGETS, "np.append(indices, 0)[1 : batch * lane + 1].reshape(batch, lane)"),
        ),
    ),
    Mistake(
        "lane_too_long_repeated",
        "The lanes take the whole text where it can be divided, and the very last target is its "
        "last token once more. Keep one token back: there are len - 1 inputs at most.",
        swap=(
            (_LANE, "len(indices) // (batch * length) * length"),
            (
                _TARGETS,
                "np.append(indices, indices[-1])[1 : batch * lane + 1].reshape(batch, lane)",
            ),
        ),
    ),
    Mistake(
        "lane_too_long_turned_in_lane",
        "The lanes take the whole text where it can be divided, and the last target of each is "
        "its own first token. Keep one token back, and take the targets from the text.",
        swap=(
            (_LANE, "len(indices) // (batch * length) * length"),
            (_TARGETS, "np.roll(inputs, -1, axis=1)"),
        ),
    ),
    Mistake(
        "one_lane_less",
        "The lanes are one batch shorter than they could be: a whole batch was kept back at the "
        "end. One token is enough, for the very last target.",
        swap=(_LANE, "((len(indices) - 1) // (batch * length) - 1) * length"),
    ),
    Mistake(
        "lanes_as_batches",
        "Each batch is one lane, and its rows are the steps. Each row of a batch belongs to "
        "another lane: row r of batch k is step k of lane r.",
        swap=(
            _LIST,
            "[(inputs[r].reshape(-1, length), targets[r].reshape(-1, length)) "
            "for r in range(batch)]",
        ),
    ),
    Mistake(
        "batch_may_be_short",
        "Row 1 continues row 0 within one batch, and the last batch has fewer rows. Give each row "
        "a lane of its own first; then go through all lanes at once.",
        source="""
def stateful_batches(indices, batch, length):
    indices = np.asarray(indices)
    count = (len(indices) - 1) // length
    inputs = indices[: count * length].reshape(count, length)
    targets = indices[1 : count * length + 1].reshape(count, length)
    starts = range(0, count, batch)
    return [(inputs[s : s + batch], targets[s : s + batch]) for s in starts]
""",
    ),
    Mistake(
        "rows_overlap",
        "Row r begins r steps later than row 0, so that the rows of a batch overlap with those of "
        "the next one. Each row has a lane of its own: it begins where the lane above ends.",
        swap=(
            (_INPUTS, "np.stack([indices[r * length : r * length + lane] for r in range(batch)])"),
            (
                _TARGETS,
                "np.stack([indices[r * length + 1 : r * length + lane + 1] for r in range(batch)])",
            ),
        ),
        hides_from="batch = 1",
    ),
    Mistake(
        "rows_one_token_apart",
        "Each row begins one token later than the row above. It should begin where the lane above "
        "ends.",
        swap=(
            (_INPUTS, "np.stack([indices[r : r + lane] for r in range(batch)])"),
            (_TARGETS, "np.stack([indices[r + 1 : r + lane + 1] for r in range(batch)])"),
        ),
        hides_from="batch = 1",
    ),
    Mistake(
        "rows_alike",
        "All rows of a batch are the same. Each row has a lane of its own: row r begins at r "
        "times the lane.",
        swap=(
            (_INPUTS, "np.tile(indices[:lane], (batch, 1))"),
            (_TARGETS, "np.tile(indices[1 : lane + 1], (batch, 1))"),
        ),
        hides_from="batch = 1",
    ),
    Mistake(
        "row_of_each_lane_scattered",
        "A row of a batch takes every K-th token of its lane. It should take `length` neighbours: "
        "columns s to s + length.",
        swap=(
            _PAIR,
            "(inputs[:, s // length :: len(starts)], targets[:, s // length :: len(starts)])",
        ),
    ),
    Mistake(
        "sizes_exchanged",
        "`batch` and `length` have changed places. Compare the order of the arguments with your "
        "use of them: a batch has the shape (batch, length).",
        swap=(
            "    lane = (len",
            "    batch, length = length, batch\n    lane = (len",
        ),
    ),
    Mistake(
        "step_is_batch",
        "Each batch begins `batch` tokens after the one before. It should begin `length` tokens "
        "later, where the last one stopped.",
        swap=(_STARTS, "range(0, lane - length + 1, batch)"),
    ),
    Mistake(
        "first_batch_missing",
        "The first batch is missing. The steps begin at column 0 of the lanes.",
        swap=(_STARTS, "range(length, lane, length)"),
    ),
    Mistake(
        "rows_upside_down",
        "The rows stand upside down: row 0 is the last lane. The first lane comes first.",
        swap=(_PAIR, "(inputs[::-1, s : s + length], targets[::-1, s : s + length])"),
        hides_from="batch = 1",
    ),
    Mistake(
        "lane_tokens_backwards",
        "Each row is read backwards. Its tokens stand in the order of the text.",
        swap=(_PAIR, f"({_INPUT}[:, ::-1], {_TARGET}[:, ::-1])"),
    ),
    Mistake(
        "first_token_lost",
        "The first lane begins at token 1. It begins at token 0.",
        swap=(_TEXT, "np.asarray(indices)[1:]"),
    ),
    Mistake(
        "lanes_not_multiple_kept",
        "Lanes are as long as the text allows, and each batch is cut from them whole, the last "
        "one with fewer columns. A lane is a multiple of length.",
        swap=(_LANE, "len(indices) // batch - 1"),
    ),
)

TARGETS = rare(
    Mistake(
        "two_later_shorter",
        "The targets are two steps later than the inputs, and the lanes leave room for both. A "
        "target is the next token.",
        swap=(
            (_LANE, "max(len(indices) - 2, 0) // (batch * length) * length"),
            (_TARGETS, "indices[2 : batch * lane + 2].reshape(batch, lane)"),
        ),
    ),
    Mistake(
        "one_earlier",
        "The targets are one token earlier than the inputs. A target is the token one step later: "
        "begin at 1, or roll by -1.",
        swap=(_TARGETS, "np.roll(indices, 1)[: batch * lane].reshape(batch, lane)"),
    ),
    Mistake(
        "target_wraps_in_batch",
        "The last target in each row of a batch is the first token of the same row: the piece was "
        "turned around like a wheel. The token that follows stands in the text.",
        swap=(_TARGET, f"np.roll({_INPUT}, -1, axis=1)"),
    ),
    Mistake(
        "last_of_batch_zero",
        "The last target in each row of a batch is 0, since the piece ends there. The token that "
        "follows stands in the text: cut the targets from it, one token later.",
        swap=(_TARGET, f"np.append({_INPUT}[:, 1:], np.zeros((batch, 1), dtype=int), axis=1)"),
    ),
    Mistake(
        "last_of_batch_repeated",
        "The last target in each row of a batch is its last input. The token that follows stands "
        "in the text: cut the targets from it, one token later.",
        swap=(_TARGET, f"np.append({_INPUT}[:, 1:], {_INPUT}[:, -1:], axis=1)"),
    ),
    Mistake(
        "last_of_lane_repeated",
        "The last target of each lane is its last token once more. The token that follows stands "
        "in the text, at the beginning of the next lane.",
        swap=(_TARGETS, "np.append(inputs[:, 1:], inputs[:, -1:], axis=1)"),
    ),
    Mistake(
        "last_of_lane_lost",
        "The targets of each lane are one token short, and so is the last batch of targets. The "
        "token that follows a lane stands in the text.",
        swap=(_TARGETS, "inputs[:, 1:]"),
    ),
    Mistake(
        "target_in_batch",
        "The targets were taken from inside of each batch: inputs and targets are one token too "
        "short. Cut the targets from the text, one token later.",
        swap=(_PAIR, f"({_INPUT}[:, :-1], {_INPUT}[:, 1:])"),
    ),
    Mistake(
        "batch_targets_short",
        "The targets of each batch are one token shorter than its inputs: they were taken from "
        "inside of it. Cut them from the text, one token later.",
        swap=(_PAIR, f"({_INPUT}, {_INPUT}[:, 1:])"),
    ),
    Mistake(
        "next_batch_as_target",
        "The targets are the inputs of the next batch. A target is one token later, and not "
        "`length`.",
        swap=(
            _LIST,
            "[(inputs[:, s : s + length], inputs[:, s + length : s + 2 * length]) "
            "for s in starts[:-1]]",
        ),
    ),
    Mistake(
        "value_plus_one",
        "1 was added to the tokens themselves. The target is what stands one place later in the "
        "text.",
        swap=(_TARGETS, "inputs + 1"),
    ),
    Mistake(
        "target_rows_rolled",
        "The targets are the lane below: np.roll went along the rows. A target is one token later "
        "in the same lane.",
        swap=(_TARGETS, "np.roll(inputs, -1, axis=0)"),
    ),
    Mistake(
        "targets_transposed",
        "The inputs are rows, and the targets columns. Both have the shape (batch, length).",
        swap=(_TARGET, f"{_TARGET}.T"),
    ),
)

RARER = often(
    (*RETURNED, *LANES, *TARGETS),
    "floats",
    "nested_lists",
    "exchanged",
    "generator_returned",
    "one_array",
    "stacked_batches",
    "lane_too_long_turned",
    "lane_too_long_zero",
    "flat_list",
    "last_of_batch_zero",
)
