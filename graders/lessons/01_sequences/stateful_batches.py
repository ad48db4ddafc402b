"""Lanes through a text: what `stateful_batches` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Integers, ListOf, Mistake, Oracle, TupleOf

from . import cases, oracles
from .rarer.stateful_batches import RARER
from .shared import LANES

_PAIR = TupleOf(inputs=Integers("batch length"), targets=Integers("batch length"))
_INPUTS = "indices[: batch * lane].reshape(batch, lane)"
_TARGETS = "indices[1 : batch * lane + 1].reshape(batch, lane)"
_NEIGHBOURS = ".reshape(-1, batch, length).swapaxes(0, 1).reshape(batch, lane)"
_ROWS = "(len(indices) - 1) // batch * batch"
_LANE = "(len(indices) - 1) // (batch * length) * length"
_PAIRS = "[(inputs[:, s : s + length], targets[:, s : s + length]) for s in starts]"

stateful_batches = Exercise(
    title="Batches that continue",
    cases=cases.stateful_batches_cases,
    returns={"batches": ListOf(_PAIR, "K")},
    visible=LANES[0],
    hidden=LANES[1],
    oracle=Oracle(twin=oracles.stateful_batches),
    hints=(
        "Draw the text as one line. Where does row 1 begin if row 0 is a lane of n tokens, and how "
        "many tokens do all lanes need, the very last target included?",
        "batch lanes of n tokens need batch * n + 1 tokens of text. Take the largest multiple of "
        "length for n. Then reshape the inputs to (batch, n), the same one token later for the "
        "targets, and cut both into steps of length.",
        "lane = (len(indices) - 1) // (batch * length) * length; inputs = indices[: batch * lane]"
        ".reshape(batch, lane); targets from 1 on; then columns s to s + length.",
    ),
    after_success="Cut like this, a network can carry its state through a whole book while it "
    "learns from pieces of 20 tokens. Keras calls such layers stateful; lesson 07 meets them. Two "
    "other right ways: next_token_windows on each lane, stacked; or one array of positions, "
    "row * lane + start + step.",
    mistakes=(
        Mistake(
            "rows_are_neighbours",
            "Row 1 continues row 0 within one batch, and no row continues itself in the next one. "
            "Give each row a lane of its own first; then go through all lanes at once.",
            swap=(
                (_INPUTS, f"indices[: batch * lane]{_NEIGHBOURS}"),
                (_TARGETS, f"indices[1 : batch * lane + 1]{_NEIGHBOURS}"),
            ),
            hides_from="batch = 1",
        ),
        Mistake(
            "dealt_like_cards",
            "The tokens are dealt to the rows in turn, like cards: neighbours in the text stand "
            "below each other. Each row should hold a connected piece of the text.",
            swap=(
                (_INPUTS, "indices[: batch * lane].reshape(lane, batch).T"),
                (_TARGETS, "indices[1 : batch * lane + 1].reshape(lane, batch).T"),
            ),
            hides_from="batch = 1",
        ),
        Mistake(
            "lanes_not_adjacent",
            "Between two lanes some tokens are lost: the text was cut into rows first, and each "
            "row was shortened to a multiple of length afterwards. Shorten the lane first; only "
            "the end of the text may be lost.",
            swap=(
                (_INPUTS, f"indices[: {_ROWS}].reshape(batch, -1)[:, :lane]"),
                (_TARGETS, f"indices[1 : {_ROWS} + 1].reshape(batch, -1)[:, :lane]"),
            ),
            hides_from="batch = 1",
        ),
        Mistake(
            "last_batch_shorter",
            "The last batch is shorter than the others. A lane is a multiple of length, so that "
            "every batch has the same shape.",
            swap=(_LANE, "(len(indices) - 1) // batch"),
        ),
        Mistake(
            "last_batch_missing",
            "The last batch is missing, although all of its targets exist. Go on until the end of "
            "the lanes.",
            swap=("range(0, lane, length)", "range(0, lane - length, length)"),
        ),
        Mistake(
            "not_shifted",
            "The targets are the inputs themselves. A target is the token one step later.",
            swap=("targets = indices[1 : batch * lane + 1]", "targets = indices[: batch * lane]"),
        ),
        Mistake(
            "target_wraps_in_lane",
            "The last target of each row is the first token of the same lane: the lane was turned "
            "around like a wheel. The token that follows stands in the text, at the beginning of "
            "the next lane.",
            swap=(
                "indices[1 : batch * lane + 1].reshape(batch, lane)",
                "np.roll(inputs, -1, axis=1)",
            ),
        ),
        Mistake(
            "target_wraps_in_text",
            "The very last target is the first token of the text, since np.roll brings it around. "
            "Take the targets from one token later on, and make sure that there is one.",
            swap=(
                "indices[1 : batch * lane + 1].reshape",
                "np.roll(indices[: batch * lane], -1).reshape",
            ),
        ),
        Mistake(
            "window_by_window",
            "Each batch begins one token after the one before. It should begin where the last one "
            "stopped, `length` tokens later.",
            swap=("range(0, lane, length)", "range(0, lane - length + 1)"),
        ),
        Mistake(
            "transposed",
            "Rows and columns have changed places: each row of a batch is a piece of one lane, so "
            "the shape is (batch, length).",
            swap=(_PAIRS, "[(i.T, t.T) for i, t in " + _PAIRS + "]"),
        ),
        Mistake(
            "batches_backwards",
            "The batches come in reversed order, so that no row continues. Begin at the beginning "
            "of the lanes.",
            swap=("for s in starts]", "for s in starts[::-1]]"),
            hides_from="K = 1",
        ),
        Mistake(
            "whole_lanes_returned",
            "The whole lanes come back as one batch. Cut them into steps of `length`.",
            swap=(_PAIRS, "[(inputs, targets)]"),
            hides_from="K = 1",
        ),
        Mistake(
            "last_target_zero",
            "The last target of each lane is 0, since the lane ends there. The token that follows "
            "stands in the text: take the targets from one token later on.",
            swap=(
                "indices[1 : batch * lane + 1].reshape(batch, lane)",
                "np.append(inputs[:, 1:], np.zeros((batch, 1), dtype=int), axis=1)",
            ),
        ),
        Mistake(
            "beginning_lost",
            "The beginning of the text is lost, and not its end. The first lane begins at token 0.",
            swap=(
                (_INPUTS, "indices[-1 - batch * lane : -1].reshape(batch, lane)"),
                (_TARGETS, "indices[len(indices) - batch * lane :].reshape(batch, lane)"),
            ),
        ),
        Mistake(
            "dealt_and_turned",
            "The tokens are dealt to the rows in turn, like cards, and the targets are taken from "
            "the next column. Give each row a connected piece of the text, and take the targets "
            "from the text.",
            source="""
def stateful_batches(indices, batch, length):
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // (batch * length) * length
    inputs = indices[: batch * lane].reshape(lane, batch).T
    targets = np.roll(inputs, -1, axis=1)
    return [(inputs[:, s : s + length], targets[:, s : s + length]) for s in range(0, lane, length)]
""",
        ),
        Mistake(
            "two_later",
            "The targets are two steps later than the inputs. A target is the next token.",
            swap=(
                "indices[1 : batch * lane + 1]",
                "np.append(indices, indices[-1])[2 : batch * lane + 2]",
            ),
        ),
        Mistake(
            "one_too_careful",
            "A lane is one batch shorter than it could be: more was kept back for the targets "
            "than one token. All lanes together need one token more than they hold.",
            swap=(
                "(len(indices) - 1) // (batch * length)",
                "max(len(indices) - 1 - batch, 0) // (batch * length)",
            ),
        ),
        *RARER,
    ),
)
