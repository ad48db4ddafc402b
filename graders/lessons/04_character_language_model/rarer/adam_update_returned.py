"""Rarer mistakes in `adam_update`: in what is returned."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_T = 't = state["t"] + 1'
_STATE = '{"t": t, "m": m, "v": v}'
_RETURN = f"return moved, {_STATE}"
_MOVED = "moved[name] = w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)"


def _back(key: str, sentence: str, wrong: str, hides: str | None = None) -> Mistake:
    """Return a mistake that gives back something else."""
    return Mistake(key, sentence, swap=(_RETURN, f"return {wrong}"), hides_from=hides)


RETURNED = rare(
    _back("state_of_before", "The state comes back as it was. The next update needs the new t, m "
          "and v.", "moved, state"),
    _back("parameters_of_before", "The parameters come back as they were.",
          f"dict(parameters), {_STATE}"),
    _back("m_and_v_swapped", "m and v have each other's name in the state.",
          'moved, {"t": t, "m": v, "v": m}'),
    _back("t_missing", "The state has no t. The next update counts on from it.",
          'moved, {"m": m, "v": v}'),
    _back("m_missing", "The state has no m. The next update keeps most of it.",
          'moved, {"t": t, "v": v}'),
    _back("v_missing", "The state has no v. The next update keeps most of it.",
          'moved, {"t": t, "m": m}'),
    _back("m_of_before", "The state has the new v and the old m.",
          'moved, {"t": t, "m": state["m"], "v": v}'),
    _back("v_of_before", "The state has the new m and the old v.",
          'moved, {"t": t, "m": m, "v": state["v"]}'),
    _back("means_of_before", "The state has the new t and the old means.",
          'moved, {"t": t, "m": state["m"], "v": state["v"]}'),
    _back("roots_kept", "The state keeps the root of v. The root is for the step alone.",
          'moved, {"t": t, "m": m, "v": {k: np.sqrt(one) for k, one in v.items()}}'),
    _back("t_is_a_float", "t is a float. It counts updates: an int.",
          'moved, {"t": float(t), "m": m, "v": v}'),
    _back("t_counted_twice", "t is counted up again for the state. Once is enough.",
          'moved, {"t": t + 1, "m": m, "v": v}'),
    _back("state_as_tuple", "The state is a tuple. Expected a dict with t, m and v.",
          "moved, (t, m, v)"),
    _back("state_as_list", "The state is a list. Expected a dict with t, m and v.",
          "moved, [t, m, v]"),
    _back("four_values", "t, m and v come back beside the parameters. They belong into one dict.",
          "moved, t, m, v"),
    _back("four_values_m_first", "m, v and t come back beside the parameters. They belong into one "
          "dict.", "moved, m, v, t"),
    _back("one_dict", "One dict holds all. Expected two values: the parameters, and the state.",
          '{"parameters": moved, "state": {"t": t, "m": m, "v": v}}'),
    _back("state_alone", "Only the state comes back. Expected the parameters before it.", _STATE),
    _back("nothing_returned", "Nothing comes back. End with return: parameters, then the state.",
          "None"),
    _back("list_of_parameters", "The parameters come back as a list. Expected a dict with their "
          "names.", f"list(moved.values()), {_STATE}"),
    _back("named_as_gradients", "The parameters come back with a d before their names.",
          f'{{f"d{{k}}": one for k, one in moved.items()}}, {_STATE}'),
    _back("means_named_as_gradients", "m and v have a d before the names. They are named as the "
          "parameters.", 'moved, {"t": t, "m": {f"d{k}": one for k, one in m.items()}, '
          '"v": {f"d{k}": one for k, one in v.items()}}'),
    _back("first_alone", "Only the first parameter was updated: the function returns inside of its "
          "loop. Return after the loop.",
          "{k: moved[k] for k in list(moved)[:1]}, {'t': t, 'm': {k: m[k] for k in list(m)[:1]}, "
          "'v': {k: v[k] for k in list(v)[:1]}}"),
    _back("last_alone", "Only the last parameter came back: the dict is made anew inside of the "
          "loop.", f"{{k: moved[k] for k in list(moved)[-1:]}}, {_STATE}"),
    _back("last_alone_everywhere", "Only the last parameter came back, with its means: the dicts "
          "are made anew inside of the loop.",
          "{k: moved[k] for k in list(moved)[-1:]}, {'t': t, 'm': {k: m[k] for k in list(m)[-1:]}, "
          "'v': {k: v[k] for k in list(v)[-1:]}}"),
    _back("arrays_for_dicts", "m and v hold the arrays of the last parameter alone. Expected a "
          "dict each, with all of them.", "moved, {'t': t, 'm': m[name], 'v': v[name]}"),
    _back("by_parameter", "The state has an entry for each parameter, with m and v inside. "
          "Expected t, m and v, and the parameters inside of m and v.",
          "moved, {'t': t, **{k: {'m': m[k], 'v': v[k]} for k in m}}"),
    _back("gradients_too", "The gradients come back as well. Expected the parameters and the "
          "state.", f"moved, gradients, {_STATE}"),
    Mistake("t_counted_in_place", "t is counted up in the state that was handed in. Take it out, "
            "and put the new one into a new dict.",
            swap=((_T, 'state["t"] += 1; t = state["t"]'),)),
    Mistake("steps_for_parameters", "The steps come back. They are taken away from the parameters.",
            swap=(_MOVED, "moved[name] = m_hat / (np.sqrt(v_hat) + epsilon)")),
)  # fmt: skip
