"""The contract of a miniature lesson whose values are no floats."""

POINTS = {
    "vocabulary": 30,
    "encoded": 40,
    "pairs": 30,
}
