"""What every command writes to a terminal goes through here, and comes out as text to look at.

Names, messages and outputs of submissions may hold escape codes, and what the library that draws
takes for markup. Here no text is markup, and what is not the library's own comes out visible.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rich.console
from rich.console import ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from graders.wording import visible


class Console(rich.console.Console):
    """A console that takes every text as it is, and shows it.

    Args:
        **options: of rich's own console.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(markup=False, emoji=False, highlight=False, **options)

    def render_str(self, text: str, *args: Any, **options: Any) -> Text:
        """Return a text as something to draw. It is made visible before its width is taken."""
        return super().render_str(visible(text), *args, **options)

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Yield what is drawn, piece by piece, visible whatever it was made from.

        Only pieces that the library marks as its own, as those that move the cursor, stay.
        """
        for piece in super().render(renderable, options):
            yield piece if piece.control else Segment(visible(piece.text), piece.style)


def styled(*parts: str | tuple[str, str]) -> Text:
    """Return a line of parts, each a text or a text and its style.

    rich would take some control characters out of it unsaid.
    """
    line = Text()
    for part in parts:
        text, style = (part, None) if isinstance(part, str) else part
        line.append(visible(text), style)
    return line
