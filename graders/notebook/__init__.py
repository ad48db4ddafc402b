"""What a student sees: a verdict as a card, in HTML and as plain text, hints and a score card."""

from graders.notebook.card import to_html
from graders.notebook.text import to_text

__all__ = ["to_html", "to_text"]
