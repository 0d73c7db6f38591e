"""The numbers of analyse for machines: differences, accounts, methods, people, balance."""

from __future__ import annotations

from collections.abc import Iterator

from ipscost.analysis.evaluation.differences import Contrast
from ipscost.analysis.evaluation.nouns import MAIN
from ipscost.analysis.interval import Interval
from ipscost.report.analyse.terms import EvaluationTerms, opposite_of
from ipscost.report.frame import account_label
from ipscost.report.report import Figure, numbers_of
from ipscost.units import SHARE
from ipscost.words.text import Words, say


def figures(terms: EvaluationTerms) -> Iterator[Figure]:
    """All numbers. `method` says by which method a difference was found; `main` is the answer."""
    yield from _levels(terms)
    for arm in terms.found.arms:
        yield from _differences(terms, arm)
        yield from _worth(terms, arm)
        yield from _payers(terms, arm)
        yield from _ways(terms, arm)
        yield from _weighed(terms, arm)
    yield from _people(terms)


def _levels(terms: EvaluationTerms) -> Iterator[Figure]:
    """The means of the reference arm, and how much people differ."""
    found, scenario = terms.found, terms.scenario
    for path, holder in scenario.holders.items():
        level = found.level_of(path)
        if level is None:
            continue
        measure, unit = _measured(terms, path)
        value = level.interval(terms.level)
        yield from numbers_of(
            path, "leaf", holder.label, (measure, value, scenario.reference, "", unit)
        )
        if path in found.spread:
            sd, zero = found.spread[path]
            numbers = [("sd", Interval(sd), "", "", unit)]
            if zero is not None:
                numbers.append(("zero", Interval(zero), "", "", str(SHARE)))
            yield from numbers_of(path, "leaf", holder.label, *numbers)


def _measured(terms: EvaluationTerms, path: str) -> tuple[str, str]:
    """The measure of a level, and its unit."""
    outcomes = {outcome.path: str(outcome.unit) for outcome in terms.scenario.outcomes}
    return ("outcome", outcomes[path]) if path in outcomes else ("cost", terms.unit)


def _differences(terms: EvaluationTerms, arm: str) -> Iterator[Figure]:
    """The total, each category and each outcome, with what the imputations leave unsure."""
    found, scenario = terms.found, terms.scenario
    total = found.cost(arm)
    partial = "_partial" if terms.is_partial else ""
    value = terms.total(arm)
    arms = (arm, scenario.reference)
    label = say("total")
    yield from numbers_of(
        "cost", "total", label, (f"difference{partial}", value, *arms, terms.unit)
    )
    if not terms.is_partial:
        yield from _sureness(terms, "cost", "total", label, total, arm)
    for path, holder in scenario.holders.items():
        contrast = found.category(path, arm)
        if contrast is None:
            continue
        kind, unit = _measured(terms, path)
        measure = "outcome_difference" if kind == "outcome" else "difference"
        own = contrast.interval(terms.level)
        yield from numbers_of(path, "leaf", holder.label, (measure, own, *arms, unit))
        yield from _sureness(terms, path, "leaf", holder.label, contrast, arm)


def _sureness(
    terms: EvaluationTerms, path: str, level: str, label: Words, contrast: Contrast, arm: str
) -> Iterator[Figure]:
    """The standard error of a difference; of an imputed one what is missing of it."""
    _, unit = _measured(terms, path)
    arms = (arm, terms.scenario.reference)
    numbers = [("standard_error", Interval(contrast.se), *arms, unit)]
    if terms.found.is_imputed:
        numbers += [
            ("missing_information", Interval(contrast.missing), *arms, str(SHARE)),
            ("imputation_error", Interval(contrast.error), *arms, unit),
        ]
    yield from numbers_of(path, level, label, *numbers)


def _worth(terms: EvaluationTerms, arm: str) -> Iterator[Figure]:
    """The ICER, and net benefit where it is said what the outcome is worth."""
    found, outcome = terms.found, terms.found.outcome
    if terms.is_partial or outcome is None or found.effect(arm) is None:
        return
    reference, wtp = terms.scenario.reference, found.asked.wtp
    icer = found.icer(arm)
    if icer is not None:
        unit = f"{terms.scenario.money}/{str(outcome.unit).removesuffix('/person')}"
        yield Figure(
            "icer", outcome.path, "arm", outcome.label, Interval(icer), arm, reference, unit
        )
    if wtp is None:
        return
    benefit = found.benefit(arm, wtp)
    assert benefit is not None
    numbers = [("nmb", benefit.interval(terms.level), terms.unit)]
    odds = benefit.above()
    if odds is not None:
        numbers.append(("probability_cost_effective", Interval(odds), str(SHARE)))
    for measure, value, unit in numbers:
        yield Figure(measure, outcome.path, "arm", outcome.label, value, arm, reference, unit, wtp)


def _payers(terms: EvaluationTerms, arm: str) -> Iterator[Figure]:
    """What each payer gains in the end."""
    scenario = terms.scenario
    for name in scenario.payers:
        whole = all(
            path in terms.found.measured or (path, arm) in terms.found.stated
            for path in terms.found.shares(name)
        )
        gain = terms.cell(opposite_of(terms.found.account(name, arm)), partial=not whole)
        measure = "net_gain" if whole else "net_gain_partial"
        yield from numbers_of(
            f"payer.{name}",
            "group",
            account_label(scenario, name),
            (measure, gain, arm, scenario.reference, terms.unit),
        )


def _ways(terms: EvaluationTerms, arm: str) -> Iterator[Figure]:
    """What other methods find."""
    outcome = terms.found.outcome
    for way in terms.found.ways:
        if way.arm != arm or way.name == MAIN:
            continue
        about: tuple[tuple[str, Words], ...] = (("method", way.name),)
        if way.shift is not None:
            sort = "share" if way.shift.is_share else "amount"
            shifted = [("shifted", way.shift.path), (f"by_{sort}", f"{way.shift.value:g}")]
            if way.shift.arm:
                shifted.append(("shifted_in", way.shift.arm))
            about = (*about, *shifted)
        told = [("difference", "cost", say("total"), way.cost, terms.unit)]
        if outcome is not None:
            unit = str(outcome.unit)
            told.append(("outcome_difference", outcome.path, outcome.label, way.effect, unit))
        for measure, path, label, contrast, unit in told:
            if contrast is None:
                continue
            for name, value in (
                (f"{measure}_by_method", contrast.interval(terms.level)),
                ("standard_error_by_method", Interval(contrast.se)),
            ):
                yield Figure(
                    name,
                    path,
                    "total" if path == "cost" else "leaf",
                    label,
                    value,
                    arm,
                    terms.scenario.reference,
                    unit,
                    about=about,
                )


def _weighed(terms: EvaluationTerms, arm: str) -> Iterator[Figure]:
    """How unlike the groups were, before and after weighting."""
    reference = terms.scenario.reference
    for weighed in terms.found.weighed:
        if weighed.arm != arm:
            continue
        arms = (arm, reference, "ratio")
        for each in weighed.covariates:
            yield from numbers_of(
                each.column,
                "leaf",
                each.column,
                ("standardised_difference", Interval(each.before), *arms),
                ("standardised_difference_weighted", Interval(each.after), *arms),
            )
        for name, size in zip((arm, reference), weighed.effective, strict=True):
            told = ("effective_people", Interval(size), name, "", "person")
            yield from numbers_of(f"arm.{name}", "arm", terms.arm(name), told)
        if weighed.e_value is not None:
            strength = ("e_value", Interval(weighed.e_value), *arms)
            yield from numbers_of("cost", "total", say("total"), strength)


def _people(terms: EvaluationTerms) -> Iterator[Figure]:
    """Counts of people; what is held back has no row."""
    people = terms.found.people
    for measure, counts in (
        ("people", people.arms),
        ("people_complete", people.seen),
        ("people_cut_off", people.cut_off),
    ):
        for arm, number in counts.items():
            if number is not None:
                told = (measure, Interval(number), arm, "", "person")
                yield from numbers_of(f"arm.{arm}", "arm", terms.arm(arm), told)
    for cell in people.lacking:
        if cell.count is not None:
            told = ("people_lacking", Interval(cell.count), cell.arm, "", "person")
            yield from numbers_of(cell.row, "leaf", cell.row, told)
    if terms.found.is_imputed:
        times = Interval(terms.found.differences.imputations)
        yield Figure("imputations", "cost", "total", say("total"), times, unit="imputation")
    if people.held:
        held = Interval(people.held)
        yield Figure("counts_held_back", "cost", "total", say("total"), held, unit="count")
