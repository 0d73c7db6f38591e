"""What every format keeps: the same digits, one line break at the end, and labels as they are."""

from __future__ import annotations

import io
import json
import re
from collections import Counter

import builders
import pandas as pd
import pytest
from messages import said
from told import render, told

from ipscost import Report
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.voi import Population
from ipscost.analysis.what_if.question import ask
from ipscost.analysis.what_if.two_way import GridSide
from ipscost.formats import BINARY, FORMATS, SUFFIXES, Page
from ipscost.formats.cells import grid
from ipscost.formats.tidy import tidy, tidy_columns
from ipscost.report.cea.report import cea as _cea
from ipscost.report.explain.report import explain as _explain
from ipscost.report.simulate.months import with_months as _with_months
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.simulate.uncertainty import with_uncertainty as _with_uncertainty
from ipscost.report.verify.report import verify as _verify
from ipscost.report.voi.report import voi as _voi
from ipscost.report.what_if.grid import grid as _two_way
from ipscost.report.what_if.sensitivity import one_way as _one_way
from ipscost.report.what_if.threshold import threshold as _threshold

verify = told(_verify)
cea = told(_cea)
explain = told(_explain)
with_months = told(_with_months)
summary = told(_summary)
with_uncertainty = told(_with_uncertainty)
voi = told(_voi)
two_way = told(_two_way)
one_way = told(_one_way)
threshold = told(_threshold)

FOR_READERS = ("table", "plain", "markdown", "latex")
WIDE = Page(width=300)
NASTY = "[red] *a* | b & c_d 5% <x> `q` #1 æøå €"
COST = builders.PROGRAMME + builders.CARE + builders.HOSPITAL + builders.GAIN + builders.BENEFITS
TARGETS = """
reproduces:
  - {what: saving, arm: ips, value: 1140, unit: DKK, to: 1, source: study}
  - {what: p, arm: ips, value: 0.01, to: 0.01, source: study}
"""
RUN = builders.run(
    builders.text(COST, outcome=builders.JOB, more=TARGETS, discount="{cost: 0.035, outcome: 0}"),
    draws=500,
    months=True,
)
REPORTS = {
    "summary": summary(RUN),
    "danish": summary(RUN, "da"),
    "months": with_months(summary(RUN), RUN),
    "explain": explain(RUN, "cost.hospital.ward"),
    "parts": explain(RUN, "cost"),
    "verify": verify(RUN)[0],
    "uncertainty": with_uncertainty(summary(RUN), RUN, "en"),
    "voi": voi(
        decision_of(RUN, RUN.scenario.outcomes[0], {"seed": 1}),
        wtp=(1_000, 5_000),
        groups={"Ward": ["cost.hospital.ward"]},
        population=Population(1_000, 5, 0.035),
    ),
    "cea": cea(decision_of(RUN, RUN.scenario.outcomes[0], {"seed": 1}), wtp=(1_000, 5_000)),
    "sensitivity": one_way(ask(RUN)),
    "grid": two_way(ask(RUN), [GridSide("cost.care.ips"), GridSide("discount.cost", 0, 0.1, 2)]),
    "threshold": threshold(ask(RUN), "cost.programme.ips"),
}
WITH_NUMBERS = {name: report for name, report in REPORTS.items() if name != "explain"}
EACH_REPORT = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
EACH_WITH_NUMBERS = pytest.mark.parametrize("report", WITH_NUMBERS.values(), ids=WITH_NUMBERS)


def numbers(text: str) -> Counter[str]:
    """Every number in a text, without what only lays it out."""
    text = text.replace(r"\%", "%").replace("[1ex]", "")
    return Counter(re.findall(r"\d+(?:[.,]\d+)*%?", text))


def labelled(label: str) -> Report:
    """A summary in which a category, an arm, a payer and the title are called `label`."""
    quoted = json.dumps(label, ensure_ascii=False)
    content = builders.text(builders.CARE + builders.PROGRAMME, outcome=builders.JOB)
    for usual in ("{en: Programme, da: Indsats}", "{en: Care, da: Pleje}", "Region", "IPS"):
        content = content.replace(f"label: {usual}", f"label: {quoted}")
    content = content.replace("{en: A test, da: En test}", quoted)
    return summary(builders.run(content))


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in BINARY])
@EACH_REPORT
def test_a_format_ends_in_exactly_one_line_break(name: str, report: Report) -> None:
    text = render(report, name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.strip()


@pytest.mark.parametrize("name", [name for name in FOR_READERS if name != "table"])
@EACH_REPORT
def test_every_format_for_readers_shows_the_same_numbers(name: str, report: Report) -> None:
    assert numbers(render(report, name, WIDE)) == numbers(render(report, "table", WIDE))


@pytest.mark.parametrize("name", FOR_READERS)
@EACH_REPORT
def test_every_cell_of_the_report_is_shown(name: str, report: Report) -> None:
    text = render(report, name, WIDE).replace(r"\%", "%").replace("-{}", "-").replace("\\", "")
    for table in report.tables:
        shown = grid(table, report.language)
        for _, cells in shown.lines:
            for cell, is_bar in zip(cells[1:], shown.bars[1:], strict=True):
                assert (drawn(cell, name) if is_bar else cell.replace("\\", "")) in text


def drawn(bar: str, name: str) -> str:
    """A bar as a format draws it: in blocks for the terminal, else in plain characters."""
    return bar.rstrip() if name == "table" else bar.translate(str.maketrans("░█│ ", "-=|."))


@pytest.mark.parametrize("width", [200, 120, 100, 80, 60, 40])
@EACH_REPORT
def test_a_terminal_of_any_width_cuts_no_number(width: int, report: Report) -> None:
    wide = Counter(re.findall(r"\d+(?:[.,]\d+)*", "\n".join(cells_of(report))))
    narrow = Counter(re.findall(r"\d+(?:[.,]\d+)*", render(report, "table", Page(width))))
    assert wide - narrow == Counter()


def cells_of(report: Report) -> list[str]:
    """Every shown number or interval of a report."""
    return [
        cell
        for table in report.tables
        for shown in [grid(table, report.language)]
        for _, cells in shown.lines
        for cell, numeric in zip(cells, shown.numeric, strict=True)
        if numeric
    ]


@pytest.mark.parametrize("width", [120, 80])
@EACH_REPORT
def test_the_table_has_no_trailing_spaces_and_keeps_to_its_width(
    width: int, report: Report
) -> None:
    lines = render(report, "table", Page(width)).split("\n")
    assert lines == [line.rstrip() for line in lines]
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in BINARY])
@EACH_REPORT
def test_there_is_no_colour_unless_it_is_asked_for(name: str, report: Report) -> None:
    assert "\x1b" not in render(report, name, Page(color=False))


def test_colour_is_there_when_it_is_asked_for_and_changes_no_word() -> None:
    plain = render(REPORTS["summary"], "table", Page(color=False))
    colored = render(REPORTS["summary"], "table", Page(color=True))
    assert "\x1b[" in colored
    bare = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert [line.rstrip() for line in bare.split("\n")] == plain.split("\n")


@EACH_WITH_NUMBERS
def test_csv_is_read_by_pandas_with_the_values_of_the_report(report: Report) -> None:
    frame = pd.read_csv(io.StringIO(render(report, "csv")))
    rows = list(tidy(report))
    assert list(frame.columns) == list(tidy_columns(report))
    assert len(frame) == len(rows)
    for name in ("mean", "low", "high"):
        expected = [float("nan") if row[name] is None else row[name] for row in rows]
        assert frame[name].tolist() == pytest.approx(expected, rel=1e-9, nan_ok=True)
    assert frame["path"].tolist() == [row["path"] for row in rows]


@EACH_WITH_NUMBERS
def test_json_has_the_values_of_the_csv(report: Report) -> None:
    found = json.loads(render(report, "json"))
    assert list(found) == ["headline", "rows", "tables", "notes", "record"]
    assert found["record"]["seed"] == 1
    frame = pd.read_csv(io.StringIO(render(report, "csv")))
    assert len(found["rows"]) == len(frame)
    for name in ("mean", "low", "high"):
        in_json = [float("nan") if row[name] is None else row[name] for row in found["rows"]]
        assert frame[name].tolist() == pytest.approx(in_json, rel=1e-14, nan_ok=True)


def test_csv_of_a_report_without_numbers_is_what_is_shown() -> None:
    report = REPORTS["explain"]
    frame = pd.read_csv(io.StringIO(render(report, "csv")))
    assert list(tidy(report)) == []
    assert list(frame.columns) == [said("step"), said("what_it_is")]
    shown = [cells for t in report.tables for _, cells in grid(t, report.language).lines]
    assert [tuple(line) for line in frame.to_numpy()] == shown


@EACH_REPORT
def test_json_has_the_tables_as_they_are_shown(report: Report) -> None:
    found = json.loads(render(report, "json"))["tables"]
    assert len(found) == len(report.tables)
    for table, each in zip(report.tables, found, strict=True):
        shown = grid(table, report.language)
        assert list(each) == ["title", "headings", "lines"]
        assert (each["title"], tuple(each["headings"])) == (shown.title, shown.headings)
        assert [tuple(line) for line in each["lines"]] == [cells for _, cells in shown.lines]


def test_csv_and_json_are_not_rounded_for_display() -> None:
    rows = json.loads(render(REPORTS["summary"], "json"))["rows"]
    total = next(row for row in rows if (row["path"], row["measure"]) == ("cost", "difference"))
    expected = RUN.point.weight("societal") @ RUN.point.difference("ips")[:, 0]
    assert total["mean"] == pytest.approx(expected, rel=1e-9)
    assert total["mean"] != round(total["mean"])


@pytest.mark.parametrize("name", ["table", "plain"])
def test_a_label_with_any_mark_stands_as_it_is(name: str) -> None:
    text = render(labelled(NASTY), name, WIDE)
    assert text.count(NASTY) >= 5


def test_a_label_with_any_mark_stands_as_it_is_for_machines() -> None:
    report = labelled(NASTY)
    frame = pd.read_csv(io.StringIO(render(report, "csv")))
    assert NASTY in set(frame["label"])
    assert NASTY in {row["label"] for row in json.loads(render(report, "json"))["rows"]}


def test_a_label_cannot_break_a_markdown_table() -> None:
    text = render(labelled(NASTY), "markdown")
    escaped = r"\[red\] \*a\* \| b & c\_d 5% &lt;x> \`q\` #1 æøå €"
    assert text.count(escaped) >= 5
    tables = [line for line in text.split("\n") if line.startswith("|")]
    counts = {len(re.findall(r"(?<!\\)\|", line)) for line in tables}
    assert counts == {3, 6}  # payers have two columns, costs and outcomes five


def test_a_label_cannot_break_a_latex_table() -> None:
    text = render(labelled(NASTY), "latex")
    assert r"*a* | b \& c\_d 5\% <x> `q` \#1 æøå €" in text
    assert not re.search(r"(?<!\\)[%#]", text)
    rows = [line for line in text.split("\n") if line.endswith(r" \\")]
    assert {len(re.findall(r"(?<!\\)&", line)) for line in rows} == {1, 4}


@pytest.mark.parametrize("start", ["[red]", "*"])
def test_a_label_is_not_taken_for_an_argument_of_the_latex_line_break(start: str) -> None:
    r"""`\\` and `\midrule` take a following `[...]`, and `\\` a `*`, on the next line too."""
    text = render(labelled(f"{start} Care"), "latex")
    assert not re.search(r"\\\\\s*(\[(?!1ex\])|\*)", text)
    assert not re.search(r"\\(midrule|item)\s*\[", text)


def test_every_suffix_belongs_to_a_format() -> None:
    assert set(SUFFIXES.values()) <= set(FORMATS)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    text = "format must be one of table, plain, markdown, latex, csv, json, jsonl, parquet, xlsx, "
    with pytest.raises(ValueError, match=re.escape(f"{text}not 'docx'")):
        render(REPORTS["summary"], "docx")


def test_a_page_is_in_a_language_that_there_is_and_has_no_fewer_than_no_notes() -> None:
    with pytest.raises(ValueError, match="language must be one of en, da, not 'sv'"):
        Page(language="sv")
    with pytest.raises(ValueError, match="notes must be at least 0, not -1"):
        Page(notes=-1)


def test_a_text_cannot_be_put_into_a_string_before_it_is_told() -> None:
    title = _summary(RUN).tables[0].title
    with pytest.raises(TypeError, match="a text has words in a language alone"):
        f"{title}"
