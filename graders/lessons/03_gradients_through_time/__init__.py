"""03_gradients_through_time: who hears whom. The exercises in their order, and their points."""

from __future__ import annotations

POINTS = {
    "relative_error": 6,
    "numerical_gradient": 14,
    "wrong_gradients": 18,
    "gradient_norms": 14,
    "orthogonal": 10,
    "rtrl": 20,
    "truncated_bptt": 18,
}

EARLIER = {
    "02_vanilla_rnn": ("rnn_cell_forward", "rnn_forward", "rnn_cell_backward", "rnn_backward"),
}
