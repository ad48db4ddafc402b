"""Rarer mistakes in `initialize_adam`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_EACH = "np.zeros_like(w) for name, w in parameters.items()}"
_M, _V = f'"m": {{name: {_EACH}', f'"v": {{name: {_EACH}'
_T = '"t": 0'


def _both(key: str, sentence: str, wrong: str, hides_from: str | None = None) -> Mistake:
    """Return a mistake in the arrays of both means."""
    m, v = (text.replace("np.zeros_like(w)", wrong) for text in (_M, _V))
    return Mistake(key, sentence, swap=((_M, m), (_V, v)), hides_from=hides_from)


def _one(key: str, sentence: str, name: str, wrong: str) -> Mistake:
    """Return a mistake in the arrays of one mean."""
    old = _M if name == "m" else _V
    return Mistake(key, sentence, swap=(old, old.replace("np.zeros_like(w)", wrong)))


def _whole(key: str, sentence: str, returned: str) -> Mistake:
    """Return a mistake that gives back something else as a whole."""
    return Mistake(
        key, sentence, source=f"\ndef initialize_adam(parameters):\n    return {returned}\n"
    )


_ZEROS = f"{{name: {_EACH}"

RARER = rare(
    _both("both_ones", "Both means begin with ones. Nothing has been seen yet: zeros.",
          "np.ones_like(w)"),
    _one("m_ones", "The mean of gradients begins with ones. Nothing has been seen yet: zeros.",
         "m", "np.ones_like(w)"),
    _both("both_copies", "Both means begin with the parameters themselves. They are means of "
          "gradients, of which none has been seen.", "w.copy()"),
    _one("v_copies", "The mean of squares begins with the parameters. It is a mean of squared "
         "gradients, of which none has been seen.", "v", "w.copy()"),
    _one("v_squares", "The mean of squares begins with the squares of the parameters. It is a mean "
         "of squared gradients, of which none has been seen.", "v", "w**2"),
    _one("v_small", "The mean of squares begins with a small number. It begins with zeros: epsilon "
         "is added later, to the root.", "v", "np.full_like(w, 1e-8)"),
    _both("numbers_of_int", "There is the number 0 for each parameter. Every entry has a mean of "
          "its own: an array of its shape.", "0"),
    _both("lists", "There are nested lists. Expected arrays: np.zeros(w.shape).",
          "np.zeros_like(w).tolist()"),
    _both("none_yet", "There is None for each parameter. Expected arrays of zeros, which the first "
          "update can multiply.", "None"),
    _both("first_axis_only", "The arrays have the length of the first axis alone. They have the "
          "shapes of the parameters.", "np.zeros(len(w))"),
    _both("one_number_arrays", "Each array holds one number. Every entry of a parameter has a mean "
          "of its own.", "np.zeros(1)"),
    _both("squares", "Each array is square. It has the shape of its parameter.",
          "np.zeros((len(w), len(w)))", "square sizes"),
    _both("sizes", "The shapes of the parameters come back. Expected arrays of zeros of these "
          "shapes.", "w.shape"),
    Mistake("m_missing", "The mean of gradients is missing. Adam keeps two means: m and v.",
            swap=(f"{_M},", "")),
    Mistake("t_missing", "t is missing. It counts the updates so far, and begins at 0.",
            swap=(f"{_T},", "")),
    Mistake("t_counts_parameters", "t is the number of parameters. It counts the updates so far, "
            "of which there are none.", swap=(_T, '"t": len(parameters)')),
    Mistake("t_is_minus_one", "t is -1. It counts the updates so far, of which there are none: 0.",
            swap=(_T, '"t": -1')),
    Mistake("t_for_each", "There is a t for each parameter. All are updated together: one number.",
            swap=(_T, '"t": {name: 0 for name in parameters}')),
    Mistake("t_is_an_array", "t is an array. It counts updates: an int.",
            swap=(_T, '"t": np.zeros(1)')),
    Mistake("t_is_none", "t is None. It counts the updates so far: 0.", swap=(_T, '"t": None')),
    Mistake("lists_for_dicts", "m and v are lists. Expected dicts, with the parameters' names.",
            swap=((_M, '"m": [' + _EACH.replace("}", "]")),
                  (_V, '"v": [' + _EACH.replace("}", "]")))),
    _whole("empty_dicts", "m and v are empty. Expected an array of zeros for each parameter.",
           '{"t": 0, "m": {}, "v": {}}'),
    Mistake("one_array_for_all", "m and v are one array each. Expected a dict with an array for "
            "each parameter.", source="""
def initialize_adam(parameters):
    size = sum(w.size for w in parameters.values())
    return {"t": 0, "m": np.zeros(size), "v": np.zeros(size)}
"""),
    _whole("plain_zeros", "m and v are the number 0. Expected dicts, with an array of zeros for "
           "each parameter.", '{"t": 0, "m": 0, "v": 0}'),
    _whole("by_parameter", "There is an entry for each parameter, with its m and v inside. "
           "Expected t, m and v, and the parameters inside of m and v.",
           '{name: {"t": 0, "m": np.zeros_like(w), "v": np.zeros_like(w)} '
           "for name, w in parameters.items()}"),
    _whole("means_by_parameter", "t stands beside an entry for each parameter, with its m and v "
           "inside. Expected t, m and v, and the parameters inside of m and v.",
           '{"t": 0, **{name: {"m": np.zeros_like(w), "v": np.zeros_like(w)} '
           "for name, w in parameters.items()}}"),
    _whole("without_t", "Two dicts come back. Expected one dict, with the keys t, m and v.",
           f"{_ZEROS}, {_ZEROS}"),
    _whole("m_v_t", "A tuple comes back. Expected a dict with the keys t, m and v.",
           f"({_ZEROS}, {_ZEROS}, 0)"),
    _whole("list_returned", "A list comes back. Expected a dict with the keys t, m and v.",
           f"[0, {_ZEROS}, {_ZEROS}]"),
    _whole("other_names", "The keys are others. Expected t, m and v, as the docstring says.",
           f'{{"step": 0, "mean": {_ZEROS}, "square": {_ZEROS}}}'),
    _whole("capital_names", "The keys are capital letters. Expected t, m and v.",
           f'{{"T": 0, "M": {_ZEROS}, "V": {_ZEROS}}}'),
    _whole("names_behind", "The parameters' names stand behind m_ and v_ in one dict. Expected a "
           "dict each for m and v, inside of the one that comes back.",
           '{"t": 0, **{f"m_{name}": np.zeros_like(w) for name, w in parameters.items()}, '
           '**{f"v_{name}": np.zeros_like(w) for name, w in parameters.items()}}'),
    _whole("zeros_alone", "One dict of zeros comes back. Expected t, and two such dicts, m and v.",
           _ZEROS),
    _whole("nothing_returned", "Nothing comes back. End the function with return.", "None"),
    Mistake("named_by_mean", "The arrays are called mWax and vWax. Inside of m and v they have the "
            "names of the parameters.",
            swap=((_M, _M.replace("{name:", '{f"m{name}":')),
                  (_V, _V.replace("{name:", '{f"v{name}":')))),
)  # fmt: skip
