"""Tests whose system packages are not here are not run, and named at the end: exit status 3."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest

PACKAGES = Path(__file__).parent.parent / ".ci" / "packages"
REASON = "needs a system package that is not here: "
INCOMPLETE = 3
"""The exit status where all that ran passed, and something did not run."""

NOT_ISOLATED = "cannot be isolated"
"""What is said, in whatever words around it, where libseccomp2 is missing."""


@cache
def lacking() -> tuple[str, ...]:
    """Return the system packages that are not here."""
    command = ["bash", str(PACKAGES), "--missing"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):  # no bash: no Debian
        return ()
    return tuple(done.stdout.split())


def needed(item: pytest.Item) -> list[str]:
    """Return the system packages that a test cannot run without."""
    packages = ["chromium", "fonts-dejavu"] if item.get_closest_marker("browser") else []
    if "postgresql" in getattr(item, "fixturenames", ()):
        packages.append("postgresql")
    return packages


def leave_out(items: Iterable[pytest.Item], missing: Sequence[str]) -> None:
    """Let tests that need a missing package be skipped."""
    for item in items:
        wanted = [package for package in needed(item) if package in missing]
        if wanted:
            item.add_marker(pytest.mark.skip(reason=REASON + ", ".join(wanted)))


def excused(report: pytest.TestReport, missing: Sequence[str]) -> None:
    """Let a test that failed because nothing can be isolated here count as not run."""
    if report.failed and "libseccomp2" in missing and NOT_ISOLATED in report.longreprtext:
        report.outcome = "skipped"
        report.longrepr = (report.location[0], report.location[1] or 0, f"{REASON}libseccomp2")


def not_run(reports: Iterable[pytest.TestReport]) -> list[str]:
    """Return the tests that did not run for want of a package, with what they need."""
    lines = []
    for report in reports:
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        if REASON in why:
            lines.append(f"{report.nodeid}: {why.partition(REASON)[2]}")
    return sorted(lines)
