"""01_sequences: from text and signals to arrays. The exercises in their order, and their points."""

from __future__ import annotations

POINTS = {
    "build_vocabulary": 14,
    "encode": 8,
    "decode": 6,
    "one_hot": 10,
    "pad": 12,
    "next_token_windows": 12,
    "stateful_batches": 14,
    "bpe_encode": 10,
    "bpe_train": 14,
}
