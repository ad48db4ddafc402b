"""The contract of the lesson with Keras."""

POINTS = {
    "build_lstm": 5,
    "fit_lstm": 8,
}
