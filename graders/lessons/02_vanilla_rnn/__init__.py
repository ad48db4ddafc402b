"""02_vanilla_rnn: forward and backward by hand. The exercises in their order, and their points."""

from __future__ import annotations

POINTS = {
    "softmax": 5,
    "rnn_cell_forward": 10,
    "rnn_forward": 13,
    "jordan_cell_forward": 5,
    "stack_parameters": 3,
    "rnn_cell_forward_stacked": 4,
    "sequence_loss": 6,
    "binary_sequence_loss": 5,
    "output_backward": 10,
    "rnn_cell_backward": 16,
    "rnn_backward": 16,
    "clip": 3,
    "clip_by_norm": 4,
}
