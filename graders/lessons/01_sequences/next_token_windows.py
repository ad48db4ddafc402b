"""Windows and their targets: what `next_token_windows` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Integers, Mistake, Oracle

from . import cases, oracles
from .rarer.next_token_windows import RARER
from .shared import WINDOWS

_STARTS = "np.arange(0, len(indices) - length, stride)"

next_token_windows = Exercise(
    title="Windows, and what comes next",
    cases=cases.next_token_windows_cases,
    returns={"inputs": Integers("n length"), "targets": Integers("n length")},
    visible=WINDOWS[0],
    hidden=WINDOWS[1],
    oracle=Oracle(twin=oracles.next_token_windows),
    hints=(
        "A window that begins at s needs which tokens, its targets included? What is then the "
        "last possible s?",
        "The starts are 0, stride, 2 stride, ..., all of them below T - length. Each gives the "
        "tokens from s on, and from s + 1 on. Think of the shape where there is no start at all.",
        "starts = np.arange(0, len(indices) - length, stride); "
        "at = starts[:, None] + np.arange(length); then indices[at] and indices[at + 1].",
    ),
    after_success="The text has become its own teacher: every token but the first is a target. "
    "Language models are trained on such cuts. Two other right ways: a loop with slices, and "
    "np.array(..., dtype=int).reshape(-1, length) for the empty case; or "
    "np.lib.stride_tricks.sliding_window_view(indices, length + 1)[::stride], cut into two.",
    mistakes=(
        Mistake(
            "last_window_missing",
            "The last window is missing, although its targets fit exactly. Ask which start is the "
            "last whose targets still lie within the text.",
            swap=("len(indices) - length, stride", "len(indices) - length - 1, stride"),
        ),
        Mistake(
            "target_beyond_end",
            "There is one window too many: its last target lies beyond the end of the text, and "
            "something else was put there. Windows whose targets do not fit are left out.",
            swap=(
                (_STARTS, "np.arange(0, len(indices) - length + 1, stride)"),
                ("indices[at + 1]", "np.roll(indices, -1)[at]"),
            ),
        ),
        Mistake(
            "not_shifted",
            "The targets are the inputs themselves. A target is the token one step later.",
            swap=("indices[at + 1]", "indices[at]"),
        ),
        Mistake(
            "shifted_back",
            "The targets are one step earlier than the inputs, instead of one later: the network "
            "would learn to look back.",
            swap=("return indices[at], indices[at + 1]", "return indices[at + 1], indices[at]"),
        ),
        Mistake(
            "stride_ignored",
            "Each window begins one token after the one before. The starts are `stride` apart.",
            swap=("length, stride)", "length)"),
        ),
        Mistake(
            "stride_is_length",
            "The starts are `length` apart, so that windows never overlap. The caller decides by "
            "`stride`.",
            swap=("length, stride)", "length, length)"),
        ),
        Mistake(
            "one_target_a_window",
            "There is one target for each window, the token after it. Here every position has a "
            "target: the shape is (n, length), as for the inputs.",
            swap=("indices[at + 1]", "indices[at[:, -1] + 1]"),
        ),
        Mistake(
            "next_window_as_target",
            "The targets are the whole window that follows, `length` tokens later. A target is one "
            "token later.",
            swap=(
                (_STARTS, "np.arange(0, len(indices) - 2 * length + 1, stride)"),
                ("indices[at + 1]", "indices[at + length]"),
            ),
        ),
        Mistake(
            "begins_at_one",
            "The first window begins at token 1, so token 0 is never an input. Begin at 0.",
            swap=("np.arange(0, len", "np.arange(1, len"),
        ),
        Mistake(
            "transposed",
            "Windows are columns here. Each window is a row: the shape is (n, length).",
            swap=("return indices[at], indices[at + 1]", "return indices[at].T, indices[at + 1].T"),
        ),
        Mistake(
            "empty_without_length",
            "Where no window fits, the arrays have lost their second axis. np.array([]) has the "
            "shape (0,); here it is (0, length), so that code that follows need not ask.",
            swap=(
                "    return indices[at], indices[at + 1]",
                "    if not len(starts):\n"
                "        return np.array([], dtype=int), np.array([], dtype=int)\n"
                "    return indices[at], indices[at + 1]",
            ),
            hides_from="stride = 1",
        ),
        Mistake(
            "target_in_window",
            "The windows were cut first and the targets taken from inside of them: both are one "
            "token too short. Cut length + 1 tokens, or take the targets from the text.",
            swap=(
                "return indices[at], indices[at + 1]",
                "return indices[at][:, :-1], indices[at][:, 1:]",
            ),
        ),
        Mistake(
            "targets_back",
            "The inputs are right, and the targets are one step earlier instead of one later: "
            "indices[at - 1] is the token before.",
            swap=("indices[at + 1]", "indices[at - 1]"),
        ),
        Mistake(
            "two_later",
            "The targets are two steps later than the inputs. A target is the next token.",
            swap=("indices[at + 1]", "np.append(indices, indices[-1])[at + 2]"),
        ),
        Mistake(
            "positions_returned",
            "The positions come back, and not what stands there. Put them into the text: "
            "indices[at].",
            swap=("return indices[at], indices[at + 1]", "return at, at + 1"),
        ),
        *RARER,
    ),
)
