# ruff: noqa: E501
"""What hostile submissions may try in the browser of their readers.

Every attempt is harmless: it sets a mark in the page, or asks for an address on this machine.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from bs4 import BeautifulSoup
from nbformat import NotebookNode

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


@dataclass(frozen=True)
class Attempts:
    """Attempts that tell an address when they act.

    Args:
        address: a server on this machine that notes what it is asked for, `http://...`.
    """

    address: str

    def mark(self, name: str) -> str:
        """Return a script that sets a mark; it has no quotation marks and no spaces."""
        return f"window.acted=(window.acted||[]).concat(/{name}/.source)"

    def html(self) -> dict[str, str]:
        """Return pieces of HTML by name."""
        at, mark = self.address, self.mark
        inner = f"<script>{mark('inner').replace('window', 'parent')}</script>"
        data = base64.b64encode(f"<script>{mark('framed')}</script>".encode()).decode()
        return {
            "script": f"<script>{mark('script')}</script>",
            "module": f'<script type="module" src="{at}/module"></script>',
            "handler": f'<img src="{at}/handler" onerror="{mark("handler")}">',
            "broken": f'<img src=x onerror="{mark("broken")}" alt="a curve">',
            "svg": f'<svg onload="{mark("svg")}"><a href="javascript:1"><text>x</text></a></svg>',
            "animate": f'<svg><animate onbegin="{mark("animate")}" attributeName="x" dur="1s"/></svg>',
            "foreign": f"<svg><foreignObject><iframe srcdoc='{inner}'></iframe></foreignObject></svg>",
            "use": f'<svg><image href="{at}/use"/><use href="{at}/used#x"/></svg>',
            "srcdoc": f"<iframe srcdoc='{inner}'></iframe>",
            "frame": f'<iframe src="{at}/frame"></iframe>',
            "data": f'<iframe src="data:text/html;base64,{data}"></iframe>',
            "object": f'<object data="{at}/object"></object><embed src="{at}/embed">',
            "sheet": f'<link rel="stylesheet" href="{at}/sheet"><style>@import "{at}/import";</style>',
            "refresh": f'<meta http-equiv="refresh" content="0;url={at}/refresh">',
            "base": f'<base href="{at}/base/">',
            "style": f'<p style="background:url({at}/style)">x</p>',
            "escaped": f'<p style="background:\\75 rl({at}/escaped)">x</p>',
            "cover": '<p style="position:fixed;inset:0;z-index:9;margin:-99px">covered</p>',
            "set": f'<img srcset="{at}/set 1x" alt="s"><picture><source srcset="{at}/source"></picture>',
            "media": f'<video src="{at}/video" poster="{at}/poster"></video><audio src="{at}/audio">',
            "form": f'<form action="{at}/form" id="f"><input autofocus onfocus="{mark("form")}"></form>',
            "details": f'<details open ontoggle="{mark("details")}"><summary>x</summary></details>',
            "link": f'<a href="javascript:{mark("link")}" ping="{at}/ping">a link</a>',
            "preload": f'<link rel="preload" as="image" href="{at}/preload">',
            "background": f'<table background="{at}/background"><tr><td>x</td></tr></table>',
            "hidden": f'<noscript><p title="</noscript><img src=x onerror={mark("hidden")}>">',
            "maths": f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1'
            f' onerror={mark("maths")}&gt;">',
            "template": f"<template><script>{mark('template')}</script></template>",
            "references": '<p title="&#8238;x">a&#8238;b&#x2067;c&#27;[2J&#13;&#x9b;2J</p>',
            "shape": f'<svg><path fill="\\75rl({at}/shape#a)" d="M0"/><g stroke="u\\72 l({at})"/></svg>',
            "links": f'<a href="#1">x<table><a href="{at}/links">y<p></a></table>',
            "first lines": "<pre>\n\n\nx</pre><div><pre>\n\n</pre></div>",
            "sheet of cells": f"<style>#a {{background:url({at}/cells);position:fixed}}</style>"
            '<table id="a"><tr><td id="a" style="position:fixed">x</td></tr></table>',
            "clobber": '<p id="top" name="body" class="score panel" data-toggle="tooltip">named</p>',
        }

    def markdown(self) -> dict[str, str]:
        """Return sources of Markdown by name; what is HTML stands in the middle of others."""
        at, mark = self.address, self.mark
        return {
            **{f"md-{name}": f"before {html} after" for name, html in self.html().items()},
            **{f"block-{name}": f"{html}\n\nafter" for name, html in self.html().items()},
            "picture": f"![a curve]({at}/picture)",
            "reference": f"![a curve][r]\n\n[r]: {at}/reference",
            "attached": "![a page](attachment:page.png) ![gone](attachment:none.png)",
            "linked": f"[press](javascript:{mark('linked')}) <javascript:{mark('auto')}>",
            "mermaid": f"```mermaid\n</pre><script>{mark('mermaid')}</script>\n```",
            "formula": f"$\\href{{javascript:{mark('formula')}}}{{x}}$ $$\\require{{x}}$$",
            "in formula": f"$$</p><script>{mark('informula')}</script>$$",
            "fence": f"```python\n</code></pre><script>{mark('fence')}</script>\n```",
        }

    def outputs(self) -> dict[str, Any]:
        """Return outputs by name."""
        at, mark = self.address, self.mark
        script = f"<script>{mark('text')}</script>"
        svg = f'<svg xmlns="http://www.w3.org/2000/svg"><script>{mark("svgfile")}</script></svg>'
        quote = f'{PIXEL}"><script>{mark("base64")}</script>'
        bundles = {
            "text/plain": script,
            "text/markdown": self.markdown()["picture"] + script,
            "text/latex": f"$\\href{{javascript:{mark('latex')}}}{{x}}$ {script}",
            "image/svg+xml": svg,
            "image/png": quote,
            "image/jpeg": quote,
            "image/gif": quote,
            "application/javascript": mark("javascript"),
            "application/pdf": quote,
            "application/json": {"x": script},
            "text/vnd.mermaid": f"</pre>{script}",
            "application/vnd.jupyter.widget-view+json": {"model_id": script},
            "application/vnd.plotly.v1+json": {"data": script},
        }
        odd = {
            "sizes": {"image/png": {"width": f"1 onload={mark('sizes')}", "height": 3}},
            "names": {"filenames": {"image/png": f'{at}/names" onerror="{mark("names")}'}},
            "alternatives": {"image/png": {"alt": f'"><script>{mark("alt")}</script>'}},
        }
        found: dict[str, Any] = {
            **{name: _data({"text/html": html}) for name, html in self.html().items()},
            **{kind: _data({kind: value}) for kind, value in bundles.items()},
            **{name: _data({"image/png": PIXEL}, given) for name, given in odd.items()},
            "isolated": _data({"text/html": script}, {"text/html": {"isolated": True}}),
        }
        found["stream"] = {"output_type": "stream", "name": script, "text": f"\x1b[31m{script}"}
        found["error"] = {"output_type": "error", "ename": script, "evalue": script}
        found["error"]["traceback"] = [script, f'\x1b["><img src=x onerror={mark("trace")}>m']
        found["svg file"] = _data({"image/svg+xml": svg}) | {"svg_filename": f"{at}/svgfile"}
        found["unknown"] = {"output_type": script}
        return found

    def attachments(self) -> dict[str, Any]:
        """Return what a cell may have attached."""
        page = base64.b64encode(f"<script>{self.mark('attached')}</script>".encode()).decode()
        return {"page.png": {"text/html": page, 'image/x" onerror="y': page}}


def _data(data: dict[str, Any], metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"output_type": "display_data", "data": data, "metadata": metadata or {}}


def as_nodes(outputs: dict[str, Any]) -> list[NotebookNode]:
    """Return outputs as a kernel's client has them."""
    from nbformat import from_dict

    return [from_dict(output) for output in outputs.values()]


def acting(page: str) -> list[str]:
    """Return what of a page would act or ask for something, as an HTML parser sees it."""
    soup = BeautifulSoup(page, "html5lib" if find_spec("html5lib") else "html.parser")
    tags = [
        "script",
        "iframe",
        "object",
        "embed",
        "link",
        "meta",
        "base",
        "form",
        "input",
        "video",
        "audio",
        "math",
    ]
    found = [str(tag)[:80] for tag in soup.find_all(tags)]
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            text = " ".join(value) if isinstance(value, list) else value
            asks = name in ("src", "srcset", "background", "data", "poster", "ping", "xlink:href")
            wrong = name.startswith("on") or (asks and not text.startswith("data:image/"))
            wrong |= name in ("fill", "stroke") and "\\" in text
            leads = name == "href" and not text.startswith(("https:", "http:", "mailto:", "#"))
            if wrong or leads or (name == "style" and ("url" in text or "position" in text)):
                found.append(f"{tag.name} {name}={text[:60]}")
    return found
