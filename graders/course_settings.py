"""What a course settles for its learners, in the file `course.toml` beside the notebook.

solutions = "off"
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from graders.errors import RefusalError
from graders.wording import one_line, shown

SETTINGS_FILE = "course.toml"
SOLUTIONS = {
    "off": "never",
    "passed": "once the own function has passed",
    "tried": "then, and after three failed checks and three hints",
}
"""When `solution` shows one, and what that means."""

USUAL = "tried"
_LONGEST = 1_000_000
"""A larger file, in bytes, is not one of settings."""


class SettingsError(RefusalError):
    """The file of settings cannot be used as it is; the message says where, and what to do."""


def solutions_shown(folder: Path) -> str:
    """Return when solutions are shown: a key of `SOLUTIONS`.

    Args:
        folder: where `course.toml` lies, if there is one.

    Raises:
        SettingsError: the file cannot be read, or says something else.
    """
    path = folder / SETTINGS_FILE
    known = ", ".join(f'"{key}"' for key in SOLUTIONS)
    try:
        with path.open("rb") as file:
            said = tomllib.loads(file.read(_LONGEST).decode()).get("solutions", USUAL)
    except FileNotFoundError:
        return USUAL
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(
            f'{path} cannot be read: {shown(error, 200)}. Expected lines as in solutions = "off".'
        ) from error
    if not isinstance(said, str) or said not in SOLUTIONS:
        raise SettingsError(
            f"{path} gives solutions the value {one_line(repr(said))[:80]}. Expected one of "
            f"{known}."
        )
    return said
