"""Independent answers for lesson 02: Keras layers, TensorFlow's tape, numerical gradients.

A twin takes the arguments of an exercise and returns what the reference must return. It is used
by the doctor and the tests only; TensorFlow is imported when a twin is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Scalar
from graders.lessons.reference import reference

Array = NDArray[np.float64]
Parameters = Mapping[str, Array]

_ref = reference("02_vanilla_rnn")


def _layer(parameters: Parameters) -> Any:
    """Return a Keras SimpleRNN with these weights; Keras is batch-first and acts from the right."""
    import keras

    n_a, n_x = parameters["Wax"].shape
    layer = keras.layers.SimpleRNN(n_a, return_sequences=True, dtype="float64")
    layer.build((None, None, n_x))
    layer.set_weights([parameters["Wax"].T, parameters["Waa"].T, parameters["ba"][:, 0]])
    return layer


def _dense(parameters: Parameters) -> Any:
    import keras

    n_y, n_a = parameters["Wya"].shape
    layer = keras.layers.Dense(n_y, activation="softmax", dtype="float64")
    layer.build((None, n_a))
    layer.set_weights([parameters["Wya"].T, parameters["by"][:, 0]])
    return layer


def _batch_first(x: Array) -> Array:
    return np.moveaxis(x, 0, -1)  # (n, m, T_x) -> (m, T_x, n), (n, m) -> (m, n)


def _feature_first(x: Any) -> Array:
    return np.moveaxis(np.asarray(x), -1, 0)


def softmax(z: Array) -> Array:
    """Return keras.ops.softmax over axis 0."""
    import keras

    return np.asarray(keras.ops.softmax(keras.ops.convert_to_tensor(z, "float64"), axis=0))


def rnn_forward(x: Array, a0: Array, parameters: Parameters) -> tuple[Any, ...]:
    """Run keras.layers.SimpleRNN with a Dense softmax on top; caches are put together by hand."""
    states = _layer(parameters)(_batch_first(x), initial_state=[a0.T])
    a, y_pred = _feature_first(states), _feature_first(_dense(parameters)(states))
    before = np.concatenate([a0[:, :, None], a[:, :, :-1]], axis=2)
    cells = [(a[:, :, t], before[:, :, t], x[:, :, t], parameters) for t in range(x.shape[2])]
    return a, y_pred, (cells, x)


def rnn_cell_forward(xt: Array, a_prev: Array, parameters: Parameters) -> tuple[Any, ...]:
    """Run the layer over one step."""
    a, y_pred, (cells, _) = rnn_forward(xt[:, :, None], a_prev, parameters)
    return a[:, :, 0], y_pred[:, :, 0], cells[0]


def stack_parameters(parameters: Parameters) -> Array:
    """Return the kernels of a Keras layer, one below the other, turned around."""
    kernel, recurrent, _ = _layer(parameters).get_weights()
    return np.vstack([recurrent, kernel]).T


def rnn_cell_forward_stacked(xt: Array, a_prev: Array, Wa: Array, ba: Array) -> Array:
    """Run the layer over one step with the two halves of Wa."""
    n_a = a_prev.shape[0]
    parameters = {"Waa": Wa[:, :n_a], "Wax": Wa[:, n_a:], "ba": ba}
    states = _layer(parameters)(xt.T[:, None, :], initial_state=[a_prev.T])
    return np.asarray(states)[:, 0, :].T


def sequence_loss(y_pred: Array, y: Array) -> float:
    """Return the sum of Keras's categorical cross-entropies, divided by the batch size."""
    import keras

    each = keras.losses.categorical_crossentropy(_batch_first(y), _batch_first(y_pred))
    return float(np.sum(np.asarray(each)) / y.shape[1])


def binary_sequence_loss(y_pred: Array, y: Array) -> float:
    """Return the sum of Keras's binary cross-entropies, divided by the batch size."""
    import keras

    each = keras.losses.binary_crossentropy(_batch_first(y), _batch_first(y_pred))
    return float(np.sum(np.asarray(each)) / y.shape[1])


def output_backward(y_pred: Array, y: Array, a: Array, parameters: Parameters) -> dict[str, Array]:
    """Differentiate the loss with TensorFlow's tape, at logits whose softmax is y_pred."""
    import tensorflow as tf

    states, W, b = (tf.Variable(v) for v in (a, parameters["Wya"], parameters["by"][:, 0]))
    with tf.GradientTape() as tape:
        z = tf.einsum("ya,amt->mty", W, states) + b
        logits = z + tf.stop_gradient(np.log(_batch_first(y_pred)) - z)
        losses = tf.nn.softmax_cross_entropy_with_logits(_batch_first(y), logits)
        loss = tf.reduce_sum(losses) / y.shape[1]
    da, dW, db = tape.gradient(loss, (states, W, b))
    return {"da": da.numpy(), "dWya": dW.numpy(), "dby": db.numpy()[:, None]}


def rnn_backward(da: Array, caches: Any) -> dict[str, Array]:
    """Differentiate sum(da * a) through keras.layers.SimpleRNN with TensorFlow's tape."""
    import tensorflow as tf

    cells, x = caches
    layer = _layer(cells[0][3])
    inputs, start = tf.Variable(_batch_first(x)), tf.Variable(cells[0][1].T)
    with tf.GradientTape() as tape:
        states = layer(inputs, initial_state=[start])
        loss = tf.reduce_sum(states * _batch_first(da))
    dx, da0, (dk, dr, db) = tape.gradient(loss, (inputs, start, layer.trainable_weights))
    return {
        "dx": _feature_first(dx),
        "da0": da0.numpy().T,
        "dWax": dk.numpy().T,
        "dWaa": dr.numpy().T,
        "dba": db.numpy()[:, None],
    }


def rnn_cell_backward(da_next: Array, cache: Any) -> dict[str, Array]:
    """Differentiate one step."""
    gradients = rnn_backward(da_next[:, :, None], ([cache], cache[2][:, :, None]))
    dx, da0 = gradients.pop("dx"), gradients.pop("da0")
    return {"dxt": dx[:, :, 0], "da_prev": da0, **gradients}


def clip(gradients: Mapping[str, Array], max_value: float) -> dict[str, Array]:
    """Return tf.clip_by_value of each array."""
    import tensorflow as tf

    return {k: tf.clip_by_value(g, -max_value, max_value).numpy() for k, g in gradients.items()}


def clip_by_norm(gradients: Mapping[str, Array], max_norm: float) -> dict[str, Array]:
    """Return tf.clip_by_global_norm of all arrays."""
    import tensorflow as tf

    clipped, _ = tf.clip_by_global_norm(list(gradients.values()), max_norm)
    return {k: g.numpy() for k, g in zip(gradients, clipped, strict=True)}


def jordan_cell_forward(xt: Array, y_prev: Array, parameters: Parameters) -> tuple[Array, Array]:
    """Run two Dense layers into tanh, and a Dense softmax on top."""
    import keras

    n_a = parameters["Wax"].shape[0]
    fed = keras.layers.Dense(n_a, dtype="float64")
    back = keras.layers.Dense(n_a, use_bias=False, dtype="float64")
    fed.build((None, xt.shape[0]))
    back.build((None, y_prev.shape[0]))
    fed.set_weights([parameters["Wax"].T, parameters["ba"][:, 0]])
    back.set_weights([parameters["Way"].T])
    a_next = keras.ops.tanh(fed(xt.T) + back(y_prev.T))
    return np.asarray(a_next).T, np.asarray(_dense(parameters)(a_next)).T


def through_output(y_pred: Array, y: Array, a: Array, parameters: Parameters) -> dict[str, Scalar]:
    """Return the loss as a function of what output_backward differentiates it by."""
    W, b = parameters["Wya"], parameters["by"]

    def z(a: Array, W: Array, b: Array) -> Array:
        return np.tensordot(W, a, axes=1) + b[:, :, None]  # (n_y, m, T_x)

    shift = np.log(y_pred) - z(a, W, b)

    def loss(a: Array, W: Array, b: Array) -> float:
        return float(_ref.sequence_loss(_ref.softmax(z(a, W, b) + shift), y))

    return {
        "da": (lambda v: loss(v, W, b), a),
        "dWya": (lambda v: loss(a, v, b), W),
        "dby": (lambda v: loss(a, W, v), b),
    }


def through_time(da: Array, caches: Any) -> dict[str, Scalar]:
    """Return sum(da * a) as a function of what rnn_backward differentiates it by."""
    cells, x = caches
    a0, parameters = cells[0][1], cells[0][3]

    def loss(x: Array, a0: Array, **changed: Array) -> float:
        return float(np.sum(da * _ref.rnn_forward(x, a0, {**parameters, **changed})[0]))

    def weight(name: str) -> Scalar:
        return lambda v: loss(x, a0, **{name: v}), parameters[name]

    return {
        "dx": (lambda v: loss(v, a0), x),
        "da0": (lambda v: loss(x, v), a0),
        **{f"d{name}": weight(name) for name in ("Wax", "Waa", "ba")},
    }


def through_cell(da_next: Array, cache: Any) -> dict[str, Scalar]:
    """Return the same for one step."""
    scalars = through_time(da_next[:, :, None], ([cache], cache[2][:, :, None]))
    of_x, x = scalars.pop("dx")
    return {
        "dxt": (lambda v: of_x(v[:, :, None]), x[:, :, 0]),
        "da_prev": scalars.pop("da0"),
        **scalars,
    }
