"""plain, markdown and latex: for files, mails and reports, rendered by tabulate."""

from __future__ import annotations

import re
import textwrap

from tabulate import tabulate

from ipscost.formats import Page
from ipscost.formats.cells import CellGrid, grid, grouped, laid_out
from ipscost.report.charts import HIGH, LOW, NOTHING, ZERO
from ipscost.report.report import FLAG, Report

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        FLAG: r"\textdaggerdbl{}",
    }
)

_BAR = str.maketrans({LOW: "-", HIGH: "=", ZERO: "|", NOTHING: "."})
"""Bars in characters that every font and every LaTeX installation has."""


def plain(report: Report, page: Page) -> str:
    """Plain text: sentences, tables in columns, and notes."""
    parts = [textwrap.fill(str(sentence), page.width) for sentence in report.headline]
    for table in laid_out(report, page.language):
        shown = grid(table, page.language)
        rows = _rows(shown, indent="  ", rule=True)
        parts.append(f"{_title(shown)}\n\n{_tabulate(shown, rows, 'simple')}")
    for heading, notes in grouped(report, page.language):
        filled = [
            textwrap.fill(str(note.text), page.width, initial_indent="- ", subsequent_indent="  ")
            for note in notes
        ]
        parts.append("\n".join([heading, *filled] if heading else filled))
    if report.more:
        parts.append(textwrap.fill(str(report.more), page.width))
    return "\n\n".join(parts)


def markdown(report: Report, page: Page) -> str:
    """Markdown: paragraphs, pipe tables with a heading each, and a list of notes."""
    parts = [_paragraph(str(sentence)) for sentence in report.headline]
    for table in laid_out(report, page.language):
        shown = grid(table, page.language)
        title, *more = _title(shown).split("\n")
        parts += [f"### {_pipes(title)}", *(_paragraph(line) for line in more)]
        rows = [[_pipes(cell) for cell in row] for row in _rows(shown, indent="")]
        for row, (source, _) in zip(rows, shown.lines, strict=True):
            row[0] = "&nbsp;&nbsp;" * source.depth + row[0]
            if source.strong:
                row[:] = [f"**{cell}**" if cell else "" for cell in row]
        parts.append(_tabulate(shown, rows, "pipe"))
    for heading, notes in grouped(report, page.language):
        parts += [f"### {_pipes(heading)}"] if heading else []
        parts.append("\n".join(f"- {_paragraph(str(note.text))}" for note in notes))
    if report.more:
        parts.append(_paragraph(str(report.more)))
    return "\n\n".join(parts)


def latex(report: Report, page: Page) -> str:
    """LaTeX: paragraphs, tabulars in booktabs style, and an itemize of notes."""
    parts = [_latex(str(sentence)) for sentence in report.headline]
    for table in laid_out(report, page.language):
        shown = grid(table, page.language)
        title, *more = (_latex(line) for line in _title(shown).split("\n"))
        rows = [
            [_bar(c) if bar else _latex(c) for c, bar in zip(row, shown.bars, strict=True)]
            for row in _rows(shown, indent="")
        ]
        for row, (source, _) in zip(rows, shown.lines, strict=True):
            row[0] = r"\quad " * source.depth + row[0]
            if source.strong:
                row[:] = [rf"\textbf{{{cell}}}" for cell in row]
        lines = _latex_tabular(shown, rows)
        parts.append("\\\\\n".join([rf"\textbf{{{title}}}", *more]) + "\\\\[1ex]\n" + lines)
    for heading, notes in grouped(report, page.language):
        parts += [rf"\textbf{{{_latex(heading)}}}"] if heading else []
        items = "\n".join(rf"\item {_latex(str(note.text))}" for note in notes)
        parts.append(f"\\begin{{itemize}}\n{items}\n\\end{{itemize}}")
    if report.more:
        parts.append(_latex(str(report.more)))
    return "\n\n".join(parts)


def _latex(text: str) -> str:
    """Text escaped for LaTeX, and not taken for an argument of the line before."""
    escaped = text.translate(_LATEX)
    return "{}" + escaped if escaped.startswith(("[", "*")) else escaped


def _bar(text: str) -> str:
    """A bar in a monospaced font, in which two hyphens do not become a dash."""
    return rf"\texttt{{{_latex(text).replace('-', '-{}')}}}"


def _title(shown: CellGrid) -> str:
    """The title; if it explains the bars, with the characters used here."""
    marks = {ord(mark): _BAR[ord(mark)] for mark in (LOW, HIGH, ZERO)}
    return shown.title.translate(marks) if any(shown.bars) else shown.title


def _latex_tabular(shown: CellGrid, rows: list[list[str]]) -> str:
    """The tabular, with a rule above each section."""
    headings = [_latex(heading) for heading in shown.headings]
    text = tabulate(
        rows,
        headers=headings,
        tablefmt="latex_raw",
        disable_numparse=True,
        colalign=_alignment(shown),
    )
    lines = [line for line in text.split("\n") if line != r"\hline"]
    head, body, end = lines[:1], lines[1:-1], lines[-1:]
    body.insert(1, r"\midrule")
    for index in sorted(shown.breaks, reverse=True):
        if index:
            body.insert(index + 2, r"\midrule")
    return "\n".join([*head, r"\toprule", *body, r"\bottomrule", *end])


def _rows(shown: CellGrid, indent: str, *, rule: bool = False) -> list[list[str]]:
    """The cells as lists, labels indented by depth."""
    rows: list[list[str]] = []
    for index, (row, cells) in enumerate(shown.lines):
        if rule and index in shown.breaks and index > 0:
            rows.append([""] * len(cells))
        drawn = [c.translate(_BAR) if bar else c for c, bar in zip(cells, shown.bars, strict=True)]
        rows.append([indent * row.depth + drawn[0], *drawn[1:]])
    return rows


def _tabulate(shown: CellGrid, rows: list[list[str]], style: str) -> str:
    return tabulate(
        rows,
        headers=[_pipes(h) if style == "pipe" else h for h in shown.headings],
        tablefmt=style,
        disable_numparse=True,
        colalign=_alignment(shown),
        preserve_whitespace=True,
    )


def _alignment(shown: CellGrid) -> tuple[str, ...]:
    return tuple("right" if numeric else "left" for numeric in shown.numeric)


def _pipes(text: str) -> str:
    """Text escaped for Markdown: no end of a cell, emphasis, link, image, tag or entity."""
    text = _MARKS.sub(r"\\\g<0>", text)
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))


def _paragraph(text: str) -> str:
    """Text escaped as a paragraph: also no heading, list, quotation or rule."""
    mark = _BLOCK.match(text)
    at = mark.end() - 1 if mark else 0
    return f"{_pipes(text[:at])}\\{text[at]}{_pipes(text[at + 1 :])}" if mark else _pipes(text)


_MARKS = re.compile(r"[\\|*_`~\[\]$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_BLOCK = re.compile(r"\s*(?:[#>+=-]|[0-9]{1,9}[.)](?=\s|$))")
"""How blocks other than paragraphs begin in Markdown."""
