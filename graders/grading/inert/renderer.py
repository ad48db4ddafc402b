"""Markdown to HTML as nbconvert renders it, before anything of it is made inert."""

from __future__ import annotations

from collections.abc import Mapping

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

CHECKED, UNCHECKED = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"


class _Renderer(IPythonRenderer):
    """nbconvert's renderer, with checked attachments, and with diagrams and boxes as text."""

    def task_list_item(self, text: str, checked: bool = False) -> str:
        return f"<li>{CHECKED if checked else UNCHECKED} {text}</li>\n"

    def block_mermaidjs(self, code: str) -> str:
        return str(self.block_code(code))

    def _embed_image_or_attachment(self, src: str) -> str:
        return str(self.attachments.get(src.removeprefix("attachment:"), src))


def render(source: str, attachments: Mapping[str, str]) -> str:
    """Return Markdown as HTML that may still act.

    Args:
        source: Markdown.
        attachments: addresses of attached pictures, by name.
    """
    renderer = _Renderer(escape=False, attachments=attachments, exclude_anchor_links=True)
    return str(MarkdownWithMath(renderer=renderer).render(source))
