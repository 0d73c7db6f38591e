"""Reports, notes and texts as a reader reads them: `told(summary)(run, "da")`.

What a command answers knows no language. A test that looks at words asks for one among the
arguments, or as `language`; without, it is English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from ipscost.formats import Page
from ipscost.formats import render as _render
from ipscost.formats.cells import in_words
from ipscost.report.report import Note, Report, Table
from ipscost.words import LANGUAGES
from ipscost.words.text import Text, tell


@dataclass(frozen=True)
class Told(Report):
    """A report in the words of a language, whose notes are their texts; `named` are the notes."""

    language: str = "en"
    named: tuple[Note, ...] = ()

    def noted(self, name: str) -> list[str]:
        """The texts of the note of a name."""
        return [str(note.text) for note in self.named if note.name == name]


def render(report: Report, name: str, page: Page | None = None) -> str | bytes:
    """A report in a format, in the language that it was told in."""
    language = report.language if isinstance(report, Told) else (page or Page()).language
    return _render(untold(report), name, replace(page or Page(), language=language))


def told(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function of reports, tables or texts, whose result is told in a language."""

    def in_a_language(*given: Any, language: str = "en", **more: Any) -> Any:
        asked = [each for each in given if isinstance(each, str) and each in LANGUAGES]
        left = [untold(each) for each in given if not (isinstance(each, str) and each in LANGUAGES)]
        return words(function(*left, **more), (asked or [language])[0])

    return in_a_language


def untold(value: Any) -> Any:
    """A told report with notes in place of their texts, as formats read it; all else as it is."""
    if not isinstance(value, Told):
        return value
    return replace(value, notes=tuple(n for n in value.named if n.text in value.notes))


def words(value: Any, language: str = "en") -> Any:
    """A report, a table, a text, or several of them, in the words of a language."""
    if isinstance(value, Report):
        report = in_words(value, language)
        found = {each.name: getattr(report, each.name) for each in fields(Report)}
        texts = tuple(note.text for note in report.notes)
        return Told(**found | {"notes": texts}, language=language, named=report.notes)
    if isinstance(value, Table):
        return in_words(Report("", (), (value,), (), {}), language).tables[0]
    if isinstance(value, Text):
        return tell(value, language)
    if isinstance(value, Iterator):
        return iter([words(each, language) for each in value])
    if isinstance(value, tuple | list):
        return type(value)(words(each, language) for each in value)
    return value
