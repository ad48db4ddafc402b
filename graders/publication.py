"""Who publishes the workbook, and where: one setting, and all that is made from it.

While it is unset there are no badges and no install lines, and a release refuses. No text may tell
anybody to install `graders` by its bare name, which is another's on the public index: wheels are
named by their full address.
"""

from __future__ import annotations

from dataclasses import dataclass

from graders import __version__
from graders.errors import RefusalError

ANSWERS = "graders-answers"
"""The second wheel: solutions and contracts."""

GETS_WHEEL = "# The checks, where they are not installed yet: in Colab, Kaggle or a browser"
"""How the cell begins that gets the wheel; where the wheel is, that cell does nothing."""


class UnpublishedError(RefusalError):
    """There is no address that a release could name."""


@dataclass(frozen=True)
class Publication:
    """Where the workbook is published.

    Args:
        owner: who publishes it, a person or a group.
        repository: the address of the repository, without a slash at the end.
        site: the address of the book's pages, without a slash at the end.
    """

    owner: str = ""
    repository: str = ""
    site: str = ""

    def __bool__(self) -> bool:
        return bool(self.owner and self.repository and self.site)

    def wheel(self, name: str = "graders") -> str:
        """Return the full address of this version's wheel.

        Raises:
            UnpublishedError: the setting is unset.
        """
        self.require()
        file = f"{name.replace('-', '_')}-{__version__}-py3-none-any.whl"
        return f"{self.repository}/releases/download/v{__version__}/{file}"

    def require(self) -> None:
        """Refuse where the setting is unset.

        Raises:
            UnpublishedError: owner, repository or site is empty.
        """
        missing = [name for name, value in vars(self).items() if not value]
        if missing:
            raise UnpublishedError(
                f"PUBLICATION in graders/publication.py has no {' and no '.join(missing)}. "
                "Expected all of owner, repository and site, since a release names full addresses. "
                "Fill them in, and build the lessons again."
            )

    def first_cell(self) -> str:
        """Return the lines with which a student notebook gets the wheel where it is missing."""
        if not self:
            return ""
        return (
            f"{GETS_WHEEL}\n"
            "import importlib.util\n\n"
            'if importlib.util.find_spec("graders") is None:\n'
            f"    %pip install -q {self.wheel()}\n"
        )

    def readme(self) -> str:
        """Return the badges and install lines of the README."""
        if not self:
            return ""
        return (
            f"[![Book](https://img.shields.io/badge/read-the_book-blue)]({self.site})\n"
            f"[![Source](https://img.shields.io/badge/source-{self.owner.replace('-', '--')}-grey)]"
            f"({self.repository})\n\n"
            "A learner's machine needs NumPy and matplotlib, nothing else:\n\n"
            f"```\npip install {self.wheel()}\n```\n"
        )


PUBLICATION = Publication()
"""The one setting. Whoever publishes the workbook fills it in."""
