"""Tables in colours, as pandas' Styler makes them: their style sheet becomes styles of their cells.

A style sheet is for the whole page, and so none stays. What it says of one cell by its id can be
said in the cell itself.
"""

from __future__ import annotations

import re

from graders.grading.inert.allowed import LONGEST_STYLE

_SHEET = re.compile(r"<style\b[^<>]*>([^<]*)</style>", re.I)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CELL = re.compile(r"<(?:table|caption|t[dhr])\b[^<>]*>")
_ID = re.compile(r"\sid=\"([\w-]+)\"")


def with_styles_in_cells(text: str) -> str:
    """Return HTML in which the cells of tables have the styles that a sheet gives to their ids."""
    if "<style" not in text:
        return text
    styles = _styles(text)
    room = len(text)  # many cells may have one long style

    def styled(cell: re.Match[str]) -> str:
        nonlocal room
        name = _ID.search(cell[0])
        style = styles.get(name[1], "") if name else ""
        if name is None or not style or len(style) > room:
            return cell[0]
        room -= len(style)
        return f'{cell[0][: name.start()]} style="{style}"{cell[0][name.end() :]}'

    return _CELL.sub(styled, text)


def _styles(text: str) -> dict[str, str]:
    """Return the declarations of style sheets by the ids of the elements that they are for."""
    styles: dict[str, str] = {}
    for sheet in _SHEET.finditer(text):
        for rule in _RULE.finditer(sheet[1]):
            declarations = " ".join(rule[2].replace('"', "'").split()).rstrip(";") + ";"
            for selector in rule[1].split(","):
                name = selector.strip().removeprefix("#")
                so_far = styles.get(name, "")
                if selector.strip() != name and len(so_far + declarations) <= LONGEST_STYLE:
                    styles[name] = so_far + declarations
    return styles
