"""What a report tells of one person, for so many people in all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ipscost.analysis.interval import Interval
from ipscost.report.frame import in_money, whom
from ipscost.report.report import Column, Figure, Report, Row, Short, Table
from ipscost.scenario.nouns import Scenario
from ipscost.units import SHARE
from ipscost.words import text
from ipscost.words.text import (
    Words,
    bracketed,
    count,
    glued,
    say,
    series,
    within,
)

MEASURES = {
    "saving": "total",
    "net_gain": "group",
    "incremental_cost": "arm",
    "incremental_effect": "arm",
}
"""The numbers of a person that are told for all, each with the level of sum that is told."""
PER_PERSON = "/person"


@dataclass(frozen=True, slots=True)
class _Line:
    """A number of one person, and for how many people of which scenario it is told.

    effect: what a reader calls the effect where no scenario says so.
    """

    figure: Figure
    people: int
    scenario: Scenario | None
    effect: Words = ""

    @property
    def total(self) -> Interval:
        """The number for all of them."""
        value, people = self.figure.value, self.people
        low = None if value.low is None else value.low * people
        high = None if value.high is None else value.high * people
        return replace(value, mean=value.mean * people, low=low, high=high)


def with_people(
    report: Report,
    scenarios: Mapping[str, Scenario],
    people: int | None,
    effect: Words = "",
) -> Report:
    """The report with its answer for `people`, or for as many as the scenarios state.

    scenarios: by the name that the report has for each; none for results made elsewhere, whose
    `effect` has a name. A short answer gets a table named `people`, but not for a single saving,
    which a sentence tells (`in_all`). Unchanged where nobody says how many.
    """
    lines = tuple(_lines(report, scenarios, people, effect))
    if not lines:
        return report
    report = replace(
        report,
        figures=(*report.figures, *(_figure(line) for line in lines)),
        record=_recorded(report.record, people),
    )
    if {line.people for line in lines} == {1}:
        return report
    several = len(scenarios) > 1
    table = _table(lines, several=several)
    report = replace(report, tables=(*report.tables, table))
    if report.short is None or _is_told(lines):
        return report
    kept = tuple(line for line in lines if _is_first(line))
    brief = Short(
        (*report.short.tables, _table(kept or lines, several=several)), report.short.caveats
    )
    return replace(report, short=brief)


def sentences_for(
    report: Report, scenarios: Mapping[str, Scenario], people: int | None
) -> tuple[Words, ...]:
    """What each arm saves or costs for so many people, a sentence each, of those that are whole."""
    lines = _lines(report, scenarios, people, "")
    savings = (line for line in lines if line.figure.measure == "saving" and line.people != 1)
    return tuple(
        sentence
        for line in savings
        if line.scenario is not None and not line.figure.value.partial
        for sentence in in_all(line.scenario, line.figure.arm, line.figure.value, line.people)
    )


def _recorded(record: dict[str, Any], people: int | None) -> dict[str, Any]:
    """The record with the number of people that was asked for, as part of that of each run."""
    if people is None:
        return record
    runs = {name: each for name, each in record.items() if isinstance(each, dict)}
    if runs and len(runs) == len(record):
        return {name: {**each, "people": people} for name, each in runs.items()}
    return {**record, "people": people}


def _is_first(line: _Line) -> bool:
    """True for what a short answer tells: of accounts those of payers that may gain or lose."""
    is_payer = line.figure.measure != "net_gain" or str(line.figure.path).startswith("payer.")
    value = line.figure.value
    return is_payer and (value.mean != 0 or value.low is not None)


def _lines(
    report: Report, scenarios: Mapping[str, Scenario], people: int | None, effect: Words
) -> Sequence[_Line]:
    found = []
    for figure in report.figures:
        if MEASURES.get(figure.measure) != figure.level:
            continue
        scenario = scenarios.get(figure.scenario or report.scenario)
        number = people or (scenario.people if scenario else None)
        if number is not None:
            found.append(_Line(figure, number, scenario, effect))
    return found


def _figure(line: _Line) -> Figure:
    """The number for all, for machines."""
    unit = line.figure.unit
    whole = "person" if unit == str(SHARE) else unit.removesuffix(PER_PERSON)
    measure = f"{line.figure.measure}_in_all"
    return replace(line.figure, measure=measure, value=line.total, unit=whole)


# --- a sentence --------------------------------------------------------------------------------


def _is_told(lines: Sequence[_Line]) -> bool:
    """True for a single saving that is known: that of a run of one intervention."""
    figure = lines[0].figure
    return len(lines) == 1 and figure.measure == "saving" and not figure.value.partial


def in_all(scenario: Scenario, arm: str, value: Interval, people: int | None) -> Iterator[Words]:
    """What an arm saves for all `people`, or costs; weaker words where the interval holds 0.

    value: the saving per person, in the money of the scenario. Nothing of one person alone.
    """
    if people is None or people == 1:
        return
    is_clear = value.low is None or value.high is None or value.low > 0 or value.high < 0
    key = "people_save" if value.mean > 0 else "people_cost"
    if value.mean == 0:
        key = "people_same"
    if not is_clear:
        key += "_perhaps"
    amount = text.in_all(abs(value.mean), people, f"{scenario.money}{PER_PERSON}")
    side, label = within(whom(scenario)), scenario.arms[arm].label
    yield say(key, people=count(people), arm=label, whom=side, amount=amount)


def _arm(line: _Line) -> Words:
    arm, scenario = line.figure.arm, line.scenario
    return scenario.arms[arm].label if scenario and arm in scenario.arms else arm


# --- a table -----------------------------------------------------------------------------------


def _table(lines: Sequence[_Line], *, several: bool) -> Table:
    """Each number for all, with its interval where any has one; of `several` scenarios or one."""
    everyone, measures = {line.people for line in lines}, {line.figure.measure for line in lines}
    key = f"title_people_{measures.pop()}" if len(measures) == 1 else "title_people"
    scenarios = {id(line.scenario): line.scenario for line in lines if line.scenario}
    framed = in_money(*scenarios.values()) if scenarios else {}
    title = say("title_people_alone", people=count(max(everyone)))
    if framed and len(everyone) == 1:
        title = say(key, people=count(*everyone), **framed)
    elif framed:
        title = say("title_people_saving_each", **framed)
    columns = [Column(say("people_in_all"), numeric=True)]
    if any(line.figure.value.low is not None for line in lines):
        columns.append(Column(say("people_interval"), numeric=True))
    rows = []
    for line, label in zip(lines, _labels(lines, several=several), strict=True):
        if len(everyone) > 1:
            label = bracketed(label, say("people_for", people=count(line.people)))
        cells = (_amount(line), _interval(line))[: len(columns)]
        rows.append(Row(line.figure.path, label, cells, line.figure.unit))
    return Table(title, "", tuple(columns), tuple(rows), name="people")


def _labels(lines: Sequence[_Line], *, several: bool) -> Iterator[Words]:
    """What each number is of: an account, or a saving, a cost or an effect of an arm.

    Of several scenarios with the scenario, as a comparison heads its columns.
    """
    arms = {(line.figure.scenario, line.figure.arm) for line in lines}
    for line in lines:
        figure, scenario, arm = line.figure, line.scenario, _arm(line)
        if figure.measure == "net_gain":
            yield figure.label if len(arms) == 1 else bracketed(figure.label, arm)
        elif figure.measure != "saving":
            yield series((arm, _of_what(line)), ": ")
        elif scenario is None or not several:
            yield arm
        else:
            called = scenario.called or figure.scenario
            is_alone = len(scenario.interventions) == 1
            yield called if is_alone else say("labelled", label=called, text=arm)


def _of_what(line: _Line) -> Words:
    """Whether it is a cost, or which effect."""
    path, scenario = line.figure.path, line.scenario
    if line.figure.measure == "incremental_cost":
        return say("people_incremental_cost")
    is_known = scenario is not None and path in scenario.holders
    return scenario.holders[str(path)].label if scenario and is_known else line.effect or path


def _amount(line: _Line) -> Words:
    value = line.figure.value
    told = text.in_all(value.mean, line.people, line.figure.unit, sign=True, in_column=True)
    return glued(told, "*") if value.partial else told


def _interval(line: _Line) -> Words | None:
    value, unit = line.figure.value, line.figure.unit
    if value.low is None or value.high is None:
        return None
    ends = (value.low, value.high)
    low, high = (text.in_all(end, line.people, unit, in_column=True) for end in ends)
    return say("people_ends", low=low, high=high)
