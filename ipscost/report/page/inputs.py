"""Every number that goes in: value, unit, uncertainty, source, how sure it is, its line."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.errors import Span
from ipscost.report.frame import rates_text
from ipscost.report.notes.common import correlation_source
from ipscost.report.page.document import Block, Data, Paragraph, Reference, References, Subheading
from ipscost.report.page.material import Material
from ipscost.report.phrases import rho_text
from ipscost.report.report import Column, Row, Table
from ipscost.report.rollout import rollout_names
from ipscost.report.spread import spread_names
from ipscost.report.uses import labels
from ipscost.scenario.model import once
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.quantity import Quantity, Source
from ipscost.words.text import Words, behind, capital, count, say, sentence, typed

MOST_ROWS = 300
"""More inputs than this are told in number alone: the file itself is easier to read then."""
LINKS = ("https://", "http://")
"""The only addresses that a source is linked to; a DOI is one of them."""


def inputs(found: Material) -> Iterator[Block]:
    """The table of inputs, and the sources they are taken from."""
    rows = list(_rows(found.scenario))
    yield Paragraph(say("page_inputs_read"))
    yield Data(_table(rows[:MOST_ROWS]))
    if len(rows) > MOST_ROWS:
        more = count(len(rows) - MOST_ROWS)
        yield Paragraph(say("page_inputs_more", count=more, file=found.scenario.file), "aside")
    sources = tuple(map(_reference, found.scenario.sources.values()))
    if sources:
        yield Subheading(say("page_sources"))
        yield References(sources)


def _table(rows: list[Row]) -> Table:
    headings = ("value", "unit", "uncertainty", "source", "how_sure", "path", "line")
    return Table(
        title=say("page_inputs_table"),
        first=say("page_input"),
        columns=tuple(Column(say(f"page_{heading}")) for heading in headings),
        rows=tuple(rows),
        name="inputs",
    )


def _rows(scenario: Scenario) -> Iterator[Row]:
    """A row for each number, the unknown ones in their place in the file; then rates and ties."""
    named = labels(scenario)
    worth = tuple(o.threshold for o in scenario.outcomes if o.threshold is not None)
    worths = {o.threshold.path: o.label for o in scenario.outcomes if o.threshold is not None}
    factors = scenario.welfare
    loaded = (factors.net_tax_factor, factors.tax_distortion) if factors else ()
    rolled = {} if scenario.rollout is None else rollout_names(scenario.rollout)
    stated = () if scenario.rollout is None else scenario.rollout.stated
    spreads = spread_names(scenario)
    between = () if scenario.spread is None else scenario.spread.numbers
    every = (*scenario.quantities, *scenario.unknowns, *worth, *loaded, *stated, *between)
    numbers = once(every)
    for number in sorted(numbers, key=lambda each: (each.span.file, each.span.line)):
        label: Words = number.path
        if number.path in named:
            label = named[number.path]
        elif number.path in rolled:
            label = rolled[number.path].label
        elif number.path in spreads:
            label = spreads[number.path].label
        elif number.path in worths:
            label = say("page_worth", label=worths[number.path])
        elif (holder := scenario.holders.get(number.path.rpartition(".")[0])) is not None:
            arm = scenario.arms.get(number.path.rpartition(".")[2])
            label = (
                holder.label if arm is None else say("labelled", label=holder.label, text=arm.label)
            )
        elif number in loaded:
            label = say(f"factor_{number.path.rpartition('.')[2]}")
        yield _row(scenario, number, label)
    for what in ("cost", "outcome"):
        path = f"discount.{what}"
        place = scenario.places.get(path)
        rates = rates_text(scenario.discount, what, scenario.months)
        source = scenario.discount.source or scenario.discount.note or ""
        line = _line(place, scenario) if place is not None else ""
        fixed = say("page_fixed")
        label = say(f"page_discount_{what}")
        yield Row(path, label, (rates, say("page_a_year"), fixed, source, "", path, line))
    for each in scenario.correlations:
        path = f"correlation.{each.name}"
        sure = say(f"page_is_{each.sure}")
        label = say("page_correlation", label=each.label)
        source = correlation_source(each)
        yield Row(
            path, label, (rho_text(each), "", "", source, sure, path, _line(each.span, scenario))
        )


def _row(scenario: Scenario, number: Quantity, label: Words) -> Row:
    """A number as it was stated."""
    unit = behind(str(number.unit))
    value: Words = typed(number.value)
    if number.gap is not None:
        value = number.gap.stated or say("page_not_known")
    elif number.role == "difference":
        value = typed(number.value) if number.value <= 0 else say("page_plus", amount=value)
    way: Words = say("page_fixed") if number.way is None else number.way
    source = number.source_text or say("page_assumption")
    sure: Words = say(f"page_is_{number.sure}")
    if number.gap is not None:
        way, sure = "", ""
    cells = (value, unit, way, source, sure, number.path, _line(number.span, scenario))
    return Row(number.path, label, cells, marked=number.is_assumed and number.is_known)


def _line(place: Span, scenario: Scenario) -> str:
    """The line of the scenario's own file; of another one its name too."""
    return str(place.line) if place.file == scenario.file else f"{place.file}:{place.line}"


def _reference(source: Source) -> Reference:
    """A source with its address, if that is one of the web."""
    about = [sentence(say(f"page_is_{source.sure}"))]
    if source.population is not None:
        about.append(say("page_studied", population=source.population))
    if source.note is not None:
        about.append(sentence(source.note))
    link = source.where if source.where.startswith(LINKS) else ""
    return Reference(source.name, source.cite, link, tuple(map(capital, about)))
