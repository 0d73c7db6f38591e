"""distribution: what holds whatever goes with what, what the model has, what the dearest carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.distribution.answer import Distributions, at_main
from ipscost.analysis.distribution.crowd import ALIKE
from ipscost.analysis.distribution.measures import GAIN, MAIN, QUANTILES
from ipscost.report.frame import whom
from ipscost.report.notes import gaps
from ipscost.words.text import (
    Words,
    listing,
    money,
    percent,
    probability,
    rate,
    say,
    sentences,
    within,
)

MOST_NAMED = 3
"""So many categories are named where nobody knows how persons differ."""
NEARLY = 1e-9
"""Bounds that are no further apart are one number."""
MEDIAN = QUANTILES.index(0.5)


def headlines(found: Distributions) -> tuple[Words, ...]:
    """The answer, one for each intervention, and what the dearest carry in the reference arm."""
    told = [sentences(*_of_arm(found, arm)) for arm in found.arms]
    dearest = tuple(_dearest(found))
    if len(told) == 1:
        return (sentences(*told, *dearest),)
    return (*told, *dearest)


def labels(found: Distributions, arm: str) -> dict[str, Words]:
    """The arm, what it is compared with, and whose saving it is, within a sentence."""
    scenario = found.crowd.scenario
    return {
        "arm": within(scenario.arms[arm].label),
        "reference": within(scenario.arms[scenario.reference].label),
        "whom": whom(scenario),
    }


def named_alike(found: Distributions, paths: Sequence[str]) -> Words:
    """Categories within a sentence; of many the first, and how many more there are."""
    holders = found.crowd.scenario.holders
    names: list[Words] = [within(holders[path].label) for path in paths]
    if len(names) > MOST_NAMED:
        more = len(names) - MOST_NAMED + 1
        names = [*names[: MOST_NAMED - 1], say("others_too", count=more)]
    return listing(names)


def _of_arm(found: Distributions, arm: str) -> Iterator[Words]:
    told, scenario = labels(found, arm), found.crowd.scenario
    if found.is_partial(arm):
        yield gaps.sentence(found.view, arm)
        return
    if not found.is_claimed(arm):
        alike = found.alike(arm)
        parts, share = named_alike(found, [*alike]), percent(sum(alike.values()), 0)
        yield say("distribution_unknown", parts=parts, share=share, **told)
        return
    spread, bounds = found.of(arm), found.bounds(arm)
    currency = scenario.money.currency
    mean = found.view.total(arm).minus().point
    least, most = bounds.gain
    if most - least < NEARLY:
        yield say("distribution_sure", share=probability(least), mean=money(mean, currency), **told)
        return
    yield say("distribution_bounds", low=probability(least), high=probability(most), **told)
    gain, median = spread.shares[GAIN].mean, spread.quantiles[MEDIAN].mean
    key = "distribution_median_saves" if median > 0 else "distribution_median_costs"
    if median == 0:
        key = "distribution_median_none"
    elif median < 0 and mean < 0:
        key = "distribution_both_cost"
    size = max(abs(median), abs(mean))
    yield say(
        key,
        share=probability(gain),
        median=money(abs(median), currency, size),
        mean=money(abs(mean) if key == "distribution_both_cost" else mean, currency, size),
        **told,
    )


def _dearest(found: Distributions) -> Iterator[Words]:
    """What the dearest carry of the cost in the reference arm, where it is known."""
    carried = at_main(found.carried(found.reference))
    if carried is None or found.why == ALIKE:
        return
    arm = within(found.crowd.scenario.arms[found.reference].label)
    key = "distribution_dearest_partial" if carried.partial else "distribution_dearest"
    yield say(key, dearest=rate(MAIN), share=percent(carried.mean, 1), reference=arm)
