"""The contract of a miniature lesson, small enough that tests of grading are quick."""

POINTS = {
    "scaled": 10,
    "row_sums": 60,
    "shifted": 30,
}
