"""The time at which something was handed in, as the file beside the notebook says it."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import datetime

from graders.grading.handed_in.opening import Folder, NotOpenedError, TooLargeError
from graders.wording import quoted

TIMESTAMP = "timestamp.txt"
MAX_BYTES = 1_000
"""How large the file may be. It holds one line."""

_ADVICE = (
    "A line such as '2026-05-04 12:30:00 UTC' was expected; without one the submission counts as "
    "handed in at no certain time. If that matters, mend the file, and grade again."
)
_PLAIN = re.compile(r"(?=.*\d{4})(?!.*\.\.)(?!.* [/:])[ -~]{1,100}")
"""What nbgrader's reader is given: a year is in it, so that it says the same time every day, and
no path, because a zone that looks like one is opened as a file."""

_OFFSET = re.compile(r" ([+-]\d\d(:?\d\d)?)$")
"""Hours from UTC, which nbgrader's reader takes for seconds where a space is in front."""


@dataclass(frozen=True)
class Timestamp:
    """When something was handed in.

    Args:
        when: the time in UTC, or None where it is not known.
        text: the line that says it, in a form that nbgrader reads, or "".
        remark: why the file says no time, or None where it does or where there is none.
    """

    when: datetime | None = None
    text: str = ""
    remark: str | None = None


def read_timestamp(folder: Folder) -> Timestamp:
    """Return the time that the file in a folder says.

    The file's own time is none that counts: it changes when files are copied. nbgrader sees it so
    too, and formgrader takes submissions with another time for not yet graded.
    """
    try:
        data = folder.read(TIMESTAMP, MAX_BYTES)
    except FileNotFoundError:
        return Timestamp()
    except NotOpenedError as error:
        return _without(f"is {error.what}, and was not opened")
    except TooLargeError:
        return _without(f"is larger than {MAX_BYTES // 1_000} kB, and was not read")
    except OSError as error:
        return _without(f"cannot be read ({error.strerror})")
    line = _first_line(data)
    if line is None:
        return _without("is no text")
    if not line:
        return _without("is empty")
    line = _OFFSET.sub(r"\1", line)
    when = _parsed(line)
    if when is None:
        return _without(f"says {quoted(line)}, which is no time")
    return Timestamp(when, line)


def _without(why: str) -> Timestamp:
    return Timestamp(remark=f"The file '{TIMESTAMP}' {why}. {_ADVICE}")


def _first_line(data: bytes) -> str | None:
    """Return the first line that is not empty, or None where the bytes are no text.

    Editors and shells of Windows write a mark in front, or UTF-16.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding).strip().partition("\n")[0].strip()
    except UnicodeDecodeError:
        return None


def _parsed(line: str) -> datetime | None:
    from nbgrader.utils import parse_utc

    if not _PLAIN.fullmatch(line):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a zone that is not known would be left out
            when: datetime = parse_utc(line)
    except (ValueError, ArithmeticError, TypeError, OSError, Warning):
        return None
    return when
