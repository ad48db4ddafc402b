"""Independent answers for lesson 06: Keras's GRU in both forms, TensorFlow's tape, its own scan.

A twin takes the arguments of an exercise and returns what the reference must return. It is used by
the doctor and the tests only; TensorFlow is imported when a twin is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from math import exp
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Scalar
from graders.lessons.reference import reference

Array = NDArray[np.float64]
Parameters = Mapping[str, Array]

_before: Any = import_module("graders.lessons.02_vanilla_rnn.oracles")
_ref = reference("06_gru")

GATES = ("Wu", "bu", "Wr", "br", "Wc", "bc")


def _columns(p: Parameters, reset_after: bool) -> list[Array]:
    """Return the weights of keras.layers.GRU: columns are update, reset, candidate.

    Keras's update gate keeps, z = 1 - u = sigmoid(-Wu ... - bu), so its weights change their sign.
    """
    n_a = len(p["bu"])
    c = (p["Wcx"], p["Wca"]) if reset_after else (p["Wc"][:, n_a:], p["Wc"][:, :n_a])
    kernel = np.vstack([-p["Wu"][:, n_a:], p["Wr"][:, n_a:], c[0]]).T  # (n_x, 3 n_a)
    recurrent = np.vstack([-p["Wu"][:, :n_a], p["Wr"][:, :n_a], c[1]]).T  # (n_a, 3 n_a)
    first = np.vstack([-p["bu"], p["br"], p["bcx" if reset_after else "bc"]])[:, 0]
    if not reset_after:
        return [kernel, recurrent, first]
    second = np.concatenate([np.zeros(2 * n_a), p["bca"][:, 0]])
    return [kernel, recurrent, np.stack([first, second])]


def layer(parameters: Parameters, reset_after: bool = False) -> Any:
    """Return a Keras GRU with these weights; Keras is batch-first and acts from the right."""
    import keras

    n_a = len(parameters["bu"])
    made = keras.layers.GRU(
        n_a, return_sequences=True, reset_after=reset_after, dtype="float64", use_bias=True
    )
    made.build((None, None, parameters["Wu"].shape[1] - n_a))
    made.set_weights(_columns(parameters, reset_after))
    return made


def _gates(a: Array, before: Array, xt: Array, p: Parameters) -> tuple[Array, Array, Array]:
    """Return both gates and the candidate of one step, unit by unit in pure Python."""
    n_a, m = a.shape
    u, r, c = np.zeros((n_a, m)), np.zeros((n_a, m)), np.zeros((n_a, m))
    for k in range(m):
        seen = [*before[:, k].tolist(), *xt[:, k].tolist()]
        for gate, W, b in ((u, p["Wu"], p["bu"]), (r, p["Wr"], p["br"])):
            for i in range(n_a):
                z = float(b[i, 0]) + sum(w * v for w, v in zip(W[i].tolist(), seen, strict=True))
                gate[i, k] = 1 / (1 + exp(-z)) if z > -700 else 0.0
        kept = [g * v for g, v in zip(r[:, k].tolist(), seen[:n_a], strict=True)] + seen[n_a:]
        for i in range(n_a):
            c[i, k] = np.tanh(float(p["bc"][i, 0]) + float(np.dot(p["Wc"][i], kept)))
    return u, r, c


def gru_forward(x: Array, a0: Array, parameters: Parameters) -> tuple[Any, ...]:
    """Run keras.layers.GRU(reset_after=False) with a Dense softmax; caches are made by hand."""
    states = layer(parameters)(np.moveaxis(x, 0, -1), initial_state=[a0.T])
    dense = _before._dense({"Wya": parameters["Wy"], "by": parameters["by"]})
    a, y = (np.moveaxis(np.asarray(v), -1, 0) for v in (states, dense(states)))
    before = np.concatenate([a0[:, :, None], a[:, :, :-1]], axis=2)
    cells = []
    for t in range(x.shape[2]):
        now, was, xt = a[:, :, t], before[:, :, t], x[:, :, t]
        cells.append((now, was, *_gates(now, was, xt, parameters), xt, parameters))
    return a, y, (cells, x)


def gru_cell_forward(xt: Array, a_prev: Array, parameters: Parameters) -> tuple[Any, ...]:
    """Run the layer over one step."""
    a, y, (cells, _) = gru_forward(xt[:, :, None], a_prev, parameters)
    return a[:, :, 0], y[:, :, 0], cells[0]


def gru_cell_forward_reset_after(xt: Array, a_prev: Array, parameters: Parameters) -> Array:
    """Run keras.layers.GRU(reset_after=True), its default, over one step."""
    states = layer(parameters, reset_after=True)(xt.T[:, None, :], initial_state=[a_prev.T])
    return np.asarray(states)[:, 0, :].T


def gru_backward(da: Array, caches: Any) -> dict[str, Array]:
    """Differentiate sum(da * a) through keras.layers.GRU with TensorFlow's tape."""
    import tensorflow as tf

    cells, x = caches
    a0, parameters = cells[0][1], cells[0][6]
    n_a = len(a0)
    network = layer(parameters)
    inputs, start = tf.Variable(np.moveaxis(x, 0, -1)), tf.Variable(a0.T)
    with tf.GradientTape() as tape:
        states = network(inputs, initial_state=[start])
        loss = tf.reduce_sum(states * np.moveaxis(da, 0, -1))
    dx, da0, weights = tape.gradient(loss, (inputs, start, network.trainable_weights))
    kernel, recurrent, bias = (np.asarray(w) for w in weights)
    found = {"dx": np.moveaxis(np.asarray(dx), -1, 0), "da0": np.asarray(da0).T}
    for i, (name, sign) in enumerate((("u", -1), ("r", 1), ("c", 1))):
        part = slice(i * n_a, (i + 1) * n_a)
        found[f"dW{name}"] = sign * np.hstack([recurrent[:, part].T, kernel[:, part].T])
        found[f"db{name}"] = sign * bias[part, None]
    return found


def gru_cell_backward(da_next: Array, cache: Any) -> dict[str, Array]:
    """Differentiate one step."""
    gradients = gru_backward(da_next[:, :, None], ([cache], cache[5][:, :, None]))
    dx, da0 = gradients.pop("dx"), gradients.pop("da0")
    return {"dxt": dx[:, :, 0], "da_prev": da0, **gradients}


def through_time(da: Array, caches: Any) -> dict[str, Scalar]:
    """Return sum(da * a) as a function of what gru_backward differentiates it by."""
    cells, x = caches
    a0, parameters = cells[0][1], cells[0][6]

    def loss(x: Array, a0: Array, **changed: Array) -> float:
        return float(np.sum(da * _ref.gru_forward(x, a0, {**parameters, **changed})[0]))

    def weight(name: str) -> Scalar:
        return lambda v: loss(x, a0, **{name: v}), parameters[name]

    return {
        "dx": (lambda v: loss(v, a0), x),
        "da0": (lambda v: loss(x, v), a0),
        **{f"d{name}": weight(name) for name in GATES},
    }


def through_cell(da_next: Array, cache: Any) -> dict[str, Scalar]:
    """Return the same for one step."""
    scalars = through_time(da_next[:, :, None], ([cache], cache[5][:, :, None]))
    of_x, x = scalars.pop("dx")
    return {
        "dxt": (lambda v: of_x(v[:, :, None]), x[:, :, 0]),
        "da_prev": scalars.pop("da0"),
        **scalars,
    }


def min_gru_forward(x: Array, a0: Array, parameters: Parameters) -> Array:
    """Add up by hand what each step still holds of the start and of every earlier candidate."""
    n_a, m, T_x = *a0.shape, x.shape[2]
    z = np.einsum("ij,jmt->imt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    c = np.einsum("ij,jmt->imt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    a = np.zeros((n_a, m, T_x))
    for i, k in np.ndindex(n_a, m):
        for t in range(T_x):
            total, left = 0.0, 1.0
            for s in range(t, -1, -1):
                opened = float(np.exp(-np.logaddexp(0, -z[i, k, s])))
                total += left * opened * float(c[i, k, s])
                left *= 1 - opened
                if left == 0:
                    break  # nothing older is heard
            a[i, k, t] = total + left * float(a0[i, k])
    return a


def combine(left: Any, right: Any) -> tuple[Array, Array]:
    """Let h go through both stretches, from h = 0 and from h = 1: they are straight lines in h."""

    def end(h: float) -> Any:
        return right[0] * (left[0] * h + left[1]) + right[1]

    zero = end(0.0)
    slope = np.array([(left[0][i] * right[0][i]) for i in range(len(zero))])
    return slope.reshape(zero.shape), zero


def scan(combine: Any, elements: Any) -> dict[str, Any]:
    """Go through the elements one by one with the operator's own formula, (+) and (max, +)."""
    decays, values = [elements[0][..., 0]], [elements[1][..., 0]]
    for t in range(1, elements[0].shape[-1]):
        values.append(np.maximum(values[-1] + elements[0][..., t], elements[1][..., t]))
        decays.append(decays[-1] + elements[0][..., t])
    return {"pairs": (np.stack(decays, axis=-1), np.stack(values, axis=-1)), "few_calls": True}


def min_gru_parallel(x: Array, a0: Array, parameters: Parameters, times: int) -> dict[str, Any]:
    """Run keras.ops.associative_scan over decays and values, the start as the first of them."""
    import keras

    long = np.tile(x, times)
    z = np.tensordot(parameters["Wu"], long, axes=1) + parameters["bu"][:, :, None]
    c = np.tensordot(parameters["Wc"], long, axes=1) + parameters["bc"][:, :, None]
    kept, opened = np.exp(-np.logaddexp(0, z)), np.exp(-np.logaddexp(0, -z))
    first = np.ones((*a0.shape, 1))
    decays = np.concatenate([first, kept], axis=2)
    values = np.concatenate([a0[:, :, None], opened * c], axis=2)

    def after(left: Any, right: Any) -> Any:
        return left[0] * right[0], right[0] * left[1] + right[1]

    pair = tuple(keras.ops.convert_to_tensor(v, "float64") for v in (decays, values))
    _, a = keras.ops.associative_scan(after, pair, axis=-1)
    return {"a": np.asarray(a)[..., -x.shape[2] :], "few_arrays": True, "no_square": True}
