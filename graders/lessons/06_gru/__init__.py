"""06_gru: two gates, and a recurrence in few rounds. The exercises in order, and their points."""

from __future__ import annotations

POINTS = {
    "gru_cell_forward": 13,
    "gru_forward": 8,
    "gru_cell_forward_reset_after": 9,
    "gru_cell_backward": 18,
    "gru_backward": 10,
    "min_gru_forward": 8,
    "combine": 6,
    "scan": 16,
    "min_gru_parallel": 12,
}

EARLIER = {
    "02_vanilla_rnn": ("softmax", "rnn_forward", "rnn_backward"),
    "03_gradients_through_time": ("relative_error", "numerical_gradient", "orthogonal"),
    "04_character_language_model": ("initialize_adam", "adam_update"),
    "05_lstm": ("lstm_forward", "lstm_backward"),
}
