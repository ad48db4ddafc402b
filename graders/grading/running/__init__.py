"""Running a notebook in kernels, and observing its functions."""
