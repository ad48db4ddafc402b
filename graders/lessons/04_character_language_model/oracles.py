"""Independent answers for lesson 04: Keras layers, TensorFlow's tape and optimizer, plain loops.

A twin takes the arguments of an exercise and returns what the reference must return. It is used by
the doctor and the tests only; TensorFlow is imported when a twin is called.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Scalar

Array = NDArray[Any]
Parameters = Mapping[str, Array]


def embedding_forward(indices: Array, E: Array) -> Array:
    """Look the vectors up with keras.layers.Embedding, whose table has a row for each token."""
    import keras

    layer = keras.layers.Embedding(E.shape[1], E.shape[0], dtype="float64")
    layer.build((None, None))
    layer.set_weights([E.T])
    return np.asarray(layer(indices)).transpose(2, 0, 1)


def embedding_backward(dout: Array, indices: Array, vocabulary_size: int) -> Array:
    """Differentiate sum(dout * vectors) by the table with TensorFlow's tape."""
    import tensorflow as tf

    E = tf.Variable(np.zeros((vocabulary_size, dout.shape[0])))
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.gather(E, indices) * dout.transpose(1, 2, 0))
    dE: Array = tf.convert_to_tensor(tape.gradient(loss, E)).numpy().T
    return dE


def looked_up(dout: Array, indices: Array, vocabulary_size: int) -> dict[str, Scalar]:
    """Return sum(dout * vectors) as a function of the table, through one-hot vectors."""
    one_hot = np.eye(vocabulary_size)[indices]  # (m, T_x, V)

    def loss(E: Array) -> float:
        return float(np.sum(dout * np.einsum("ev,mtv->emt", E, one_hot)))

    return {"dE": (loss, np.ones((dout.shape[0], vocabulary_size)))}


def _read(X: Array, V: int) -> Array:
    """Return one-hot vectors (m, T_x, V), zeros for -1."""
    shown = np.zeros((*X.shape, V))
    for place in np.argwhere(X >= 0):
        shown[(*place, X[tuple(place)])] = 1.0
    return shown


def negative_log_likelihood(
    parameters: Parameters, X: Array, Y: Array, a_prev: Array
) -> tuple[float, int]:
    """Run keras.layers.SimpleRNN and Dense, and add up Keras's sparse cross-entropies."""
    import keras

    n_a, V = parameters["Wax"].shape
    layer = keras.layers.SimpleRNN(n_a, return_sequences=True, dtype="float64")
    layer.build((None, None, V))
    layer.set_weights([parameters["Wax"].T, parameters["Waa"].T, parameters["ba"][:, 0]])
    dense = keras.layers.Dense(V, dtype="float64")
    dense.build((None, n_a))
    dense.set_weights([parameters["Wya"].T, parameters["by"][:, 0]])
    logits = dense(layer(_read(X, V), initial_state=[a_prev.T]))  # (m, T_x, V)
    each = keras.losses.sparse_categorical_crossentropy(np.maximum(Y, 0), logits, from_logits=True)
    return float(np.sum(np.asarray(each)[Y >= 0])), int(np.count_nonzero(Y >= 0))


def perplexity(loss: float, tokens: int) -> float:
    """Raise e to the loss per token with Python's own numbers."""
    try:
        return math.exp(float(Fraction(loss) / tokens))
    except OverflowError:
        return math.inf


def _recurrence(tf: Any, p: Mapping[str, Any], X: Array, a_prev: Array) -> tuple[Any, Any]:
    """Return logits (m, T_x, V) and the last state (m, n_a) as tensors."""
    state, logits = tf.constant(a_prev.T), []
    shown = _read(X, p["by"].shape[0])
    for t in range(X.shape[1]):
        inside = shown[:, t] @ tf.transpose(p["Wax"]) + state @ tf.transpose(p["Waa"])
        state = tf.tanh(inside + p["ba"][:, 0])
        logits.append(state @ tf.transpose(p["Wya"]) + p["by"][:, 0])
    return tf.stack(logits, axis=1), state


def train_step(
    X: Array,
    Y: Array,
    a_prev: Array,
    parameters: Parameters,
    learning_rate: float,
    max_norm: float = 5.0,
) -> tuple[dict[str, Array], float, dict[str, Array], Array]:
    """Differentiate with TensorFlow's tape, clip by tf.clip_by_global_norm, and step."""
    import tensorflow as tf

    p = {name: tf.Variable(np.asarray(w, dtype=np.float64)) for name, w in parameters.items()}
    with tf.GradientTape() as tape:
        logits, last = _recurrence(tf, p, X, a_prev)
        each = tf.nn.sparse_softmax_cross_entropy_with_logits(np.maximum(Y, 0), logits)
        loss = tf.reduce_mean(tf.boolean_mask(each, Y >= 0))
    names = ["Wax", "Waa", "Wya", "ba", "by"]
    found = [tf.convert_to_tensor(g) for g in tape.gradient(loss, [p[n] for n in names])]
    clipped, _ = tf.clip_by_global_norm(found, max_norm)
    gradients = {f"d{n}": g.numpy() for n, g in zip(names, clipped, strict=True)}
    moved = {n: w - learning_rate * gradients[f"d{n}"] for n, w in parameters.items()}
    return moved, float(loss), gradients, last.numpy().T


def per_target(
    X: Array,
    Y: Array,
    a_prev: Array,
    parameters: Parameters,
    learning_rate: float,
    max_norm: float = 5.0,
) -> dict[str, Scalar]:
    """Return the loss per target as a function of each parameter, times what clipping leaves."""
    shown = _read(X, len(parameters["by"]))

    def loss(p: Parameters) -> float:
        total, state = 0.0, a_prev
        for t in range(X.shape[1]):
            state = np.tanh(p["Wax"] @ shown[:, t].T + p["Waa"] @ state + p["ba"])
            s = p["Wya"] @ state + p["by"]
            for row in np.flatnonzero(Y[:, t] >= 0):
                total += float(np.log(np.sum(np.exp(s[:, row] - s[Y[row, t], row]))))
        return total / int(np.count_nonzero(Y >= 0))

    free = train_step(X, Y, a_prev, parameters, learning_rate, 1e9)[2]
    norm = math.sqrt(math.fsum(float(np.sum(g**2)) for g in free.values()))
    left = min(1.0, max_norm / norm)

    def of(name: str) -> Scalar:
        return lambda w: left * loss({**parameters, name: w}), parameters[name]

    return {f"d{name}": of(name) for name in parameters}


def initialize_adam(parameters: Parameters) -> dict[str, Any]:
    """Take every parameter from itself."""
    return {"t": 0, **{k: {n: w - w for n, w in parameters.items()} for k in ("m", "v")}}


def adam_update(
    parameters: Parameters,
    gradients: Parameters,
    state: Mapping[str, Any],
    learning_rate: float,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
) -> tuple[dict[str, Array], dict[str, Any]]:
    """Run TensorFlow's own kernel of Adam, whose epsilon is added before v is corrected.

    Its step is rate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + e), which is that of the
    paper where e = epsilon * sqrt(1 - beta2^t).
    """
    import tensorflow as tf

    t = state["t"] + 1
    moved, m, v = {}, {}, {}
    for name, w in parameters.items():
        slots = [tf.Variable(np.array(a)) for a in (w, state["m"][name], state["v"][name])]
        tf.raw_ops.ResourceApplyAdam(
            var=slots[0].handle,
            m=slots[1].handle,
            v=slots[2].handle,
            beta1_power=np.float64(beta1**t),
            beta2_power=np.float64(beta2**t),
            lr=np.float64(learning_rate),
            beta1=np.float64(beta1),
            beta2=np.float64(beta2),
            epsilon=np.float64(epsilon * math.sqrt(1 - beta2**t)),
            grad=gradients[f"d{name}"],
        )
        moved[name], m[name], v[name] = (slot.numpy() for slot in slots)
    return moved, {"t": t, "m": m, "v": v}
