"""The time at which something was handed in is read, or it is said why it is not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from nbgrader.utils import parse_utc

from graders.grading.handed_in.opening import Folder
from graders.grading.handed_in.timestamp import TIMESTAMP, Timestamp, read_timestamp

EXPECTED = (
    "A line such as '2026-05-04 12:30:00 UTC' was expected; without one the submission counts as "
    "handed in at no certain time. If that matters, mend the file, and grade again."
)


def read(folder: Path, data: bytes) -> Timestamp:
    (folder / TIMESTAMP).write_bytes(data)
    with Folder.at(folder) as opened:
        return read_timestamp(opened)


@pytest.mark.parametrize(
    "data",
    [
        b"2026-05-04 12:30:00 UTC",
        b"2026-05-04 12:30:00 UTC\n",
        b"2026-05-04 12:30:00.000000 UTC\n",
        b"2026-05-04 14:30:00 +0200",
        b"2026-05-04 14:30:00 +02:00",
        b"2026-05-04 09:30:00 -03",
        b"2026-05-04 14:30:00 Europe/Berlin",
        b"2026-05-04T12:30:00",
        b"\xef\xbb\xbf2026-05-04 12:30:00 UTC\r\n",
        "2026-05-04 12:30:00 UTC\r\n".encode("utf-16"),
        b"\n\n 2026-05-04 12:30:00 UTC \nreceived by mail\n",
        b"4 May 2026 12:30",
        b"2026-05-04  12:30:00",
        b"2026-05-04 12:30:00 UTC\rby mail\r",
        b"05/04/2026 12:30 PM",
        b"Mon May 4 14:30:00 2026 +0200",
        b"Mon, 04 May 2026 14:30:00 +0200",
    ],
)
def test_a_time_is_read_as_people_and_their_editors_write_it(tmp_path: Path, data: bytes) -> None:
    found = read(tmp_path, data)
    assert (found.when, found.remark) == (datetime(2026, 5, 4, 12, 30), None)
    assert parse_utc(found.text) == found.when


def test_the_afternoon_is_no_morning(tmp_path: Path) -> None:
    found = read(tmp_path, b"2026-05-04 11:30 PM")
    assert found.when == datetime(2026, 5, 4, 23, 30)
    assert parse_utc(found.text) == found.when  # of the line itself nbgrader makes half past eleven


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xff\xfe\xff", "is no text"),
        (b"\xf6\xf6", "is no text"),
        (b"yesterday", "says 'yesterday', which is no time"),
        (b"12:30", "says '12:30', which is no time"),
        (b"2026-99-99 12:00:00 UTC", "says '2026-99-99 12:00:00 UTC', which is no time"),
        (b"2026-05-04 12:30:00 \x1b[31m", r"says '2026-05-04 12:30:00 \x1b[31m', which is no time"),
        (b"2026-05-04 12:30:00 /dev/zero", "says '2026-05-04 12:30:00 /dev/zero', which is no"),
        (b"2026-05-04 12:30:00 ../../x", "says '2026-05-04 12:30:00 ../../x', which is no time"),
        (b"2026-05-04 12:30:00 " + b"9" * 20, f"says '2026-05-04 12:30:00 {'9' * 20}', which is"),
        (b"2026-05-04 12:30:00 CEST", "says '2026-05-04 12:30:00 CEST', which is no time"),
        (b"2026-05", "says '2026-05', which is no time"),  # the day would be today's
        (b"12:30:00.1234 May 4", "says '12:30:00.1234 May 4', which is no time"),
        (b"0001-01-01 12:00:00 UTC", "says '0001-01-01 12:00:00 UTC', which is long before"),
        (b"0001-01-01 00:00:00 +1400", "says '0001-01-01 00:00:00 +1400', which is no time"),
        (b"9999-12-31 23:59:59 UTC", "says '9999-12-31 23:59:59 UTC', which is long before or a"),
        (b"9999-12-31 23:59:59 -1400", "says '9999-12-31 23:59:59 -1400', which is no time"),
        (b"9" * 40, f"says '{'9' * 40}', which is no time"),
        (b"9" * 1_001, "is larger than 1 kB, and was not read"),
    ],
)
def test_what_is_no_time_is_said(tmp_path: Path, data: bytes, why: str) -> None:
    found = read(tmp_path, data)
    assert (found.when, found.text) == (None, "")
    assert str(found.remark).startswith(f"The file 'timestamp.txt' {why}")
    assert str(found.remark).endswith(EXPECTED)


def test_without_the_file_nothing_is_said(tmp_path: Path) -> None:
    with Folder.at(tmp_path) as opened:
        assert read_timestamp(opened) == Timestamp()
