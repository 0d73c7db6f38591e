"""Pictures made smaller: a look that many of their marks share is written once, as a class."""

from __future__ import annotations

import re
from collections import Counter

_TAG = re.compile(r"<[^<>]+>")
"""A tag: text between tags, which a scenario may have written, has no such brackets."""
_STYLE = re.compile(r'\sstyle="([^"]*)"')
_SHEET = re.compile(r"<style[^>]*>[^<]*</style>")
ROUND = "stroke-linejoin:round;stroke-linecap:butt"
"""What matplotlib says of every mark of a picture."""


def slim(svg: str, prefix: str) -> str:
    """A picture that looks the same, with its styles in classes whose names begin with `prefix`.

    They stand in the picture itself, so that it can be taken out of the page. What its own sheet
    says of all marks, lines with round corners, the picture hands on to them.

    >>> mark = '<path style="fill: red"/>'
    >>> small = slim(f'<svg ><style type="text/css">*{{}}</style>{mark}{mark}</svg>', "a")
    >>> small[-42:]
    '<path class="a1"/><path class="a1"/></svg>'
    """
    counts = Counter(style for tag in _TAG.findall(svg) for style in _STYLE.findall(tag))
    shared = [style for style, count in counts.most_common() if count > 1]
    names = {style: f"{prefix}{place}" for place, style in enumerate(shared, start=1)}
    every = [(f"{prefix}0", ROUND), *((name, style) for style, name in names.items())]
    rules = "".join(f".{name}{{{_short(style)}}}" for name, style in every)

    def named(found: re.Match[str]) -> str:
        name = names.get(found[1])
        return _attribute("class", name) if name else _attribute("style", _short(found[1]))

    lean = _TAG.sub(lambda tag: _STYLE.sub(named, tag[0]), svg)
    lean = lean.replace("<svg", f"<svg{_attribute('class', f'{prefix}0')}", 1)
    return _SHEET.sub(lambda _: f"<style>{rules}</style>", lean, count=1)


def _attribute(name: str, value: str) -> str:
    return f' {name}="{value}"'


def _short(style: str) -> str:
    """A style without the blanks that nothing needs."""
    return re.sub(r"\s*([;:,])\s*", r"\1", style).strip("; ")
