"""The contract of a miniature lesson with made arguments, probes and counts of draws."""

POINTS = {
    "slope": 10,
    "missing_names": 10,
    "draw_token": 30,
    "orthogonal": 30,
    "scan": 20,
}
