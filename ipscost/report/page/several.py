"""The document of several scenarios: side by side, why they differ, and what each rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from ipscost.analysis.compare.cases import ComparedArm, cases_of, names
from ipscost.report.compare.labels import headed, label_of
from ipscost.report.compare.report import compare
from ipscost.report.page.document import (
    Block,
    CommandLine,
    Data,
    Document,
    Front,
    Paragraph,
    Section,
    Subheading,
)
from ipscost.report.page.front import Asked, conditions, facts, signs
from ipscost.report.page.glossary import glossary
from ipscost.report.page.material import Material
from ipscost.report.page.record import commands, of_run
from ipscost.report.page.sections import BEHIND, SECTIONS, notes_of, tables_of
from ipscost.report.people import with_people
from ipscost.report.report import MOST_CAVEATS, Report
from ipscost.scenario.nouns import Scenario
from ipscost.version import __version__
from ipscost.words.text import Words, listing, say

MOST_SIGNS = 4
"""So many arms have room in the signs of the first page."""


def document(found: Sequence[Material], allow: Sequence[str] = ()) -> Document:
    """What people take away of several scenarios in one money, the first of them the base.

    `allow` is as in `compare`, which raises AskedError or ScenarioError for what is not comparable.
    """
    first = found[0]
    runs = headed([each.run for each in found])
    report = compare(runs, first.level, inputs=True, allow=allow, once=True)
    scenarios = [run.scenario for run in runs]
    by_name = dict(zip(names(scenarios), scenarios, strict=True))
    report = with_people(report, by_name, first.people)
    cases, place = cases_of(runs, (), "")
    return Document(
        name=first.scenario.name,
        title=say("page_compared", names=listing(each.called or each.name for each in scenarios)),
        front=_front(report, cases, cases[place].scenario, first.level),
        sections=tuple(_sections(found, report, scenarios, allow)),
        version=__version__,
    )


def _front(report: Report, cases: Sequence[ComparedArm], base: Scenario, level: float) -> Front:
    """The first page: which saves most, and the scenarios side by side."""
    asked = [Asked(label_of(case), case.view, case.arm) for case in cases[:MOST_SIGNS]]
    short = report.short
    tables = [table for table in (short.tables if short else ()) if table.name == "savings"]
    return Front(
        answer=tuple(report.headline),
        facts=tuple(facts(base)),
        signs=signs(asked, level),
        picture=None,
        table_title=say("page_side_by_side"),
        table=Data(tables[0]) if tables else None,
        table_below=(),
        holds=tuple(conditions(asked, level, named=True)),
        caveats=tuple(c.text for c in (short.caveats if short else ())[:MOST_CAVEATS]),
    )


def _sections(
    found: Sequence[Material],
    report: Report,
    scenarios: Sequence[Scenario],
    allow: Sequence[str],
) -> Iterator[Section]:
    """The comparison, why they differ, then of each scenario what its answer rests on."""
    side_by_side = (*tables_of(report, "comparison", "people"),)
    yield Section("compare", say("page_compare_title"), side_by_side)
    why = tuple(tables_of(report, "inputs"))
    if why:
        yield Section("why", say("page_why_title"), why)
    groups = ("not_known", "assumed", "answer")
    notes = [block for group in groups for block in notes_of(report, group)]
    if notes:
        yield Section("assumed", say("page_assumed_title"), tuple(notes))
    for place, (each, scenario) in enumerate(zip(found, scenarios, strict=True), start=1):
        called: Words = scenario.called or scenario.name
        marked = replace(each, mark=ascii_lowercase[place])
        for name in BEHIND:
            blocks = tuple(SECTIONS[name](marked))
            title = say("page_of", section=say(f"page_{name}_title"), name=called)
            yield Section(f"{name}-{place}", title, blocks)
    yield Section("record", say("page_record_title"), tuple(_record(found, scenarios, allow)))
    yield Section("glossary", say("page_glossary_title"), tuple(glossary(found[0])))


def _record(
    found: Sequence[Material], scenarios: Sequence[Scenario], allow: Sequence[str]
) -> Iterator[Block]:
    """What was run with what, scenario by scenario, and the command that makes the page again."""
    yield Paragraph(say("page_record_read"))
    for each, scenario in zip(found, scenarios, strict=True):
        yield Subheading(scenario.called or scenario.name)
        yield of_run(each.run, each.level)
    first = found[0]
    every = [each.run for each in found]
    yield CommandLine(commands(every, first.level, first.people, allow=allow))
