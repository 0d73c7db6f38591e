"""Formats by name: each turns a report into text, with the same digits in all of them.

A format is a function `(report, page) -> str`; it computes nothing and rounds nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from ipscost.table import Report


@dataclass(frozen=True, slots=True)
class Page:
    """What a format writes on: its width in characters, and whether it takes colour."""

    width: int = 80
    color: bool = False


Format = Callable[[Report, Page], str]

FORMATS: dict[str, str] = {
    "table": "terminal:table",
    "plain": "text:plain",
    "markdown": "text:markdown",
    "latex": "text:latex",
    "csv": "machine:csv",
    "json": "machine:json",
}
"""Name to module and function; a module is imported when its format is asked for."""

SUFFIXES = {".csv": "csv", ".json": "json", ".md": "markdown", ".tex": "latex", ".txt": "plain"}


def render(report: Report, name: str, page: Page | None = None) -> str:
    """The report in format `name`, ending in a line break. Raises ValueError for another name."""
    if name not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}, not {name!r}")
    module, function = FORMATS[name].split(":")
    write = cast(Format, getattr(import_module(f"ipscost.formats.{module}"), function))
    return write(report, page or Page()).rstrip("\n") + "\n"
