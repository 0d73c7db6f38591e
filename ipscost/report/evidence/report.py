"""evidence: what the studies together show, without counting votes, and all of it together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from ipscost.analysis.interval import Interval
from ipscost.analysis.studies import Evaluation, ReaderMoney, by_people, counted, side
from ipscost.report.evidence.figures import figures
from ipscost.report.evidence.notes import CAVEATS, NOTES, SideBySide
from ipscost.report.evidence.short import short
from ipscost.report.evidence.tables import tables
from ipscost.report.evidence.wording import name_of
from ipscost.report.notes.about import About, written
from ipscost.report.report import MOST_CAVEATS, Report, Short
from ipscost.settings import LEVEL
from ipscost.synthesis.effects import RISK_RATIO
from ipscost.words.locale import currency_sign
from ipscost.words.text import Words, number, rate, say, sentences

NAME = "evidence"
SIDES = {1: "above", -1: "below", 0: "around"}
"""Where an interval of a ratio lies: above 1, below it, or around it."""


def evidence(found: Sequence[Evaluation], reader: ReaderMoney, level: float = LEVEL) -> Report:
    """The report of studies in the order given, with money in that of the reader.

    There is at least one study.
    """
    about = About(SideBySide(tuple(found), reader), level=level)
    cautions = written(CAVEATS, about)
    return Report(
        scenario=NAME,
        headline=(sentences(*headline(found, reader, level)),),
        tables=tables(found, reader),
        notes=(*cautions, *written(NOTES, about)),
        record={
            "money": str(reader.money),
            "country": reader.country,
            "level": level,
            "studies": {name_of(each): _record(each) for each in found},
        },
        figures=tuple(figures(found, reader)),
        short=Short((short(found, reader, level),), cautions[:MOST_CAVEATS]),
    )


def _record(found: Evaluation) -> dict[str, Any]:
    """How a study was run, and what its row cannot say in numbers."""
    study = found.study
    return {
        **asdict(found.run.record),
        "country": found.country,
        "design": study.design,
        "groups": list(study.groups),
        "population": found.scenario.population,
        "comparator": study.comparator,
        "whose": study.whose,
        "doubt": study.doubt,
        "same_programme": study.same_programme,
        "people_assumed": bool(found.assumed_people),
        "sure": {"outcome": found.outcome_sure, "cost": found.cost_sure},
    }


def headline(found: Sequence[Evaluation], reader: ReaderMoney, level: float) -> Iterator[Words]:
    """How many studies there are, how sure their effects are, and how far their costs reach.

    Of trials and of intervals, those of the same people count once; what holds a programme against
    itself counts in nothing.
    """
    found = counted(found)
    if not found:
        yield say("evidence_head_none")
        return
    trials = sum(any(each.study.design == "trial" for each in group) for group in by_people(found))
    countries = len({each.country for each in found} - {""})
    key = "evidence_head" if len(found) > 1 else "evidence_head_one"
    yield say(key, studies=len(found), countries=countries, trials=trials)
    sure = tuple(_with_interval(found))
    sides = [each.excludes_none(RISK_RATIO) for each in sure]
    with_interval = [each for each in sides if each is not None]
    if len(with_interval) == 1:
        yield say(f"evidence_effect_{SIDES[with_interval[0]]}", level=rate(level))
    elif with_interval:
        yield say(
            "evidence_effects",
            level=rate(level),
            intervals=len(with_interval),
            above=with_interval.count(1),
            below=with_interval.count(-1),
            around=with_interval.count(0),
        )
    assumed = sum(bool(each.assumed_people) for each in sure)
    if len(with_interval) > 1 and assumed:
        yield say("evidence_effects_assumed", assumed=assumed)
    yield from _costs(found, reader)


def _with_interval(found: Sequence[Evaluation]) -> Iterator[Evaluation]:
    """The studies whose risk ratio has an interval; of the same people the first that has one."""
    for group in by_people(found):
        yield from [e for e in group if e.excludes_none(RISK_RATIO) is not None][:1]


def _costs(found: Sequence[Evaluation], reader: ReaderMoney) -> Iterator[Words]:
    """From where to where the whole cost differences reach that could be told in one money."""
    whole = [each.in_money for each in found if each.in_money and not each.in_money.partial]
    own = sum(each.cost is not None and each.in_money is None for each in found)
    values = {
        "count": len(whole),
        "sure": sum(side(each) is not None for each in whole),
        "currency": currency_sign(reader.money.currency),
        "year": str(reader.money.year),
    }
    if whole:
        ends = sorted(whole, key=lambda each: each.mean)
        low, high = (_amount(each, reader) for each in (ends[0], ends[-1]))
        key = "evidence_costs" if len(whole) > 1 else "evidence_costs_one"
        yield say(key, low=low, high=high, **values)
    if own:
        yield say("evidence_costs_own", own=own)


def _amount(found: Interval, reader: ReaderMoney) -> Words:
    return number(found.mean, str(reader.money), sign=True, beside=1e4)
