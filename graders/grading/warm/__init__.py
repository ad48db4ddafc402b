"""Kernels forked from a warm parent: a process that has imported what every lesson imports.

`provisioner.ForkProvisioner` is what Jupyter finds by the name `graders-warm`. It speaks to the
parent through `client`; `parent` is that process, and `child` is what a kernel does between the
fork and its first request.
"""

NAME = "graders-warm"
"""The kernel provisioner's entry point."""
