"""What every format keeps, whatever a scenario calls its things: no orders, no broken tables."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import builders
import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_format_contract import REPORTS
from told import told, untold

from ipscost import Report, delimited
from ipscost.analysis.interval import Interval
from ipscost.formats import FORMATS, Page, render
from ipscost.report.report import Column, Figure, Note, Row, Table
from ipscost.report.simulate.summary import summary as _summary
from ipscost.texts import HIDDEN, harmless

summary = told(_summary)

MARKS = "\x1b]0;own\a\x9b31m\u202e\u200b\n\r\u2028\t|*_`[]()!<>&#$%{}\\^~\"'=;,+-@1.æ ‡†\udce6"
TEXTS = st.text(MARKS, min_size=1, max_size=25) | st.text(min_size=1, max_size=25)
NASTY = [
    "IPS\x1b]0;owned\x07\x1b[31m\u202e\x9b5m",
    "IPS\n",
    "a\n\n# b\n| c |",
    "[link](http://x.example) ![image](http://x.example/a.png)",
    "<script>alert(1)</script><img src=x> &lt;b&gt;",
    r"\input{/etc/passwd} $x$ % # & _ ^ ~ \\ \end{tabular}",
    "x;=cmd|'/C calc'!A0",
    "\u200b",
    "# 1",
    "s\udce6t",
]


def report(text: str) -> Report:
    """A report in which everything that a scenario or a user may name is called `text`."""
    columns = (Column(text, numeric=True), Column(text))
    rows = (
        Row(text, text, (Interval(1.5, -1.0, 2.0), text), depth=1),
        Row("cost", text, (Interval(-2.0), text), "DKK_2024/person", strong=True),
    )
    tables = (Table(f"{text.split(chr(10))[0]}\nand below", text, columns, rows, (1,)),)
    notes = (Note("one", text), Note("two", f"see {text}"))
    figures = (
        Figure(text, text, text, text, Interval(1.5, -1.0, 2.0), text, text, text),
        Figure("cost", "cost", "total", text, Interval(-2.0), unit="DKK_2024/person"),
    )
    return Report(text, (text, f"{text} saves"), tables, notes, {text: text}, figures)


def written(name: str, content: str | bytes) -> Iterator[str]:
    """Every text that a file of a format holds."""
    if name == "xlsx":
        assert isinstance(content, bytes)
        for sheet in openpyxl.load_workbook(io.BytesIO(content)):
            for line in sheet.iter_rows(values_only=True):
                yield from (cell for cell in line if isinstance(cell, str))
    elif name == "parquet":
        assert isinstance(content, bytes)
        for row in pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist():
            yield from (cell for cell in row.values() if isinstance(cell, str))
    elif name in ("json", "jsonl"):
        yield str(content)
        lines = [str(content)] if name == "json" else str(content).splitlines()
        for line in lines:
            yield from _texts(json.loads(line))
    else:
        yield str(content)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _texts(item)


def check(text: str, name: str) -> None:
    """No format of a report with this name holds an order, and its tables are as many rows."""
    content = render(report(text), name, Page(width=200))
    for found in written(name, content):
        letters = set(found) - {"\n"}
        assert not {unicodedata.category(letter) for letter in letters} & HIDDEN
        if name in ("xlsx", "parquet"):
            assert "\n" not in found
    bare = report("name")
    lines = str(content).splitlines()
    if name == "markdown":
        tables = [line for line in lines if line.startswith("|")]
        assert len(tables) == 4
        assert {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in tables} == {4}
        live = re.sub(r"\\.", "", str(content))
        assert "](" not in live
        assert "![" not in live
        assert not re.search(r"<[A-Za-z/!?]", str(content))
        assert not re.search(r"^#(?!## )", str(content), re.MULTILINE)
    elif name == "latex":
        rows = [line for line in lines if line.endswith(r" \\")]
        assert len(rows) == 3
        assert {len(re.findall(r"(?<!\\)&", line)) for line in rows} == {2}
        commands = re.findall(r"\\[A-Za-z]+", str(content))
        assert set(commands) <= {
            *re.findall(r"\\[A-Za-z]+", str(render(bare, name))),
            *(r"\textbackslash", r"\textasciitilde", r"\textasciicircum", r"\textdaggerdbl"),
        }
        free = re.sub(r"\\[\\&%$#_{}]", "", str(content))
        assert free.count("{") == free.count("}")
        assert not set(free) & set("%$#_^~")
    elif name == "csv":
        found = delimited.read(str(content)).lines
        assert {len(line.cells) for line in found} == {len(found[0].cells)}
        assert len(found) == 3
        assert [line.texts[6] for line in found[1:]] == [harmless(text)] * 2
        assert not re.search(r"(^|[;\t])[\"']{0}[=+@]", str(content), re.MULTILINE)
    elif name == "jsonl":
        assert len(str(content).split("\n")) == 3


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", NASTY)
def test_no_format_obeys_a_name(text: str, name: str) -> None:
    check(text, name)


@pytest.mark.parametrize("name", [n for n in FORMATS if n not in ("xlsx", "parquet", "table")])
@given(text=TEXTS)
@example(text="\\|")
@example(text="a|b\\")
@example(text="`\\`")
@settings(max_examples=60)
def test_no_format_obeys_any_name(name: str, text: str) -> None:
    check(text, name)


@pytest.mark.parametrize("name", ["table", "plain", "markdown", "latex", "csv", "json"])
@pytest.mark.parametrize("text", [NASTY[0], "IPS\n"])
def test_labels_of_a_scenario_are_made_harmless(text: str, name: str) -> None:
    found = replace(named(text), notes=(), record={})
    content = str(render(found, name, Page(width=200)))
    assert not {unicodedata.category(letter) for letter in set(content) - {"\n"}} & HIDDEN
    if text == "IPS\n":
        plain = replace(named("IPS"), notes=(), record={})
        assert content == str(render(plain, name, Page(width=200)))


def named(label: str) -> Report:
    """A summary in which a category, an arm, a payer and the title are called `label`."""
    content = builders.text(builders.CARE, outcome=builders.JOB)
    for usual in ("{en: Care, da: Pleje}", "Region", "IPS"):
        content = content.replace(f"label: {usual}", f"label: {json.dumps(label)}")
    content = content.replace("{en: A test, da: En test}", json.dumps(label))
    found: Report = untold(summary(builders.run(content, draws=20)))
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_harmless_is_written_as_it_is(name: str) -> None:
    """Cleaning changes nothing of a result of ordinary words."""
    from importlib import import_module

    module, function = FORMATS[name].split(":")
    for each in map(untold, REPORTS.values()):
        page = Page(width=100)
        uncleaned = getattr(import_module(f"ipscost.formats.{module}"), function)(each, page)
        content = render(each, name, page)
        if isinstance(content, str):
            assert content == uncleaned.rstrip("\n") + "\n"
        else:
            assert content == uncleaned
