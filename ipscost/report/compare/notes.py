"""What is said above and below a comparison: which saves more, how sure that is, and why."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ipscost.analysis.compare.cases import Case, chance, gap, gap_interval
from ipscost.analysis.compare.claims import seen_twice
from ipscost.analysis.compare.inputs import pairs_together
from ipscost.analysis.estimates import Estimate
from ipscost.analysis.frame import (
    discounted_text,
    perspective_text,
    prices_of,
    rates_text,
    whom,
)
from ipscost.analysis.interval import Interval
from ipscost.report.compare.claims import given, made, named, unlike, unmoved
from ipscost.report.compare.labels import label_of
from ipscost.report.notes import gaps
from ipscost.report.notes.common import directions, doubts, draws_text, unsure_ends
from ipscost.report.notes.model import means_beside
from ipscost.report.simulate.headline import headline as alone
from ipscost.scenario.kinds import KINDS
from ipscost.words.locale import currency_sign
from ipscost.words.text import (
    Words,
    count,
    horizon,
    joined,
    listing,
    money,
    number,
    probability,
    rate,
    reads,
    say,
    sentences,
)

NEARLY = 1e-6
"""The share of a saving of which nothing is told."""


def headline(cases: Sequence[Case], place: int, level: float) -> tuple[Words, ...]:
    """Which saves most, by how much more than the base (or the next), and how sure that is.

    Among those whose account is whole; of each other one, that it is not and what it lacks.
    """
    whole = [case for case in cases if not case.saving.partial]
    lacking = [case for case in cases if case.saving.partial]
    found: list[Words] = [
        gaps.sentence(case.view, case.arm, name=label_of(case)) for case in lacking
    ]
    base = cases[place]
    if len(whole) == 1:
        found.insert(0, alone(whole[0].view, whole[0].arm, level))
    if len(whole) > 1:
        ranked = sorted(whole, key=lambda case: -case.saving.point)
        best = ranked[0]
        other = ranked[1] if best is base or base in lacking else base
        first, second = _most(best, level), _more(best, other, level)
        if _is_tie(best, other, level):
            first = alone(best.view, best.arm, level)
        found = [first, second, *([say("compare_of_known")] if lacking else []), *found]
    return (*unlike(cases), *found, *unmoved(cases, base))


def _is_tie(best: Case, other: Case, level: float) -> bool:
    """True where the one that saves most saves no more than the other."""
    difference = gap(best.saving, other.saving)
    return _is_nothing(difference, gap_interval(difference, level), best)


def _most(best: Case, level: float) -> Words:
    """The one that saves most, against its reference arm."""
    scenario, saves = best.scenario, best.saving.point >= 0
    total = best.saving if saves else best.saving.minus()
    return say(
        "compare_most" if saves else "compare_least",
        name=label_of(best),
        whom=whom(scenario),
        amount=money(abs(total.point), scenario.money.currency),
        horizon=horizon(scenario.months),
        reference=scenario.arms[scenario.reference].label,
        interval=_extent(total.interval(level), str(scenario.money), level),
        year=prices_of(scenario.money),
    )


def _more(best: Case, other: Case, level: float) -> Words:
    """By how much it saves more than another, and how sure that is."""
    difference = gap(best.saving, other.saving)
    limits, odds = gap_interval(difference, level), chance(difference)
    pair = (best, other)
    names = {"name": named(best, pair), "other": named(other, pair)}
    if _is_nothing(difference, limits, best):
        return say("compare_same", **names)
    words = "compare_more" if best.saving.point >= 0 else "compare_less"
    if limits.low is not None and limits.low < 0:
        words = "compare_unclear"
    unit = str(best.scenario.money)
    moves = difference.is_uncertain
    sentence = say(
        words,
        amount=money(difference.point, best.scenario.money.currency),
        interval=_extent(limits, unit, level) if moves else "",
        **names,
    )
    return sentences(sentence, _sure(best, other, odds, moves=moves))


def _is_nothing(difference: Estimate, limits: Interval, best: Case) -> bool:
    """True for a difference that is 0 in every digit shown, and next to the saving itself."""
    if not difference.is_uncertain:
        return difference.point == 0
    ends = [abs(end) for end in (difference.point, limits.low or 0.0, limits.high or 0.0)]
    return round(max(ends)) == 0 and max(ends) < NEARLY * abs(best.saving.point)


def _sure(best: Case, other: Case, odds: float | None, *, moves: bool) -> Words:
    """How sure it is that one saves more than another."""
    draws = best.run.settings.draws
    if draws < 2:
        return say("headline_few" if draws else "headline_point")
    if odds is None:
        silent = [label_of(c) for c in (best, other) if not c.saving.is_uncertain]
        return say("compare_unsure", names=listing(silent))
    if not moves:
        return say("compare_every_draw")
    shown, conditions = probability(odds, draws), given(best, other)
    sentence = say("compare_probability", probability=shown, given=conditions)
    return sentences(sentence, *made(best, other))


def _extent(limits: Interval, unit: str, level: float) -> Words:
    """` (95% interval 29,783 to 114,594)`, or nothing."""
    if limits.low is None or limits.high is None:
        return ""
    return say(
        "headline_interval",
        level=rate(level),
        low=number(limits.low, unit),
        high=number(limits.high, unit),
    )


def money_line(cases: Sequence[Case]) -> dict[str, Words]:
    """What the second line of a title needs: money, horizon, perspective and discounting."""
    scenarios = [case.scenario for case in cases]
    months = dict.fromkeys(horizon(scenario.months) for scenario in scenarios)
    sides = dict.fromkeys(perspective_text(scenario) for scenario in scenarios)
    discounted = {discounted_text(scenario) for scenario in scenarios}
    spent = scenarios[0].money
    return {
        "currency": currency_sign(spent.currency),
        "horizon": listing(list(months)),
        "year": prices_of(spent),
        "perspective": listing(list(sides)),
        "discounted": discounted.pop() if len(discounted) == 1 else "",
    }


# --- notes -----------------------------------------------------------------------------------


def notes_of(
    cases: Sequence[Case], place: int, level: float, *, inputs: bool = False
) -> tuple[Words, ...]:
    """The notes under a comparison, most important first."""
    base, each = cases[place], _scenarios(cases)
    found = [
        *_legend(each),
        *_unlike(each, base),
        *(note for case in each for note in doubts(case.scenario)),
        say("note_absent"),
        *(note for case in each for note in directions(case.scenario)),
        *_lacking(cases),
        *_silent(cases, base),
        *_mixed(each),
        *_common(cases, base, level),
        *_seen_twice(each, base),
        *_together(each, base),
        *_base_cases(cases),
        *_sampling(cases, base, level),
        *_marked(each),
        *_fixed(each),
        *_restated(each),
        *_run_lines(each),
    ]
    if not inputs:
        found.append(say("note_inputs"))
    return tuple(dict.fromkeys(found))


def _scenarios(cases: Sequence[Case]) -> list[Case]:
    """One column a scenario."""
    return list({case.name: case for case in reversed(cases)}.values())[::-1]


def _legend(cases: Sequence[Case]) -> Iterator[Words]:
    for case in cases:
        title, file = case.scenario.title, case.scenario.file
        yield say("note_scenario", name=case.name, title=title, file=file)


def _unlike(cases: Sequence[Case], base: Case) -> Iterator[Words]:
    """Horizons, perspectives and discount rates that differ."""

    def parts(text: Sequence[Words]) -> Words:
        named = [
            say("named", name=case.name, text=each) for case, each in zip(cases, text, strict=True)
        ]
        return listing(named)

    scenarios = [case.scenario for case in cases]
    found: dict[str, list[Words]] = {
        "note_horizons": [horizon(scenario.months) for scenario in scenarios],
        "note_perspectives": [perspective_text(scenario) for scenario in scenarios],
        "note_rates": [
            joined((rates_text(s.discount, what, s.months) for what in ("cost", "outcome")), " / ")
            for s in scenarios
        ],
    }
    for words, text in found.items():
        if len(set(map(reads, text))) > 1:
            yield say(words, parts=parts(text))


def _lacking(cases: Sequence[Case]) -> Iterator[Words]:
    """What the account of a column lacks, and which outcomes are not known."""
    for case in cases:
        if case.saving.partial:
            parts = gaps.missing_text(case.view, case.arm)
            yield say("note_gaps", arm=label_of(case), parts=parts)
    for scenario in dict.fromkeys(case.name for case in cases):
        first = next(case for case in cases if case.name == scenario)
        yield from gaps.outcome_notes(first.scenario)
        yield from gaps.stated_otherwise(first.scenario)


def _silent(cases: Sequence[Case], base: Case) -> Iterator[Words]:
    """Differences without an interval, since one side states no uncertainty."""
    if base.run.settings.draws < 2:
        return
    names = [
        label_of(case)
        for case in cases
        if case is not base
        and not (case.saving.partial or base.saving.partial)
        and gap(case.saving, base.saving).draws is None
    ]
    if names:
        base_name = label_of(base)
        yield say("note_no_interval", base=base_name, names=listing(names))


def _mixed(cases: Sequence[Case]) -> Iterator[Words]:
    """Scenarios whose kinds cannot be told apart."""
    for case in cases:
        labels = [c.label for c in case.scenario.categories if KINDS[c.kind].spans]
        if labels:
            found = listing(labels)
            yield say("note_mixed_in", name=case.name, labels=found)


def _common(cases: Sequence[Case], base: Case, level: float) -> Iterator[Words]:
    """What the common random numbers do to the interval of each difference."""
    widths = []
    for case in cases:
        difference = gap(case.saving, base.saving)
        if case is base or difference.draws is None:
            continue
        apart = math.hypot(_width(case.saving.interval(level)), _width(base.saving.interval(level)))
        if _width(gap_interval(difference, level)) > 0.98 * apart:
            continue  # nothing that moves the result is common to the two
        currency = base.scenario.money.currency
        widths.append(
            say(
                "common_width",
                width=money(_width(gap_interval(difference, level)), currency),
                name=label_of(case),
                apart=money(apart, currency),
            )
        )
    if widths:
        base_name = label_of(base)
        yield say("note_common", base=base_name, widths=listing(widths))


def _width(limits: Interval) -> float:
    return (limits.high or 0.0) - (limits.low or 0.0)


def _seen_twice(cases: Sequence[Case], base: Case) -> Iterator[Words]:
    """Uncertain numbers of one path that differ in value and in source."""
    if base.run.settings.draws < 2:
        return
    mine = base.scenario.quantities
    for case in cases:
        paths = seen_twice(mine, case.scenario.quantities)
        if paths:
            names = {"base": base.name, "name": case.name}
            yield say("note_seen_twice", paths=listing(paths), **names)


def _together(cases: Sequence[Case], base: Case) -> Iterator[Words]:
    """Correlations that a scenario does not share with the base."""
    if base.run.settings.draws < 2:
        return
    for case in cases:
        apart = pairs_together(case.scenario) ^ pairs_together(base.scenario)
        if apart:
            paths = sorted({path for pair, _ in apart for path in pair})
            names = listing([base.name, case.name])
            yield say("note_together_differs", names=names, paths=listing(paths))


def _base_cases(cases: Sequence[Case]) -> Iterator[Words]:
    """What models save in the mean of the draws, where that is not the base case."""
    parts: list[Words] = []
    for case in cases:
        if case.scenario.model is not None:
            unit = f"{case.scenario.money}/person"
            parts += means_beside(case.saving, label_of(case), unit)
    if parts:
        yield say("note_base_case_compared", parts=listing(parts))


def _sampling(cases: Sequence[Case], base: Case, level: float) -> Iterator[Words]:
    """The largest Monte Carlo error of a difference, and the digits that it makes unsure."""
    gaps = [gap(case.saving, base.saving) for case in cases if case is not base]
    found = [(each, error) for each in gaps if (error := each.sampling_error(level))]
    if not found:
        return
    money_of, unit = base.scenario.money.currency, f"{base.scenario.money}/person"
    worst = max(error.ends for _, error in found)
    models = any(case.scenario.model is not None for case in cases)
    yield say(
        "note_sampling_compared_model" if models else "note_sampling_compared",
        draws=count(base.run.settings.draws),
        level=rate(level),
        ends=money(worst, money_of),
    )
    digits = max(unsure_ends(each, unit, level) for each, _ in found)
    if digits:
        part = say("digits_of", count=digits, label=say("the_gap"))
        yield say("note_digits", parts=part)


def _marked(cases: Sequence[Case]) -> Iterator[Words]:
    numbers = [q for case in cases for c in case.scenario.categories for q in c.numbers]
    if any(quantity.assumption for quantity in numbers):
        yield say("note_dagger_compared")


def _fixed(cases: Sequence[Case]) -> Iterator[Words]:
    """How many numbers of each scenario have no stated uncertainty."""
    parts = []
    for case in cases:
        quantities = case.scenario.quantities
        fixed = sum(quantity.is_fixed for quantity in quantities)
        if fixed:
            counts = {"count": fixed, "total": len(quantities), "name": case.name}
            parts.append(say("fixed_count", **counts))
    if parts:
        yield say("note_fixed_counts", parts=listing(parts))


def _restated(cases: Sequence[Case]) -> Iterator[Words]:
    """Scenarios whose results are stated in other money than they are shown in."""
    first = cases[0]
    for case in cases:
        scenario = case.scenario
        if case is first or scenario.stated_money == scenario.money:
            continue
        ways = [q.conversion for q in scenario.quantities if q.conversion]
        order = next((way.order for way in ways if len(way.steps) > 1), "")
        order = order or scenario.order or (ways[0].order if ways else "exchange_then_prices")
        words = "restated_own" if scenario.order else "restated_other"
        steps = max((len(way.steps) for way in ways), default=0)
        yield say(
            "note_restated",
            name=case.name,
            stated=scenario.stated_money,
            money=scenario.money,
            base=first.name,
            way=say(words, order=say(order)) if steps > 1 else "",
        )


def _run_lines(cases: Sequence[Case]) -> Iterator[Words]:
    """What was changed, and how it was run."""
    record = cases[0].run.record
    if record.settings:
        yield say("note_set", settings=listing(list(record.settings)))
    digests = [say("run_digest", name=case.name, digest=case.run.record.digest) for case in cases]
    yield say(
        "note_run_compared",
        draws=draws_text(cases[0].run),
        version=record.version,
        scenarios=listing(digests),
    )
