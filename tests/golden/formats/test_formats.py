"""Each format for readers of one report made by hand, held to the letter.

The report has what a format lays out, in words of its own: a group and its parts, a sum, a line
above it, a mark, an interval, a dash, a bar, several lines of title, a note too long for a line.
So a word of the program moves none of these files, and a changed layout moves them alone.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ipscost.analysis.interval import Interval
from ipscost.formats import Page, render
from ipscost.report.report import Column, Figure, Note, Report, Row, Table

HERE = Path(__file__).parent
KRONER = "DKK_2024/person"

COSTS = Table(
    "Kroner by kind\nper person",
    "Kind",
    (
        Column("Before", numeric=True),
        Column("After", numeric=True),
        Column("Change (95%)", style="change", numeric=True),
        Column("Part", unit="share", style="part", numeric=True),
        Column("Answer"),
    ),
    (
        Row(
            "cost.care",
            "Care",
            (Interval(52_000.4), Interval(41_000), Interval(-11_000.4, -20_500, -1_500), None, ""),
            KRONER,
        ),
        Row(
            "cost.care.ward",
            "Ward | 5% & more",
            (None, None, Interval(-11_000.4, -20_500, -1_500), Interval(1.1), "agrees"),
            KRONER,
            depth=1,
            marked=True,
        ),
        Row(
            "cost.programme",
            "A programme with a name that is rather long",
            (Interval(0), Interval(1_000), Interval(1_000), Interval(-0.1), "by_hand"),
            KRONER,
        ),
        Row(
            "cost",
            "Sum",
            (
                Interval(52_000.4),
                Interval(42_000, partial=True),
                Interval(-10_000.4, -19_500, -500),
                Interval(1.0),
                "",
            ),
            KRONER,
            strong=True,
        ),
    ),
    breaks=(3,),
)
BARS = Table(
    "What moves it",
    "Number",
    (
        Column("Low end", unit="share", numeric=True),
        Column("", style="bar"),
        Column("Probability", unit="share", style="probability", numeric=True),
    ),
    (
        Row("a", "First", (Interval(0.1), "░░░░│████", Interval(0.25)), depth=0),
        Row("b", "Second", (Interval(0.305), "  ░░│█   ", Interval(0.5))),
    ),
)
LEVELS = ("group", "leaf", "leaf", "total")
MEASURES = (
    ("cost", "usual", "", KRONER),
    ("cost", "new", "", KRONER),
    ("difference", "new", "usual", KRONER),
    ("share_of_saving", "new", "usual", "share"),
)
FIGURES = (
    *(
        Figure(measure, row.path, level, row.label, value, arm, versus, unit)
        for row, level in zip(COSTS.rows, LEVELS, strict=True)
        for value, (measure, arm, versus, unit) in zip(row.cells, MEASURES, strict=False)
        if isinstance(value, Interval)
    ),
    *(
        Figure(measure, row.path, "number", row.label, value, unit="share")
        for row in BARS.rows
        for measure, value in zip(("low_end", "probability"), row.cells[::2], strict=True)
        if isinstance(value, Interval)
    ),
)
REPORT = Report(
    scenario="study",
    headline=(
        "One sentence of the answer, which is long enough to need a second line here.",
        "Two.",
    ),
    tables=(COSTS, BARS),
    notes=(
        Note("short", "A short note."),
        Note("long", "A note of [some] *words* that go on until they need one more line, or 2."),
    ),
    record={"seed": 1, "draws": 1_000, "level": 0.95},
    figures=FIGURES,
)
FILES = {
    "table": "report.txt",
    "plain": "report-plain.txt",
    "markdown": "report.md",
    "latex": "report.tex",
    "csv": "report.csv",
    "json": "report.json",
    "jsonl": "report.jsonl",
}


@pytest.mark.parametrize("name", FILES)
def test_a_format_lays_a_report_out_as_before(name: str) -> None:
    shown, golden = render(REPORT, name, Page(width=80)), HERE / FILES[name]
    if os.environ.get("IPSCOST_REWRITE"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")
