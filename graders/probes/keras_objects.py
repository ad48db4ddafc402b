"""Keras layers and models made from plain data. Keras is imported when one is made."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

LAYERS = ("Dense", "Embedding", "GRU", "LSTM", "SimpleRNN")
"""The layers that can be made."""


def layer(kind: str, shape: list[int], weights: list[NDArray[Any]], **settings: Any) -> Any:
    """Return a built Keras layer with given weights.

    Args:
        kind: one of `LAYERS`.
        shape: the shape of its input without the batch; an axis of any length is None.
        weights: in Keras's order.
        **settings: the layer's own arguments, as in `units=3`.

    Raises:
        ValueError: there is no such layer, or the weights do not fit.
    """
    if kind not in LAYERS:
        raise ValueError(f"{kind!r} is no layer that can be made; expected {', '.join(LAYERS)}")
    import keras

    made = getattr(keras.layers, kind)(**settings)
    made.build((None, *shape))
    made.set_weights(weights)
    return made


def lookup_model(logits: NDArray[Any]) -> Any:
    """Return a model from indices (b, T) to logits (b, T, V): row `i` of a table for index `i`.

    Args:
        logits: (V, V), a row for each index that came last.
    """
    import keras

    indices = keras.Input((None,), dtype="int32")
    embedding = keras.layers.Embedding(*np.shape(logits))
    model = keras.Model(indices, embedding(indices))
    embedding.set_weights([np.asarray(logits, dtype="float32")])
    return model
