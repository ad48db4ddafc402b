"""05_lstm: a road through time. The exercises in their order, and their points."""

from __future__ import annotations

POINTS = {
    "lstm_cell_forward": 14,
    "lstm_forward": 10,
    "initialize_lstm": 5,
    "no_forget_lstm_cell_forward": 5,
    "coupled_lstm_cell_forward": 5,
    "peephole_lstm_cell_forward": 8,
    "slstm_cell_forward": 13,
    "lstm_cell_backward": 22,
    "lstm_backward": 18,
}

EARLIER = {
    "02_vanilla_rnn": (
        "softmax",
        "rnn_forward",
        "rnn_backward",
        "output_backward",
        "clip_by_norm",
        "sequence_loss",
    ),
    "03_gradients_through_time": ("numerical_gradient", "relative_error"),
}
