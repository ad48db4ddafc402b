"""What of a submission goes along beside its autograded notebook, and its page: two short lines."""

from __future__ import annotations

import re

from graders.grading.handed_in.opening import Folder
from graders.grading.handed_in.submitted import SECRET, Submission
from graders.grading.handed_in.timestamp import TIMESTAMP

_SECRET = re.compile(r"[!-~]{1,200}")


def carry(submission: Submission, to: Folder) -> None:
    """Write the line that says when something was handed in, and the secret of the exchange.

    nbgrader reads both there, and stops at what it cannot read. So each is written anew from what
    was read, or removed where there is none.

    Raises:
        OSError: something cannot be written.
    """
    for name, line in (
        (TIMESTAMP, submission.handed_in().text),
        (SECRET, submission.line(SECRET, _SECRET)),
    ):
        if line:
            to.replace(name, line)
        else:
            to.remove(name)
