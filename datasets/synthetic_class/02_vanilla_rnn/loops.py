"""Right answers of a student who loops over examples, units and classes."""

# ruff: noqa: D103

import math

import numpy as np


def softmax(z):
    result = np.empty(z.shape)
    for example in range(z.shape[1]):
        largest = max(z[:, example])
        powers = [math.exp(score - largest) for score in z[:, example]]
        for k, power in enumerate(powers):
            result[k, example] = power / sum(powers)
    return result


def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    n_a, n_x = Wax.shape
    Wa = np.zeros((n_a, n_a + n_x))
    for i in range(n_a):
        for j in range(n_a):
            Wa[i, j] = Waa[i, j]
        for j in range(n_x):
            Wa[i, n_a + j] = Wax[i, j]
    return Wa


def sequence_loss(y_pred, y):
    n_y, m, T_x = y.shape
    total = 0.0
    for example in range(m):
        for t in range(T_x):
            for k in range(n_y):
                if y[k, example, t] == 1:
                    total -= math.log(y_pred[k, example, t])
    return total / m


def binary_sequence_loss(y_pred, y):
    _, m, T_x = y.shape
    total = 0.0
    for example in range(m):
        for t in range(T_x):
            p = float(y_pred[0, example, t])
            total -= math.log(p) if y[0, example, t] == 1 else math.log(1.0 - p)
    return total / m


def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    da = np.zeros(a.shape)
    dWya = np.zeros((n_y, a.shape[0]))
    dby = np.zeros((n_y, 1))
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"].T @ dz
        dWya += dz @ a[:, :, t].T
        dby += dz.sum(axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}


def clip(gradients, max_value):
    clipped = {}
    for name in gradients:
        clipped[name] = np.minimum(np.maximum(gradients[name], -max_value), max_value)
    return clipped


def clip_by_norm(gradients, max_norm):
    total = 0.0
    for g in gradients.values():
        for entry in g.flat:
            total += float(entry) ** 2
    norm = math.sqrt(total)
    factor = max_norm / norm if norm > max_norm else 1.0
    return {name: g * factor for name, g in gradients.items()}
