"""Rarer mistakes in `gradient_norms`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_STEP = "Waa.T @ ((1 - a[:, :, t + 1] ** 2) * message)"
_SLOPE = "(1 - a[:, :, t + 1] ** 2)"
_AT = "a[:, :, t + 1]"
_BACK = "return norms"
_ROUNDS = "reversed(range(T_x - 1))"
_BY_ROOT = " One norm goes over units and examples together: the root of the sum of all squares."


def _noted(norm: str) -> tuple[tuple[str, str], ...]:
    """Return the patch that takes another norm, with {} for the message, at all steps."""
    taken = norm.format("message")
    whole = "np.linalg.norm(message)"
    return ((f"norms[-1] = {whole}", f"norms[-1] = {taken}"),
            (f"norms[t] = {whole}", f"norms[t] = {taken}"))  # fmt: skip


_MESSAGES = """
def gradient_norms(da_last, a, Waa):
    messages = np.zeros(a.shape)
    messages[:, :, -1] = da_last
    for t in reversed(range(a.shape[2] - 1)):
        slope = 1 - a[:, :, t + 1] ** 2
        messages[:, :, t] = Waa.T @ (slope * messages[:, :, t + 1])
    return {}
"""

RARER = rare(
    Mistake(
        "tanh_again",
        "tanh is taken of the state once more before it is squared. The state is a tanh already: "
        "its slope is 1 - a^2.",
        swap=(_AT, "np.tanh(a[:, :, t + 1])"),
        hides_from="one step",
    ),
    Mistake(
        "difference_squared",
        "The slope is (1 - a)^2. Only a is squared: 1 - a^2.",
        swap=(_SLOPE, "(1 - a[:, :, t + 1]) ** 2"),
        hides_from="one step",
    ),
    Mistake(
        "state_squared",
        "The slope is a^2. It is 1 less that.",
        swap=(_SLOPE, "(a[:, :, t + 1] ** 2)"),
    ),
    Mistake(
        "state_for_slope",
        "The message is multiplied by the state itself. It meets the slope of tanh there: 1 - a^2.",
        swap=(_SLOPE, "a[:, :, t + 1]"),
    ),
    Mistake(
        "slope_with_plus",
        "The slope is 1 + a^2, which is never below 1. It is 1 - a^2.",
        swap=("(1 - a[", "(1 + a["),
    ),
    Mistake(
        "slope_of_sigmoid",
        "The slope is a (1 - a), that of a sigmoid. The slope of tanh is 1 - a^2.",
        swap=(_SLOPE, "(a[:, :, t + 1] * (1 - a[:, :, t + 1]))"),
    ),
    Mistake(
        "slope_twice",
        "The slope is multiplied twice. The message passes each tanh once.",
        swap=("(1 - a[:, :, t + 1] ** 2) *", "(1 - a[:, :, t + 1] ** 2) ** 2 *"),
    ),
    Mistake(
        "slope_before_and_after",
        "A slope stands before Waa and another one after it. The message passes one tanh in each "
        "step, that of the cell which it leaves.",
        swap=(_STEP, f"(1 - a[:, :, t] ** 2) * ({_STEP})"),
    ),
    Mistake(
        "waa_missing",
        "Waa is missing: the message only meets slopes. Multiply by Waa transposed as well.",
        swap=(_STEP, "(1 - a[:, :, t + 1] ** 2) * message"),
    ),
    Mistake(
        "waa_twice",
        "The message is multiplied by Waa twice in each step. It passes one cell at a time.",
        swap=(_STEP, f"Waa.T @ {_STEP}"),
    ),
    Mistake(
        "slope_of_last_state",
        "Every step takes the slope of the last state. Each cell has its own: index a with the "
        "step.",
        swap=(_AT, "a[:, :, -1]"),
        hides_from="two steps",
    ),
    Mistake(
        "slope_of_first_state",
        "Every step takes the slope of the first state. Each cell has its own: index a with the "
        "step.",
        swap=(_AT, "a[:, :, 0]"),
    ),
    Mistake(
        "slopes_in_turned_order",
        "The slopes come in the order of the way forward while the message walks back. Both have "
        "to walk back together.",
        swap=(_AT, "a[:, :, T_x - 1 - t - 1]"),
    ),
    Mistake(
        "slope_of_step_before_arrival",
        "The slope is taken two steps too early. The message passes the cell of step t + 1 on its "
        "way to step t.",
        swap=(_AT, "a[:, :, t - 1]"),
    ),
    Mistake(
        "slope_of_arrival_after_weights",
        "The slope of step t is multiplied after Waa, so that these are norms at the inside of the "
        "tanh of step t. At the state itself its own slope is not met yet.",
        swap=(_STEP, "(1 - a[:, :, t] ** 2) * (Waa.T @ message)"),
    ),
    Mistake(
        "inside_of_tanh",
        "These are the norms of dL/dz<t>, inside of the tanh. Asked for is dL/da<t>: take the norm "
        "before the slope is multiplied.",
        source="""
def gradient_norms(da_last, a, Waa):
    norms = np.zeros(a.shape[2])
    message = da_last
    for t in reversed(range(a.shape[2])):
        inside = (1 - a[:, :, t] ** 2) * message
        norms[t] = np.linalg.norm(inside)
        message = Waa.T @ inside
    return norms
""",
    ),
    Mistake(
        "forwards_for_backwards",
        "Waa is not transposed, and the slope comes after it: this is the way forward. Backwards "
        "the slope comes first, then Waa transposed.",
        swap=(_STEP, "(1 - a[:, :, t + 1] ** 2) * (Waa @ message)"),
    ),
    Mistake(
        "forwards_with_slope_of_arrival",
        "Waa is not transposed, and the slope is that of the state at which the message arrives. "
        "It meets the slope of step t + 1 first, then Waa transposed.",
        swap=(_STEP, "Waa @ ((1 - a[:, :, t] ** 2) * message)"),
    ),
    Mistake(
        "forwards_with_own_slope",
        "Waa is not transposed, and the slope of step t comes after it. The message meets the "
        "slope of step t + 1 first, then Waa transposed.",
        swap=(_STEP, "(1 - a[:, :, t] ** 2) * (Waa @ message)"),
    ),
    Mistake(
        "forwards_without_slope",
        "Waa is not transposed, and the slope of tanh is missing. Multiply by 1 - a^2, then by Waa "
        "transposed.",
        swap=(_STEP, "Waa @ message"),
    ),
    Mistake(
        "message_kept",
        "What comes out of the cell is added to the message that went in. It takes its place: the "
        "old message stays behind.",
        swap=(_STEP, "message + " + _STEP),
    ),
    Mistake(
        "walks_forwards",
        "The message walks forwards through the steps, from the first to the last. It begins at "
        "the last step and walks back.",
        swap=(_ROUNDS, "range(T_x - 1)"),
    ),
    Mistake(
        "walks_forwards_from_first",
        "da_last is put at the first step and carried forwards. It reaches the last state, and "
        "walks back from there.",
        source="""
def gradient_norms(da_last, a, Waa):
    norms = np.zeros(a.shape[2])
    message = da_last
    for t in range(a.shape[2]):
        norms[t] = np.linalg.norm(message)
        message = Waa.T @ ((1 - a[:, :, t] ** 2) * message)
    return norms
""",
    ),
    Mistake(
        "noted_before_step",
        "The norm is noted before the message moves on, so each entry but the last belongs to the "
        "step after. Move the message first, then note its norm.",
        swap=(
            _STEP + "  # (n_a, m)\n        norms[t] = np.linalg.norm(message)",
            "message\n        norms[t] = np.linalg.norm(message)\n        message = " + _STEP,
        ),
    ),
    Mistake(
        "first_left_out",
        "The first entry is 0: the loop ends one step too early. Step 0 hears the message, too.",
        swap=(_ROUNDS, "reversed(range(1, T_x - 1))"),
        hides_from="one step",
    ),
    Mistake(
        "only_last_noted",
        "Only the last entry is filled: the loop never notes a norm. Note one in each step.",
        swap=("norms[t] = np.linalg.norm(message)", "pass"),
        hides_from="one step",
    ),
    Mistake(
        "last_is_one",
        "The last entry is 1. It is the norm of da_last itself.",
        swap=("norms[-1] = np.linalg.norm(message)", "norms[-1] = 1.0"),
    ),
    Mistake(
        "relative_to_last",
        "The norms are divided by that of da_last, or by the largest, so that the last is 1. "
        "Return the norms themselves.",
        swap=(_BACK, "return norms / norms[-1]"),
    ),
    Mistake(
        "relative_to_sum",
        "The norms are divided by their sum. Return the norms themselves.",
        swap=(_BACK, "return norms / norms.sum()"),
    ),
    Mistake(
        "added_up_on_the_way",
        "Each entry holds the sum of the norms from the last step on. Every entry is the norm of "
        "one message alone.",
        swap=(_BACK, "return np.cumsum(norms[::-1])[::-1]"),
    ),
    Mistake(
        "last_missing",
        "There is one entry too few: the last is missing. It is the norm of da_last itself, which "
        "has passed no cell.",
        swap=(_BACK, "return norms[:-1]"),
    ),
    Mistake(
        "last_missing_and_turned",
        "The last step is missing, and the others stand in the order of the walk. Put the norm of "
        "da_last into the list as well, and turn it round at the end.",
        swap=(_BACK, "return norms[:-1][::-1]"),
    ),
    Mistake(
        "first_missing",
        "There is one entry too few: that of the first step is missing. The walk ends at step 0.",
        swap=(_BACK, "return norms[1:]"),
    ),
    Mistake(
        "one_entry_more",
        "There is one entry more than steps, that of the state before the first step. End the walk "
        "at step 0.",
        source="""
def gradient_norms(da_last, a, Waa):
    message, norms = da_last, [np.linalg.norm(da_last)]
    for t in reversed(range(a.shape[2])):
        message = Waa.T @ ((1 - a[:, :, t] ** 2) * message)
        norms.insert(0, np.linalg.norm(message))
    return np.array(norms)
""",
    ),
    Mistake(
        "mean_of_examples",
        "The norms of the examples are averaged." + _BY_ROOT,
        swap=_noted("np.mean(np.linalg.norm({}, axis=0))"),
        hides_from="one example",
    ),
    Mistake(
        "largest_of_examples",
        "The largest norm of an example is taken." + _BY_ROOT,
        swap=_noted("np.max(np.linalg.norm({}, axis=0))"),
    ),
    Mistake(
        "sum_over_units",
        "The norms of the units are added up." + _BY_ROOT,
        swap=_noted("np.sum(np.linalg.norm({}, axis=1))"),
    ),
    Mistake(
        "mean_over_units",
        "The norms of the units are averaged." + _BY_ROOT,
        swap=_noted("np.mean(np.linalg.norm({}, axis=1))"),
    ),
    Mistake(
        "largest_entry",
        "The largest entry is taken for the norm." + _BY_ROOT,
        swap=_noted("np.max(np.abs({}))"),
    ),
    Mistake(
        "sum_of_sizes",
        "The sizes of the entries are added up." + _BY_ROOT,
        swap=_noted("np.sum(np.abs({}))"),
    ),
    Mistake(
        "mean_of_sizes",
        "The sizes of the entries are averaged." + _BY_ROOT,
        swap=_noted("np.mean(np.abs({}))"),
    ),
    Mistake(
        "mean_square_rooted",
        "The mean of the squares is taken, not their sum: the norm is too small by the root of the "
        "number of entries.",
        swap=_noted("np.sqrt(np.mean({}**2))"),
    ),
    Mistake(
        "mean_square",
        "These are means of squares. Take the sum, and the root of it.",
        swap=_noted("np.mean({}**2)"),
    ),
    Mistake(
        "divided_by_examples",
        "The norm is divided by m. It goes over all units and examples, and nothing is averaged.",
        swap=_noted("np.linalg.norm({}) / a.shape[1]"),
        hides_from="one example",
    ),
    Mistake(
        "divided_by_root_of_examples",
        "The norm is divided by the root of m: squares are averaged over the examples. Add them "
        "up.",
        swap=_noted("np.linalg.norm({}) / np.sqrt(a.shape[1])"),
    ),
    Mistake(
        "examples_added_first",
        "The examples are added up before the norm is taken, so that they cancel." + _BY_ROOT,
        swap=_noted("np.linalg.norm({}.sum(axis=1))"),
    ),
    Mistake(
        "examples_averaged_first",
        "The examples are averaged before the norm is taken, so that they cancel." + _BY_ROOT,
        swap=_noted("np.linalg.norm({}.mean(axis=1))"),
    ),
    Mistake(
        "plain_sum",
        "The entries are added up with their signs." + _BY_ROOT,
        swap=_noted("np.sum({})"),
    ),
    Mistake(
        "first_example_only",
        "Only the first example counts." + _BY_ROOT,
        swap=_noted("np.linalg.norm({}[:, 0])"),
    ),
    Mistake(
        "largest_column_sum",
        "np.linalg.norm(message, 1) is the largest sum of a column. The Euclidean norm over all "
        "entries needs no second argument.",
        swap=_noted("np.linalg.norm({}, 1)"),
    ),
    Mistake(
        "largest_row_sum",
        "np.linalg.norm(message, np.inf) is the largest sum of a row. The Euclidean norm over all "
        "entries needs no second argument.",
        swap=_noted("np.linalg.norm({}, np.inf)"),
    ),
    Mistake(
        "logarithms",
        "These are logarithms of the norms. Return the norms themselves; a plot can have a "
        "logarithmic axis.",
        swap=(_BACK, "return np.log(norms)"),
    ),
    Mistake(
        "one_for_each_example",
        "A norm for each example comes back. Asked for is one for each step, over units and "
        "examples together.",
        source=_MESSAGES.format("np.linalg.norm(messages, axis=0)"),
    ),
    Mistake(
        "one_for_each_unit",
        "A norm for each unit comes back. Asked for is one for each step, over units and examples "
        "together.",
        source=_MESSAGES.format("np.linalg.norm(messages, axis=1)"),
    ),
    Mistake(
        "messages_returned",
        "The messages themselves come back. Asked for is one number for each step: the norm over "
        "units and examples.",
        source=_MESSAGES.format("messages"),
    ),
    Mistake(
        "one_number",
        "One number comes back, over all steps. Asked for is a norm for each step.",
        source=_MESSAGES.format("np.linalg.norm(messages)"),
    ),
    Mistake(
        "powers_of_radius",
        "The norm of da_last is multiplied by powers of the spectral radius of Waa. That is what "
        "may be expected in the long run without slopes; asked for is what this message does.",
        source="""
def gradient_norms(da_last, a, Waa):
    radius = np.max(np.abs(np.linalg.eigvals(Waa)))
    return np.linalg.norm(da_last) * radius ** np.arange(a.shape[2] - 1, -1, -1)
""",
    ),
    Mistake(
        "powers_of_norm",
        "The norm of da_last is multiplied by powers of the largest stretch of Waa. That is a "
        "limit from above; asked for is what this message does.",
        source="""
def gradient_norms(da_last, a, Waa):
    return np.linalg.norm(da_last) * np.linalg.norm(Waa, 2) ** np.arange(a.shape[2] - 1, -1, -1)
""",
    ),
    Mistake(
        "one_less_tanh",
        "The slope is 1 - tanh(a), of a state that is a tanh already and without its square. It is "
        "1 - a^2.",
        swap=(_SLOPE, "(1 - np.tanh(a[:, :, t + 1]))"),
    ),
    Mistake(
        "shifted_by_one",
        "Each norm stands one place too late, and the first entry stays 0: what has passed the "
        "cell of step t belongs to step t - 1.",
        source="""
def gradient_norms(da_last, a, Waa):
    norms = np.zeros(a.shape[2])
    norms[-1] = np.linalg.norm(da_last)
    message = da_last
    for t in reversed(range(1, a.shape[2])):
        message = Waa.T @ ((1 - a[:, :, t] ** 2) * message)
        norms[t] = np.linalg.norm(message)
    return norms
""",
    ),
    Mistake(
        "one_cell_too_many_turned",
        "Every norm is taken after Waa and the slope of its own step, in this order. The last "
        "entry is the norm of da_last itself, and on the way back the slope comes before Waa.",
        source="""
def gradient_norms(da_last, a, Waa):
    norms = np.zeros(a.shape[2])
    message = da_last
    for t in reversed(range(a.shape[2])):
        message = (1 - a[:, :, t] ** 2) * (Waa.T @ message)
        norms[t] = np.linalg.norm(message)
    return norms
""",
    ),
    Mistake(
        "made_unit_length",
        "The message is divided by its norm at every step. Hand it on as it is: how it grows and "
        "shrinks is what is asked for.",
        swap=(_STEP, f"{_STEP} / np.linalg.norm(message)"),
    ),
    Mistake(
        "column_returned",
        "The norms come back in a column, (T_x, 1). Asked for is one axis, (T_x,).",
        swap=(_BACK, "return norms[:, None]"),
    ),
    Mistake(
        "list_returned",
        "The norms come back in a list. Asked for is an array: np.array(norms).",
        swap=(_BACK, "return norms.tolist()"),
    ),
)
