"""The table of lessons in the README, made from the contracts and from what is planned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graders import lessons, paths

README = paths.ROOT / "README.md"

PLAN = {
    "01_sequences": "vocabularies, one-hot, padding, windows, byte pairs",
    "02_vanilla_rnn": "a vanilla RNN forward and backward, losses, clipping, Jordan's cell",
    "03_gradients_through_time": "gradient checks, truncated BPTT, real-time recurrent learning",
    "04_character_language_model": "a language model in NumPy, sampling, Adam",
    "05_lstm": "LSTM forward and backward, and its relatives",
    "06_gru": "GRU forward and backward, minimal GRU, the scan",
    "07_keras_recurrent_layers": "the same networks as Keras layers",
    "08_language_models_with_keras": "word and character models, beam search",
    "09_named_entities": "tags for names, Viterbi, a CRF",
    "10_sequence_classification": "sentiment, word vectors, calibration",
    "11_translation_with_attention": "encoder, decoder, attention",
    "12_forecasting": "time series, baselines, leaks",
    "13_music": "melodies as events, composing",
    "14_speech_with_ctc": "spectrograms, CTC, edit distance",
    "15_from_recurrence_to_attention": "attention, a transformer block, state spaces",
    "16_relatives": "perceptron, Hopfield network, trees, mixtures",
}
"""What each lesson is about, in the order in which they are taken."""

_TABLE = re.compile(r"(<!-- lessons -->\n).*?(<!-- lessons -->)", re.S)


def with_table(readme: str) -> str:
    """Return a README with the table of lessons as it is now.

    Raises:
        ValueError: there is no place for it, between two marks.
    """
    if not _TABLE.search(readme):
        raise ValueError("README.md has no two lines <!-- lessons -->, between which the table is.")
    table = "".join(f"{row}\n" for row in _rows())
    return _TABLE.sub(lambda found: f"{found[1]}{table}{found[2]}", readme)


def write_table(path: Path = README) -> bool:
    """Write the table into the README; return whether that changed it.

    There is none in an installed package, and where the solutions are those of another house, as in
    benchmarks, it stays as it is.
    """
    if not path.exists() or paths.SOLUTIONS != paths.ROOT / "solutions":
        return False
    before = path.read_text(encoding="utf-8")
    after = with_table(before)
    if after != before:
        path.write_text(after, encoding="utf-8")
    return after != before


def _rows() -> Iterator[str]:
    ours = Path(lessons.__file__).parent  # tests and benchmarks have lessons of their own elsewhere
    there = [name for name in lessons.names() if (ours / name).is_dir()]
    yield "| lesson | what you write | state |"
    yield "|---|---|---|"
    for name in sorted({*PLAN, *there}):
        about = PLAN.get(name, "")
        if name in there:
            number = len(lessons.load(name).exercises)
            exercises = "1 exercise" if number == 1 else f"{number} exercises"
            yield f"| **{name}** | {about} | **here**: {exercises} |"
        else:
            yield f"| {name} | {about} | planned |"
