"""What a reader of compare must know: what differs between the scenarios, and how they were run."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ipscost.analysis.compare.cases import ComparedArm, gap, gap_interval
from ipscost.analysis.compare.claims import are_settings
from ipscost.analysis.compare.claims import seen_twice as found_twice
from ipscost.analysis.compare.comparison import Comparison
from ipscost.analysis.compare.inputs import pairs_together
from ipscost.analysis.conversions import apart
from ipscost.analysis.interval import Interval
from ipscost.report.compare.claims import given, pair_of
from ipscost.report.compare.converted import between_countries
from ipscost.report.compare.inputs_table import interacts
from ipscost.report.compare.labels import in_text, label_of, name_of
from ipscost.report.frame import perspective_text, rates_text
from ipscost.report.notes import common, lacking, running
from ipscost.report.notes.about import About, Writer, of_run
from ipscost.report.notes.gaps import missing_text
from ipscost.report.notes.given import is_by_construction
from ipscost.report.notes.model import means_beside
from ipscost.report.notes.running import draws_text, unsure_ends
from ipscost.scenario.kinds import KINDS
from ipscost.scenario.left_out import own_settings
from ipscost.scenario.paths import is_within
from ipscost.words.text import (
    Words,
    clause,
    count,
    horizon,
    listing,
    money,
    rate,
    say,
    series,
)


def each_scenario(about: About[Comparison]) -> tuple[ComparedArm, ...]:
    """The first arm of each scenario: notes about a file are told once."""
    return tuple({case.name: case for case in reversed(about.found.cases)}.values())[::-1]


def switched(about: About[Comparison]) -> Iterator[Words]:
    """How it is found what an input explains."""
    if about.found.why:
        yield say("note_switched", base=in_text(about.found.base))


def interaction(about: About[Comparison]) -> Iterator[Words]:
    """Whether what the inputs explain one at a time adds up to the whole difference."""
    if why := about.found.why:
        yield say("note_interaction" if any(map(interacts, why)) else "note_no_interaction")


def outcome_inputs(about: About[Comparison]) -> Iterator[Words]:
    """That inputs of outcomes explain none of the saving."""
    paths = [each.path for one in about.found.why for each in one.inputs]
    if any(is_within(path, "outcome") for path in paths):
        yield say("note_outcome_inputs")


def doubts(about: About[Comparison]) -> Iterator[Words]:
    """The warnings of each file about its numbers, behind the first, which is a caveat."""
    cases = each_scenario(about)
    every = dict.fromkeys(text for case in cases for text in common.warnings_of(case.scenario))
    yield from [*every][1:]


def less_is_better(about: About[Comparison]) -> Iterator[Words]:
    """Of which outcomes less is better, by scenario."""
    for case in each_scenario(about):
        yield from common.less_is_better(of_run(None, case.run))


def absent(about: About[Comparison]) -> Iterator[Words]:
    """What a dash stands for."""
    yield say("note_absent")


def legend(about: About[Comparison]) -> Iterator[Words]:
    """The title and the file of each scenario, and what each variant of the first changes."""
    base = each_scenario(about)[0].scenario
    for case in each_scenario(about):
        title, file = case.scenario.title, case.scenario.file
        words = {"name": name_of(case), "file": file}
        own = own_settings(case.scenario, base)
        if file == base.file and own and case.scenario is not base:
            yield say("note_variant", settings=listing(own), **words)
        else:
            yield say("note_scenario", title=clause(title), **words)


def repeated(about: About[Comparison]) -> Iterator[Words]:
    """The interventions of each variant that are as in the first scenario and have no column."""
    base = each_scenario(about)[0]
    for case in each_scenario(about):
        if case.repeats:
            arms = listing([case.scenario.arms[arm].label for arm in case.repeats])
            yield say("note_repeats", name=name_of(case), arms=arms, base=name_of(base))


def unlike(about: About[Comparison]) -> Iterator[Words]:
    """Horizons, perspectives and discount rates that differ between scenarios."""
    cases = each_scenario(about)

    scenarios = [case.scenario for case in cases]
    rates: list[Words] = [
        series((rates_text(s.discount, what, s.months) for what in ("cost", "outcome")), " / ")
        for s in scenarios
    ]
    found: tuple[tuple[str, Sequence[object], Sequence[Words]], ...] = (
        (
            "note_horizons",
            [s.months for s in scenarios],
            [horizon(s.stated_months) for s in scenarios],
        ),
        (
            "note_perspectives",
            [s.perspective for s in scenarios],
            [perspective_text(s) for s in scenarios],
        ),
        ("note_rates", rates, rates),
    )
    for key, kinds, texts in found:
        if len(set(kinds)) > 1:
            named = zip(cases, texts, strict=True)
            parts = listing([say("named", name=name_of(case), text=text) for case, text in named])
            yield say(key, parts=parts)


def gaps(about: About[Comparison]) -> Iterator[Words]:
    """What the account of an arm lacks."""
    for case in about.found.cases:
        if case.saving.partial:
            parts = missing_text(case.view, case.arm)
            yield say("note_gaps", arm=in_text(case), parts=parts)


def outcome_gaps(about: About[Comparison]) -> Iterator[Words]:
    """Which outcomes of which arms are not known."""
    for case in each_scenario(about):
        yield from lacking.of_outcomes(case.scenario)


def stated_otherwise(about: About[Comparison]) -> Iterator[Words]:
    """Numbers in money of an unknown year, as they were published."""
    for case in each_scenario(about):
        yield from lacking.as_published(case.scenario)


def no_interval(about: About[Comparison]) -> Iterator[Words]:
    """The differences that have no interval, since one side states no uncertainty."""
    cases, base = about.found.cases, about.found.base
    if base.run.settings.draws < 2:
        return
    names = [
        in_text(case)
        for case in cases
        if case is not base
        and not (case.saving.partial or base.saving.partial)
        and gap(case.saving, base.saving).draws is None
    ]
    if names:
        base_name = in_text(base)
        yield say("note_no_interval", base=base_name, names=listing(names))


def mixed_kinds(about: About[Comparison]) -> Iterator[Words]:
    """The scenarios in which resources and productivity cannot be told apart."""
    for case in each_scenario(about):
        labels = [c.label for c in case.scenario.categories if KINDS[c.kind].spans]
        if labels:
            found = listing(labels)
            yield say("note_mixed_in", name=name_of(case), labels=found)


def common_numbers(about: About[Comparison]) -> Iterator[Words]:
    """How much narrower common random numbers make the interval of each difference."""
    cases, base, level = about.found.cases, about.found.base, about.level
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
                name=in_text(case),
                apart=money(apart, currency),
            )
        )
    if widths:
        base_name = in_text(base)
        yield say("note_common", base=base_name, widths=listing(widths))


def _width(limits: Interval) -> float:
    """How wide an interval is; 0 where there is none."""
    return (limits.high or 0.0) - (limits.low or 0.0)


def seen_twice(about: About[Comparison]) -> Iterator[Words]:
    """Numbers at one path that are drawn as one, though value and source differ."""
    cases, base = each_scenario(about), about.found.base
    if base.run.settings.draws < 2:
        return
    mine = base.scenario.quantities
    for case in cases:
        if are_settings(case, base):
            continue
        paths = found_twice(mine, case.scenario.quantities)
        if paths:
            names = {"base": name_of(base), "name": name_of(case)}
            yield say("note_seen_twice", paths=listing(paths), **names)


def correlated_otherwise(about: About[Comparison]) -> Iterator[Words]:
    """Correlations that a scenario and the base do not share."""
    cases, base = each_scenario(about), about.found.base
    if base.run.settings.draws < 2:
        return
    for case in cases:
        apart = pairs_together(case.scenario) ^ pairs_together(base.scenario)
        if apart:
            paths = sorted({path for pair, _ in apart for path in pair})
            names = listing([name_of(base), name_of(case)])
            yield say("note_together_differs", names=names, paths=listing(paths))


def base_cases(about: About[Comparison]) -> Iterator[Words]:
    """Where the mean of the draws of a model saves something else than its base case."""
    parts: list[Words] = []
    for case in about.found.cases:
        if case.scenario.model is not None:
            unit = f"{case.scenario.money}/person"
            parts += means_beside(case.saving, label_of(case), unit)
    if parts:
        yield say("note_base_case_compared", parts=listing(parts))


def gap_sampling(about: About[Comparison]) -> Iterator[Words]:
    """The Monte Carlo error of the differences, and how many digits it leaves unsure."""
    cases, base, level = about.found.cases, about.found.base, about.level
    apart = [gap(case.saving, base.saving) for case in cases if case is not base]
    found = [(each, error) for each in apart if (error := each.sampling_error(level))]
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


def rests_on(about: About[Comparison]) -> Iterator[Words]:
    """Under which conditions the interval of the difference holds, where there is one."""
    pair = pair_of(about.found.cases, about.found.base)
    if pair is None or gap(pair[0].saving, pair[1].saving).draws is None:
        return
    if (sentence := given(pair)) != "":
        yield sentence


def by_construction(about: About[Comparison]) -> Iterator[Words]:
    """That the uncertainty of a saving was chosen to agree with a published figure."""
    for case in about.found.cases:
        if case.saving.is_uncertain and is_by_construction(case.scenario, case.arm):
            yield say("note_made", name=in_text(case))


def marked(about: About[Comparison]) -> Iterator[Words]:
    """What the dagger on a row means."""
    scenarios = [case.scenario for case in each_scenario(about)]
    numbers = [q for each in scenarios for c in each.categories for q in each.numbers_of(c)]
    if any(quantity.is_assumed for quantity in numbers):
        yield say("note_dagger_compared")


def later_prices(about: About[Comparison]) -> Iterator[Words]:
    """The prices that scenarios assume for years without published ones, each assumption once."""
    scenarios = [case.scenario for case in each_scenario(about)]
    yield from dict.fromkeys(text for each in scenarios for text in common.later_prices_text(each))


def fixed_counts(about: About[Comparison]) -> Iterator[Words]:
    """How many numbers of each scenario state no uncertainty."""
    parts = []
    for case in each_scenario(about):
        quantities = case.scenario.quantities
        fixed = sum(quantity.is_fixed for quantity in quantities)
        if fixed:
            counts = {"count": fixed, "total": len(quantities), "name": name_of(case)}
            parts.append(say("fixed_count", **counts))
    if parts:
        yield say("note_fixed_counts", parts=listing(parts))


def restated(about: About[Comparison]) -> Iterator[Words]:
    """Which scenarios were converted to the money of the first, and how."""
    cases = each_scenario(about)
    first = cases[0]
    for case in cases:
        scenario = case.scenario
        if case is first or scenario.stated_money == scenario.money or apart(scenario):
            continue
        ways = [q.conversion for q in scenario.quantities if q.conversion]
        order = next((way.order for way in ways if len(way.steps) > 1), "")
        order = order or scenario.order or (ways[0].order if ways else "exchange_then_prices")
        key = "note_restated"
        if max((len(way.steps) for way in ways), default=0) > 1:
            key = "note_restated_own" if scenario.order else "note_restated_other"
        yield say(
            key,
            name=name_of(case),
            stated=scenario.stated_money,
            money=scenario.money,
            base=name_of(first),
            order=say(order),
        )


def how_run(about: About[Comparison]) -> Iterator[Words]:
    """Draws, version and digests: what the same comparison can be run again from."""
    cases = each_scenario(about)
    digests = [
        say("run_digest", name=name_of(case), digest=case.run.record.digest) for case in cases
    ]
    yield say(
        "note_run_compared",
        draws=draws_text(cases[0].run),
        version=cases[0].run.record.version,
        scenarios=listing(digests),
    )


def try_inputs(about: About[Comparison]) -> Iterator[Words]:
    """How to ask why the scenarios differ, unless that was asked."""
    if about.found.others and not about.found.why:
        yield say("note_inputs")


NOTES: tuple[Writer[Comparison], ...] = (
    switched,
    interaction,
    outcome_inputs,
    legend,
    repeated,
    unlike,
    doubts,
    absent,
    less_is_better,
    gaps,
    outcome_gaps,
    stated_otherwise,
    no_interval,
    mixed_kinds,
    common_numbers,
    seen_twice,
    correlated_otherwise,
    base_cases,
    gap_sampling,
    rests_on,
    by_construction,
    marked,
    later_prices,
    fixed_counts,
    restated,
    between_countries,
    running.changed,
    how_run,
    try_inputs,
)
