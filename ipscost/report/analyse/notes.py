"""What a reader of analyse must know: who chose, what was missing, and what was done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.evaluation.nouns import (
    BANG_TSIATIS,
    BOOTSTRAP,
    COMPLETE,
    GAMMA,
    INDEPENDENT,
    MAIN,
    ROBUST,
    SHIFTED,
    TWO_PART,
    UNADJUSTED,
    UNWEIGHTED,
    ZHAO_TIAN,
    MethodResult,
    PersonsEvaluation,
)
from ipscost.analysis.evaluation.week_nouns import OWN_WEEKS
from ipscost.analysis.interval import Interval
from ipscost.messages import Message
from ipscost.report.analyse.terms import EvaluationTerms
from ipscost.report.notes.about import About, Writer, named, written
from ipscost.report.report import Note
from ipscost.scenario.nouns import Scenario
from ipscost.words.text import Words, count, listing, number, percent, rate, say, within

LEAST_MOVE = 0.01
"""What moves a difference by less than this share of its standard error moves nothing."""
FEW_PEOPLE = 60
"""With fewer people in an arm, the mean of a skewed cost is far from normal."""
IMBALANCE = 0.1
"""A standardised difference above this is usually called imbalance (Austin 2009,
doi 10.1002/sim.3697)."""
SHARE_ENOUGH = 0.05
"""The Monte Carlo error that imputations may leave, as a share of the standard error."""


def cautions(terms: EvaluationTerms, doubts: Sequence[Message]) -> tuple[Note, ...]:
    """Doubts about the data, who chose, which method turns the answer, what was missing, and more.

    The gravest first, since a reader is shown three of them at once.
    """
    return (
        *(named("caveat_few_have", text) for text in of_few_who_have(terms)),
        *_doubts(doubts),
        *(named("caveat_design", text) for text in of_design(terms)),
        *(named("caveat_method", text) for text in of_method(terms)),
        *(named("caveat_missing", text) for text in of_missing(terms)),
        *(named("caveat_sites", text) for text in of_sites(terms)),
        *(named("caveat_stated", text) for text in of_stated(terms)),
        *(named("caveat_methods", text) for text in of_methods(terms)),
        *(named("caveat_few", text) for text in of_few(terms)),
        *(named("caveat_e_value", text) for text in of_e_value(terms)),
    )


def _doubts(doubts: Sequence[Message]) -> Iterator[Note]:
    """The first doubt about the data, and how many more there are."""
    if not doubts:
        return
    first, *more = doubts
    text: Words = say("analyse_doubt", text=first)
    if more:
        text = say("analyse_doubt_more", text=first, count=count(len(more)))
    yield named("caveat_doubt", text)


def of_few_who_have(terms: EvaluationTerms) -> Iterator[Words]:
    """That a mean tells of persons where only few of an arm have any of it."""
    found, holders = terms.found, terms.scenario.holders
    if found.people.few:
        labels = listing([within(holders[path].label) for path in found.people.few])
        least = count(found.asked.min_cell)
        yield say("caveat_analyse_few_have", labels=labels, least=least)


def of_design(terms: EvaluationTerms) -> Iterator[Words]:
    """What no method can make up for where chance did not decide; what is still out of balance."""
    plan, found = terms.found.plan, terms.found
    if not plan.is_random and found.arms:
        yield say(f"caveat_analyse_{plan.assigned}")
    for weighed in found.weighed:
        apart = [each.column for each in weighed.covariates if abs(each.after) > IMBALANCE]
        if apart:
            arm, limit = within(terms.arm(weighed.arm)), number(IMBALANCE, "ratio")
            columns = listing(apart)
            yield say("caveat_analyse_unbalanced", arm=arm, columns=columns, limit=limit)


def of_e_value(terms: EvaluationTerms) -> Iterator[Words]:
    """What would explain a clear difference away, where chance did not decide."""
    for weighed in terms.found.weighed:
        if weighed.e_value is not None and weighed.e_limit is not None and weighed.e_limit > 1:
            value = number(weighed.e_value, "ratio")
            yield say("caveat_analyse_e_value", value=value, limit=number(weighed.e_limit, "ratio"))


def of_missing(terms: EvaluationTerms) -> Iterator[Words]:
    """That imputation takes what is missing to be like what was measured, and what moves it."""
    found = terms.found
    if found.people.cut_off and any(n is None or n for n in found.people.cut_off.values()):
        yield say("caveat_analyse_cut_off")
    if not found.is_imputed:
        return
    if not found.enough:
        yield say("caveat_analyse_not_enough", times=count(found.differences.imputations))
    if any(way.name == SHIFTED for way in found.ways):
        yield say("caveat_analyse_missing_shifted")
    else:
        yield say("caveat_analyse_missing")


def of_method(terms: EvaluationTerms) -> Iterator[Words]:
    """The method that moves the cost most, where it turns a clear answer or makes one unclear."""
    for main, others in _methods(terms):
        turned = [way for way in others if _claim(terms, way) != _claim(terms, main)]
        if turned:
            furthest = max(turned, key=lambda w: abs(_mean(w) - _mean(main)))
            interval = terms.cell(furthest.cost)
            assert interval is not None
            told = say(
                "caveat_analyse_method",
                method=terms.way(furthest),
                amount=terms.money(_mean(furthest)),
                interval=terms.limits(interval),
            )
            yield _of_arm(terms, main.arm, told)
        yield from _of_effect(terms, main, others)


def _of_effect(
    terms: EvaluationTerms, main: MethodResult, others: list[MethodResult]
) -> Iterator[Words]:
    """The method that moves the outcome most, of those that turn what is clear of it."""
    clear = _side(terms.cell(main.effect))
    turned = [way for way in others if way.effect and _side(terms.cell(way.effect)) != clear]
    if not turned or main.effect is None:
        return
    mean = main.effect.mean
    furthest = max(turned, key=lambda way: abs(way.effect.mean - mean) if way.effect else 0.0)
    assert furthest.effect is not None
    told = say(
        "caveat_analyse_method_effect",
        method=terms.way(furthest),
        amount=terms.effect(furthest.effect.mean, sign=True),
        interval=terms.effect_limits(furthest.effect),
    )
    yield _of_arm(terms, main.arm, told)


def of_methods(terms: EvaluationTerms) -> Iterator[Words]:
    """Between what the other methods find, where none of them turns the answer."""
    for main, others in _methods(terms):
        if any(_claim(terms, way) != _claim(terms, main) for way in others):
            continue
        ranked = sorted((way for way in others if _moves(main, way)), key=_mean)
        if not ranked:
            continue
        low, high = ranked[0], ranked[-1]
        told = say(
            "caveat_analyse_methods" if low is not high else "caveat_analyse_methods_one",
            low=terms.money(_mean(low)),
            lowest=terms.way(low),
            high=terms.money(_mean(high)),
            highest=terms.way(high),
        )
        yield _of_arm(terms, main.arm, told)


def _moves(main: MethodResult, other: MethodResult) -> bool:
    """True where a method finds something that a reader would call another number."""
    assert main.cost is not None
    return abs(_mean(other) - _mean(main)) > LEAST_MOVE * main.cost.se


def _methods(terms: EvaluationTerms) -> Iterator[tuple[MethodResult, list[MethodResult]]]:
    """Of each arm the main analysis, and what others find of the cost; none of a partial total."""
    if terms.is_partial:
        return
    for arm in terms.found.arms:
        ways = [way for way in terms.found.ways if way.arm == arm and way.cost is not None]
        main = next((way for way in ways if way.name == MAIN), None)
        if main is not None:
            yield main, [way for way in ways if way is not main]


def _of_arm(terms: EvaluationTerms, arm: str, text: Words) -> Words:
    """A caveat that names its arm where there are several."""
    if len(terms.found.arms) == 1:
        return text
    return say("analyse_of_arm", arm=terms.arm(arm), text=text)


def _mean(way: MethodResult) -> float:
    return 0.0 if way.cost is None else way.cost.mean


def _claim(terms: EvaluationTerms, way: MethodResult) -> int:
    """1 if the arm clearly costs more, -1 if clearly less, 0 where that is uncertain."""
    return _side(terms.cell(way.cost))


def _side(found: Interval | None) -> int:
    """On which side of 0 an interval lies: 1, -1, or 0 where it holds 0 or is not known."""
    if found is None or found.low is None or found.high is None:
        return 0
    return int(found.low > 0) - int(found.high < 0)


def of_sites(terms: EvaluationTerms) -> Iterator[Words]:
    """That few sites say little of how sites differ."""
    if terms.found.few_sites:
        yield say("caveat_analyse_sites", sites=count(terms.found.sites))


def of_stated(terms: EvaluationTerms) -> Iterator[Words]:
    """Which costs are not from the data, but as the model file states them; which nobody knows."""
    scenario = terms.scenario
    paths = dict.fromkeys(path for path, _ in terms.found.stated)
    if not terms.found.arms:
        paths = dict.fromkeys(p for p, level in terms.found.stated_levels.items() if level)
    told = [p for p in paths if p in terms.found.shares(scenario.perspective)]
    by_weeks = [p for p in told if _rests_on_weeks(scenario, p)]
    for key, some in (("stated", [p for p in told if p not in by_weeks]), ("by_weeks", by_weeks)):
        if some:
            labels = listing([within(scenario.holders[path].label) for path in some])
            yield say(f"caveat_analyse_{key}", labels=labels)
    if terms.found.unknown:
        labels = listing([within(scenario.holders[p].label) for p in terms.found.unknown])
        yield say("caveat_analyse_unknown", labels=labels)


def _rests_on_weeks(scenario: Scenario, path: str) -> bool:
    """True for what goes with states and moves between them, where register weeks tell of these."""
    rules = scenario.holders[path].rules
    return OWN_WEEKS in scenario.sources and any(rule.event != "start" for rule in rules)


def of_few(terms: EvaluationTerms) -> Iterator[Words]:
    """That means of a skewed cost of few people are far from normal."""
    sizes = [n for n in terms.found.people.arms.values() if n is not None]
    if sizes and min(sizes) < FEW_PEOPLE and terms.found.asked.interval != BOOTSTRAP:
        yield say("caveat_analyse_few", people=count(min(sizes)))


# --- notes -----------------------------------------------------------------------------------


def notes(terms: EvaluationTerms, doubts: Sequence[Message]) -> tuple[Note, ...]:
    """Everything that was done, and every doubt that is not told first."""
    more = tuple(named("caveat_doubt", say("analyse_doubt", text=doubt)) for doubt in doubts[1:])
    return (*more, *written(NOTES, About(terms, level=terms.level)))


def analyse_regression(about: About[EvaluationTerms]) -> Iterator[Words]:
    """By which regression the differences are found, and what it adjusts for."""
    yield from regression(about.found.found)


def analyse_imputation(about: About[EvaluationTerms]) -> Iterator[Words]:
    """How what was missing was imputed, and how many imputations it took."""
    yield from imputation(about.found.found)


def regression(found: PersonsEvaluation) -> Iterator[Words]:
    """By which regression the differences are found, and what it adjusts for."""
    plan = found.plan
    if not found.measured:  # register weeks alone
        return
    columns = dict.fromkeys(plan.baseline)
    for cost in plan.costs:
        columns |= dict.fromkeys(cost.baseline)
    for outcome in plan.outcomes:
        columns |= dict.fromkeys(outcome.baseline)
    if not found.arms:
        yield say("note_analyse_mean")
    elif columns:
        yield say("note_analyse_regression", columns=listing([*columns]))
    else:
        yield say("note_analyse_regression_bare")


def imputation(found: PersonsEvaluation) -> Iterator[Words]:
    """How what was missing was imputed, and how many imputations it took."""
    if not found.is_imputed:
        return
    times = count(found.differences.imputations)
    yield say("note_analyse_imputation", times=times)
    if found.asked.imputations is None and found.enough:
        yield say("note_analyse_enough", times=times, share=percent(SHARE_ENOUGH, 0))


def analyse_interval(about: About[EvaluationTerms]) -> Iterator[Words]:
    """Where intervals come from."""
    found, asked = about.found.found, about.found.found.asked
    if not found.measured:
        return
    if asked.interval == BOOTSTRAP:
        key = "note_analyse_brand" if found.people.lacking else "note_analyse_bootstrap"
        if asked.cluster:
            key = "note_analyse_two_stage"
        yield say(key, samples=count(asked.bootstraps))
    elif found.is_imputed:
        yield say("note_analyse_rubin")
    else:
        yield say("note_analyse_student")
    if asked.cluster == ROBUST and asked.interval != BOOTSTRAP:
        yield say("note_analyse_robust", sites=count(found.sites))


def analyse_weights(about: About[EvaluationTerms]) -> Iterator[Words]:
    """How people were weighted, and what that does to their number."""
    terms = about.found
    for weighed in terms.found.weighed:
        with_, without = (count(round(size)) for size in weighed.effective)
        yield say(
            f"note_analyse_weights_{terms.found.plan.weights}",
            arm=within(terms.arm(weighed.arm)),
            treated=with_,
            control=without,
            reference=terms.reference,
        )


EXPLAINED = (COMPLETE, GAMMA, TWO_PART, SHIFTED, INDEPENDENT, BANG_TSIATIS, ZHAO_TIAN)


def analyse_methods(about: About[EvaluationTerms]) -> Iterator[Words]:
    """What the methods in the table are."""
    terms = about.found
    names = {way.name for way in terms.found.ways}
    for name in EXPLAINED:
        if name in names:
            yield say(f"note_analyse_{name}")
    if MAIN in names and GAMMA not in names and terms.found.plan.costs:
        yield say("note_analyse_no_gamma")
    if UNWEIGHTED in names and names & {UNADJUSTED, GAMMA, TWO_PART}:
        yield say("note_analyse_not_weighted")


def analyse_private(about: About[EvaluationTerms]) -> Iterator[Words]:
    """What is held back so that nobody can be recognised."""
    terms = about.found
    people = terms.found.people
    if people.held:
        least = count(terms.found.asked.min_cell)
        yield say("note_analyse_held", count=count(people.held), least=least)
    yield say("note_analyse_private", level=rate(terms.level))


NOTES: tuple[Writer[EvaluationTerms], ...] = (
    analyse_regression,
    analyse_imputation,
    analyse_interval,
    analyse_weights,
    analyse_methods,
    analyse_private,
)
