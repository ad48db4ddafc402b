"""Independent answers for lesson 05: Keras's LSTM, TensorFlow's tape, single numbers, Decimal.

A twin takes the arguments of an exercise and returns what the reference must return. It is used
by the doctor and the tests only; TensorFlow is imported when a twin is called.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Scalar
from graders.lessons.reference import reference

Array = NDArray[np.float64]
Parameters = Mapping[str, Array]

_before: Any = import_module("graders.lessons.02_vanilla_rnn.oracles")
_ref = reference("05_lstm")

KERAS = "ifco"
"""The order of the gates in the columns of Keras's kernels; its c is the candidate."""

WEIGHTS = tuple(f"{kind}{gate}" for kind in "Wb" for gate in "fico")


def layer(parameters: Parameters) -> Any:
    """Return a Keras LSTM with these weights; Keras is batch-first and acts from the right."""
    import keras

    n_a = len(parameters["bf"])
    made = keras.layers.LSTM(n_a, return_sequences=True, return_state=True, dtype="float64")
    made.build((None, None, parameters["Wf"].shape[1] - n_a))
    rows = [parameters[f"W{gate}"] for gate in KERAS]  # (n_a, n_a + n_x) each
    kernel = np.vstack([W[:, n_a:] for W in rows]).T  # (n_x, 4 n_a)
    recurrent = np.vstack([W[:, :n_a] for W in rows]).T  # (n_a, 4 n_a)
    bias = np.vstack([parameters[f"b{gate}"] for gate in KERAS])[:, 0]  # (4 n_a,)
    made.set_weights([kernel, recurrent, bias])
    return made


def _batch_first(x: Array) -> Array:
    return np.moveaxis(x, 0, -1)  # (n, m, T_x) -> (m, T_x, n), (n, m) -> (m, n)


def _feature_first(x: Any) -> Array:
    return np.moveaxis(np.asarray(x), -1, 0)


def lstm_forward(x: Array, a0: Array, parameters: Parameters) -> tuple[Any, ...]:
    """Run keras.layers.LSTM step by step with a Dense softmax; caches are put together by hand."""
    return _run(x, a0, np.zeros(a0.shape), parameters)


def _run(x: Array, a0: Array, c0: Array, parameters: Parameters) -> tuple[Any, ...]:
    import keras

    lstm, dense = layer(parameters), _dense(parameters)
    a, c = keras.ops.convert_to_tensor(a0.T), keras.ops.convert_to_tensor(c0.T)
    hidden, outputs, states, cells = [], [], [], []
    for t in range(x.shape[2]):
        before = (np.asarray(a).T, np.asarray(c).T)
        _, a, c = lstm(x[:, :, t].T[:, None, :], initial_state=[a, c])
        hidden.append(np.asarray(a).T)
        states.append(np.asarray(c).T)
        outputs.append(np.asarray(dense(a)).T)
        squashed = _squashed(parameters, _inside(parameters, *before, x[:, :, t]))
        cells.append((hidden[-1], states[-1], *before, *squashed, x[:, :, t], parameters))
    a_, y_, c_ = (np.stack(steps, axis=2) for steps in (hidden, outputs, states))
    return a_, y_, c_, (cells, x)


def _dense(parameters: Parameters) -> Any:
    return _before._dense({"Wya": parameters["Wy"], "by": parameters["by"]})


def _inside(p: Parameters, a: Array, c: Array, xt: Array) -> dict[str, Array]:
    """Return what stands inside each gate, number by number."""
    n_a, m = a.shape
    found = {gate: np.zeros((n_a, m)) for gate in "fico" if f"W{gate}" in p}
    for gate, inside in found.items():
        W, b = p[f"W{gate}"].tolist(), p[f"b{gate}"][:, 0].tolist()
        for k in range(m):
            seen = [*a[:, k].tolist(), *xt[:, k].tolist()]
            for i in range(n_a):
                inside[i, k] = b[i] + math.fsum(w * v for w, v in zip(W[i], seen, strict=True))
    return found


def _share(z: float) -> float:
    """Return the sigmoid of a number by way of tanh."""
    return 0.5 * (1 + math.tanh(z / 2))


def _squashed(p: Parameters, inside: Mapping[str, Array]) -> tuple[Array, ...]:
    shares = np.vectorize(_share, otypes=[np.float64])
    f, i, c, o = (inside[gate] for gate in "fico")
    return shares(f), shares(i), np.tanh(c), shares(o)


def lstm_cell_forward(
    xt: Array, a_prev: Array, c_prev: Array, parameters: Parameters
) -> tuple[Any, ...]:
    """Run the layer over one step."""
    a, y, c, (cells, _) = _run(xt[:, :, None], a_prev, c_prev, parameters)
    return a[:, :, 0], c[:, :, 0], y[:, :, 0], cells[0]


def no_forget_lstm_cell_forward(
    xt: Array, a_prev: Array, c_prev: Array, parameters: Parameters
) -> tuple[Array, Array]:
    """Run a Keras LSTM whose forget gate has no weights and a bias at which it is exactly 1."""
    n_a = len(parameters["bi"])
    W, b = np.zeros(parameters["Wi"].shape), np.full((n_a, 1), 1e6)
    lstm = layer({**parameters, "Wf": W, "bf": b})
    _, a, c = lstm(xt.T[:, None, :], initial_state=[a_prev.T, c_prev.T])
    return np.asarray(a).T, np.asarray(c).T


def _by_numbers(
    cell: Callable[..., tuple[float, float]], a_prev: Array, c_prev: Array, inside: Any
) -> tuple[Array, Array]:
    """Return the new states of a cell that is given by what it does with single numbers."""
    a, c = np.zeros(a_prev.shape), np.zeros(a_prev.shape)
    for at in np.ndindex(a_prev.shape):
        z = {gate: float(value[at]) for gate, value in inside.items()}
        a[at], c[at] = cell(float(c_prev[at]), unit=at[0], **z)
    return a, c


def coupled_lstm_cell_forward(
    xt: Array, a_prev: Array, c_prev: Array, parameters: Parameters
) -> tuple[Array, Array]:
    """Move each number of the cell state from the candidate towards what it was."""

    def cell(before: float, unit: int, f: float, c: float, o: float) -> tuple[float, float]:
        candidate = math.tanh(c)
        after = candidate + _share(f) * (before - candidate)
        return _share(o) * math.tanh(after), after

    return _by_numbers(cell, a_prev, c_prev, _inside(parameters, a_prev, c_prev, xt))


def peephole_lstm_cell_forward(
    xt: Array, a_prev: Array, c_prev: Array, parameters: Parameters
) -> tuple[Array, Array]:
    """Compute each number of both states by itself."""
    peep = {gate: parameters[f"p{gate}"][:, 0].tolist() for gate in "fio"}

    def cell(
        before: float, unit: int, f: float, i: float, c: float, o: float
    ) -> tuple[float, float]:
        after = _share(f + peep["f"][unit] * before) * before
        after += _share(i + peep["i"][unit] * before) * math.tanh(c)
        return _share(o + peep["o"][unit] * after) * math.tanh(after), after

    return _by_numbers(cell, a_prev, c_prev, _inside(parameters, a_prev, c_prev, xt))


def slstm_cell_forward(
    xt: Array, state: tuple[Array, ...], parameters: Parameters
) -> tuple[Array, ...]:
    """Compute the cell without a stabiliser, in decimal numbers that cannot overflow."""
    a_prev, c_prev, n_prev, s_prev = state
    inside = _inside(parameters, a_prev, c_prev, xt)
    a, c, n, s = (np.zeros(a_prev.shape) for _ in range(4))
    for at in np.ndindex(a_prev.shape):
        unit = Decimal(float(s_prev[at])).exp() if np.isfinite(s_prev[at]) else Decimal(0)
        forget, write = (Decimal(float(inside[gate][at])).exp() for gate in "fi")
        candidate = Decimal(math.tanh(float(inside["c"][at])))
        whole_c = forget * unit * Decimal(float(c_prev[at])) + write * candidate
        whole_n = forget * unit * Decimal(float(n_prev[at])) + write
        a[at] = _share(float(inside["o"][at])) * float(whole_c / whole_n)
        s[at] = max(float(inside["f"][at]) + float(s_prev[at]), float(inside["i"][at]))
        scale = Decimal(float(s[at])).exp()
        c[at], n[at] = float(whole_c / scale), float(whole_n / scale)
    return a, c, n, s


def _differentiated(
    da: Array, dc: Array, cells: list[Any], x: Array, names: Mapping[str, str]
) -> dict[str, Array]:
    """Differentiate sum(da * a) + sum(dc * last c) through Keras's LSTM with TensorFlow's tape."""
    import tensorflow as tf

    parameters = cells[0][9]
    lstm = layer(parameters)
    given = {"x": _batch_first(x), "a": cells[0][2].T, "c": cells[0][3].T}
    inputs, a0, c0 = (tf.Variable(value) for value in given.values())
    with tf.GradientTape() as tape:
        hidden, _, last = lstm(inputs, initial_state=[a0, c0])
        loss = tf.reduce_sum(hidden * _batch_first(da)) + tf.reduce_sum(last * dc.T)
    dx, da0, dc0, weights = tape.gradient(loss, (inputs, a0, c0, lstm.trainable_weights))
    kernel, recurrent, bias = (w.numpy() for w in weights)
    found = {names["x"]: _feature_first(dx), names["a"]: da0.numpy().T}
    if "c" in names:
        found[names["c"]] = dc0.numpy().T
    n_a = len(parameters["bf"])
    for at, gate in enumerate(KERAS):
        columns = slice(at * n_a, (at + 1) * n_a)
        found[f"dW{gate}"] = np.hstack([recurrent[:, columns].T, kernel[:, columns].T])
        found[f"db{gate}"] = bias[columns, None]
    return found


def lstm_backward(da: Array, caches: Any) -> dict[str, Array]:
    """Differentiate through Keras's LSTM over the whole sequence."""
    cells, x = caches
    return _differentiated(da, np.zeros(da.shape[:2]), cells, x, {"x": "dx", "a": "da0"})


def lstm_cell_backward(da_next: Array, dc_next: Array, cache: Any) -> dict[str, Array]:
    """Differentiate one step of Keras's LSTM."""
    names = {"x": "dxt", "a": "da_prev", "c": "dc_prev"}
    found = _differentiated(da_next[:, :, None], dc_next, [cache], cache[8][:, :, None], names)
    found["dxt"] = found["dxt"][:, :, 0]
    return found


def through_cell(da_next: Array, dc_next: Array, cache: Any) -> dict[str, Scalar]:
    """Return sum(da * a) + sum(dc * c) by what lstm_cell_backward differentiates it by."""
    a_prev, c_prev, xt, parameters = cache[2], cache[3], cache[8], cache[9]

    def loss(xt: Array, a_prev: Array, c_prev: Array, **changed: Array) -> float:
        a, c, *_ = _ref.lstm_cell_forward(xt, a_prev, c_prev, {**parameters, **changed})
        return float(np.sum(da_next * a) + np.sum(dc_next * c))

    def weight(name: str) -> Scalar:
        return lambda v: loss(xt, a_prev, c_prev, **{name: v}), parameters[name]

    return {
        "dxt": (lambda v: loss(v, a_prev, c_prev), xt),
        "da_prev": (lambda v: loss(xt, v, c_prev), a_prev),
        "dc_prev": (lambda v: loss(xt, a_prev, v), c_prev),
        **{f"d{name}": weight(name) for name in WEIGHTS},
    }


def through_time(da: Array, caches: Any) -> dict[str, Scalar]:
    """Return sum(da * a) as a function of what lstm_backward differentiates it by."""
    cells, x = caches
    a0, parameters = cells[0][2], cells[0][9]

    def loss(x: Array, a0: Array, **changed: Array) -> float:
        return float(np.sum(da * _ref.lstm_forward(x, a0, {**parameters, **changed})[0]))

    def weight(name: str) -> Scalar:
        return lambda v: loss(x, a0, **{name: v}), parameters[name]

    return {
        "dx": (lambda v: loss(v, a0), x),
        "da0": (lambda v: loss(x, v), a0),
        **{f"d{name}": weight(name) for name in WEIGHTS},
    }


def initialize_lstm(n_x: int, n_a: int, n_y: int, rng: Any, forget_bias: float) -> dict[str, Any]:
    """Return what holds of a fresh Keras LSTM with unit_forget_bias, and its biases as columns."""
    import keras

    lstm = keras.layers.LSTM(n_a, unit_forget_bias=True, dtype="float64")
    lstm.build((None, None, n_x))
    start = lstm.get_weights()[2].reshape(4, n_a, 1)  # one where the forget gate is
    biases = {f"b{gate}": forget_bias * start[at] for at, gate in enumerate(KERAS)}
    held = ("usable", "output_usable", "same_seed", "new_each_time", "units_differ", "gates_differ")
    usual = start[KERAS.index("f")]
    return {**dict.fromkeys(held, True), **biases, "by": np.zeros((n_y, 1)), "bf_usual": usual}
