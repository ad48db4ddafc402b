"""04_character_language_model: names, letter by letter. The exercises in their order."""

from __future__ import annotations

POINTS = {
    "embedding_forward": 6,
    "embedding_backward": 14,
    "negative_log_likelihood": 16,
    "perplexity": 6,
    "train_step": 22,
    "initialize_adam": 4,
    "adam_update": 14,
    "sample": 18,
}

EARLIER = {
    "02_vanilla_rnn": (
        "softmax",
        "rnn_cell_forward",
        "rnn_forward",
        "output_backward",
        "rnn_backward",
        "clip_by_norm",
    ),
    "03_gradients_through_time": ("relative_error", "numerical_gradient"),
}
