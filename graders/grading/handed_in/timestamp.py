"""The time at which something was handed in, as the file beside the notebook says it."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime

from graders.grading.handed_in.opening import Folder, NotOpenedError, TooLargeError
from graders.wording import quoted

TIMESTAMP = "timestamp.txt"
MAX_BYTES = 1_000
"""How large the file may be. It holds one line."""

_ADVICE = (
    "A line such as '2026-05-04 12:30:00 UTC' was expected; without one the submission counts as "
    "handed in at no certain time. If that matters, mend the file, and grade again."
)
_PLAIN = re.compile(r"(?=.*\d{4})[ -~]{1,100}")
"""What may be a time: one line that can be seen, with a year in it."""

_ZONE = re.compile(r"[A-Za-z]\w*(?:[/+-]\w+)*")
"""What may be the name of a time zone. Others are looked up as paths of files."""

_YEARS = range(1970, 3000)
"""When something can have been handed in. Others cannot be shown in every time zone."""

_DAYS = datetime(2000, 1, 1), datetime(2001, 2, 2)
"""What a line that leaves a part of the date out is read with: then it says two times."""


@dataclass(frozen=True)
class Timestamp:
    """When something was handed in.

    Args:
        when: the time in UTC, or None where it is not known.
        text: the same as a line that nbgrader reads in this way, or "".
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
    when = _parsed(line)
    if when is None:
        return _without(f"says {quoted(line)}, which is no time")
    if when.year not in _YEARS:
        return _without(f"says {quoted(line)}, which is long before or after any course")
    return Timestamp(when, f"{when.isoformat(sep=' ')} UTC")


def _without(why: str) -> Timestamp:
    return Timestamp(remark=f"The file '{TIMESTAMP}' {why}. {_ADVICE}")


def _first_line(data: bytes) -> str | None:
    """Return the first line that is not empty, or None where the bytes are no text.

    Editors and shells of Windows write a mark in front, or UTF-16.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        lines = data.decode(encoding).strip().splitlines()
    except UnicodeDecodeError:
        return None
    return lines[0].strip() if lines else ""


def _parsed(line: str) -> datetime | None:
    """Return the time in UTC that a line says, or None.

    nbgrader's own reader takes the hours from UTC for seconds where a space is in front, forgets
    whether it is morning or afternoon, leaves out a zone that it does not know, and takes what the
    line does not say from the day on which it reads.
    """
    from dateutil import parser, tz

    if not _PLAIN.fullmatch(line):
        return None
    words = line.split()
    named = len(words) == 3 and _ZONE.fullmatch(words[2])
    try:
        zone = tz.gettz(words[2]) if named else None
        text = " ".join(words[:2] if zone else words)
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a zone that is not known would be left out
            when: datetime = parser.parse(text, default=_DAYS[0])
            other = parser.parse(text, default=_DAYS[1])
        if when != other:
            return None
        when = when.replace(tzinfo=zone) if zone else when
        return when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when
    except (ValueError, ArithmeticError, TypeError, OSError, Warning):
        return None
