"""HTML that is escaped by construction, and text that is safe to show."""

from __future__ import annotations

import re
from html import escape

from graders.judging import plain
from graders.wording import uncoloured, visible

_CODE = re.compile(r"`([^`\n]+)`|(\*\*=|//=|[-+*/@]=)")
"""What stands between backticks, and operators that browsers would break in two."""

LONGEST_LINE = 40
"""Up to how many characters code in a sentence stays on one line."""


class Html(str):
    """Markup that is safe to put into a page. Any other string is escaped first."""

    __slots__ = ()


def clean(text: object, limit: int = 4000) -> str:
    """Return text without the codes of terminals; other characters that act become visible.

    Args:
        text: anything; what is not a string is replaced by the name of its type.
        limit: the length at which the text is cut.
    """
    whole = f"<{type_name(text)}>"
    if issubclass(type(text), str):  # not `isinstance`, which would ask a hostile object
        whole = str.__str__(text)
    cut = visible(uncoloured(whole[: limit + 1]).replace("\r\n", "\n"))
    return cut if len(whole) <= limit else cut[:limit] + " ..."


def type_name(value: object) -> str:
    """Return the name of a value's type, whatever its metaclass says."""
    return plain.type_name(type(value))


def inline(text: str) -> Html:
    """Return a sentence as markup; what stands between backticks is set as code."""
    pieces = []
    end = 0
    safe = clean(text)
    for match in _CODE.finditer(safe):
        pieces.append(escape(safe[end : match.start()]))
        code, operator = match.groups()
        if operator:
            pieces.append(element("span", operator, style=WHOLE))
        else:
            short = len(code) <= LONGEST_LINE
            pieces.append(element("code", code, style=f"{CODE};{WHOLE}" if short else CODE))
        end = match.end()
    pieces.append(escape(safe[end:]))
    return Html("".join(pieces))


def element(name: str, *children: str, **attributes: str) -> Html:
    """Return one element. Children that are not `Html` are cleaned and escaped.

    Args:
        name: the tag's name.
        *children: what stands inside.
        **attributes: `aria_label` becomes `aria-label`; a trailing underscore is dropped.
    """
    inner = "".join(c if isinstance(c, Html) else escape(clean(c)) for c in children)
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(clean(value))}"'
        for key, value in attributes.items()
        if value != ""
    )
    return Html(f"<{name}{written}>{inner}</{name}>")


def join(parts: list[Html]) -> Html:
    """Return the parts one after the other."""
    return Html("".join(parts))


MONO = (
    "font-family:var(--jp-code-font-family,ui-monospace,SFMono-Regular,Menlo,Consolas,"
    "'Liberation Mono',monospace)"
)
WHOLE = "white-space:nowrap"
CODE = f"{MONO};font-size:.92em;background:none;padding:0;color:inherit"
