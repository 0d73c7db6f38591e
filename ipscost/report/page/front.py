"""The first page, for a council: what a place costs, who gains and who pays, and how sure that is.

It follows two pages that councils know: the programme page of the Washington State Institute for
Public Policy (costs, benefits by whom they reach, and the chance that they exceed the costs), and
the toolkit of the Education Endowment Foundation, whose signs are cost, evidence and impact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ipscost.analysis.estimates import View
from ipscost.analysis.evidence import evidence_of
from ipscost.analysis.interval import Interval
from ipscost.analysis.simulate.place import place_of
from ipscost.analysis.simulate.saving import Saving, saving_of
from ipscost.report.charts import Icons
from ipscost.report.frame import about_whom, discounted_text, in_money, prices_of, whom
from ipscost.report.notes.given import fineness, is_by_construction, is_guessed
from ipscost.report.page.document import Data, Definition, Front, FrontSign, Pictured
from ipscost.report.page.material import Material
from ipscost.report.people import sentences_for
from ipscost.report.report import MOST_CAVEATS, Row
from ipscost.report.simulate.headline import MOST_SENTENCES, extrapolated, headline, holds
from ipscost.report.simulate.short import gains
from ipscost.scenario.nouns import Outcome, Scenario
from ipscost.units import SHARE
from ipscost.words.locale import currency_sign
from ipscost.words.numbers import round_half_up
from ipscost.words.text import (
    Words,
    amount,
    capital,
    count,
    horizon,
    listing,
    measured,
    money,
    number,
    points,
    probability,
    rate,
    say,
    sentences,
    series,
    within,
)

MOST_PAYERS = 4
"""So many payers have room on the first page: those with the largest amounts."""
HUNDRED = 100
MOST_ICONS = 2
"""An icon array of more groups has no room on the first page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An arm of a run that the first page tells of; `label` is empty where there is no other."""

    label: Words
    view: View
    arm: str

    @property
    def scenario(self) -> Scenario:
        """The scenario of the arm."""
        return self.view.run.scenario


def front(found: Material) -> Front:
    """The first page of one scenario."""
    scenario, view, level = found.scenario, found.view, found.level
    alone, arms = len(found.arms) == 1, _first_arms(view)
    asked = [Asked("" if alone else scenario.arms[arm].label, view, arm) for arm in arms]
    told = [headline(view, arm, level) for arm in arms]
    people = sentences_for(found.summary, {scenario.name: scenario}, found.people)
    table, below = _payers(found)
    if more := len(found.arms) - len(arms):
        below.append(say("page_arms_one" if more == 1 else "page_arms_more", count=count(more)))
    short = found.summary.short
    return Front(
        answer=(*told, sentences(*people)) if people else tuple(told),
        facts=tuple(facts(scenario)),
        signs=signs(asked, level),
        picture=first_picture(found),
        table_title=say("page_gains_title"),
        table=table,
        table_below=tuple(below),
        holds=tuple(conditions(asked, level)),
        caveats=tuple(c.text for c in (short.caveats if short else ())[:MOST_CAVEATS]),
    )


def _first_arms(view: View) -> tuple[str, ...]:
    """The arms that have room on the first page, those that save most, in file order."""
    arms = view.run.scenario.interventions
    ranked = sorted(arms, key=lambda arm: (view.total(arm).partial, view.total(arm).point))
    return tuple(arm for arm in arms if arm in ranked[:MOST_SENTENCES])


def first_picture(found: Material) -> Pictured | None:
    """The icon array of what people get, where it has room on the first page: of two arms."""
    for block in found.pictured("icons"):
        if isinstance(block, Pictured) and isinstance(block.picture.chart, Icons):
            return block if len(block.picture.chart.groups) <= MOST_ICONS else None
    return None


def facts(scenario: Scenario) -> Iterator[Definition]:
    """Whom it is about, against what, over which time, from whose side, and on how new evidence."""
    people = about_whom(scenario)
    yield Definition(say("page_people"), say("page_not_stated") if people is None else people)
    yield Definition(say("page_comparator"), scenario.arms[scenario.reference].label)
    yield Definition(say("page_horizon"), horizon(scenario.stated_months))
    yield Definition(say("page_side"), capital(whom(scenario)))
    sign = currency_sign(scenario.money.currency)
    yield Definition(
        say("page_money"), series((sign, prices_of(scenario.money), discounted_text(scenario)))
    )
    found = evidence_of(scenario)
    for arm in (scenario.arms[name] for name in scenario.interventions):
        if arm.note is not None:
            yield Definition(arm.label, arm.note)
    newest: Words = say("page_not_stated")
    if found.newest is not None:
        newest = say("page_newest_of", year=str(found.year), cite=found.newest.cite)
    yield Definition(say("page_newest"), newest)


# --- the signs -------------------------------------------------------------------------------


def signs(asked: Sequence[Asked], level: float) -> tuple[FrontSign, ...]:
    """Cost, saving, effect, certainty and evidence: a value for each arm."""
    first = (_place(asked, level), _saved(asked, level))
    return (*first, _effect(asked), _sure(asked, level), _evidence(asked))


def _place(asked: Sequence[Asked], level: float) -> FrontSign:
    """What a place costs; where that was not published, how much more than normal practice."""
    values, whole, extra = list[tuple[Words, Words]](), False, False
    for each in asked:
        currency, found = each.scenario.money.currency, place_of(each.view, each.arm, level)
        text = say("page_place_none") if found is None else say("page_not_published")
        if found is not None and found.cost is not None:
            text, whole = money(found.cost.mean, currency), True
        elif found is not None and found.extra is not None:
            text, extra = money(found.extra.mean, currency), True
            if found.extra.mean > 0:
                text = say("page_plus", amount=text)
        values.append((each.label, text))
    scenario = asked[0].scenario
    reference = within(scenario.arms[scenario.reference].label)
    below = list[Words]()
    if whole or extra:
        below.append(say("page_place_time", horizon=horizon(scenario.stated_months)))
    if extra:
        below.append(say("page_place_extra", reference=reference))
    return FrontSign(say("page_place"), tuple(values), sentences(*below))


def _saved(asked: Sequence[Asked], level: float) -> FrontSign:
    """What each arm saves, or costs more; of an account that is not whole nothing is claimed."""
    values, scenario = list[tuple[Words, Words]](), asked[0].scenario
    for each in asked:
        found = saving_of(each.view, each.arm, level)
        text = say("page_not_known")
        if found is not None:
            amount_text = money(found.amount.mean, each.scenario.money.currency)
            text = amount_text if found.saves else say("page_costs_more", amount=amount_text)
        values.append((each.label, text))
    words = {"horizon": horizon(scenario.stated_months), "whom": whom(scenario)}
    is_paid = place_of(asked[0].view, asked[0].arm, level) is not None
    below = sentences(say("page_saved_is", **words), say("page_saved_paid") if is_paid else "")
    return FrontSign(say("page_saved"), tuple(values), below)


def _effect(asked: Sequence[Asked]) -> FrontSign:
    """How many of a hundred people reach the first outcome that is a share; else another outcome.

    The first outcome is the one that the file names first, of those known in some arm.
    """
    title = say("page_effect")
    scenario, place = asked[0].scenario, _first_outcome(asked)
    if place is None:
        lacking = "page_not_known" if scenario.outcomes else "page_no_outcome"
        return FrontSign(title, (("", say(lacking)),))
    outcome = scenario.outcomes[place]
    reference = within(scenario.arms[scenario.reference].label)
    is_share = outcome.unit == SHARE
    values = tuple((each.label, _reached(each, outcome, is_share=is_share)) for each in asked)
    words = {"label": outcome.label, "reference": reference}
    if not is_share:
        return FrontSign(title, values, say("page_effect_change", **words))
    base = asked[0].view.outcome(scenario.reference, place).point
    return FrontSign(title, values, say("page_effect_share", base=_of_hundred(base), **words))


def _first_outcome(asked: Sequence[Asked]) -> int | None:
    """The place of the outcome that is told first, shares before others; None if none is known."""
    view = asked[0].view
    outcomes, point = view.run.scenario.outcomes, view.run.point
    told = [
        place
        for place in range(len(outcomes))
        if any(not view.outcome_difference(a.arm, place).empty for a in asked if a.view is view)
    ]
    base = point.outcome_known[point.arm(point.reference)]
    shares = [place for place in told if outcomes[place].unit == SHARE and base[place]]
    return next(iter((*shares, *told)), None)


def _reached(each: Asked, outcome: Outcome, *, is_share: bool) -> Words:
    """How many of a hundred in an arm, or how much more than in the reference arm."""
    own = [other.path for other in each.scenario.outcomes]
    if outcome.path not in own:
        return say("page_not_published")
    place, point = own.index(outcome.path), each.view.run.point
    if is_share and point.outcome_known[point.arm(each.arm), place]:
        return _of_hundred(each.view.outcome(each.arm, place).point)
    change = each.view.outcome_difference(each.arm, place)
    if change.empty:
        return say("page_not_published")
    unit = str(outcome.unit)
    if is_share:
        return points(change.point, sign=True)
    return measured(number(change.point, unit, sign=True), unit.removesuffix("/person"))


def _of_hundred(share: float) -> Words:
    return say("page_of_hundred", count=count(int(round_half_up(HUNDRED * share, 0))))


def _sure(asked: Sequence[Asked], level: float) -> FrontSign:
    """How probable a saving is; its interval where the draws do not tell that."""
    values, below = list[tuple[Words, Words]](), list[str]()
    for each in asked:
        text, key = _certainty(each, saving_of(each.view, each.arm, level))
        values.append((each.label, text))
        below += [key] if key else []
    told = [say(key, level=rate(level)) for key in dict.fromkeys(below)]
    return FrontSign(say("page_sure"), tuple(values), sentences(*told))


def _certainty(each: Asked, found: Saving | None) -> tuple[Words, str]:
    """How sure a saving is, and the key of the words that say what that means."""
    if found is None:
        return say("page_not_known"), "page_sure_partial"
    if found.probability is None:
        return say("page_not_known"), "page_sure_none"
    scenario, run = each.scenario, each.view.run
    if not is_by_construction(scenario, each.arm) and not is_guessed(scenario):
        draws = fineness(scenario, each.arm, run.settings.draws)
        return probability(found.probability, draws), "page_sure_odds"
    return _extent(found.amount, scenario), (
        "page_sure_saving" if found.saves else "page_sure_cost"
    )


def _extent(found: Interval, scenario: Scenario) -> Words:
    assert found.low is not None
    assert found.high is not None
    size = max(abs(found.low), abs(found.high))
    high = money(found.high, scenario.money.currency, size)
    return say("page_interval", low=amount(found.low, size), high=high)


def _evidence(asked: Sequence[Asked]) -> FrontSign:
    """How many numbers were read in their own source, and how sure the others are."""
    scenarios = {id(each.scenario): each for each in asked}
    values, rest = list[tuple[Words, Words]](), list[Words]()
    for each in scenarios.values():
        found = evidence_of(each.scenario)
        verified = dict(found.counts)["verified"]
        text = say("page_verified", count=count(verified), all=count(found.numbers))
        values.append((each.label if len(scenarios) > 1 else "", text))
        if len(scenarios) == 1:
            rest = [
                say(f"page_sure_{sure}", count=count(number))
                for sure, number in found.counts
                if number and sure != "verified"
            ]
    told = sentences(
        say("page_verified_is"), say("page_others", parts=listing(rest)) if rest else ""
    )
    return FrontSign(say("page_evidence"), tuple(values), told)


# --- what must hold, and who gains -----------------------------------------------------------


def conditions(asked: Sequence[Asked], level: float, *, named: bool = False) -> Iterator[Words]:
    """What must hold for each arm to pay, and how much of its saving nobody has observed.

    Each with the label of what it is of, where that is `named`: in several scenarios arms are
    called alike.
    """
    told = False
    for each in asked:
        for text in holds(each.view, each.arm):
            told = True
            yield say("labelled", label=each.label, text=text) if named else text
        found = saving_of(each.view, each.arm, level)
        if found is not None and found.extrapolated is not None:
            told = True
            text = extrapolated(each.scenario, found, each.arm if each.label != "" else "")
            yield say("labelled", label=each.label, text=text) if named else text
    if not told:
        yield say("page_holds_none")


def _payers(found: Material) -> tuple[Data | None, list[Words]]:
    """What the four payers with the largest amounts gain, and what to know of these amounts."""
    table = gains(found.found)
    moved = [row for row in table.rows if _size(row) != 0]
    kept = sorted(moved, key=_size, reverse=True)[:MOST_PAYERS]
    shown = [row for row in moved if row in kept]
    below = list[Words]()
    if any(isinstance(cell, Interval) and cell.partial for row in shown for cell in row.cells):
        below.append(say("page_star"))
    if any(cell is None for row in shown for cell in row.cells):
        below.append(say("page_dash"))
    if more := len(moved) - len(shown):
        below.append(say("page_payers_one" if more == 1 else "page_payers_more", count=count(more)))
    if not shown:
        return None, [say("page_payers_none")]
    scenario = found.scenario
    columns = table.columns
    if len(columns) == 1:
        label = say("page_gain_with", arm=within(columns[0].label))
        columns = (replace(columns[0], label=label, style="signed"),)
    title = say("page_gains_table", **in_money(scenario))
    return Data(replace(table, title=title, columns=columns, rows=tuple(shown), breaks=())), below


def _size(row: Row) -> float:
    """The largest amount of a row."""
    return max((abs(c.mean) for c in row.cells if isinstance(c, Interval)), default=0.0)
