"""Real tensors of Keras and TensorFlow, returned where arrays were expected."""

import pytest

from graders import check
from graders.judging import frozen_table, judge, observe


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # TensorFlow's own, when it is imported
def test_tensors_are_named_and_survived(monkeypatch, tmp_path):
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
    monkeypatch.chdir(tmp_path)
    import keras
    import tensorflow as tf

    table = frozen_table("softmax")
    for tensor, words in (
        (keras.Input((3,)), "probabilities is a symbolic Keras tensor"),
        (tf.ones((2, 7)), "probabilities is a TensorFlow tensor"),
        (tf.Variable(1.0), "probabilities is an object of type ResourceVariable"),
    ):

        def softmax(z, tensor=tensor):
            return tensor

        verdict = judge(table, observe(softmax, table.cases))
        assert verdict.points == 0
        assert verdict.returned.startswith(words)
        assert float(check(softmax)) == 0
