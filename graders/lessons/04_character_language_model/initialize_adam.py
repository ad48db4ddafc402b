"""Nothing remembered yet: what `initialize_adam` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Integers, Mistake, Oracle

from . import cases, oracles
from .rarer.initialize_adam import RARER
from .shared import ARRAYS, INITIALISED

_M = '"m": {name: np.zeros_like(w) for name, w in parameters.items()}'
_V = '"v": {name: np.zeros_like(w) for name, w in parameters.items()}'

initialize_adam = Exercise(
    title="What Adam remembers at first",
    cases=cases.initialize_adam_cases,
    returns={"t": Integers(""), "m": ARRAYS, "v": ARRAYS},
    as_dict=True,
    visible=INITIALISED[0],
    hidden=INITIALISED[1],
    oracle=Oracle(twin=oracles.initialize_adam),
    hints=(
        "How many updates have there been before the first one?",
        "A dict with three entries: a number, and two dicts that have a key for each parameter.",
        "np.zeros_like(w) has the shape of w. Make m and v one by one, so that no array is shared.",
    ),
    after_success="Three times as many numbers as the network has: that is the price of Adam. Also "
    "right: np.zeros(w.shape), or a loop that fills both dicts.",
    mistakes=(
        Mistake(
            "t_is_one",
            "t is 1. It counts the updates so far, of which there are none.",
            swap=('"t": 0', '"t": 1'),
        ),
        Mistake(
            "t_is_a_float",
            "t is a float. It counts updates: an int.",
            swap=('"t": 0', '"t": 0.0'),
        ),
        Mistake(
            "ones",
            "The mean of squares begins with ones. Nothing has been seen yet: zeros.",
            swap=(_V, _V.replace("zeros_like", "ones_like")),
        ),
        Mistake(
            "copies",
            "The mean begins with the parameters themselves. It is a mean of gradients, of which "
            "none has been seen.",
            swap=(_M, _M.replace("np.zeros_like(w)", "w.copy()")),
        ),
        Mistake(
            "named_as_gradients",
            "The arrays have the names of gradients, with a d. They are named as the parameters.",
            swap=(
                (_M, _M.replace("{name:", '{f"d{name}":')),
                (_V, _V.replace("{name:", '{f"d{name}":')),
            ),
        ),
        Mistake(
            "numbers_for_arrays",
            "There is one number for each parameter. Every entry has a mean of its own: an array "
            "of its shape.",
            swap=(
                (_M, _M.replace("np.zeros_like(w)", "0.0")),
                (_V, _V.replace("np.zeros_like(w)", "0.0")),
            ),
        ),
        Mistake(
            "transposed",
            "The arrays have the shapes of the transposed parameters.",
            swap=(
                (_M, _M.replace("like(w)", "like(w.T)")),
                (_V, _V.replace("like(w)", "like(w.T)")),
            ),
            hides_from="square sizes",
        ),
        Mistake(
            "flat",
            "The arrays have one axis only. They have the shapes of the parameters.",
            swap=(
                (_M, _M.replace("np.zeros_like(w)", "np.zeros(w.size)")),
                (_V, _V.replace("np.zeros_like(w)", "np.zeros(w.size)")),
            ),
        ),
        Mistake(
            "v_missing",
            "The mean of squares is missing. Adam keeps two means: m and v.",
            swap=(f"{_V},", ""),
        ),
        Mistake(
            "tuple_returned",
            "A tuple comes back. Asked for is a dict with the keys t, m and v.",
            source="""
def initialize_adam(parameters):
    m = {name: np.zeros_like(w) for name, w in parameters.items()}
    v = {name: np.zeros_like(w) for name, w in parameters.items()}
    return 0, m, v
""",
        ),
        *RARER,
    ),
)
