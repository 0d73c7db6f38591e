"""What a reader must know beside the numbers: unknown, assumed, fixed, how sure, how converted."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ipscost.analysis.estimates import Estimate, View
from ipscost.analysis.frame import parts_of, rates_text, schedule_text
from ipscost.directions import LOWER
from ipscost.drawing import draws as drawing
from ipscost.drawing.draws import Draws
from ipscost.engines.expected import by_arm
from ipscost.errors import STDIN
from ipscost.report.notes import gaps
from ipscost.report.notes.model import base_case, clipped, model_notes
from ipscost.report.phrases import rho_text
from ipscost.run import Run
from ipscost.scenario.distributions import Unseen
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.nouns import (
    SOCIETAL,
    SURE,
    WELFARE,
    Category,
    Correlation,
    Outcome,
    Scenario,
)
from ipscost.units import Conversion
from ipscost.words.numbers import unsure_digits
from ipscost.words.text import (
    Text,
    Words,
    bracketed,
    capital,
    clause,
    count,
    glued,
    joined,
    listing,
    money,
    percent,
    rate,
    say,
    sentence,
    sentences,
    typed,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def of_run(view: View, level: float) -> tuple[Words, ...]:
    """The notes under a summary, most important first."""
    scenario = view.run.scenario
    found: list[Words] = [sentence(scenario.note)] if scenario.note else []
    found += [
        *doubts(scenario),
        *extrapolated(scenario),
        *model_notes(scenario),
        *base_case(view),
        *directions(scenario),
        *clipped(view),
        *gaps.notes(view),
        *unknown(view),
        *unsplit(view),
        *assumed(scenario),
        *together(scenario),
        *fixed(scenario),
        *stretched(view),
        *how_sure(scenario),
        *conversions(scenario),
        discounting(scenario),
        *welfare(scenario),
        *others(view),
        *sampling(view, level),
        *run_lines(view),
        say("note_change", name=shell_name(scenario)),
    ]
    return tuple(found)


def shell_name(scenario: Scenario) -> str:
    """The scenario as a command line names it."""
    return "-" if scenario.file == STDIN else shlex.quote(scenario.file)


def doubts(scenario: Scenario) -> Iterator[Words]:
    """What the file's warnings say of its numbers; how sure its sources are is said elsewhere."""
    for warning in scenario.warnings:
        if warning.code != "W401":
            place = f"{warning.path} ({warning.span.place})"
            yield say("note_warning", place=place, message=warning.told or warning.message)


def directions(scenario: Scenario) -> Iterator[Words]:
    """The outcomes of which less is better."""
    lower = [each.label for each in scenario.outcomes if each.better == LOWER]
    if lower:
        yield say("note_less_is_better", labels=listing(lower))


def direction(outcome: Outcome | None) -> Iterator[Words]:
    """That more of an outcome is taken as better, where nothing says so."""
    if outcome is not None and not outcome.is_better_known:
        yield say("note_better", label=outcome.label)


def extrapolated(scenario: Scenario) -> Iterator[Words]:
    """That a part of the horizon lies after the time that people were followed."""
    if parts_of(scenario):
        observed = scenario.observed or 0
        words = {"month": observed, "first": observed + 1, "last": scenario.months}
        yield say("note_extrapolated", **words)


def unsplit(view: View) -> Iterator[Words]:
    """Payers that stand for several whose split was not published."""
    scenario = view.run.scenario
    borne = {name for category in scenario.categories for name in category.payers}
    for name, payer in scenario.payers.items():
        if payer.of and name in borne:
            members = [scenario.payers[member].label for member in payer.of]
            label = payer.label
            yield say("note_unsplit", label=label, members=listing(members))


def stretched(view: View) -> Iterator[Words]:
    """Ratios whose mean is not the stated number, and levels that some draws make impossible."""
    scenario = view.run.scenario
    for quantity in scenario.quantities:
        if quantity.is_median and quantity.way:
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
    for holder in scenario.holders.values():
        for name, arm in scenario.arms.items():
            share = view.outside(name, holder)
            if share > 0.001:
                yield say(
                    "note_outside",
                    share=percent(share, 1),
                    label=holder.label,
                    arm=arm.label,
                )


def sampling(view: View, level: float, *, outcomes: bool = True) -> Iterator[Words]:
    """The Monte Carlo error of the total, and which printed digits more draws may change.

    Those of the outcomes too, where `outcomes` are shown.
    """
    scenario = view.run.scenario
    totals = [view.total(arm) for arm in scenario.interventions]
    found = [error for total in totals if (error := total.sampling_error(level))]
    unit = f"{scenario.money}/person"
    total: Words = say("the_total")
    digits = {total: _unsure(totals, unit, level)}
    if found:
        currency, size = scenario.money.currency, max(abs(each.point) for each in totals)
        yield say(
            "note_sampling_model" if scenario.model else "note_sampling",
            draws=count(view.run.settings.draws),
            level=rate(level),
            mean=money(max(error.mean for error in found), currency, size),
            ends=money(max(error.ends for error in found), currency, size),
        )
    for index, outcome in enumerate(scenario.outcomes if outcomes else ()):
        changes = [view.outcome_difference(arm, index) for arm in scenario.interventions]
        digits[outcome.label] = _unsure(changes, str(outcome.unit), level)
    moving = {label: n for label, n in digits.items() if n}
    parts = [say("digits_of", count=n, label=label) for label, n in moving.items()]
    if parts:
        yield say("note_digits", parts=listing(parts))
    elif found:
        yield say("note_digits_none")


def _unsure(estimates: Sequence[Estimate], unit: str, level: float) -> int:
    """How many of the last digits of the intervals' ends more draws may change."""
    return max((unsure_ends(each, unit, level) for each in estimates), default=0)


def unsure_ends(estimate: Estimate, unit: str, level: float) -> int:
    """How many of the last digits of an interval's ends more draws may change."""
    error, found = estimate.sampling_error(level), estimate.interval(level)
    if error is None or found.low is None or found.high is None:
        return 0
    ends = ((found.low, error.low), (found.high, error.high))
    return max(unsure_digits(end, off, unit) for end, off in ends)


def unknown(view: View) -> Iterator[Words]:
    """Levels that were never published, and sums that leave them out."""
    scenario, point = view.run.scenario, view.run.point
    base = point.arm(scenario.reference)
    labels = [
        category.label
        for index, category in enumerate(scenario.categories)
        if not point.known[base, index] and view.weight()[index] != 0
    ]
    mixed = [c.label for c in scenario.categories if KINDS[c.kind].spans]
    if labels:
        whole = len(labels) == np.count_nonzero(view.weight())
        name = "note_unknown" if whole else "note_partial"
        if any(view.missing(arm) for arm in scenario.interventions):
            name = "note_unknown"
        yield say(name, labels=listing(labels))
    if mixed:
        yield say("note_mixed", labels=listing(mixed))


def assumed(scenario: Scenario) -> Iterator[Words]:
    """Every stated assumption, once, and what marks the rows that rest on one."""
    if any(q.assumption for c in scenario.categories for q in c.numbers):
        yield say("note_dagger")
    yield from assumptions(scenario)


def assumptions(scenario: Scenario) -> Iterator[Words]:
    """Every stated assumption, once."""
    texts: dict[Text, list[str]] = {}
    for quantity in scenario.quantities:
        if quantity.assumption:
            texts.setdefault(quantity.assumption, []).append(quantity.path)
    for each in scenario.correlations:
        if each.assumption:
            texts.setdefault(each.assumption, []).append(f"correlation.{each.name}")
    for text, paths in texts.items():
        where = listing(paths)
        yield say("note_assumption", path=where, text=clause(text))


def fixed(scenario: Scenario) -> Iterator[Words]:
    """The quantities without uncertainty."""
    paths = [quantity.path for quantity in scenario.quantities if quantity.is_fixed]
    if paths:
        yield say("note_fixed", paths=listing(paths))
    uncertain = {quantity.path for quantity in scenario.quantities if not quantity.is_fixed}
    grouped = {path for each in scenario.correlations for path in each.members}
    if len(uncertain) > 1 and not grouped:
        yield say("note_drawn")
    elif uncertain - grouped:
        yield say("note_drawn_others")


def together(scenario: Scenario) -> Iterator[Words]:
    """The quantities that are not drawn independently, and where they are multiplied."""
    for each in scenario.correlations:
        yield say(
            "note_together",
            label=each.label,
            paths=listing(list(each.members)),
            rho=rho_text(each),
            source=correlation_source(each),
        )
    multiplied = [c for c in scenario.categories if covariance(scenario, c).any()]
    if multiplied:
        labels = [category.label for category in multiplied]
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
    means = drawing.base_case(scenario)
    apart = Draws(means.n, means.columns)
    levels = [by_arm(category.arms, scenario, d, price)[:, 0] for d in (means, apart)]
    added: Floats = levels[0] - levels[1]
    return np.where(np.abs(added) > 1e-12 * np.abs(levels[1]), added, 0.0)


def how_sure(scenario: Scenario) -> Iterator[Words]:
    """How many numbers are verified, secondary, derived or assumed."""

    def parts(counts: Counter[str]) -> Words:
        found = [say(f"sure_{sure}", count=counts[sure]) for sure in SURE if counts[sure]]
        return listing(found)

    counts = Counter(quantity.sure for quantity in scenario.quantities)
    yield say("note_sure", count=counts.total(), parts=parts(counts))
    if scenario.correlations:
        sure = Counter(correlation.sure for correlation in scenario.correlations)
        yield say("note_sure_together", parts=parts(sure))


def conversions(scenario: Scenario) -> Iterator[Words]:
    """Each way from stated to reported money, once."""
    ways = [quantity.conversion for quantity in scenario.quantities if quantity.conversion]
    for text in dict.fromkeys(conversion_text(way) for way in ways):
        yield say("note_money", sentence=text)


def conversion_text(conversion: Conversion) -> Words:
    """`EUR_2016 x 7.46038 = DKK_2016, x 1.0115 = DKK_2017`, and the order where there is one."""
    steps = [glued("x ", typed(s.factor, 7), f" = {s.money}") for s in conversion.steps]
    way = sentences(str(conversion.start), joined(steps, ", "))
    return bracketed(way, say(conversion.order)) if len(conversion.steps) > 1 else way


def discounting(scenario: Scenario) -> Words:
    """The discount rates, why these, and the source of a schedule."""
    discount = scenario.discount
    why = glued(" ", sentence(discount.note)) if discount.note else ""
    cost, outcome = (rates_text(discount, what, scenario.months) for what in ("cost", "outcome"))
    rates = say(
        "note_discount",
        cost=cost,
        outcome=outcome,
        why=why,
        source=schedule_text(discount),
    )
    return sentences(rates, _undiscounted(scenario))


def _undiscounted(scenario: Scenario) -> Words:
    """Which outcomes are not discounted, where others might be thought to be."""
    labels = [o.label for o in scenario.outcomes if not o.is_discounted]
    if not labels or not scenario.discount.of_outcomes:
        return ""
    others = "some" if len(labels) < len(scenario.outcomes) else "none"
    return say(f"undiscounted_{others}", labels=listing(labels))


def welfare(scenario: Scenario) -> Iterator[Words]:
    """The factors of the welfare-economic account, where it is the perspective."""
    if scenario.perspective == WELFARE:
        yield from welfare_factors(scenario)


def welfare_factors(scenario: Scenario) -> Iterator[Words]:
    """The factors of the welfare-economic account, and their sources."""
    if scenario.welfare is not None:
        factor, loss = scenario.welfare.net_tax_factor, scenario.welfare.tax_distortion
        yield say(
            "note_welfare",
            factor=typed(factor.value),
            factor_source=factor.source_text or say("together_assumed"),
            loss=percent(loss.value - 1, 0),
            loss_source=loss.source_text or say("together_assumed"),
        )


def persons(scenario: Scenario) -> Iterator[Words]:
    """How many people each arm of the study had, where that is stated."""
    arms = [arm for arm in scenario.arms.values() if arm.n]
    sizes = [sentences(arm.label, count(arm.n or 0)) for arm in arms]
    if sizes:
        yield say("note_persons", arms=listing(sizes))


def others(view: View) -> Iterator[Words]:
    """Transfers left out, and outcomes without a relative change."""
    scenario = view.run.scenario
    yield from persons(scenario)
    weight = view.weight()
    moved = view.run.point.moved & (weight == 0)
    if moved.any() and scenario.perspective == SOCIETAL:
        yield say("note_transfers")
    cancelling = [
        scenario.arms[arm].label
        for arm in scenario.interventions
        if view.part_of_total(arm, view.total(arm)) is None
        and (view.run.point.difference(arm)[:, 0] * view.weight()).any()
    ]
    if cancelling:
        yield say("note_cancels", arms=listing(cancelling))
    labels = [o.label for o in scenario.outcomes if not o.relative]
    if labels:
        yield say("note_relative", labels=listing(labels))


def drawn_text(run: Run) -> Words:
    """`10,000 draws`, with the name of the sampler where it is not the usual one."""
    draws = count(run.settings.draws)
    key = "one" if run.settings.draws == 1 else run.settings.sampler
    return say(f"drawn_{key}", draws=draws)


def draws_text(run: Run) -> Words:
    """`10,000 draws, seed 1`, or that there are none, as a sentence begins."""
    text = say("run_point")
    if run.settings.draws:
        draws = drawn_text(run)
        text = say("run_draws", draws=draws, seed=run.settings.seed)
    return capital(text)


def run_lines(view: View) -> Iterator[Words]:
    """What was changed, how it was run, and where to ask for more."""
    yield from repeating(view)
    scenario = view.run.scenario
    differing = [
        (abs(view.run.point.difference(arm)[index, 0]), _asked_about(category, arm))
        for index, category in enumerate(scenario.categories)
        for arm in scenario.interventions
        if view.weight()[index]
    ]
    if not differing:
        return
    yield say("note_explain", name=shell_name(scenario), path=max(differing)[1])


def repeating(view: View) -> Iterator[Words]:
    """What was changed, and how it was run: what the same run can be had from."""
    record = view.run.record
    if record.settings:
        yield say("note_set", settings=listing(list(record.settings)))
    yield say(
        "note_run",
        draws=draws_text(view.run),
        version=record.version,
        scenario=record.scenario,
        digest=record.digest,
    )


def _asked_about(category: Category, arm: str) -> str:
    """What to ask about a category: its number in an arm, or else itself."""
    return category.arms[arm].path if arm in category.arms else category.path
