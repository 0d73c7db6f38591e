"""What an analysis found, for those who go on in Python or look at it in a notebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipscost.errors import a_kind
from ipscost.formats import Page, render, worded
from ipscost.formats.cells import shortened
from ipscost.report.report import Report
from ipscost.words.locale import ENGLISH

if TYPE_CHECKING:
    from ipscost.formats.machine import DataFrame


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What an analysis found, in a language.

    report: the same in no language: tables and figures with their numbers unrounded, and `record`,
        from which the run can be repeated.
    language: `en` or `da`; `in_language` gives the same answer in another one.

    `print(answer)` shows what the command line shows; a notebook shows it as tables. Raises
    ValueError for a language that there is not.
    """

    report: Report
    language: str = ENGLISH

    def __post_init__(self) -> None:
        Page(language=self.language)

    @property
    def headline(self) -> tuple[str, ...]:
        """The answer in sentences."""
        return tuple(str(sentence) for sentence in self._worded.headline)

    @property
    def caveats(self) -> tuple[str, ...]:
        """At most three things to know before the answer is used; empty where there are none."""
        if self.report.short is None:
            return ()
        return tuple(str(note.text) for note in worded(self._short, self._page).notes)

    @property
    def notes(self) -> tuple[str, ...]:
        """All that a reader has to know besides the numbers, by weight; caveats come first."""
        return tuple(str(note.text) for note in self._worded.notes)

    def frame(self) -> DataFrame:
        """The numbers as tidy rows, one a number, with the columns of the CSV (docs/output.md).

        Texts are strings; `mean`, `low`, `high` and `partial` are float64, NaN where there is none.
        Money is per person, in the unit under `unit`. A text without numbers, as the journey of
        `explain` is, has the columns of its table.
        """
        return frame(self)

    def render(self, name: str = "table", *, short: bool = False, width: int = 80) -> str | bytes:
        """The answer in a format of `ipscost.formats.FORMATS`: `markdown`, `latex`, `csv`, `xlsx`.

        short: as the command line shows it first; by default with every table and note.
        width: of a page, in characters.

        Text ends in a line break; `xlsx` and `parquet` are bytes. Raises ValueError for an unknown
        format, and ImportError where a library that it needs is missing.
        """
        report = self._short if short else self.report
        return render(report, name, replace(self._page, width=width))

    def in_language(self, language: str) -> Answer:
        """The same answer in another language. Raises ValueError for one that there is not."""
        return replace(self, language=language)

    @property
    def _page(self) -> Page:
        return Page(language=self.language)

    @property
    def _worded(self) -> Report:
        return worded(self.report, self._page)

    @property
    def _short(self) -> Report:
        """What is shown first, with how to see the rest from Python."""
        return shortened(self.report, "short_more_python")

    def __str__(self) -> str:
        return str(self.render(short=True)).rstrip("\n")

    def __repr__(self) -> str:
        report = self.report
        tables, notes, numbers = len(report.tables), len(report.notes), len(report.figures)
        return f"<Answer on {report.scenario}: tables {tables}, notes {notes}, numbers {numbers}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the sentences, the tables that carry them, and the caveats."""
        from ipscost.formats.html import html

        return html(worded(self._short, self._page), self._page)


def frame(answer: Answer | Report, language: str | None = None) -> DataFrame:
    """The numbers of an answer, or of its report, as tidy rows: `Answer.frame`.

    language: of the labels; by default that of the answer, and English for a report. Raises
    TypeError for anything else.
    """
    from ipscost.formats import machine

    if isinstance(answer, Answer):
        return machine.frame(answer.report, language or answer.language)
    if not isinstance(answer, Report):
        instead = "write ipscost.frame(ipscost.summary(run))"
        raise TypeError(f"frame takes an answer, not {a_kind(answer)}; {instead}")
    return machine.frame(answer, language or ENGLISH)
