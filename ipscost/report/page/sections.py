"""The sections behind the first page, in order: the answer, what is not known, inputs, the record.

Each is a function of the material of a run that gives its blocks; one without any is left out. What
a scenario cannot give, such as a course without months, is told in a sentence. A new section is a
function here (or in a module beside this one), its name in `SECTIONS` and its title in `words/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ipscost.report.page.checked import checked, cheers, stated
from ipscost.report.page.document import Block, Data, Listed, Paragraph, Section, Subheading
from ipscost.report.page.front import first_picture
from ipscost.report.page.glossary import glossary
from ipscost.report.page.inputs import inputs
from ipscost.report.page.material import Material, tables_called
from ipscost.report.page.record import record
from ipscost.report.report import Report
from ipscost.report.simulate.months import break_even_sentence
from ipscost.words.text import Words, say

MOST_MONTHS = 24
"""A longer course is shown by year."""

Writer = Callable[[Material], Iterator[Block]]


def sections(found: Material) -> tuple[Section, ...]:
    """The sections of one scenario that have something to show."""
    made = ((name, tuple(write(found))) for name, write in SECTIONS.items())
    return tuple(
        Section(name, say(f"page_{name}_title"), blocks) for name, blocks in made if blocks
    )


# --- the answer ------------------------------------------------------------------------------


def saving(found: Material) -> Iterator[Block]:
    """Where the saving comes from: a waterfall, and the costs of each arm."""
    yield Paragraph(say("page_saving_read"))
    yield from found.pictured("waterfall")
    yield from tables_of(found.summary, "costs", "people")


def budget(found: Material) -> Iterator[Block]:
    """What a rollout costs and saves, what must hold for that, by year and payer, and when."""
    report = found.budget
    if report is None:
        return
    yield Paragraph(say("page_budget_read"))
    for text in report.headline:
        yield Paragraph(text)
    yield from tables_of(report, "holds")
    yield from found.pictured("budget", "cumulative")
    yield from tables_of(report, "years", "who", "turns", "starters")


def months(found: Material) -> Iterator[Block]:
    """The course over the months, with break-even."""
    from ipscost.analysis.simulate.months import courses_of
    from ipscost.report.simulate.months import tables

    last = found.scenario.months
    if not found.scenario.is_horizon_known:
        yield Paragraph(say("page_months_unknown"))
        return
    if last < 2:
        yield Paragraph(say("page_months_none"))
        return
    for arm in found.arms:
        yield Paragraph(break_even_sentence(found.view, arm, found.level))
    yield from found.pictured("months")
    by_month = last <= MOST_MONTHS
    courses = courses_of(found.view, found.level, months=by_month, years=not by_month)
    for table in tables(courses):
        yield Data(table)


def payers(found: Material) -> Iterator[Block]:
    """Who pays and who gains, by account and by category."""
    for text in found.payers.headline:
        yield Paragraph(text)
    yield from found.pictured("payers")
    yield from tables_of(found.payers, "accounts", "categories")
    accounts = [note.text for note in found.payers.notes if note.name == "accounts"]
    if accounts:
        yield Listed(tuple(accounts), say("page_accounts"))


def persons(found: Material) -> Iterator[Block]:
    """Who gains among people, where the scenario says how people differ or has groups of them."""
    report = found.persons
    if report is None:
        return
    for text in report.headline:
        yield Paragraph(text)
    yield from found.pictured("distribution")
    yield from tables_of(report, "saving", "groups")
    yield from found.pictured("concentration")
    yield from tables_of(report, "dearest", "categories")
    caveats = () if report.short is None else report.short.caveats
    own = tuple(note.text for note in caveats if note.name in ("caveat_joint", "caveat_between"))
    if own:
        yield Listed(own)


def sure(found: Material) -> Iterator[Block]:
    """How sure it is: what moves the saving, and cost against an outcome."""
    yield from _moving(found)
    yield Subheading(say("page_plane_title"))
    if found.decision is None:
        yield Paragraph(
            say("page_no_effect" if found.scenario.outcomes else "page_no_outcome_long")
        )
        return
    from ipscost.report.cea.report import cea

    report = cea(found.decision, found.level)
    for text in report.headline:
        yield Paragraph(text)
    yield from found.pictured("plane", "ceac")
    yield from tables_of(report, "effects", "net_benefit")


def _moving(found: Material) -> Iterator[Block]:
    """What moves the saving most, each number alone."""
    from ipscost.report.what_if.sensitivity import one_way

    if found.question is None:
        yield Paragraph(say("page_no_tornado"))
        return
    report = one_way(found.question, found.level)
    if all(found.view.total(arm).draws is None for arm in found.arms):
        yield Paragraph(say("page_no_uncertainty"))
    for text in report.headline[-len(found.question.arms) :]:
        yield Paragraph(text)
    yield from found.pictured("tornado")
    for table in report.tables:
        yield Data(table)


def what_if(found: Material) -> Iterator[Block]:
    """Numbers that a reader can change, and the saving that follows."""
    from ipscost.report.what_if.sliders import what_if as sliders

    if found.live is not None:
        yield sliders(found.live, found.people or 1)


def outcomes(found: Material) -> Iterator[Block]:
    """What people get: the outcomes of each arm, with an icon array if the first page has none."""
    if not found.scenario.outcomes:
        yield Paragraph(say("page_no_outcome_long"))
        return
    scenario = found.scenario
    tables = iter(tables_called(found.summary, "outcomes"))
    if first_picture(found) is None:
        yield from found.pictured("icons")
    for arm, table in zip(found.arms, tables, strict=False):
        if len(found.arms) > 1:
            yield Subheading(scenario.arms[arm].label)
        yield Data(table)


def analyses(found: Material) -> Iterator[Block]:
    """What the file's scenario analyses change."""
    if found.analyses is None:
        yield Paragraph(say("page_no_analyses"))
        return
    for text in found.analyses.headline:
        yield Paragraph(text)
    yield from found.pictured("analyses")
    yield from tables_of(found.analyses, "analyses", "changes")
    notes = [note.text for note in found.analyses.notes if note.name == "analysis_notes"]
    if notes:
        yield Listed(tuple(notes))


# --- what is not known, and how it was computed ------------------------------------------------


def assumed(found: Material) -> Iterator[Block]:
    """What is not known, what is assumed, and what else to know of the answer."""
    for group in ("not_known", "assumed", "answer"):
        yield from notes_of(found.summary, group)


def computed(found: Material) -> Iterator[Block]:
    """How the numbers were computed."""
    for block in notes_of(found.summary, "computed"):
        if isinstance(block, Listed):
            yield Listed(block.items)


def notes_of(report: Report, group: str) -> Iterator[Listed]:
    """The notes of a group, the heaviest first, each once."""
    found = sorted((n for n in report.notes if n.group == group), key=lambda note: -note.weight)
    texts: dict[Words, None] = dict.fromkeys(note.text for note in found)
    if texts:
        yield Listed(tuple(texts), say(f"notes_{group}"))


def tables_of(report: Report, *names: str) -> Iterator[Data]:
    """The tables of a report of these names."""
    for table in tables_called(report, *names):
        yield Data(table)


SECTIONS: dict[str, Writer] = {
    "saving": saving,
    "outcomes": outcomes,
    "payers": payers,
    "persons": persons,
    "budget": budget,
    "months": months,
    "sure": sure,
    "what_if": what_if,
    "analyses": analyses,
    "assumed": assumed,
    "stated": stated,
    "inputs": inputs,
    "computed": computed,
    "checked": checked,
    "cheers": cheers,
    "record": record,
    "glossary": glossary,
}
"""Every section by its name, which is its address in the page, in order."""

BEHIND = ("saving", "inputs")
"""The sections that a page of several scenarios has of each."""
