"""Notes that several commands share: assumptions, fixed numbers, sources, conversions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.course import spread_windows
from ipscost.directions import LOWER
from ipscost.drawing import draws as drawing
from ipscost.drawing.draws import Draws
from ipscost.engines.carried import shares as shares_of
from ipscost.engines.carried import with_shares
from ipscost.engines.expected import by_arm
from ipscost.report.frame import cost_rates, prices_of, rates_text, schedule_text
from ipscost.report.notes.about import About
from ipscost.report.notes.calendar import in_force
from ipscost.report.notes.carried import carried
from ipscost.report.phrases import rho_text
from ipscost.run import Run
from ipscost.scenario.distributions import Unseen
from ipscost.scenario.nouns import (
    SOCIETAL,
    SURE,
    WELFARE,
    Category,
    Correlation,
    Outcome,
    Scenario,
)
from ipscost.scenario.quantity import Quantity
from ipscost.units import Conversion
from ipscost.words.text import (
    Words,
    bracketed,
    clause,
    count,
    listing,
    percent,
    rate,
    say,
    sentence,
    sentences,
    series,
    typed,
    within,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def own_note(about: About[object]) -> Iterator[Words]:
    """Gives the scenario's own note."""
    if about.scenario.note:
        yield sentence(about.scenario.note)


def doubts(about: About[object]) -> Iterator[Words]:
    """Repeats the file's further warnings, behind the first, which is a caveat."""
    yield from warnings_of(about.scenario)[1:]


def warnings_of(scenario: Scenario) -> tuple[Words, ...]:
    """The file's warnings, other than those about how reliable its sources are.

    First those of a number that may have been read as a thousandth of what was meant.
    """
    found = [warning for warning in scenario.warnings if warning.code != "W401"]
    return tuple(
        say(
            "note_warning",
            place=f"{warning.path} ({warning.span.place})",
            message=warning.told or warning.message,
        )
        for warning in sorted(found, key=lambda each: each.code != "W402")
    )


def less_is_better(about: About[object]) -> Iterator[Words]:
    """Lists the outcomes for which less is better."""
    lower = [within(each.label) for each in about.scenario.outcomes if each.better == LOWER]
    if lower:
        yield say("note_less_is_better", labels=listing(lower))


def better(outcome: Outcome | None) -> Iterator[Words]:
    """Says that more of an outcome is assumed to be better, if the file does not say."""
    if outcome is not None and not outcome.is_better_known:
        yield say("note_better", label=within(outcome.label))


def spread_evenly(about: About[object]) -> Iterator[Words]:
    """Lists what is spread evenly over its months because no timing was published."""
    even = list(spread_windows(about.scenario))
    if even:
        yield say("note_even", paths=listing(even))


def undiscounted(about: About[object]) -> Iterator[Words]:
    """Says what the amounts before discounting are, beside a course in time."""
    if cost_rates(about.scenario):
        yield say("note_undiscounted", year=prices_of(about.scenario.money))


def dagger(about: About[object]) -> Iterator[Words]:
    """Explains the mark on rows that rest on an assumption."""
    scenario = about.scenario
    if any(q.is_assumed for c in scenario.categories for q in scenario.numbers_of(c)):
        yield say("note_dagger")


def assumptions(about: About[object]) -> Iterator[Words]:
    """States every assumption, once."""
    scenario = about.scenario
    found = assumed(scenario.quantities)
    for each in scenario.correlations:
        if each.assumption:
            found[f"correlation.{each.name}"] = each.assumption
    yield from told_once(found)


def later_prices(about: About[object]) -> Iterator[Words]:
    """States the prices that are assumed for years without published ones."""
    yield from later_prices_text(about.scenario)


def later_prices_text(scenario: Scenario) -> tuple[Words, ...]:
    """From which year prices are assumed, at which growth, and why; nothing where none are."""
    later = scenario.later_prices
    if later is None:
        return ()
    return (
        say(
            "note_later_prices" if later.growth >= 0 else "note_later_prices_fall",
            currency=later.currency,
            after=later.after,
            until=later.until,
            growth=rate(abs(later.growth)),
            text=clause(later.assumption),
        ),
    )


def assumed(numbers: Iterable[Quantity]) -> dict[str, Words]:
    """The assumptions of numbers that are known, by their paths."""
    return {each.path: each.assumption for each in numbers if each.assumption and each.is_known}


def told_once(assumed: Mapping[str, Words]) -> Iterator[Words]:
    """States assumptions, given by path; one shared by several numbers is stated once."""
    texts: dict[Words, list[str]] = {}
    for path, text in assumed.items():
        texts.setdefault(clause(text), []).append(path)
    for text, paths in texts.items():
        yield say("note_assumption", path=listing(paths), text=text)


def together(about: About[object]) -> Iterator[Words]:
    """Lists the quantities that are drawn together."""
    for each in about.scenario.correlations:
        yield say(
            "note_together",
            label=each.label,
            paths=listing(list(each.members)),
            rho=rho_text(each),
            source=correlation_source(each),
        )


def multiplied(about: About[object]) -> Iterator[Words]:
    """Lists the categories that multiply correlated quantities."""
    scenario = about.scenario
    found = [c for c in scenario.categories if covariance(scenario, c).any()]
    if found:
        labels = [within(category.label) for category in found]
        yield say("note_covariance", labels=listing(labels))


def correlation_source(correlation: Correlation) -> Words:
    """The source of a correlation and the place in it, or that it is assumed."""
    if correlation.source is None:
        return say("together_assumed")
    return f"{correlation.source.name} {correlation.place}".strip()


def covariance(scenario: Scenario, category: Category) -> Floats:
    """What correlation adds to the expected amount of each arm, (arm,); 0 without products."""
    if not category.arms or not scenario.correlations:
        return np.zeros(len(scenario.arms))
    price = "" if category.price is None else category.price.path
    means = with_shares(scenario, drawing.base_case(scenario))
    shares = shares_of(scenario, category)
    apart = Draws(means.n, means.columns)
    levels = [by_arm(category.arms, scenario, d, price, shares)[:, 0] for d in (means, apart)]
    added: Floats = levels[0] - levels[1]
    return np.where(np.abs(added) > 1e-12 * np.abs(levels[1]), added, 0.0)


def fixed(about: About[object]) -> Iterator[Words]:
    """Lists the quantities without uncertainty."""
    paths = [quantity.path for quantity in about.scenario.quantities if quantity.is_fixed]
    if paths:
        yield say("note_fixed", paths=listing(paths))


def drawn(about: About[object]) -> Iterator[Words]:
    """Says that quantities are drawn independently: all, or those outside correlations."""
    scenario = about.scenario
    uncertain = {quantity.path for quantity in scenario.quantities if not quantity.is_fixed}
    grouped = {path for each in scenario.correlations for path in each.members}
    if len(uncertain) > 1 and not grouped:
        yield say("note_drawn")
    elif uncertain - grouped:
        yield say("note_drawn_others")


def stretched(about: About[object]) -> Iterator[Words]:
    """Explains ratios whose mean is not the stated number, and shares of none or all."""
    scenario = about.scenario
    carried = scenario.transfer.effect if scenario.transfer is not None else ()
    for quantity in scenario.quantities:
        if quantity.is_median and quantity.way and quantity not in carried:
            yield say(
                "note_median" if scenario.model is None else "note_median_stated",
                value=typed(quantity.value),
                path=quantity.path,
                way=quantity.way,
                mean=typed(quantity.dist.mean, 4),
            )
        if isinstance(quantity.dist, Unseen) and quantity.way:
            yield say(
                "note_unseen",
                path=quantity.path,
                value=typed(quantity.value),
                way=quantity.way,
                mean=typed(quantity.dist.a / (quantity.dist.a + quantity.dist.b), 2),
            )


def impossible(about: About[object]) -> Iterator[Words]:
    """Lists levels that are impossible in some draws."""
    scenario = about.scenario
    for holder in scenario.holders.values():
        for name, arm in scenario.arms.items():
            share = about.view.outside(name, holder)
            if share > 0.001:
                yield say(
                    "note_outside",
                    share=percent(share, 1),
                    label=within(holder.label),
                    arm=within(arm.label),
                )


def how_sure(about: About[object]) -> Iterator[Words]:
    """Counts the numbers that are verified, secondary, derived or assumed."""

    def parts(counts: Counter[str]) -> Words:
        found = [say(f"sure_{sure}", count=counts[sure]) for sure in SURE if counts[sure]]
        return listing(found)

    scenario = about.scenario
    counts = Counter(quantity.sure for quantity in scenario.quantities)
    counts["assumed"] += scenario.later_prices is not None  # their growth is one more number
    if counts.total() == 1:
        yield say("note_sure_one", parts=parts(counts))
    elif counts.total():
        yield say("note_sure", count=counts.total(), parts=parts(counts))
    if scenario.correlations:
        sure = Counter(correlation.sure for correlation in scenario.correlations)
        yield say("note_sure_together", parts=parts(sure))


def conversions(about: About[object]) -> Iterator[Words]:
    """States each currency and price-year conversion, once."""
    ways = [quantity.conversion for quantity in about.scenario.quantities if quantity.conversion]
    for text in dict.fromkeys(conversion_text(way) for way in ways):
        yield say("note_money", sentence=text)


def conversion_text(conversion: Conversion) -> Words:
    """`EUR_2016 x 7.46038 = DKK_2016, x 1.0115 = DKK_2017`, and the order where there is one."""
    steps = [
        say("conversion_step", factor=typed(step.factor, 7), money=step.money)
        for step in conversion.steps
    ]
    way = sentences(str(conversion.start), series(steps))
    return bracketed(way, say(conversion.order)) if len(conversion.steps) > 1 else way


def discounting(about: About[object]) -> Iterator[Words]:
    """The discount rates, the reason for them, and the source of a schedule."""
    yield rates_sentence(about.scenario)


def rates_sentence(scenario: Scenario) -> Words:
    """The discount rates, the reason for them, and the source of a schedule."""
    discount = scenario.discount
    why = sentence(discount.note) if discount.note else ""
    cost, outcome = (rates_text(discount, what, scenario.months) for what in ("cost", "outcome"))
    rates = say("note_discount", cost=cost, outcome=outcome)
    return sentences(rates, why, schedule_text(discount), _undiscounted(scenario))


def _undiscounted(scenario: Scenario) -> Words:
    """Which outcomes are not discounted, if a reader might think they were."""
    labels = [within(o.label) for o in scenario.outcomes if not o.is_discounted]
    if not labels or not scenario.discount.of_outcomes:
        return ""
    others = "some" if len(labels) < len(scenario.outcomes) else "none"
    return say(f"undiscounted_{others}", labels=listing(labels))


def welfare(about: About[object]) -> Iterator[Words]:
    """States the factors of welfare economics, if that is the perspective."""
    if about.scenario.perspective == WELFARE:
        yield from factors(about.scenario)


def factors(scenario: Scenario) -> Iterator[Words]:
    """The factors of the welfare-economic account, with their sources."""
    if scenario.welfare is not None:
        factor, loss = scenario.welfare.net_tax_factor, scenario.welfare.tax_distortion
        yield say(
            "note_welfare",
            factor=typed(factor.value),
            factor_source=factor.source_text or say("together_assumed"),
            loss=percent(loss.value - 1, 0),
            loss_source=loss.source_text or say("together_assumed"),
        )


def persons(about: About[object]) -> Iterator[Words]:
    """Gives the number of people in each arm of the study, if stated."""
    arms = [arm for arm in about.scenario.arms.values() if arm.n]
    sizes = [sentences(arm.label, count(arm.n or 0)) for arm in arms]
    if sizes:
        yield say("note_persons", arms=listing(sizes))


def transfers(about: About[object]) -> Iterator[Words]:
    """Says that transfers are left out."""
    moved = about.run.point.moved & (about.view.weight() == 0)
    if moved.any() and about.scenario.perspective == SOCIETAL:
        yield say("note_transfers")


def cancelling(about: About[object]) -> Iterator[Words]:
    """Lists the arms whose costs nearly cancel out, so that no shares are shown."""
    scenario, view = about.scenario, about.view
    labels = [
        within(scenario.arms[arm].label)
        for arm in scenario.interventions
        if view.part_of_total(arm, view.total(arm)) is None
        and (view.run.point.difference(arm)[:, 0] * view.weight()).any()
    ]
    if labels:
        yield say("note_cancels", arms=listing(labels))


def not_relative(about: About[object]) -> Iterator[Words]:
    """Lists the outcomes without a relative change."""
    labels = [within(o.label) for o in about.scenario.outcomes if not o.relative]
    if labels:
        yield say("note_relative", labels=listing(labels))


def drawn_text(run: Run) -> Words:
    """`10,000 draws`, with the name of the sampler where it is not the usual one."""
    draws = count(run.settings.draws)
    key = "one" if run.settings.draws == 1 else run.settings.sampler
    return say(f"drawn_{key}", draws=draws)


OF_FILE = (carried, own_note, in_force, doubts, later_prices)
"""What the file says of itself."""
